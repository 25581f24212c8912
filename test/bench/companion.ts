import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { main as build } from '#build/companion.ts';
import { startCompanion } from '#test/support/sdk/companion.ts';
import { runOfCachedToken, signing } from './companion/alone.ts';
import { companionTable } from './companion/table.ts';
import type { CompanionFigures } from './companion/table.ts';
import { compare } from './companion/rounds.ts';
import { openSubject } from './companion/subject.ts';
import { medianOfEach, middleOf } from './timing.ts';

/** Audiences that nobody asked for before: each needs a token of its own, and a signature. */
const newAudiences = [
  'https://storage.azure.com',
  'https://graph.microsoft.com',
  'https://management.azure.com',
  'https://database.windows.net',
  'https://cosmos.azure.com',
];

/** Measures the companion that is built from these sources, or one that was built before, and gives its part of the report. */
export async function measureCompanion(built: string | null): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-companion-'));
  try {
    return companionTable(await figuresOf(built ?? (await buildIn(folder))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Beside the page, where there is one: the companion looks for it at its start. */
async function buildIn(folder: string): Promise<string> {
  const built = path.join(folder, 'dist-companion');
  await build([built]);
  if (existsSync('dist')) symlinkSync(path.resolve('dist'), path.join(folder, 'dist'));
  return built;
}

async function figuresOf(built: string): Promise<CompanionFigures> {
  const starts = { node: await startOfNode(), plain: await startOf(built, false), https: await startOf(built, true) };
  const subject = await openSubject(built);
  try {
    const audiences = newAudiences.values();
    const newToken = await medianOfEach(newAudiences.length, () => subject.askFor(audiences.next().value ?? ''));
    const token = await compare(subject.token, subject.token.bytes);
    const secret = await compare(subject.secret, subject.secret.bytes);
    return {
      starts,
      newToken,
      loads: [
        { what: 'a token from the cache', bytes: subject.token.bytes, ...token },
        { what: 'a secret', bytes: subject.secret.bytes, ...secret },
      ],
      signing: await signing(),
      cachedToken: await runOfCachedToken(),
    };
  } finally {
    await subject.close();
  }
}

/** Milliseconds from the start of the process to the line that says where everything is. */
async function startOf(built: string, https: boolean): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    const { close } = await startCompanion({ built, https });
    times.push(performance.now() - start);
    await close();
  }
  return middleOf(times);
}

/** What is spent before any program of Node does anything. */
async function startOfNode(): Promise<number> {
  return medianOfEach(5, () => once(spawn(process.execPath, ['--eval', '0']), 'exit'));
}
