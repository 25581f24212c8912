import { isDeepStrictEqual } from 'node:util';
import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command, RoleDelay } from '#domain/cloud/command.ts';
import { act } from '#domain/cloud/decide.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { openWorld, past } from '#domain/timeline/timeline.ts';
import type { Entry, Timeline } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';
import { isReadable, sized } from './entry-line.ts';
import { defaultLimits } from './history.ts';
import type { HistoryLimits } from './history.ts';
import { defaultSeed } from './journal.ts';
import type { Journal } from './journal.ts';
import { isBareTick, leavesStateAsItWas } from './passing.ts';
import { createLog } from './world-log.ts';

/** What happened, as whoever looks on is told. */
export type Published =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly commandId: string | null }
  | { readonly kind: 'replaced' };

/** What came of a command. */
export interface Run {
  readonly entry: Entry;
  readonly state: CloudState;
  /** Resolves when everything that the answer rests on is written. */
  readonly kept: Promise<void>;
}

/** The one world that page and clients share. */
export interface SharedWorld {
  readonly state: () => CloudState;
  /**
   * Sets the world's clock, decides a command made of the state by then, and tells everybody. `id` is what the page that
   * gave the command knows it by. Where it throws, the world is as it was.
   */
  readonly run: (make: (state: CloudState) => Command, by?: Caller, id?: string | null) => Run;
  /**
   * Sets the world's clock alone: what is due comes about although nobody asks for anything. Where the journal cannot be
   * written, the world stands still; whoever asks is told.
   */
  readonly tick: () => void;
  readonly subscribe: (listener: (published: Published) => void) => () => void;
  /** What a page is given. */
  readonly timeline: () => Timeline;
  /** Puts another world in the place of this one. It has to fold: see `readWorldFile`. */
  readonly replace: (timeline: Timeline) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface SharedWorldSettings {
  /** Of a world without a journal; a journal has its own. */
  readonly seed?: string;
  /** Null for a world that is gone at the end. */
  readonly journal: Journal | null;
  /** What the machine's clock shows, in Unix seconds; a fraction is cut off. */
  readonly clock: () => number;
  /** What a new world begins with. A world that was kept has its own, until a fixed one is asked for. */
  readonly roleDelay: RoleDelay;
  readonly limits?: Partial<HistoryLimits>;
}

/** An entry that cannot be written: what it answers is more than a log can hold. */
export class UnreadableEntryError extends Error {
  override readonly name = 'UnreadableEntryError';
}

const nothingToWrite = Promise.resolve();

/** An entry that was decided, with the states around it. */
interface Decided {
  readonly entry: Entry;
  readonly before: CloudState;
  readonly after: CloudState;
}

/** Opens the world that is kept in a journal, or begins a new one, and sets its clock. */
export function openSharedWorld(settings: SharedWorldSettings): SharedWorld {
  const { journal, roleDelay } = settings;
  const limits = { ...defaultLimits, ...settings.limits };
  const listeners = new Set<(published: Published) => void>();
  const clock = followMachine(settings.clock);
  let state = journal?.state ?? newCloud(settings.seed ?? defaultSeed);
  let log = createLog(state, journal?.entries ?? [], journal, limits);

  function publish(entry: Entry, commandId: string | null): void {
    for (const listener of listeners) listener({ kind: 'entry', entry, commandId });
  }

  /** A bare tick before an entry that is kept is written with that. */
  function commitTick({ entry, before, after }: Decided, isBeforeKept: boolean): void {
    state = after;
    if (!isBareTick(entry.events)) log.keep(entry, before, after);
    else if (!isBeforeKept) log.pass(entry);
    publish(entry, null);
  }

  function commit({ entry, before, after }: Decided, worth: Worth, id: string | null): void {
    state = after;
    if (worth === 'kept') log.keep(entry, before, after);
    if (worth === 'passing') log.pass(entry);
    if (entry.command.type === 'AdvanceClock') clock.moved(after.now - before.now);
    if (worth !== 'untold') publish(entry, id);
  }

  function run(make: (state: CloudState) => Command, by: Caller = owner, id: string | null = null): Run {
    journal?.expectSound();
    const ticked = clock.tick(state);
    const decided = decide(ticked?.after ?? state, make, by);
    // What nobody is shown now is looked at when a page asks for it.
    const worth = worthOf(decided, listeners.size > 0);
    if (ticked !== null) commitTick(ticked, worth === 'kept');
    commit(decided, worth, id);
    return { entry: decided.entry, state, kept: journal?.written() ?? nothingToWrite };
  }

  function tick(): void {
    if (journal?.isSound() === false) return;
    const ticked = clock.tick(state);
    if (ticked !== null) commitTick(ticked, false);
  }

  async function replace(timeline: Timeline): Promise<void> {
    journal?.expectSound();
    const world = openWorld(timeline);
    const entries = past(timeline);
    const written = journal?.replace(timeline.seed, entries);
    log = createLog(world.state, entries.map(sized), journal, limits);
    state = world.state;
    clock.goOnFrom(state);
    tick();
    for (const listener of listeners) listener({ kind: 'replaced' });
    await written;
  }

  // A new world begins at the machine's present; one that was kept goes on from where it was, if that is later.
  if (journal !== null && journal.entries.length > 0) clock.goOnFrom(state);
  tick();
  const delay = roleDelay.kind === 'fixed' && !isDeepStrictEqual(roleDelay, state.roleDelay) ? roleDelay : null;
  if (delay !== null) run(() => ({ type: 'SetRoleDelay', delay }));
  return {
    state: () => state,
    run,
    tick,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    timeline: () => log.timeline(state),
    replace,
    close: async () => journal?.close(),
  };
}

function decide(before: CloudState, make: (state: CloudState) => Command, by: Caller): Decided {
  const command = make(before);
  const { events, state } = act(before, command, by);
  return { entry: { by, command, events }, before, after: state };
}

/** Time that somebody let pass: it was asked for and answered, so it is no tick. */
function isMove({ entry, before, after }: Decided): boolean {
  return entry.command.type === 'AdvanceClock' && after.now > before.now;
}

/** What becomes of an entry: `untold` is what merely passed and no page could read. */
type Worth = 'kept' | 'passing' | 'untold';

function worthOf(decided: Decided, isShown: boolean): Worth {
  const { entry } = decided;
  const isKept = isMove(decided) || !leavesStateAsItWas(entry.events);
  if (!isKept && !isShown) return 'passing';
  if (isReadable(entry)) return isKept ? 'kept' : 'passing';
  if (isKept) throw new UnreadableEntryError(`${entry.command.type} leads to more than a log can hold.`);
  return 'untold';
}

/** A world's clock as that of the machine wants it. */
interface FollowedClock {
  /** The tick that the world lacks; null where no second has passed, or the machine's clock went back. */
  readonly tick: (state: CloudState) => Decided | null;
  /** Somebody moved the world on: it stays that much ahead. */
  readonly moved: (seconds: number) => void;
  /** Takes a world as it is: where it is ahead of the machine it stays so. */
  readonly goOnFrom: (state: CloudState) => void;
}

function followMachine(clock: () => number): FollowedClock {
  const machine = () => Math.floor(clock());
  let ahead = 0;
  return {
    tick(state) {
      const seconds = machine() + ahead - state.now;
      if (seconds < 1) return null;
      const ticked = decide(state, () => ({ type: 'AdvanceClock', seconds }), machineClock);
      return ticked.after === state ? null : ticked;
    },
    moved(seconds) {
      ahead += seconds;
    },
    goOnFrom({ now }) {
      ahead = Math.max(0, now - machine());
    },
  };
}
