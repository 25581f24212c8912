import type { LanePlan } from '#app/lanes/lane-plan.ts';
import type { Row } from '#ui/diagram/picture.ts';
import { laneWords } from '#words/lanes.ts';

/** The moments after the first as rows of a player. */
export function rowsOf({ moments }: LanePlan): readonly Row[] {
  return moments.slice(1).map(({ id }): Row => {
    const { title } = laneWords.moments[id];
    return { kind: 'pause', title, label: title };
  });
}
