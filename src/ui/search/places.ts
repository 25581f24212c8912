import { paths } from '#app/paths.ts';
import type { Place } from '#app/search/begun.ts';
import { shellWords } from '#ui/words/words.ts';

/** The main places, as in the header. */
export const mainPlaces: readonly Place[] = [
  { href: paths.lessons.href(), title: shellWords.lessons, within: '' },
  { href: paths.flow.href(), title: shellWords.flow, within: '' },
  { href: paths.sandbox.href(), title: shellWords.sandbox, within: '' },
  { href: paths.quizzes.href(), title: shellWords.quiz, within: '' },
  { href: paths.reference.href(), title: shellWords.reference, within: '' },
  { href: paths.glossary.href(), title: shellWords.glossary, within: '' },
];
