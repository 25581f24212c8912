import { checkpoint } from '#domain/cloud/checkpoint.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { Entry, Timeline } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';
import { largestWorldFile } from '#edge/world-file/world-file.ts';
import { isReadable, sized } from './entry-line.ts';
import type { SizedEntry } from './entry-line.ts';
import { isBareTick } from './passing.ts';

/** What of a world is remembered: all that made it what it is, and of what merely passed the latest. */
export interface History {
  /** The entries that make the state, oldest first. */
  readonly kept: () => readonly Entry[];
  /** Remembers an entry that led to this state. */
  readonly keep: (entry: SizedEntry, state: CloudState) => void;
  /** Remembers an entry that left the state as it was, until newer ones take its place. */
  readonly pass: (entry: Entry) => void;
  /** What a page is given: it folds to this state, but for the number of requests. */
  readonly timeline: (state: CloudState) => Timeline;
  /** Puts a checkpoint in the place of the older entries where they have become too many; true where it did. */
  readonly compact: () => boolean;
}

export interface HistoryLimits {
  /** Entries that are kept. */
  readonly entries: number;
  /** Characters of the kept entries' lines; more where one checkpoint alone has more than half of them. */
  readonly characters: number;
  /** Messages among the entries that pass. */
  readonly hops: number;
}

/** With the entries and characters that pass a world file's bounds are kept to, however long it goes on. */
export const defaultLimits: HistoryLimits = { entries: 5_000, characters: 4_000_000, hops: 1_000 };

/** Characters of the entries that pass. */
const mostPassingCharacters = 2_000_000;
/** Characters of a world file beside its entries: its head, the seed, the present time. */
const roomForTheRest = 4_000;
/** The part of the log that a checkpoint stands for; the rest stays to be looked at. */
const compactedPart = 0.8;

interface Item<What> {
  /** Its place among all that happened. */
  readonly at: number;
  readonly what: What;
}

interface Passing {
  readonly entry: Entry;
  readonly hops: number;
  readonly characters: number;
}

/** Where a checkpoint would be made: the state after the first `count` of the kept entries. */
interface Mark {
  readonly count: number;
  readonly at: number;
  readonly state: CloudState;
}

/** The history of a world that began with these entries. */
export function createHistory(seed: string, entries: readonly SizedEntry[], limits = defaultLimits): History {
  let kept: Item<SizedEntry>[] = entries.map((what, at) => ({ at, what }));
  let characters = total(kept);
  let mostCharacters = Math.max(limits.characters, 2 * (kept[0]?.what.length ?? 0));
  let mark: Mark | null = null;
  let next = kept.length;
  const ring = createRing(limits.hops);
  const start = newCloud(seed).now;

  return {
    kept: () => kept.map(({ what }) => what.entry),
    keep(what, state) {
      ring.dropTickAt(next - 1);
      kept.push({ at: next, what });
      next += 1;
      characters += what.length;
      const isDue = kept.length >= compactedPart * limits.entries || characters >= compactedPart * mostCharacters;
      if (mark === null && isDue) mark = { count: kept.length, at: next, state };
    },
    pass(entry) {
      const earlier = isBareTick(entry.events) ? ring.dropTickAt(next - 1) : null;
      ring.add(next, earlier === null ? entry : together(earlier, entry));
      next += 1;
    },
    timeline({ now }) {
      const room = largestWorldFile - characters - kept.length - roomForTheRest;
      const merged = inOrder(kept, latestWithin(ring.items(), room));
      const shown = clockOf(merged) ?? start;
      const all = shown === now ? merged : [...merged, tickTo(now, now - shown)];
      return { seed, format: 1, entries: all, cursor: all.length };
    },
    compact() {
      const isFull = kept.length > limits.entries || characters > mostCharacters;
      if (!isFull || mark === null) return false;
      const first = sized(checkpointOf(mark.state));
      kept = [{ at: mark.at - 1, what: first }, ...kept.slice(mark.count)];
      ring.dropBefore(mark.at);
      characters = total(kept);
      mostCharacters = Math.max(limits.characters, 2 * first.length);
      mark = null;
      return true;
    },
  };
}

/** The clock moved to an instant, so many seconds further. */
export function tickTo(to: Instant, seconds: number): Entry {
  return { by: machineClock, command: { type: 'AdvanceClock', seconds }, events: [{ type: 'ClockAdvanced', to }] };
}

