import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCompanionWorld } from '#app/shared-world/companion-world.ts';
import type { CompanionWorld, Surroundings } from '#app/shared-world/companion-world.ts';
import type { WorldClock } from '#app/shared-world/clock.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';
import { fakeCompanion, settled } from './fake-companion.ts';

const group = (name: string): Command => ({ type: 'CreateResourceGroup', name, location: 'westeurope' });
const groupsIn = ({ timeline }: World): string[] =>
  timeline.entries.flatMap(({ command }) => (command.type === 'CreateResourceGroup' ? [command.name] : []));

/** A page in front of a companion: frames are drawn, and pauses end, when the test says so. */
async function open(companion = fakeCompanion(), surroundings: Surroundings = {}) {
  let frames: (() => void)[] = [];
  let pauses: (() => void)[] = [];
  let ids = 0;
  const opening = openCompanionWorld(companion.client, {
    schedule: (draw) => void frames.push(draw),
    wait: (_, signal) =>
      new Promise((resolve) => {
        pauses.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
    clock: null,
    newId: () => `own-${(ids += 1)}`,
    ...surroundings,
  });
  companion.tells();
  const opened = await opening;
  if (opened.kind !== 'opened') throw new Error(`Not opened: ${opened.kind}`);
  const draws = () => {
    const drawn = frames;
    frames = [];
    for (const draw of drawn) draw();
  };
  return {
    companion,
    page: opened.companion,
    draws,
    waits: async () => {
      const ended = pauses;
      pauses = [];
      for (const end of ended) end();
      await settled();
    },
    comesToRest: async () => {
      await companion.comesToRest();
      draws();
      await companion.comesToRest();
      draws();
    },
  };
}

function isLikeServer(page: CompanionWorld, world: World): void {
  expect(page.current()).toEqual(world);
}

describe('the world of a companion', () => {
  it('opens as the companion tells it, and knows only now', async () => {
    const first = runScript(newWorld('shared'), [{ do: 'create-group', name: 'rg-shop' }]);
    const { page } = await open(fakeCompanion(first));
    isLikeServer(page, first);
    expect(page.travels).toBe(false);
    const store = createWorldStore(page.current(), page);
    store.getState().undo();
    store.getState().seek(0);
    isLikeServer(page, first);
  });

  it('shows what others do with the next frame, however much it is, once, as a story', async () => {
    const { page, companion, draws } = await open();
    const changes: (string | undefined)[] = [];
    page.subscribe((_, change) => changes.push(change));
    for (let count = 0; count < 200; count += 1) {
      companion.does(group(`rg-${count}`));
      companion.tells();
    }
    expect(changes).toEqual([]);
    draws();
    expect(changes).toEqual(['command']);
    expect(groupsIn(page.current())).toHaveLength(200);
  });

  it('shows an own command at once and says nothing new when it comes back as it was foreseen', async () => {
    const { page, comesToRest, companion } = await open();
    const store = createWorldStore(page.current(), page);
    const entry = store.getState().dispatch(group('rg-own'));
    expect(entry.events.map(({ type }) => type)).toContain('ResourceGroupCreated');
    const shown = page.current();
    await comesToRest();
    expect(page.current()).toBe(shown);
    isLikeServer(page, companion.world());
  });

  it('puts what others did before under an own command', async () => {
    const { page, companion, draws, comesToRest } = await open();
    companion.does(group('rg-other'));
    page.dispatch(group('rg-own'));
    expect(groupsIn(page.current())).toEqual(['rg-own']);
    companion.tells();
    draws();
    expect(groupsIn(page.current())).toEqual(['rg-other', 'rg-own']);
    await comesToRest();
    isLikeServer(page, companion.world());
  });

  it('decides an own command again on what others did: the group is there already', async () => {
    const { page, companion, draws } = await open();
    companion.does({ ...group('rg-shop'), location: 'northeurope' } as Command);
    page.dispatch(group('rg-shop'));
    companion.tells();
    draws();
    expect(
      page
        .current()
        .timeline.entries.at(-1)
        ?.events.map(({ type }) => type),
    ).not.toContain('ResourceGroupCreated');
  });

  it('sends one command after another, in the order in which they were given', async () => {
    const { page, companion } = await open();
    page.dispatch(group('rg-1'));
    page.dispatch(group('rg-2'));
    await settled();
    expect(groupsIn(companion.world())).toEqual(['rg-1']);
    await companion.replies();
    expect(groupsIn(companion.world())).toEqual(['rg-1', 'rg-2']);
  });
});

describe('a command that was not taken', () => {
  it('is taken back when the companion refuses it, with its reason', async () => {
    const { page, companion, comesToRest } = await open();
    companion.answers(() => ({ kind: 'refused', code: 'InvalidCommand', message: 'It cannot be read.' }));
    page.dispatch(group('rg-own'));
    await comesToRest();
    expect(groupsIn(page.current())).toEqual([]);
    expect(page.link.getState().mishaps).toEqual([
      { kind: 'refused', code: 'InvalidCommand', message: 'It cannot be read.', command: group('rg-own') },
    ]);
    page.dismissMishaps();
    expect(page.link.getState().mishaps).toEqual([]);
  });

  it('is taken back when no answer comes, and stays where it was done all the same', async () => {
    const { page, companion, comesToRest } = await open();
    companion.answers(({ command }) => {
      companion.does(command);
      return { kind: 'lost' };
    });
    page.dispatch(group('rg-own'));
    await comesToRest();
    expect(page.link.getState().mishaps).toEqual([{ kind: 'lost', command: group('rg-own') }]);
    expect(groupsIn(page.current())).toEqual(['rg-own']);
    isLikeServer(page, companion.world());
  });
});

describe('a connection that goes', () => {
  it('is made again, and the world is as it became meanwhile', async () => {
    const { page, companion, waits, comesToRest } = await open();
    await companion.ends({ kind: 'lost' });
    expect(page.link.getState().connection).toEqual({ kind: 'lost' });
    companion.does(group('rg-meanwhile'));
    companion.letsIn();
    await waits();
    await comesToRest();
    expect(page.link.getState().connection).toEqual({ kind: 'live' });
    isLikeServer(page, companion.world());
    expect(groupsIn(page.current())).toEqual(['rg-meanwhile']);
  });

  it('keeps what is done meanwhile waiting, and says how much', async () => {
    const { page, companion, waits, comesToRest } = await open();
    await companion.ends({ kind: 'lost' });
    page.dispatch(group('rg-1'));
    page.dispatch(group('rg-2'));
    await settled();
    expect(page.link.getState().waiting).toBe(2);
    expect(groupsIn(companion.world())).toEqual([]);
    companion.letsIn();
    page.retry();
    await waits();
    await comesToRest();
    expect(page.link.getState()).toMatchObject({ waiting: 0, mishaps: [] });
    expect(groupsIn(companion.world())).toEqual(['rg-1', 'rg-2']);
    isLikeServer(page, companion.world());
  });

  it('gives what waits back when it is discarded', async () => {
    const { page, companion } = await open();
    await companion.ends({ kind: 'lost' });
    page.dispatch(group('rg-1'));
    page.discardWaiting();
    expect(page.link.getState().waiting).toBe(0);
    expect(groupsIn(page.current())).toEqual([]);
  });

  it('shows a command once that was done before the new stream began', async () => {
    const { page, companion, waits, comesToRest, draws } = await open();
    page.dispatch(group('rg-own'));
    await settled();
    await companion.ends({ kind: 'lost' });
    companion.letsIn();
    await waits();
    companion.tells();
    draws();
    await comesToRest();
    expect(groupsIn(page.current())).toEqual(['rg-own']);
    isLikeServer(page, companion.world());
  });

  it('is not tried again with a secret that is none any more; what waits is said to be unsent', async () => {
    const { page, companion, draws, waits } = await open();
    await companion.ends({ kind: 'lost' });
    page.dispatch(group('rg-1'));
    await companion.ends({ kind: 'refused', status: 401, message: 'no' });
    await waits();
    expect(page.link.getState()).toMatchObject({
      connection: { kind: 'refused', status: 401 },
      waiting: 0,
      mishaps: [{ kind: 'unsent', command: group('rg-1') }],
    });
    page.dispatch(group('rg-2'));
    expect(groupsIn(page.current())).toEqual(['rg-2']);
    draws();
    expect(groupsIn(page.current())).toEqual([]);
  });

  it('begins with the whole world again where an entry does not fit', async () => {
    const { page, companion, draws, waits, comesToRest } = await open();
    companion.does({ type: 'CreateResourceGroup', name: 'rg-missed', location: 'westeurope' });
    const stray = runScript(newWorld('elsewhere'), [
      { do: 'create-group', name: 'rg' },
      { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg', systemAssigned: true },
      { do: 'delete', name: 'vm-web' },
    ]);
    companion.slips(stray.timeline.entries.slice(2));
    draws();
    await settled();
    expect(page.link.getState().connection.kind).toBe('lost');
    await waits();
    await comesToRest();
    isLikeServer(page, companion.world());
  });
});

describe('another world', () => {
  const other = runScript(newWorld('other'), [{ do: 'create-group', name: 'rg-other' }]);

  it('comes from the companion, to everybody, and is no story', async () => {
    const { page, companion, draws } = await open();
    const store = createWorldStore(page.current(), page);
    store.getState().dispatch(group('rg-own'));
    store.getState().replace(other);
    await settled();
    companion.tells();
    draws();
    expect(store.getState()).toMatchObject({ cameBy: 'replacement' });
    expect(groupsIn(store.getState().replaced ?? other)).toEqual(['rg-own']);
    expect(groupsIn(page.current())).toContain('rg-other');
  });

  it('is not offered back where the companion did not take it', async () => {
    const { page, companion } = await open();
    companion.answers(() => ({ kind: 'refused', code: 'InvalidWorld', message: 'no' }));
    const store = createWorldStore(page.current(), page);
    store.getState().replace(other);
    await settled();
    expect(store.getState().replaced).toBeNull();
    expect(page.link.getState().mishaps).toEqual([{ kind: 'notReplaced', message: 'no' }]);
  });
});

describe('the clock of a shared world', () => {
  it('goes on with the machine, says nothing of each second, and lets what is due happen', async () => {
    const { page, companion, draws } = await open(
      fakeCompanion(
        runScript(newWorld('clock'), [
          { do: 'create-group', name: 'rg-shop' },
          { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
        ]),
      ),
      { clock: stoppedClock() },
    );
    let changes = 0;
    page.subscribe(() => (changes += 1));
    for (let second = 0; second < 5; second += 1) companion.does({ type: 'AdvanceClock', seconds: 1 }, machineClock);
    while (companion.tells());
    draws();
    expect(changes).toBe(0);
    page.dispatch(group('rg-own'));
    expect(page.current().state.now).toBe(companion.world().state.now);
    page.stop();
  });
});

function stoppedClock(): WorldClock {
  let now = 0;
  return {
    hear: (told) => (now = Math.max(now, told)),
    now: () => now as Instant,
  };
}

/** What can happen between a page and its companion, in any order. */
type Step =
  | { readonly do: 'own' | 'other'; readonly name: number }
  | { readonly do: 'tell' | 'reply' | 'draw' | 'cut' | 'wait' };

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('own' as const, 'other' as const), name: fc.nat(6) }),
    fc.record({ do: fc.constantFrom('tell' as const, 'reply' as const, 'draw' as const) }),
    fc.record({ do: fc.constantFrom('cut' as const, 'wait' as const) }),
  ),
  { maxLength: 40 },
);

describe('whatever order things come in', () => {
  it('the page ends up with the world of the companion', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (played: readonly Step[]) => {
        const { page, companion, draws, waits, comesToRest } = await open();
        for (const step of played) {
          if (step.do === 'own') page.dispatch(group(`rg-${step.name}`));
          if (step.do === 'other') companion.does({ ...group(`rg-${step.name}`), location: 'northeurope' } as Command);
          if (step.do === 'tell') companion.tells();
          if (step.do === 'reply') await companion.replies();
          if (step.do === 'draw') draws();
          if (step.do === 'cut') {
            await companion.ends({ kind: 'lost' });
            companion.letsIn();
          }
          if (step.do === 'wait') await waits();
          await settled();
        }
        companion.letsIn();
        await waits();
        await comesToRest();
        await waits();
        await comesToRest();
        expect(page.link.getState()).toMatchObject({ connection: { kind: 'live' }, waiting: 0, mishaps: [] });
        isLikeServer(page, companion.world());
        page.stop();
      }),
      { numRuns: 200 },
    );
  });
});
