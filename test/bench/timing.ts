import { performance } from 'node:perf_hooks';

/** The median of so many runs, in milliseconds, after one that warms up. */
export function medianOf(runs: number, run: () => void): number {
  run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
