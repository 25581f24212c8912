/** A mistake of ours, never an answer of Azure's: it ends in an error boundary that offers the log. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws where a condition that our own code promises does not hold. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** The default branch of an exhaustive switch: compiles only while every variant has its own branch. */
export function assertNever(value: never): never {
  throw new InvariantError(`Unexpected variant: ${JSON.stringify(value)}`);
}
