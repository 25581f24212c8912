import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { owner } from '#domain/cloud/command.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { newWorld, openWorld } from '#domain/timeline/timeline.ts';
import { runScript } from '#domain/script/run.ts';
import { writeWorldFile } from '#edge/world-file/world-file.ts';
import { expectSame } from '#test/support/laws.ts';
import { worldsOfEveryKind } from '../../edge/every-kind-of-event.ts';
import { entryLine, headerLine, readJournal } from '../../../src/companion/world/journal-text.ts';
import { openJournal } from '../../../src/companion/world/journal.ts';
import { give, inFolder, kept, machine, secret, shared, shop, today, token, uncounted } from './worlds.ts';

/** The text of a journal in which the shop was made, with a secret in it at the end. */
async function written(file: string): Promise<string> {
  const world = shared({ journal: await openJournal(file, 'shared') });
  give(world, ...shop);
  world.run((state) => token(state));
  await world.run((state) => secret(state, 'pears')).kept;
  await world.close();
  return readFileSync(file, 'utf8');
}

async function stateIn(file: string) {
  const journal = await openJournal(file);
  await journal.close();
  return journal.state;
}

describe('a journal', () => {
  it('is a file of one entry a line, after a line that says what it is', () =>
    inFolder(async (folder) => {
      const lines = (await written(path.join(folder, 'world'))).split('\n');
      expect(lines.at(-1)).toBe('');
      expect(lines.slice(0, -1).map((line) => Object.keys(JSON.parse(line) as object))).toEqual([
        ['app', 'kind', 'format', 'seed'],
        ...Array.from({ length: 7 }, () => ['by', 'command', 'events']),
      ]);
    }));

  it('is for its owner alone, for it holds secrets', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      await written(file);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }));

  it('gives the world again that was kept in it, and goes on with it', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const first = shared({ journal: await openJournal(file, 'shared') });
      give(first, ...shop);
      first.run((state) => token(state));
      await first.close();
      const second = shared({ journal: await openJournal(file, 'another seed') });
      expectSame('opened', uncounted(second.state()), uncounted(first.state()));
      await second.run((state) => secret(state, 'plums')).kept;
      await second.close();
      expect(kept(await stateIn(file))).toEqual(kept(second.state()));
    }));

  it('carries every kind of event', () =>
    inFolder(async (folder) => {
      for (const [index, { timeline, state }] of worldsOfEveryKind().entries()) {
        const file = path.join(folder, `world-${index}`);
        const journal = await openJournal(file, timeline.seed);
        await journal.append(timeline.entries.map(entryLine));
        await journal.close();
        expectSame('read again', await stateIn(file), state);
      }
    }));

  it('has an entry in it by the time that it says so, and all entries in their order', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const world = shared({ journal: await openJournal(file, 'shared') });
      give(world, ...shop);
      const names = Array.from({ length: 200 }, (_, index) => `secret-${index}`);
      await Promise.all(
        names.map(async (name, index) => {
          if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
          await world.run((state) => secret(state, name)).kept;
          expect(readFileSync(file, 'utf8')).toContain(`"${name}"`);
        }),
      );
      await world.close();
      const { entries, close } = await openJournal(file);
      await close();
      expect(entries.map(({ entry }) => entry)).toEqual(world.timeline().entries);
    }));

  it('lets an answer wait for what it rests on', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const world = shared({ journal: await openJournal(file, 'shared') });
      give(world, ...shop);
      const { entry } = world.run((state) => token(state));
      const cached = world.run((state) => token(state));
      expect(entry.events.map(({ type }) => type)).toContain('TokenIssued');
      expect(cached.entry.events.map(({ type }) => type)).not.toContain('TokenIssued');
      await cached.kept;
      expect(readFileSync(file, 'utf8')).toContain('TokenIssued');
      await world.close();
    }));

  it('says so to everybody once it cannot be written, and the world stands still', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const clock = machine();
      const journal = await openJournal(file, 'shared');
      const world = shared({ journal, clock: () => clock.now });
      give(world, ...shop);
      await journal.written();
      // A replacement that cannot be written: a folder is in its place.
      mkdirSync(`${file}.new/x`, { recursive: true });
      const other = runScript(newWorld('other'), [{ do: 'create-group', name: 'rg-other' }]).timeline;
      await expect(world.replace(other)).rejects.toThrow('cannot be written');
      expect(() => world.run((state) => token(state))).toThrow('cannot be written');
      const before = world.state();
      clock.now += 60;
      world.tick();
      expect(world.state()).toBe(before);
      await world.close();
      expect((await stateIn(file)).seed).toBe('shared');
    }));
});

