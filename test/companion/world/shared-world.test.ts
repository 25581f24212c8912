import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owner } from '#domain/cloud/command.ts';
import type { Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { newCloud } from '#domain/cloud/state.ts';
import { fromIso } from '#domain/kernel/instant.ts';
import { hops } from '#domain/protocol/hops.ts';
import { newWorld, openWorld } from '#domain/timeline/timeline.ts';
import { runScript } from '#domain/script/run.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';
import { readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';
import { anyMoves, wideMoves, worldSeed } from '#test/support/arbitraries.ts';
import { expectSame } from '#test/support/laws.ts';
import { play, turnsOf } from '#test/support/moves.ts';
import { seed } from '#test/support/seed.ts';
import { leavesStateAsItWas } from '../../../src/companion/world/passing.ts';
import { UnreadableEntryError } from '../../../src/companion/world/shared-world.ts';
import type { Published } from '../../../src/companion/world/shared-world.ts';
import {
  account,
  blob,
  folded,
  give,
  inMemory,
  kept,
  machine,
  refused,
  secret,
  shared,
  shop,
  takeTurns,
  today,
  token,
  turn,
  uncounted,
} from './worlds.ts';

const firstInstant = fromIso('2026-03-02T09:00:00Z');
const group: Command = { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' };

describe('the clock of a shared world', () => {
  it('begins at the present time of the machine, with the role delay that was asked for', () => {
    const { now, roleDelay } = shared({ roleDelay: { kind: 'fixed', seconds: 7 } }).state();
    expect({ now, roleDelay }).toEqual({ now: today, roleDelay: { kind: 'fixed', seconds: 7 } });
  });

  it('stays at its first instant while the machine is before it, and joins the machine then', () => {
    const clock = machine(firstInstant - 1_000);
    const world = shared({ clock: () => clock.now });
    expect(world.state().now).toBe(firstInstant);
    takeTurns(world, clock, [turn(group, 900)]);
    expect(world.state().now).toBe(firstInstant);
    takeTurns(world, clock, [turn(group, 150)]);
    expect(world.state().now).toBe(firstInstant + 50);
  });

  it('follows the machine by whole seconds, before the command is made', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    const seen: number[] = [];
    for (const fraction of [0.4, 0.4, 0.4, 60]) {
      clock.now += fraction;
      world.run(({ now }) => {
        seen.push(now - today);
        return group;
      });
    }
    expect(seen).toEqual([0, 0, 1, 61]);
  });

  it('does not go back with the machine, and waits for it', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    takeTurns(world, clock, [turn(group, -3_600), turn(refused, 3_599)]);
    expect(world.state().now).toBe(today);
    takeTurns(world, clock, [turn(refused, 6)]);
    expect(world.state().now).toBe(today + 5);
  });

  it('stays ahead of the machine by what people moved it', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    takeTurns(world, clock, [turn({ type: 'AdvanceClock', seconds: 600 }, 5)]);
    expect(world.state().now).toBe(today + 605);
    takeTurns(world, clock, [turn(refused, 10), turn({ type: 'AdvanceClock', seconds: 1 }), turn(refused, 1)]);
    expect(world.state().now).toBe(today + 617);
  });

  it('is not moved by a command that moves nothing', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    takeTurns(world, clock, [turn({ type: 'AdvanceClock', seconds: -60 }), turn(refused, 1)]);
    expect(world.state().now).toBe(today + 1);
  });

  it('lets come about what is due when nobody asks', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    give(world, ...shop);
    world.run((state) => token(state));
    const published: Published[] = [];
    world.subscribe((each) => published.push(each));
    clock.now += 86_400;
    world.tick();
    world.tick();
    const [only, ...others] = published;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: 'entry', commandId: null, entry: { by: machineClock } });
    expect(only?.kind === 'entry' ? only.entry.events.map(({ type }) => type) : []).toContain('TokenExpired');
  });
});

