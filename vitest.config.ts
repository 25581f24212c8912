import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { defineConfig } from 'vitest/config';
import { RunReport } from './test/support/run-report.ts';
import { english } from './src/app/languages.ts';
import { siteConfig } from './vite.config.ts';

const seed = process.env['TEST_SEED'] ?? seedOfCommit();

/** Fresh for every commit, the same for every run of one: a commit has one verdict. */
function seedOfCommit(): string {
  let commit = 'outside git';
  try {
    commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // An archive without git, or a repository without a commit: a fixed seed.
  }
  return String(createHash('sha256').update(commit).digest().readUInt32BE() >>> 1);
}

export default defineConfig({
  ...siteConfig(english),
  test: {
    passWithNoTests: false,
    env: { TEST_SEED: seed },
    provide: { seed: Number(seed) },
    reporters: ['default', new RunReport(seed, process.env['TEST_REPORTS'])],
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          include: ['test/*.test.ts', 'test/{domain,edge,content,companion,build}/**/*.test.ts'],
          // A busy machine is no failure; what never comes is one all the same.
          testTimeout: 30_000,
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['test/{ui,app}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup-ui.ts'],
          testTimeout: 30_000,
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'deep-journeys',
          environment: 'node',
          include: ['test/deep/journeys/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          environment: 'node',
          include: ['test/deep/**/*.test.ts'],
          exclude: ['test/deep/journeys/**'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
