/** Where something stands in a content file. */
export interface Spot {
  /** Counted from 1. */
  readonly line: number;
  /** The field, as its author would point at it: `questions[2].choices[1].why`. */
  readonly field?: string;
}

/** The way to a field, from the top of its file or block. */
export type FieldPath = readonly (string | number)[];

/** Finds the spot of a field, so that a problem can name its line. */
export interface Place {
  spot(...path: FieldPath): Spot;
  /** The same, seen from a field further in. */
  within(...path: FieldPath): Place;
}

/** One thing that an author has to mend. */
export interface Problem extends Spot {
  /** Path from the project's root. */
  readonly file: string;
  readonly message: string;
}

/** `content/quizzes/system-or-user.yaml:41 questions[2].choices[1].why: missing; say why …` */
export function describeProblem({ file, line, field, message }: Problem): string {
  return field === undefined ? `${file}:${line} ${message}` : `${file}:${line} ${field}: ${message}`;
}

export function describeProblems(problems: readonly Problem[]): string {
  return problems.map(describeProblem).join('\n');
}
