import type { CloudEvent } from '#domain/cloud/event.ts';

/** What passes between others, and time that passes while nothing is due. */
const passing: ReadonlySet<CloudEvent['type']> = new Set<CloudEvent['type']>([
  'RequestSent',
  'ResponseReturned',
  'ConnectionFailed',
  'ManagementAnswered',
  'ClockAdvanced',
]);

/**
 * Whether the state is as it was before these events, but for the time and the number of requests. A token from a cache
 * and a refusal are such; a journal does without them. The number of requests is told nowhere but in the request and
 * trace ids of answers: after a restart one of them may come again.
 */
export function leavesStateAsItWas(events: readonly CloudEvent[]): boolean {
  return events.every(({ type }) => passing.has(type));
}

/** Whether there is nothing in it but time. */
export function isBareTick(events: readonly CloudEvent[]): boolean {
  return events.every(({ type }) => type === 'ClockAdvanced');
}
