// Builds what is older than its sources, and nothing else: `node src/build/up-to-date.mjs site companion`.
// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @type {Readonly<Record<string, { script: string, built: string, sources: readonly string[] }>>} */
const products = {
  site: {
    script: 'build',
    built: 'dist/llms.txt',
    sources: ['src', 'content', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'],
  },
  companion: {
    script: 'companion',
    built: 'dist-companion/main.js',
    sources: ['src/companion', 'src/domain', 'src/edge', 'src/build', 'package-lock.json'],
  },
};

/** @param {string} place @returns {number} when anything at or below it was changed last */
function changed(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time is that of what was added to it or taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => changed(path.join(place, name))));
}

/** @param {string} name @returns {boolean} */
export function isBuilt(name) {
  return existsSync(path.join(root, products[name]?.built ?? ''));
}

/** Builds it where it is missing or older than any of its sources. @param {string} name */
export async function bringUpToDate(name) {
  const product = products[name];
  if (product === undefined) throw new Error(`There is no product "${name}".`);
  const newest = Math.max(...product.sources.map((source) => changed(path.join(root, source))));
  if (isBuilt(name) && statSync(path.join(root, product.built)).mtimeMs >= newest) return;
  process.stderr.write(`Building the ${name}.\n`);
  const { execFileSync } = await import('node:child_process');
  // What it prints is no part of what the caller prints.
  execFileSync(process.execPath, [path.join(root, 'src/build/run.mjs'), product.script], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.argv.slice(2)) await bringUpToDate(name);
}
