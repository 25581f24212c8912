import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { seed } from '#test/support/seed.ts';
import { openJournal } from '../../src/companion/world/journal.ts';

/** Writes that are tried before each end, and how many ends there are. */
const writes = 1_000;
const rounds = 10;

/** After how many acknowledged writes each process is killed. */
const killedAfter =
  fc.sample(fc.array(fc.integer({ min: 1, max: writes - 20 }), { minLength: rounds, maxLength: rounds }), {
    seed,
    numRuns: 1,
  })[0] ?? [];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function namesIn(state: CloudState): ReadonlySet<string> {
  return new Set([...dictionary.values(state.arm.groups)].map(({ name }) => name));
}

/** Opens the journal as the next start does, and closes it: what is in it, and whether anything is left beside it. */
async function expectWhole(file: string, acknowledged: readonly string[]): Promise<void> {
  const bytes = readFileSync(file);
  const journal = await openJournal(file);
  await journal.close();
  const names = namesIn(journal.state);
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
  // Nothing was done to it but that what is torn was cut off.
  const whole = readFileSync(file);
  expect(bytes.subarray(0, whole.length - 1).equals(whole.subarray(0, -1))).toBe(true);
  expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith('.lock'))).toEqual([]);
}

async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.signalCode);
    else child.once('exit', (_code, signal) => resolve(signal));
  });
}

describe('a world whose process is killed in the middle of a thousand writes, ten times', () => {
  it('has every write that was acknowledged, in a file that is whole, also in the midst of compacting', async () => {
    const file = path.join(folder, 'direct');
    const acknowledged: string[] = [];
    const writer = path.resolve(import.meta.dirname, '../support/crash/writer.mjs');
    for (const [round, most] of killedAfter.entries()) {
      const child = spawn(process.execPath, [writer, file, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
      const before = acknowledged.length;
      for await (const name of createInterface({ input: child.stdout })) {
        acknowledged.push(name);
        if (acknowledged.length - before === most) child.kill('SIGKILL');
      }
      expect(await ended(child)).toBe('SIGKILL');
      expect(acknowledged.length - before).toBeGreaterThanOrEqual(most);
      await expectWhole(file, acknowledged);
    }
  });
});

describe('a companion that is killed in the middle of a thousand writes, ten times', () => {
  const bundle = path.resolve('dist-companion/main.js');

  interface Printed {
    readonly ARM_URL: string;
    readonly ARM_TOKEN: string;
    readonly SUBSCRIPTION_ID: string;
  }

  interface Running {
    readonly child: ChildProcess;
    readonly put: (name: string) => Promise<boolean>;
    readonly groups: () => Promise<readonly string[]>;
  }

  async function start(file: string): Promise<Running> {
    const child = spawn(process.execPath, [bundle, '--json', '--quiet', '--role-delay', '0', '--world', file], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const variables = await firstLine(child);
    const groups = `${variables.ARM_URL}/subscriptions/${variables.SUBSCRIPTION_ID}/resourcegroups`;
    const version = 'api-version=2021-04-01';
    const headers = { Authorization: `Bearer ${variables.ARM_TOKEN}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ location: 'westeurope' });
    return {
      child,
      put: (name) =>
        fetch(`${groups}/${name}?${version}`, { method: 'PUT', headers, body }).then(
          ({ ok }) => ok,
          () => false,
        ),
      async groups() {
        const { value } = (await (await fetch(`${groups}?${version}`, { headers })).json()) as {
          readonly value: readonly { readonly name: string }[];
        };
        return value.map(({ name }) => name);
      },
    };
  }

  async function firstLine({ stdout }: ChildProcess): Promise<Printed> {
    if (stdout === null) throw new Error('The output is not read.');
    for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as Printed;
    throw new Error('The companion ended before it said where it is.');
  }

  /** Eight clients write, each one thing after another, until the process is killed; the names that were acknowledged. */
  async function writeUntilKilled({ child, put }: Running, round: number, most: number): Promise<readonly string[]> {
    const acknowledged: string[] = [];
    let given = 0;
    const write = async (): Promise<void> => {
      while (given < writes) {
        const name = `rg-${round}-${given}`;
        given += 1;
        if (!(await put(name))) return;
        acknowledged.push(name);
        if (acknowledged.length === most) child.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: 8 }, write));
    return acknowledged;
  }

  it('answers with every write that it acknowledged, and its file is whole', async () => {
    expect(existsSync(bundle), 'run node src/build/run.mjs companion').toBe(true);
    const file = path.join(folder, 'served');
    const acknowledged: string[] = [];
    for (const [round, most] of killedAfter.entries()) {
      const running = await start(file);
      const found = new Set(await running.groups());
      expect(acknowledged.filter((name) => !found.has(name))).toEqual([]);
      const now = await writeUntilKilled(running, round, most);
      expect(await ended(running.child)).toBe('SIGKILL');
      expect(now.length).toBeGreaterThanOrEqual(most);
      acknowledged.push(...now);
      await expectWhole(file, acknowledged);
    }
  });
});
