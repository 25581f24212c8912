/** Words of the notes within a text; every lesson loads them. */
export const noteWords = {
  /** The mark of rules that a sentence rests on, as of a footnote. */
  mark: (ids: readonly string[]) => (ids.length === 1 ? '§' : `§${ids.length}`),
  /** What the mark is called; it begins with what it shows, for those who say what they see. */
  rules: (ids: readonly string[]) =>
    ids.length === 1 ? `Rule ${ids.join()}` : `§${ids.length}: rules ${ids.join(', ')}`,
} as const;
