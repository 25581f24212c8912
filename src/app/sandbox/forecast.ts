import { errorIn } from '#domain/cloud/check.ts';
import type { Refusal } from '#domain/cloud/check.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import { deletionReport } from '#domain/cloud/deletion-report.ts';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { moments } from '#domain/cloud/moments.ts';
import type { Moment } from '#domain/cloud/moments.ts';
import type { CloudState } from '#domain/cloud/state.ts';

/** What a deletion would do, said before it is done: the engine is asked, nothing is recorded. */
export function forecastDeletion(state: CloudState, command: Command, by?: Caller): DeletionReport | null {
  const events = decide(state, command, by);
  return deletionReport(state, events, fold(state, events));
}

/** What Azure would refuse about a command, or null. */
export function forecastRefusal(state: CloudState, command: Command, by?: Caller): Refusal | null {
  return refusalIn(decide(state, command, by));
}

/** The answer by which Azure refused a management command, or null where it did not. */
export function refusalIn(events: readonly CloudEvent[]): Refusal | null {
  for (const event of events) {
    if (event.type !== 'ManagementAnswered' || event.response.status < 400) continue;
    return { status: event.response.status, ...errorIn(event.response.body) };
  }
  return null;
}

/** What happens next by time alone, or null. */
export function nextMoment(state: CloudState): Moment | null {
  return moments(state)[0] ?? null;
}

/** Everything that is due, soonest first. */
export function dueMoments(state: CloudState): readonly Moment[] {
  return moments(state);
}
