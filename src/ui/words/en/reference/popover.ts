import { sourceInWords } from './sources.ts';

/** Words of the definitions that open over a text. */
export const popoverWords = {
  inGlossary: 'In the glossary',
  source: sourceInWords,
} as const;
