import type { CloudState } from '#domain/cloud/state.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { newCloud } from '#domain/cloud/state.ts';
import { seek } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';

/** States that were folded once, by the entry that led to them: an entry has one past, whatever comes after it. */
const known = new WeakMap<Entry, CloudState>();

/** The world as it was after its first `cursor` entries, folded on from where it was last looked at. */
export function worldAt(world: World, cursor: number): World {
  const { timeline } = world;
  const last = timeline.entries[cursor - 1];
  if (last === undefined || cursor >= timeline.cursor) return seek(world, cursor);
  let from = cursor;
  let state: CloudState | undefined;
  for (; from > 0 && state === undefined; from -= 1) state = known.get(timeline.entries[from - 1] ?? last);
  if (state !== undefined) from += 1;
  const events = timeline.entries.slice(from, cursor).flatMap((entry) => entry.events);
  const found = fold(state ?? newCloud(timeline.seed), events);
  known.set(last, found);
  return { timeline: { ...timeline, cursor }, state: found };
}
