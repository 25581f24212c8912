/** A language that the site is built in: each is a build of its own. */
export interface Language {
  readonly code: 'en' | 'de';
  /** Its own name for itself. */
  readonly name: string;
  /** What its addresses begin with. */
  readonly base: '' | '/de';
}

export const english: Language = { code: 'en', name: 'English', base: '' };

/** All languages, the one of the plain addresses first. */
export const languages: readonly Language[] = [english, { code: 'de', name: 'Deutsch', base: '/de' }];
