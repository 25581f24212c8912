// Starts a TypeScript script of this folder, or a measurement of test/bench: `node src/build/run.mjs serve`. Node 20 runs no TypeScript,
// Vite's module runner does, with the same import names as everywhere else.
// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const folder = path.dirname(fileURLToPath(import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const file = [folder, path.join(folder, '../../test/bench')]
  .map((place) => path.join(place, `${name}.ts`))
  .find((candidate) => existsSync(candidate));

if (!/^[a-z-]+$/.test(name) || file === undefined) {
  console.error(`Usage: node src/build/run.mjs <script> [arguments]; there is no script "${name}".`);
  process.exitCode = 1;
} else {
  try {
    /** @type {{ module: { main?: (args: readonly string[], importFile: (file: string) => Promise<unknown>) => unknown } }} */
    const { module } = await runnerImport(file, { configFile: false, root: path.resolve(folder, '../..') });
    if (module.main === undefined) throw new Error(`src/build/${name}.ts exports no main()`);
    // A file that a script has built is for Node itself, and not for the module runner.
    await module.main(args, (file) => import(pathToFileURL(file).href));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
