import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { act } from '#domain/cloud/decide.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { invariant } from '#domain/kernel/invariant.ts';

/** One command with what it led to. The command is kept to be shown; only the events are ever replayed. */
export interface Entry {
  readonly by: Caller;
  readonly command: Command;
  readonly events: readonly CloudEvent[];
}

/** Everything that happened in a world, and how far it is looked at. */
export interface Timeline {
  readonly seed: string;
  readonly format: 1;
  readonly entries: readonly Entry[];
  /** How many entries are in force: those after it can be redone. */
  readonly cursor: number;
}

/** A timeline with the state at its cursor. */
export interface World {
  readonly timeline: Timeline;
  readonly state: CloudState;
}

/** An empty subscription in which nothing happened yet. */
export function newWorld(seed: string): World {
  return { timeline: { seed, format: 1, entries: [], cursor: 0 }, state: newCloud(seed) };
}

/** Opens a recorded timeline by folding its events up to the cursor. Throws where cursor or events do not fit. */
export function openWorld(timeline: Timeline): World {
  const { cursor, entries } = timeline;
  const fits = Number.isInteger(cursor) && cursor >= 0 && cursor <= entries.length;
  invariant(fits, `a cursor at ${cursor} of ${entries.length} entries`);
  return { timeline, state: stateAt(timeline, cursor) };
}

/** Gives a command. Entries beyond the cursor are lost: the world takes another way from here. */
export function dispatch(world: World, command: Command, by: Caller = owner): World {
  return dispatchAll(world, [() => command], by);
}

/** Gives commands one after another, each made of the state by then. The log is written once, however many they are. */
export function dispatchAll(
  world: World,
  commands: Iterable<(state: CloudState) => Command>,
  by: Caller = owner,
): World {
  const { timeline } = world;
  const entries = timeline.entries.slice(0, timeline.cursor);
  let { state } = world;
  for (const make of commands) {
    const command = make(state);
    const outcome = act(state, command, by);
    entries.push({ by, command, events: outcome.events });
    state = outcome.state;
  }
  return { timeline: { ...timeline, entries, cursor: entries.length }, state };
}

/** The world after its first `cursor` entries; the later ones stay to be redone. Out of range is clamped, no number is the start. */
export function seek(world: World, cursor: number): World {
  const { timeline, state } = world;
  const target = Math.min(Math.max(Math.trunc(cursor) || 0, 0), timeline.entries.length);
  if (target === timeline.cursor) return world;
  const moved = { ...timeline, cursor: target };
  if (target < timeline.cursor) return { timeline: moved, state: stateAt(timeline, target) };
  const ahead = timeline.entries.slice(timeline.cursor, target);
  return { timeline: moved, state: fold(state, eventsOf(ahead)) };
}

export function undo(world: World): World {
  return seek(world, world.timeline.cursor - 1);
}

export function redo(world: World): World {
  return seek(world, world.timeline.cursor + 1);
}

/** A world of its own that shares the past up to the cursor and has no future yet. */
export function fork(world: World): World {
  const { timeline, state } = world;
  return { timeline: { ...timeline, entries: timeline.entries.slice(0, timeline.cursor) }, state };
}

/** The entries in force. */
export function past(timeline: Timeline): readonly Entry[] {
  return timeline.entries.slice(0, timeline.cursor);
}

/** The events in force, oldest first. */
export function pastEvents(timeline: Timeline): CloudEvent[] {
  return [...eventsOf(past(timeline))];
}

/** What the clock shows after these events, when it showed `now` before them. */
export function clockAfter(events: readonly CloudEvent[], now: Instant): Instant {
  const last = events.findLast((event) => event.type === 'ClockAdvanced');
  return last?.type === 'ClockAdvanced' ? last.to : now;
}

function stateAt(timeline: Timeline, cursor: number): CloudState {
  return fold(newCloud(timeline.seed), eventsOf(timeline.entries.slice(0, cursor)));
}

function* eventsOf(entries: readonly Entry[]): Generator<CloudEvent> {
  for (const entry of entries) yield* entry.events;
}
