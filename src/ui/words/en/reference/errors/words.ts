export interface ErrorWords {
  /** What made it; inline code in backticks. */
  readonly cause: string;
  /** What to do about it. */
  readonly cure: string;
}
