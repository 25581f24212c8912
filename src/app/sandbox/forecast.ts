import { check } from '#domain/cloud/check.ts';
import type { Refusal } from '#domain/cloud/check.ts';
import type { Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import { deletionReport } from '#domain/cloud/deletion-report.ts';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { moments } from '#domain/cloud/moments.ts';
import type { Moment } from '#domain/cloud/moments.ts';
import type { CloudState } from '#domain/cloud/state.ts';

/** What a deletion would do, said before it is done: the engine is asked, nothing is recorded. */
export function forecastDeletion(state: CloudState, command: Command): DeletionReport | null {
  const events = decide(state, command);
  return deletionReport(state, events, fold(state, events));
}

/** What Azure would refuse about a command, or null. */
export function forecastRefusal(state: CloudState, command: Command): Refusal | null {
  return check(state, command);
}

/** What happens next by time alone, or null. */
export function nextMoment(state: CloudState): Moment | null {
  return moments(state)[0] ?? null;
}