describe('a command to a shared world', () => {
  it('is decided as the engine decides it, and told in its order', () => {
    const world = shared();
    const published: Published[] = [];
    const stop = world.subscribe((each) => published.push(each));
    const before = world.state();
    const { entry, state } = world.run(() => group, owner, 'mine');
    expect(entry).toEqual({ by: owner, command: group, events: decide(before, group) });
    expect(state).toBe(world.state());
    give(world, refused);
    expect(published).toMatchObject([
      { kind: 'entry', commandId: 'mine', entry: { command: group } },
      { kind: 'entry', commandId: null, entry: { command: refused } },
    ]);
    stop();
    give(world, group);
    expect(published).toHaveLength(2);
  });

  it('that cannot be made leaves everything as it was', () => {
    const clock = machine();
    const journal = inMemory('shared');
    const world = shared({ journal, clock: () => clock.now });
    const [before, held] = [world.state(), [...journal.held()]];
    clock.now += 86_400;
    expect(() =>
      world.run(() => {
        throw new Error('not made');
      }),
    ).toThrow('not made');
    expect(world.state()).toBe(before);
    expect(journal.held()).toEqual(held);
  });

  it('is refused where no log could hold what it leads to, and nothing of it happens', () => {
    const journal = inMemory('shared');
    const world = shared({ journal });
    give(world, ...shop);
    const [before, held] = [world.state(), [...journal.held()]];
    const location = 'longer than any text of a world file'.repeat(50_000);
    expect(() => world.run(() => ({ ...group, name: 'rg-new', location }))).toThrow(UnreadableEntryError);
    expect(world.state()).toBe(before);
    expect(journal.held()).toEqual(held);
  });
});

