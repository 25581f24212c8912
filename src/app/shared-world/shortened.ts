import { checkpoint } from '#domain/cloud/checkpoint.ts';
import { seek } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';

/** Entries up to which a world is shown whole, and how many are left of a longer one. */
export const bounds = { most: 1_200, left: 600 } as const;

/** The same world with a shorter past: one entry stands for the older ones, as in the companion's own journal. */
export function shortened(
  world: World,
  { most, left }: typeof bounds | Readonly<Record<'most' | 'left', number>> = bounds,
): World {
  const { timeline, state } = world;
  if (timeline.entries.length <= most) return world;
  const cut = timeline.entries.length - left;
  const first = {
    by: machineClock,
    command: { type: 'AdvanceClock', seconds: 0 },
    events: checkpoint(seek(world, cut).state),
  } as const;
  const entries = [first, ...timeline.entries.slice(cut)];
  return { timeline: { ...timeline, entries, cursor: entries.length }, state };
}
