import type { tamperWords as english } from '#ui/words/en/flow/tamper.ts';
import type { Translated } from '#ui/words/translation.ts';

/** What the tool says with which a token is changed. */
export const tamperWords: Translated<typeof english> = {
  open: 'Token manipulieren',
  loading: 'Einen Moment …',
  title: 'Das Token manipulieren',
  intro: 'Ändern Sie, was das Token sagt, und legen Sie es dem Ziel vor. Seine Signatur bleibt, wie sie war.',
  what: 'Was geändert wird',
  claim: 'Ein Claim',
  byte: 'Ein einzelnes Byte',
  name: 'Claim',
  inHeader: (name) => `${name} (Header)`,
  value: 'Neuer Wert',
  segment: 'Teil des Tokens',
  segments: { header: 'Header', payload: 'Nutzdaten', signature: 'Signatur' },
  position: 'Byte',
  positionText: (at, count) => `${at + 1} von ${count}`,
  genuine: 'Noch ist nichts geändert: Das ist das Token, wie es ausgestellt wurde.',
  changedJwt: 'Das geänderte Token',
  mark: 'geändert',
  present: (target) => `${target} vorlegen`,
  presenting: 'Der Simulator wird gefragt …',
  nobody: 'In diesem Ablauf ruft niemand mit diesem Token ein Ziel auf, also kann auch niemand es ablehnen.',
  unsigned: 'Dieser Browser bietet hier kein WebCrypto, also gibt es keine Signatur, die brechen könnte.',
  answer: (target) => `Was ${target} antwortet`,
  signatureBroke:
    'Die Signatur wurde für andere Bytes gebildet. Wer eines davon ändert, kann keine neue bilden: Dazu braucht es den privaten Schlüssel von Microsoft Entra ID.',
  signatureUnknown:
    'Das Ziel findet zu dieser kid keinen Schlüssel, kann die Signatur also nicht prüfen und glaubt nichts von dem, was das Token sagt.',
  malformed: 'Was übrig bleibt, ist kein Token mehr: Es ist nicht lesbar.',
  otherGate: 'Das Ziel lehnt es ab, durch die markierte Prüfung.',
  accepted: 'Das Ziel nimmt es an: Nichts, worauf es ankommt, wurde geändert.',
  failed: 'Der Aufruf war hier nicht möglich.',
  back: 'Zurück zum echten Token',
};