describe('what is kept', () => {
  const moves = fc.oneof(anyMoves, wideMoves);

  it('leaves out only entries without which the state is the same, but for the number of requests', () => {
    fc.assert(
      fc.property(worldSeed, moves, (name, some) => {
        for (const { entry, before, after } of turnsOf(play(name, some))) {
          const same = { ...(uncounted(before) as object), now: after.now };
          if (leavesStateAsItWas(entry.events)) expectSame('as it was', uncounted(after), same);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('are no cache hits, no refusals and no bare ticks', () => {
    const clock = machine();
    const journal = inMemory('shared');
    const world = shared({ journal, clock: () => clock.now });
    give(world, ...shop);
    world.run((state) => token(state));
    const held = journal.held().length;
    for (let round = 0; round < 5; round += 1) {
      clock.now += 1;
      world.run((state) => token(state));
      give(world, refused);
    }
    expect(journal.held()).toHaveLength(held);
    world.run((state) => secret(state, 'later'));
    // One for the five seconds that passed, one for the secret.
    expect(journal.held()).toHaveLength(held + 2);
    expect(journal.held().at(-2)).toMatchObject({ command: { type: 'AdvanceClock', seconds: 5 } });
  });

  it('are the hours that somebody let pass, for they were asked for', () => {
    const journal = inMemory('shared');
    const world = shared({ journal });
    give(world, { type: 'AdvanceClock', seconds: 3_600 });
    expect(folded('shared', journal.held()).now).toBe(today + 3_600);
  });

  it('gives the state again, whatever happened and however the time passed', () => {
    const pauses = fc.array(fc.constantFrom(0, 0, 1, 30, 700, 90_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(worldSeed, moves, pauses, (name, some, seconds) => {
        const clock = machine();
        const journal = inMemory(name);
        const world = shared({ seed: name, journal, clock: () => clock.now });
        const turns = play(name, some).entries.map(({ command, by }, index) => {
          return { seconds: seconds[index % seconds.length] ?? 0, command, by };
        });
        takeTurns(world, clock, turns);
        expectSame('the journal', kept(folded(name, journal.held())), kept(world.state()));
        expect(folded(name, journal.held()).now).toBeLessThanOrEqual(world.state().now);
        const page = openWorld(world.timeline());
        expectSame('the page', uncounted(page.state), uncounted(world.state()));
      }),
      { seed: seed + 1, numRuns: 60 },
    );
  });

  it('gives the state again after checkpoints too, of which nothing is seen', () => {
    const pauses = fc.array(fc.constantFrom(0, 1, 30, 700, 90_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(worldSeed, moves, pauses, fc.integer({ min: 1, max: 12 }), (name, some, seconds, entries) => {
        const limits = { entries, characters: 20_000, hops: 20 };
        const whole = { clock: machine(), journal: inMemory(name) };
        const compacted = { clock: machine(), journal: inMemory(name) };
        const turns = play(name, some).entries.map(({ command, by }, index) => {
          return { seconds: seconds[index % seconds.length] ?? 0, command, by };
        });
        const worlds = [
          shared({ seed: name, journal: whole.journal, clock: () => whole.clock.now }),
          shared({ seed: name, journal: compacted.journal, clock: () => compacted.clock.now, limits }),
        ] as const;
        takeTurns(worlds[0], whole.clock, turns);
        takeTurns(worlds[1], compacted.clock, turns);
        expectSame('the state', worlds[1].state(), worlds[0].state());
        expect(compacted.journal.held().length).toBeLessThanOrEqual(entries + 2);
        expectSame('the journal', kept(folded(name, compacted.journal.held())), kept(worlds[0].state()));
        expectSame('the page', uncounted(openWorld(worlds[1].timeline()).state), uncounted(worlds[0].state()));
      }),
      { seed: seed + 2, numRuns: 60 },
    );
  });
});

describe('what a page is given', () => {
  it('is a world that a page can open, in its true order', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    takeTurns(world, clock, [turn(group, 5), turn(refused), turn(refused, 5)]);
    world.run((state) => token(state));
    const types = world.timeline().entries.map(({ command }) => command.type);
    expect(types).toEqual([
      'AdvanceClock',
      'SetRoleDelay',
      'AdvanceClock',
      'CreateResourceGroup',
      'DeleteResourceGroup',
      'AdvanceClock',
      'DeleteResourceGroup',
      'RequestToken',
    ]);
    const read = readWorldFile(writeWorldFile(world.timeline()));
    expect(read.ok && read.world.state).toEqual(world.state());
  });

  it('has the latest thousand messages of those that left no trace, however many there were', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    give(world, ...shop);
    world.run((state) => token(state));
    for (let round = 0; round < 2_000; round += 1) {
      clock.now += 0.1;
      world.run((state) => token(state, round % 2 === 0 ? undefined : 'https://nowhere.example'));
    }
    const { entries } = world.timeline();
    const messages = entries.filter(({ events }) => leavesStateAsItWas(events)).flatMap(({ events }) => hops(events));
    expect(messages.length).toBeGreaterThan(900);
    expect(messages.length).toBeLessThanOrEqual(1_000);
    expect(entries.map(({ command }) => command.type)).toContain('CreateResource');
    expect(openWorld(world.timeline()).state.now).toBe(world.state().now);
  });

  it('tells the present time when nothing but requests came for long', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now, limits: { hops: 4 } });
    takeTurns(world, clock, [turn(group, 1), ...Array.from({ length: 9 }, () => turn(refused, 1))]);
    clock.now += 1;
    takeTurns(
      world,
      clock,
      Array.from({ length: 9 }, () => turn(refused)),
    );
    expect(openWorld(world.timeline()).state.now).toBe(today + 11);
  });

  it('counts the seconds of an idle hour as one entry', () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    give(world, group);
    const before = world.timeline().entries.length;
    for (let second = 0; second < 3_600; second += 1) {
      clock.now += 1;
      world.tick();
    }
    const { entries } = world.timeline();
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)?.command).toEqual({ type: 'AdvanceClock', seconds: 3_600 });
  });

  it('passes over what no page could read, which was answered all the same', () => {
    const world = shared();
    const headers = Array.from({ length: 101 }, (_, index) => [`x-${index}`, ''] as const);
    const strange = (state: ReturnType<typeof world.state>): Command => {
      const asked = token(state);
      return asked.type === 'RequestToken' ? { ...asked, request: { ...asked.request, headers } } : asked;
    };
    expect(world.run(strange).entry.events).not.toEqual([]);
    const published: Published[] = [];
    world.subscribe((each) => published.push(each));
    world.run(strange);
    expect(published).toEqual([]);
    expect(readWorldFile(writeWorldFile(world.timeline())).ok).toBe(true);
  });

  it('keeps the newest fifth when a checkpoint takes the place of the rest', () => {
    const world = shared({ limits: { entries: 50 } });
    give(world, ...shop);
    for (let round = 0; round < 60; round += 1) world.run((state) => secret(state, `secret-${round}`));
    const { entries } = world.timeline();
    expect(entries.length).toBeLessThanOrEqual(50);
    expect(entries[0]?.events.map(({ type }) => type)).toContain('OrdinalsRestored');
    expect(entries.slice(1, 8).map(({ command }) => command.type)).toEqual(
      Array.from({ length: 7 }, () => 'SetSecret'),
    );
    expect(openWorld(world.timeline()).state).toEqual(world.state());
  });

  it('stays small where bodies are large', () => {
    const world = shared();
    give(world, ...shop, ...account);
    const content = 'x'.repeat(100_000);
    for (let round = 0; round < 300; round += 1) world.run((state) => blob(state, content));
    for (let round = 0; round < 300; round += 1) give(world, { ...group, name: content });
    const text = writeWorldFile(world.timeline());
    expect(text.length).toBeLessThan(8_000_000);
    expect(readWorldFile(text).ok).toBe(true);
  });
});

