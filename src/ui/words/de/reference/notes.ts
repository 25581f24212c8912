import type { noteWords as english } from '#ui/words/en/reference/notes.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the notes within a text; every lesson loads them. */
export const noteWords: Translated<typeof english> = {
  mark: (ids) => (ids.length === 1 ? '§' : `§${ids.length}`),
  rules: (ids) => (ids.length === 1 ? `Regel ${ids.join()}` : `§${ids.length}: Regeln ${ids.join(', ')}`),
};