describe('the end of a file that a process did not finish', () => {
  it('is dropped and cut off, wherever the last line is torn', () =>
    inFolder(async (folder) => {
      const whole = Buffer.from(await written(path.join(folder, 'world')));
      const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
      const file = path.join(folder, 'torn');
      const before = whole.subarray(0, lastLine);
      writeFileSync(file, before);
      const expected = await stateIn(file);
      for (let length = lastLine; length < whole.length - 1; length += 1) {
        const { state, wholeBytes } = readJournal(file, whole.subarray(0, length));
        expectSame(`cut at ${length}`, [state, wholeBytes], [expected, lastLine]);
      }
      for (const length of [lastLine, lastLine + 1, whole.length - 2]) {
        writeFileSync(file, whole.subarray(0, length));
        expectSame(`cut at ${length}`, await stateIn(file), expected);
        expect(readFileSync(file).equals(before)).toBe(true);
      }
    }));

  it('stays where it lacks nothing but the end of its line', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const text = await written(file);
      const state = await stateIn(file);
      writeFileSync(file, text.slice(0, -1));
      expect(await stateIn(file)).toEqual(state);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }));

  it('may be in the midst of a character', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const world = shared({ journal: await openJournal(file, 'shared') });
      give(world, ...shop);
      await world.close();
      const before = readFileSync(file);
      const line = Buffer.from(entryLine(world.timeline().entries[1] as never).replace('rg-shop', 'Größe'));
      writeFileSync(file, Buffer.concat([before, line.subarray(0, line.indexOf('ö') + 1)]));
      await stateIn(file);
      expect(readFileSync(file).equals(before)).toBe(true);
    }));

  it('is where the next entry is written', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const text = await written(file);
      writeFileSync(file, text.slice(0, -20));
      const world = shared({ journal: await openJournal(file) });
      await world.run((state) => secret(state, 'after')).kept;
      await world.close();
      expect(kept(await stateIn(file))).toEqual(kept(world.state()));
    }));
});

describe('a file that is no whole journal is refused and left as it is', () => {
  const header = headerLine('shared');
  const ghost = entryLine({
    by: owner,
    command: { type: 'DeleteResource', id: '/nowhere' as ResourceId },
    events: [{ type: 'ResourceDeleted', id: '/nowhere' as ResourceId }],
  });
  const world = writeWorldFile(runScript(newWorld('w'), [{ do: 'create-group', name: 'rg-shop' }]).timeline);

  it.each([
    ['no journal', 'line 1: this is no journal', () => 'shopping list\napples\n'],
    ['text without an end', 'line 1: this is no journal', () => 'shopping list'],
    ['a torn first line', 'line 1: this is no journal', () => header.slice(0, 30)],
    [
      'another product',
      'line 1: this is no journal',
      () => '{"app":"another","kind":"journal","format":1,"seed":"x"}\n',
    ],
    ['no seed', 'line 1: this is no journal', () => '{"app":"managed-identity-lab","kind":"journal","format":1}\n'],
    ['a world file', 'line 1: this is a world file', () => world],
    ['a newer journal', 'line 1: the journal was written by a newer version', () => header.replace('1', '2')],
    ['a broken line', 'line 4: it is no JSON', (text: string) => withLine(text, 3, (line) => line.slice(0, -9))],
    ['an empty line', 'line 4: it is no JSON', (text: string) => withLine(text, 3, () => '')],
    ['bytes that are no text', 'line 4: it is no JSON', (text: string) => withLine(text, 3, () => '\u00ff')],
    [
      'an unknown event',
      'line 4: it is no entry',
      (text: string) => text.replace('ResourceGroupCreated', 'GroupExploded'),
    ],
    ['an endless nesting', 'line 4: it is no entry', (text: string) => withLine(text, 3, () => '['.repeat(100_000))],
    ['a broken last line that ends', 'line 8: it is no JSON', (text: string) => `${text.slice(0, -9)}\n`],
    ['a last line of another shape', 'line 9: it is no entry', (text: string) => `${text}{"by":null}`],
    ['a line that fits nothing', 'line 9: it does not fit', (text: string) => `${text}${ghost}`],
    [
      'a world of no history',
      'state that no history has',
      (text: string) => text.split('\n').toSpliced(3, 1).join('\n'),
    ],
  ])('%s', (_case, problem, broken) =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const bytes = Buffer.from(broken(await written(file)), 'latin1');
      writeFileSync(file, bytes);
      await expect(openJournal(file)).rejects.toThrow(problem);
      await expect(openJournal(file)).rejects.toThrow(file);
      expect(readFileSync(file).equals(bytes)).toBe(true);
      expect(readdirSync(folder)).toEqual(['world']);
    }),
  );

  it('a folder', () =>
    inFolder(async (folder) => {
      mkdirSync(path.join(folder, 'world'));
      await expect(openJournal(path.join(folder, 'world'))).rejects.toThrow('is no file');
    }));

  it('a place that is not there', () =>
    inFolder(async (folder) => {
      await expect(openJournal(path.join(folder, 'nowhere/world'))).rejects.toThrow(path.join(folder, 'nowhere/world'));
    }));

  function withLine(text: string, at: number, change: (line: string) => string): string {
    return text
      .split('\n')
      .map((line, index) => (index === at ? change(line) : line))
      .join('\n');
  }
});