describe('replacing a shared world', () => {
  const other = runScript(newWorld('other'), [{ do: 'create-group', name: 'rg-other' }]).timeline;

  it('goes on from the other, at the present time, and tells everybody', async () => {
    const journal = inMemory('shared');
    const world = shared({ journal });
    give(world, ...shop);
    const published: Published[] = [];
    world.subscribe((each) => published.push(each));
    await world.replace(other);
    expect(published.at(-1)).toEqual({ kind: 'replaced' });
    expect(world.state()).toEqual({ ...openWorld(other).state, now: today });
    expect(world.timeline().seed).toBe('other');
    give(world, group);
    expectSame('the journal', kept(folded('other', journal.held())), kept(world.state()));
  });

  it('takes only what is in force', async () => {
    const world = shared();
    await world.replace({ ...other, cursor: 0 });
    expect(kept(world.state())).toEqual(kept(newCloud('other')));
  });

  it('stays ahead of the machine where the other world is', async () => {
    const clock = machine();
    const world = shared({ clock: () => clock.now });
    const ahead = { by: owner, command: { type: 'AdvanceClock', seconds: 1 }, events: [] } as const;
    const to = fromIso('2027-01-01T00:00:00Z');
    await world.replace({ ...other, entries: [{ ...ahead, events: [{ type: 'ClockAdvanced', to }] }], cursor: 1 });
    expect(world.state().now).toBe(to);
    takeTurns(world, clock, [turn(refused, 3)]);
    expect(world.state().now).toBe(to + 3);
  });

  it('is refused where the other does not fold, and leaves this one', async () => {
    const world = shared();
    const before = world.state();
    const entries = [
      { by: owner, command: group, events: [{ type: 'ResourceDeleted', id: '/nowhere' as never }] },
    ] as const;
    await expect(world.replace({ ...other, entries, cursor: 1 })).rejects.toThrow();
    expect(world.state()).toBe(before);
  });
});

it('a world without what passed goes on as one with it', () => {
  const journal = inMemory('shared');
  const world = shared({ journal });
  give(world, ...shop, refused);
  world.run((state) => token(state));
  world.run((state) => token(state));
  const again = fold(
    newCloud('shared'),
    journal.held().flatMap(({ events }) => events),
  );
  const next = decide(again, secret(again, 'next'));
  expect(next[0]).toEqual(decide(world.state(), secret(again, 'next'))[0]);
  expect(kept(fold(again, next))).toEqual(kept(world.run((state) => secret(state, 'next')).state));
});
