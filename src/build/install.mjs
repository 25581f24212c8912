// Plain JavaScript without imports from npm: it runs before anything is installed.
// @ts-check
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonToInstall } from './installed.mjs';

/** @returns {number} the exit code of npm */
function npmCi() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const result =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
      : spawnSync(`npm ${args.join(' ')}`, { stdio: 'inherit', shell: true });
  if (result.error !== undefined) console.error(`npm could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

/** @returns {number} */
function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Managed Identity Lab needs Node 20.19 or later; this is ${process.versions.node}.`);
    return 1;
  }
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
  const reason = reasonToInstall(root);
  if (reason === undefined) return 0;
  console.log(`Installing dependencies with npm ci: ${reason}.`);
  process.chdir(root);
  return npmCi();
}

process.exitCode = main();
