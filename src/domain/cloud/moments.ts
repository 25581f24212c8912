import { allDue } from './calendar.ts';
import type { Moment } from './calendar.ts';
import type { CloudState } from './state.ts';

export type { Moment } from './calendar.ts';

/** Everything that will happen by time alone, soonest first (facts: tokens §7.8, control-plane §2.6). */
export function moments(state: CloudState): readonly Moment[] {
  return allDue(state.calendar);
}
