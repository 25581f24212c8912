import { act } from '#domain/cloud/decide.ts';
import { fold } from '#domain/cloud/evolve.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';
import type { Entries, GivenCommand } from './client.ts';
import { isBareTick, withFewTicks } from './machine-time.ts';
import { shortened } from './shortened.ts';

/** A command of this page whose entry has not come back yet, and what this page thinks will come of it. */
export interface Pending extends GivenCommand {
  readonly entry: Entry;
}

/** A world that others change too: what the companion told, and on top of it what this page did since. */
export interface SharedView {
  readonly confirmed: World;
  readonly pending: readonly Pending[];
  /** What is shown: the confirmed world at the present time, in which the pending commands are decided. */
  readonly world: World;
}

/** The companion's world as it told it; what this page still waits for is decided on top of it. */
export function openView(confirmed: World, waiting: readonly GivenCommand[], now: Instant | null): SharedView {
  let view: SharedView = { confirmed, pending: [], world: atTime(confirmed, now) };
  for (const given of waiting) view = give(view, given, now);
  return view;
}

/** Decides a command of this page at once, on top of everything that is known. */
export function give(
  { confirmed, pending, world }: SharedView,
  { id, command, by }: GivenCommand,
  now: Instant | null,
): SharedView {
  const after = dispatch(atTime(world, now), command, by);
  const entry = after.timeline.entries.at(-1);
  return {
    confirmed,
    pending: entry === undefined ? pending : [...pending, { id, command, by, entry }],
    world: after,
  };
}

/** Takes in what happened. Own commands among it are pending no more; the others are decided again on top. */
export function take(
  view: SharedView,
  { entries, commandIds }: Entries,
  timeIn: (confirmed: World) => Instant | null,
): SharedView {
  const came = new Set(commandIds);
  const pending = view.pending.filter(({ id }) => !came.has(id));
  if (isAsForeseen(view.pending, entries, commandIds)) {
    // The entries stay the objects that are shown: nothing that is shown of them begins anew.
    const foreseen = view.pending.slice(0, entries.length).map(({ entry }) => entry);
    const confirmed = append(view.confirmed, foreseen);
    timeIn(confirmed);
    return { confirmed, pending, world: view.world };
  }
  const confirmed = shortened(append(view.confirmed, entries));
  const now = timeIn(confirmed);
  // Time alone is shown by the page's own clock, when there is something to see.
  if (now !== null && entries.every(isBareTick)) return { confirmed, pending, world: view.world };
  return openView(confirmed, pending, now);
}

/** Takes back a command that the companion did not take. */
export function drop(view: SharedView, ids: ReadonlySet<string>, now: Instant | null): SharedView {
  const pending = view.pending.filter(({ id }) => !ids.has(id));
  return pending.length === view.pending.length ? view : openView(view.confirmed, pending, now);
}

/** The same world later: what is due on the way has happened. Told by no entry: the companion's own clock does the same. */
export function atTime(world: World, now: Instant | null): World {
  const { timeline, state } = world;
  if (now === null || now <= state.now) return world;
  return { timeline, state: act(state, { type: 'AdvanceClock', seconds: now - state.now }).state };
}

/** Recorded entries at the end of a world. Throws where they do not fit. */
function append({ timeline, state }: World, entries: readonly Entry[]): World {
  const all = withFewTicks(timeline.entries, entries);
  return {
    timeline: { ...timeline, entries: all, cursor: all.length },
    state: fold(
      state,
      entries.flatMap(({ events }) => events),
    ),
  };
}

/** Whether nothing came but what this page did first, as it foresaw it: then what is shown is right already. */
function isAsForeseen(
  pending: readonly Pending[],
  entries: readonly Entry[],
  commandIds: readonly (string | null)[],
): boolean {
  return entries.every((entry, index) => {
    const own = pending[index];
    return own?.id === commandIds[index] && JSON.stringify(own?.entry) === JSON.stringify(entry);
  });
}