/** One entry that stands for all that led to a state. */
function checkpointOf(state: CloudState): Entry {
  return { by: machineClock, command: { type: 'AdvanceClock', seconds: 0 }, events: checkpoint(state) };
}

function total(items: readonly Item<SizedEntry>[]): number {
  return items.reduce((sum, { what }) => sum + what.length, 0);
}

/** Two stretches of time as one. */
function together(earlier: Entry, later: Entry): Entry {
  const seconds = secondsOf(earlier) + secondsOf(later);
  return { ...later, command: { type: 'AdvanceClock', seconds } };
}

function secondsOf({ command }: Entry): number {
  return command.type === 'AdvanceClock' ? command.seconds : 0;
}

function clockOf(entries: readonly Entry[]): Instant | null {
  for (const { events } of entries.toReversed()) {
    const last = events.findLast(({ type }) => type === 'ClockAdvanced');
    if (last?.type === 'ClockAdvanced') return last.to;
  }
  return null;
}

/** The latest of those that pass, as many as a world file has room for. A page refuses the whole for one entry that it cannot read. */
function latestWithin(passing: readonly Item<Passing>[], room: number): readonly Item<Entry>[] {
  const chosen: Item<Entry>[] = [];
  let left = room;
  for (const { at, what } of passing.toReversed()) {
    if (!isReadable(what.entry)) continue;
    left -= sized(what.entry).length + 1;
    if (left < 0) break;
    chosen.push({ at, what: what.entry });
  }
  return chosen.reverse();
}

function inOrder(kept: readonly Item<SizedEntry>[], passing: readonly Item<Entry>[]): readonly Entry[] {
  const merged: Entry[] = [];
  let index = 0;
  const passUntil = (at: number): void => {
    for (let item = passing[index]; item !== undefined && item.at < at; item = passing[(index += 1)]) {
      merged.push(item.what);
    }
  };
  for (const { at, what } of kept) {
    passUntil(at);
    merged.push(what.entry);
  }
  passUntil(Number.POSITIVE_INFINITY);
  return merged;
}

interface Ring {
  readonly add: (at: number, entry: Entry) => void;
  /** Takes out what is at that place where it is nothing but time. */
  readonly dropTickAt: (at: number) => Entry | null;
  readonly dropBefore: (at: number) => void;
  readonly items: () => readonly Item<Passing>[];
}

/** The latest entries of those that pass. */
function createRing(mostHops: number): Ring {
  let items: Item<Passing>[] = [];
  /** Those before it are forgotten already; they are cleared away together. */
  let first = 0;
  let hops = 0;
  let characters = 0;

  function forgetOldest(): void {
    const oldest = items[first];
    if (oldest === undefined) return;
    hops -= oldest.what.hops;
    characters -= oldest.what.characters;
    first += 1;
    if (first * 2 < items.length) return;
    items = items.slice(first);
    first = 0;
  }

  return {
    add(at, entry) {
      const what = measured(entry);
      items.push({ at, what });
      hops += what.hops;
      characters += what.characters;
      while (hops > mostHops || characters > mostPassingCharacters) forgetOldest();
    },
    dropTickAt(at) {
      const latest = items.length > first ? items.at(-1) : undefined;
      if (latest?.at !== at || !isBareTick(latest.what.entry.events)) return null;
      items.pop();
      hops -= latest.what.hops;
      characters -= latest.what.characters;
      return latest.what.entry;
    },
    dropBefore(at) {
      for (let item = items[first]; item !== undefined && item.at < at; item = items[first]) forgetOldest();
    },
    items: () => items.slice(first),
  };
}

/** Time alone is no message, but has to be forgotten at last too. */
const hopsOfTick = 0.5;
/** Characters of an event beside the texts that can be long. */
const charactersOfEvent = 600;

function measured(entry: Entry): Passing {
  let hops = 0;
  let characters = 0;
  for (const event of entry.events) {
    if (event.type !== 'ClockAdvanced') hops += 1;
    characters += charactersOfEvent;
    if ('request' in event) characters += event.request.body.length + event.request.url.length;
    if ('url' in event) characters += event.url.length;
    if ('response' in event) characters += event.response.body.length;
  }
  return { entry, hops: Math.max(hops, hopsOfTick), characters };
}
