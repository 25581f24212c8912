import { useLocation } from '#ui/router/navigation.ts';
import { english, languages, type Language } from '#app/languages.ts';
import { useHydrated } from '#ui/kit/use-hydrated.ts';

/** The language that this page was built in; its build has its own base. */
export const language = languages.find(({ base }) => `${base}/` === import.meta.env.BASE_URL) ?? english;

export interface OtherLanguage {
  readonly language: Language;
  /** The address of the same page there. */
  readonly href: string;
}

/** The same page in the other languages, with its query and hash. */
export function useOtherLanguages(): readonly OtherLanguage[] {
  const { pathname, search, hash } = useLocation();
  const hydrated = useHydrated();
  return languages
    .filter(({ code }) => code !== language.code)
    .map((other) => {
      const page = pathname === '/' ? other.base || '/' : `${other.base}${pathname}`;
      return { language: other, href: hydrated ? `${page}${search}${hash}` : page };
    });
}
