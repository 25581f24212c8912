// Starts writer.ts in a process of its own: `node writer.mjs <file> <round>`.
// @ts-check
import path from 'node:path';
import { runnerImport } from 'vite';

/** @type {{ module: { main: (args: readonly string[]) => Promise<void> } }} */
const { module } = await runnerImport(path.join(import.meta.dirname, 'writer.ts'), {
  configFile: false,
  root: path.resolve(import.meta.dirname, '../../..'),
});
await module.main(process.argv.slice(2));
