import * as v from 'valibot';
import { findResource } from '#domain/arm/state.ts';
import { isMachine } from '#domain/compute/rules.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import type { Refusal } from './refusal.ts';

/** How each status is told to the engine. */
const kinds = {
  404: 'endpointUpdating',
  410: 'updating',
  429: 'throttled',
  500: 'serverError',
  503: 'unavailable',
} as const;

const wholeNumber = (least: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(1_000_000));

const order = v.object({
  target: v.literal('imds'),
  resourceId: v.string(),
  count: wholeNumber(0),
  status: v.optional(v.picklist([404, 410, 429, 500, 503]), 500),
  retryAfter: v.optional(wholeNumber(1)),
});

/** The order to make a machine's metadata service fail: `{ target, resourceId, status, count, retryAfter }`; a count of 0 mends it. */
export function readFault(state: CloudState, body: unknown): CommandOf<'SetImdsFault'> | Refusal {
  const read = v.safeParse(order, body, { abortEarly: true });
  if (!read.success) return refused(`${v.getDotPath(read.issues[0]) ?? 'the body'}: ${read.issues[0].message}`);
  const { resourceId, status, count, retryAfter } = read.output;
  const resource = findResource(state.arm, resourceId);
  if (resource === undefined || !isMachine(resource)) {
    return refused('resourceId has to be the ARM id of a virtual machine of this world.');
  }
  const fault: ImdsFault = {
    kind: kinds[status],
    requests: count,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  return { type: 'SetImdsFault', id: resource.id, fault: count === 0 ? null : fault };
}

function refused(what: string): Refusal {
  return { status: 400, code: 'InvalidFault', message: `The fault cannot be set: ${what}` };
}
