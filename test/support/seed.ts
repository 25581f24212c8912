import { inject } from 'vitest';

declare module 'vitest' {
  // The shape of vitest's own interface asks for an interface here.
  interface ProvidedContext {
    /** A whole number below 2^31, derived from the commit. */
    readonly seed: number;
  }
}

/** The seed of this run's random tests: `fc.assert(property, { seed })`. The run prints it once. */
export const seed: number = inject('seed');
