export type { ErrorWords } from '#ui/words/en/reference/errors/words.ts';
