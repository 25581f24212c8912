import type { signInWords as english } from '#ui/words/en/sandbox/sign-ins.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the sign-in log. */
export const signInWords: Translated<typeof english> = {
  title: 'Anmeldeprotokoll',
  hint: 'Jedes Mal, wenn Microsoft Entra ID um ein Token gebeten wurde. Ein Token aus einem Cache hinterlässt keine Zeile, ebenso wenig das, was mit einem Token getan wird.',
  none: 'Noch niemand hat Microsoft Entra ID um ein Token gebeten.',
  list: 'Anmeldungen, die neueste zuerst',
  categories: { managedIdentity: 'Verwaltete Identität', user: 'Benutzer' },
  /** `Verwaltete Identität, für https://vault.azure.net, angefordert von vm-web` */
  detail: (category, resource, host) =>
    host === null ? `${category}, für ${resource}` : `${category}, für ${resource}, angefordert von ${host}`,
  success: 'Erfolg',
  failure: (code) => `AADSTS${code}`,
};
