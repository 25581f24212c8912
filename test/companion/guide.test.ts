import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import type { TestContext } from 'vitest';
import { compileGuide } from '#content/build/guide.ts';
import { plainTextOf } from '#content/build/inline.ts';
import { Report } from '#content/build/report.ts';
import type { Guide } from '#content/types.ts';

const bundle = path.resolve('dist-companion/main.js');
const file = 'content/en/guides/own-code.md';
const guide = compileGuide(new Report(file), { id: 'own-code', text: readFileSync(file, 'utf8') });

/** Lines for a shell with what they print, a program with its name, or a command that starts the companion. */
type Listing =
  | { readonly kind: 'lines'; readonly text: string; readonly prints: string | null }
  | { readonly kind: 'program'; readonly file: string; readonly text: string }
  | { readonly kind: 'start'; readonly command: string };

const sections = sectionsOf(guide);

/** What is for clients that are not here: it is read by people, and its shell lines at least by a shell. */
const notRun = ['Python', '.NET', 'Java', 'Go', 'Azure CLI'];

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

// A busy machine is no failure: several processes start here.
describe('the guide to the companion', { timeout: 90_000 }, () => {
  it('says of each of its listings whether it is run here', () => {
    const run = [
      'Start it',
      'Make a world',
      'Be the machine',
      'curl',
      'Node',
      'http or https',
      'Faults, the clock, delays',
      'Keep the world',
    ];
    const withCode = [...sections].flatMap(([title, listings]) => (listings.length > 0 ? [title] : []));
    expect(withCode.toSorted()).toEqual([...run, ...notRun].toSorted());
  });

  it.each(notRun)('has lines under %s that a shell can read', async (title) => {
    const lines = linesOf(sectionAt(title));
    expect(lines.length).toBeGreaterThan(0);
    for (const { text } of lines) await bash(newPlace(), `set -n\n${text}`);
  });

  it.concurrent('starts the companion over TLS, and its world, curl, Node and faults do what it says', async (context) => {
    const place = newPlace();
    await start(context, place, startOf('Start it'));
    const said = ['Make a world', 'Be the machine', 'curl', 'Node', 'Faults, the clock, delays'].flatMap(sectionAt);
    expect(linesOf(said).filter(({ prints }) => prints !== null).length).toBeGreaterThanOrEqual(6);
    await follow(place, said);
  });

  it.concurrent('does what it says over plain HTTP', async (context) => {
    const place = newPlace();
    await start(context, place, startOf('http or https'));
    // With TLS there is more to print.
    const before = [...sectionAt('Make a world'), ...sectionAt('Be the machine')].map((each) =>
      each.kind === 'lines' ? { ...each, prints: null } : each,
    );
    const said = sectionAt('http or https');
    expect(linesOf(said).some(({ prints }) => prints !== null)).toBe(true);
    await follow(place, [...before, ...said]);
  });

  it.concurrent('keeps a world in the file that it names', async (context) => {
    const place = newPlace();
    const command = startOf('Keep the world');
    await stop(await start(context, place, command));
    expect(existsSync(path.join(place, /--world (\S+)/.exec(command)?.[1] ?? 'none'))).toBe(true);
  });
});

function sectionsOf(read: Guide | undefined): ReadonlyMap<string, readonly Listing[]> {
  const found = new Map<string, Listing[]>();
  let current: Listing[] = [];
  for (const [index, block] of (read?.blocks ?? []).entries()) {
    if (block.type === 'heading') found.set(plainTextOf(block.children), (current = []));
    if (block.type !== 'code' || block.language === 'text') continue;
    const next = read?.blocks[index + 1];
    const prints = next?.type === 'code' && next.language === 'text' ? next.value : null;
    current.push(listingOf(block.language, block.value, prints));
  }
  return found;
}

function listingOf(language: string, text: string, prints: string | null): Listing {
  if (language !== 'sh') return { kind: 'program', file: /^(?:\/\/|#) (\S+)/.exec(text)?.[1] ?? '', text };
  return /^npm run companion\b.*$/.test(text) ? { kind: 'start', command: text } : { kind: 'lines', text, prints };
}

function sectionAt(title: string): readonly Listing[] {
  const found = sections.get(title);
  if (found === undefined) throw new Error(`The guide has no section "${title}".`);
  return found;
}

function startOf(title: string): string {
  const found = sectionAt(title).find((each) => each.kind === 'start');
  if (found?.kind !== 'start') throw new Error(`Nothing under "${title}" starts the companion.`);
  return found.command;
}

function linesOf(listings: readonly Listing[]) {
  return listings.flatMap((each) => (each.kind === 'lines' ? [each] : []));
}

/** A folder as a reader has one: with `npm`, which here starts what is built and downloads nothing, and the packages. */
function newPlace(): string {
  if (!existsSync(bundle)) throw new Error('dist-companion is missing: run node src/build/run.mjs companion.');
  const place = mkdtempSync(path.join(os.tmpdir(), 'companion-guide-'));
  folders.push(place);
  mkdirSync(path.join(place, 'bin'));
  const npm = path.join(place, 'bin/npm');
  writeFileSync(
    npm,
    `#!/bin/sh
if [ "$1" = install ]; then
  shift
  for package; do [ -d "node_modules/$package" ] || exit 1; done
  exit 0
fi
while [ "$1" != -- ]; do shift; done
shift
exec "${process.execPath}" "${bundle}" "$@"
`,
  );
  chmodSync(npm, 0o755);
  symlinkSync(path.resolve('node_modules'), path.join(place, 'node_modules'));
  return place;
}

/** Nothing of the surroundings leads a client elsewhere. `TMPDIR`: a companion that somebody else runs is not found. */
function surroundings(place: string): Record<string, string> {
  const { PATH = '' } = process.env;
  return { PATH: `${place}/bin:${path.dirname(process.execPath)}:${PATH}`, HOME: place, TMPDIR: place };
}

/** Resolves when the companion has said where it is. */
async function start(context: TestContext, place: string, command: string): Promise<ChildProcess> {
  const child = spawn('bash', ['-c', `exec ${command}`], {
    cwd: place,
    env: surroundings(place),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  context.onTestFinished(() => stop(child));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Press Ctrl+C')) return child;
  }
  throw new Error(`${command}: ended before it said where it is.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

/** Follows the guide in one shell, as its reader does, and compares what it prints; `…` stands for anything. */
async function follow(place: string, listings: readonly Listing[]): Promise<void> {
  for (const each of listings) if (each.kind === 'program') writeFileSync(path.join(place, each.file), each.text);
  const lines = linesOf(listings);
  const mark = '--- next ---';
  const output = await bash(
    place,
    ['set -eo pipefail', ...lines.map(({ text }) => `${text}\necho '${mark}'`)].join('\n'),
  );
  const printed = output.split(`${mark}\n`);
  for (const [index, { text, prints }] of lines.entries()) {
    if (prints !== null) expect(printed[index]?.trim(), text).toMatch(patternOf(prints));
  }
}

function patternOf(prints: string): RegExp {
  const exact = prints.split('…').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(`^${exact.join('.*')}$`);
}

function bash(place: string, script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', script], { cwd: place, env: surroundings(place) }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${stderr}\n${stdout}`));
    });
  });
}