describe('compacting', () => {
  it('writes a shorter file with the same world, and goes on in it', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const limits = { entries: 40 };
      const clock = machine();
      const world = shared({ journal: await openJournal(file, 'shared'), limits, clock: () => clock.now });
      give(world, ...shop);
      for (let round = 0; round < 200; round += 1) {
        clock.now += round % 3;
        await world.run((state) => secret(state, `secret-${round % 7}`)).kept;
      }
      await world.close();
      expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(50);
      expectSame('the state', uncounted(await stateIn(file)), uncounted(world.state()));
      expect(readdirSync(folder)).toEqual(['world']);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }));

  it('leaves the old file, which is whole, where no new one can be written', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const world = shared({ journal: await openJournal(file, 'shared'), limits: { entries: 10 } });
      mkdirSync(`${file}.new/x`, { recursive: true });
      give(world, ...shop);
      for (let round = 0; round < 30; round += 1) await world.run((state) => secret(state, 'pears')).kept;
      await world.close();
      expectSame('the state', uncounted(await stateIn(file)), uncounted(world.state()));
    }));

  it('keeps to the rights that the file was given, and to the file that a link names', () =>
    inFolder(async (folder) => {
      const [file, link] = [path.join(folder, 'world'), path.join(folder, 'link')];
      writeFileSync(file, '');
      chmodSync(file, 0o640);
      symlinkSync(file, link);
      const world = shared({ journal: await openJournal(link, 'shared'), limits: { entries: 10 } });
      give(world, ...shop);
      for (let round = 0; round < 30; round += 1) await world.run((state) => secret(state, 'pears')).kept;
      await world.close();
      expect(statSync(file).mode & 0o777).toBe(0o640);
      expectSame('the state', uncounted(await stateIn(file)), uncounted(world.state()));
    }));

  it('takes away what an earlier attempt left', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      writeFileSync(`${file}.new`, 'half of a journal');
      await written(file);
      expect(readdirSync(folder)).toEqual(['world']);
    }));
});

it('a journal holds the world that was put in the place of the first', () =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'world');
    const other = runScript(newWorld('other'), [{ do: 'create-group', name: 'rg-other' }]).timeline;
    const world = shared({ journal: await openJournal(file, 'shared') });
    give(world, ...shop);
    await world.replace(other);
    expect(readFileSync(file, 'utf8')).not.toContain('rg-shop');
    await world.run(() => ({ type: 'CreateResourceGroup', name: 'rg-new', location: 'westeurope' })).kept;
    await world.close();
    const state = await stateIn(file);
    expect(state.seed).toBe('other');
    expect(kept(state)).toEqual(kept(world.state()));
    expect(state.tenantId).toBe(openWorld(other).state.tenantId);
  }));

it('a world that was moved ahead goes on from there at the next start', () =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'world');
    const clock = machine();
    const first = shared({ journal: await openJournal(file), clock: () => clock.now });
    give(first, { type: 'AdvanceClock', seconds: 3_600 });
    await first.close();
    clock.now += 60;
    const second = shared({ journal: await openJournal(file), clock: () => clock.now });
    expect(second.state().now).toBe(today + 3_600);
    clock.now += 7;
    second.tick();
    expect(second.state().now).toBe(today + 3_607);
    await second.close();
  }));

it('a world that was kept has its own role delay, until another is asked for', () =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'world');
    const delays = [{ kind: 'fixed', seconds: 30 }, { kind: 'seeded' }, { kind: 'fixed', seconds: 0 }] as const;
    const seen = [];
    for (const roleDelay of delays) {
      const world = shared({ journal: await openJournal(file), roleDelay });
      seen.push(world.state().roleDelay);
      await world.close();
    }
    expect(seen).toEqual([delays[0], delays[0], delays[2]]);
  }));

describe('the lock of a journal', () => {
  it('keeps a second companion away, and says which process has the file', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      const journal = await openJournal(file);
      await expect(openJournal(file)).rejects.toThrow(`process ${process.pid}`);
      await journal.append([]);
      await journal.close();
      await (await openJournal(file)).close();
      expect(readdirSync(folder)).toEqual(['world']);
    }));

  it.each([
    ['of a process that ended', () => `${endedPid()} x\n`],
    ['of an earlier process with our number', () => `${process.pid} x\n`],
    ['that was torn', () => ''],
  ])('is taken over: one %s', (_case, stale) =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      writeFileSync(`${file}.lock`, stale());
      const journal = await openJournal(file);
      expect(readFileSync(`${file}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
      await journal.close();
      expect(existsSync(`${file}.lock`)).toBe(false);
    }),
  );

  it('of a process that runs stays', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      writeFileSync(`${file}.lock`, `${process.ppid} x\n`);
      await expect(openJournal(file)).rejects.toThrow(`process ${process.ppid}`);
      expect(readdirSync(folder)).toEqual(['world.lock']);
    }));

  it('goes to one of many that start at once', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'world');
      writeFileSync(`${file}.lock`, `${endedPid()} x\n`);
      const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openJournal(file)));
      const journals = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      expect(journals).toHaveLength(1);
      await journals[0]?.close();
    }));

  /** Above every number that the system gives. */
  function endedPid(): number {
    return 2 ** 22 + 1;
  }
});
