import fc from 'fast-check';
import { checkpoint } from '#domain/cloud/checkpoint.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { anyMoves, wideMoves } from '#test/support/arbitraries.ts';
import { play } from '#test/support/moves.ts';

/**
 * Worlds whose logs hold every kind of event and of command that random histories reach (`laws.test.ts` names
 * them all), always the same ones, and one whose log is a checkpoint.
 */
export function worldsOfEveryKind(): readonly World[] {
  const worlds = [wideMoves, anyMoves].flatMap((moves) =>
    fc.sample(moves, { seed: 2, numRuns: 60 }).map((each) => play('every kind', each).world),
  );
  const [first] = worlds;
  if (first === undefined) throw new Error('There is no history.');
  const { state, timeline } = first;
  const [entry] = timeline.entries;
  if (entry === undefined) throw new Error('Nothing happened.');
  const restored = { ...timeline, entries: [{ ...entry, events: checkpoint(state) }], cursor: 1 };
  return [...worlds, { timeline: restored, state }];
}
