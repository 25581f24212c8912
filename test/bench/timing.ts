import { performance } from 'node:perf_hooks';

/** The median of so many runs, in milliseconds, after one that warms up. */
export function medianOf(runs: number, run: () => void): number {
  run();
  return middleOf(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** The same for what has to be waited for, one run after another. */
export async function medianOfEach(runs: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return middleOf(times);
}

/** The median of numbers that were measured. */
export function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
