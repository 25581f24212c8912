export type { PartWords } from '#ui/words/en/flow/part-words.ts';
