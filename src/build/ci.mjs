// Runs every gate, also after one has failed, and ends with the line "N passed, N failed".
// Plain JavaScript without imports from npm: on a fresh clone nothing is installed yet.
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const scripts = ['check', 'test', 'test:deep'];

/** @typedef {{ passed: number, failed: number }} Counts what a run of vitest noted (test/support/run-report.ts) */

/**
 * @param {string} folder
 * @returns {Counts}
 */
function countsIn(folder) {
  const sum = { passed: 0, failed: 0 };
  for (const name of readdirSync(folder)) {
    const counts = /** @type {Counts} */ (JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    sum.passed += counts.passed;
    sum.failed += counts.failed;
  }
  return sum;
}

let passed = 0;
let failed = 0;
for (const script of scripts) {
  const reports = mkdtempSync(path.join(tmpdir(), 'reports-'));
  const started = Date.now();
  console.log(`\n=== npm run ${script}`);
  const { status } = spawnSync(`npm run ${script}`, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, TEST_REPORTS: reports },
  });
  const counts = countsIn(reports);
  rmSync(reports, { recursive: true });
  // A gate that is no test (format, types, a build) still is a failure.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  if (script !== 'check' && status === 0 && counts.passed === 0) {
    console.error(`npm run ${script} reported no test.`);
    counts.failed = 1;
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`=== npm run ${script}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
