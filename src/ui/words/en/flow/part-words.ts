/** What a part of a message is. */
export interface PartWords {
  readonly means: string;
  /** Who reads it. */
  readonly reader: string;
  /** What happens without it, or with a wrong one. */
  readonly without: string;
}
