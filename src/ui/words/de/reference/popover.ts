import type { popoverWords as english } from '#ui/words/en/reference/popover.ts';
import type { Translated } from '#ui/words/translation.ts';
import { sourceInWords } from './sources.ts';

/** Words of the definitions that open over a text. */
export const popoverWords: Translated<typeof english> = {
  inGlossary: 'Im Glossar',
  source: sourceInWords,
};
