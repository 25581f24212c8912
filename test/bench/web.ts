import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paths } from '#app/paths.ts';
import { ensureBrowser } from '#build/browser.ts';
import { firstLesson } from '#build/budgets.ts';
import { writeWebPart } from './web/bench-file.ts';
import { measure, type WebFigures } from './web/measure.ts';
import { buildPeers, installInto, type BuiltSite } from './web/peers.ts';
import { firstLessonText } from './web/same-text.ts';
import { tableOf } from './web/table.ts';

/**
 * Measures the first lesson as a reader gets it, beside VitePress and Starlight with the same text.
 * `--dist <folder>`: another build than `dist`; `--write`: keep the table in BENCH.md.
 */
export async function main(args: readonly string[]): Promise<void> {
  const dist = args.includes('--dist') ? (args[args.indexOf('--dist') + 1] ?? '') : 'dist';
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-web-'));
  try {
    const browser = ensureBrowser();
    const lighthouse = installInto(path.join(folder, 'lighthouse'), ['lighthouse@12.8.2']);
    const ours: BuiltSite = {
      name: 'Managed Identity Lab',
      folder: dist,
      page: paths.lesson.href(firstLesson()),
      policy: true,
    };
    const others = buildPeers(folder, await firstLessonText(process.cwd()));
    const tools = { browser, lighthouse, runs: 5 };
    const own = await measure(ours, tools);
    const rest: WebFigures[] = [];
    for (const other of others) rest.push(await measure(other, tools));
    const table = tableOf([own, ...rest]);
    process.stdout.write(`\n${table}`);
    if (args.includes('--write')) writeWebPart(table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
