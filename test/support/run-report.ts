import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

export interface RunCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Prints the seed of a run; in CI also notes its counts, for the sum over all runs. */
export class RunReport implements Reporter {
  readonly #seed: string;
  readonly #folder: string | undefined;

  constructor(seed: string, folder: string | undefined) {
    this.#seed = seed;
    this.#folder = folder;
  }

  onTestRunStart(): void {
    console.log(`Seed of the random tests: ${this.#seed} (repeat with TEST_SEED=${this.#seed})`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    if (this.#folder === undefined) return;
    mkdirSync(this.#folder, { recursive: true });
    const counts = countTests(modules, unhandledErrors.length);
    writeFileSync(path.join(this.#folder, `${process.pid}.json`), JSON.stringify(counts));
  }
}

/** A file that could not be read and an error outside every test count as one failed test each. */
function countTests(modules: readonly TestModule[], unhandledErrors: number): RunCounts {
  let passed = 0;
  let failed = unhandledErrors;
  for (const module of modules) {
    failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed') failed += 1;
    }
  }
  return { passed, failed };
}
