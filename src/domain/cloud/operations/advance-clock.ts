import { fromIso, plus } from '#domain/kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { dueBetween } from '../calendar.ts';

/** Simulated time ends here, far enough from the last instant that whatever is due can still be written. */
const endOfTime = fromIso('9000-01-01T00:00:00Z');

/** Moves the clock forward and lets everything happen that is due on the way, in order. Never backwards. */
export function advanceClock(draft: Draft, { seconds }: CommandOf<'AdvanceClock'>): void {
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return;
  if (draft.state.now + seconds > endOfTime) return;
  const target = plus(draft.state.now, seconds);
  const { calendar, now } = draft.state;
  for (const { at, event } of dueBetween(calendar, now, target)) {
    if (at > draft.state.now) draft.emit({ type: 'ClockAdvanced', to: at });
    draft.emit(event);
  }
  if (target > draft.state.now) draft.emit({ type: 'ClockAdvanced', to: target });
}
