import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { assertNever, invariant } from '#domain/kernel/invariant.ts';
import { rekey } from '#domain/kernel/keyed.ts';

/** 429, 410, 404, 500, 503, and 500 of the process in front of a restarting service (facts: tokens §1.5). */
export const imdsFaultKinds = [
  'throttled',
  'updating',
  'endpointUpdating',
  'serverError',
  'unavailable',
  'restarting',
] as const;

/** A failure of the metadata service that a learner switches on. */
export interface ImdsFault {
  readonly kind: (typeof imdsFaultKinds)[number];
  /** How many requests fail before it mends by itself; null for ever. */
  readonly requests: number | null;
  /** Seconds that `Retry-After` asks for; without it there is no such header, as IMDS documents none. */
  readonly retryAfter?: number;
}

export type ImdsEvent =
  | { readonly type: 'ImdsFaultSet'; readonly resourceId: ResourceId; readonly fault: ImdsFault | null }
  /** One request met the fault. */
  | { readonly type: 'ImdsFaultMet'; readonly resourceId: ResourceId };

export interface ImdsState {
  /** By the host whose metadata service fails. */
  readonly faults: Dictionary<ImdsFault>;
}

export const emptyImds: ImdsState = { faults: dictionary.empty() };

export function faultOf(imds: ImdsState, id: ResourceId): ImdsFault | null {
  return dictionary.get(imds.faults, idKey(id)) ?? null;
}

export function evolveImds(imds: ImdsState, event: ImdsEvent): ImdsState {
  const key = idKey(event.resourceId);
  switch (event.type) {
    case 'ImdsFaultSet': {
      const { fault } = event;
      return {
        faults: fault === null ? dictionary.remove(imds.faults, key) : dictionary.set(imds.faults, key, fault),
      };
    }
    case 'ImdsFaultMet': {
      const fault = dictionary.get(imds.faults, key);
      invariant(fault !== undefined, `no fault of ${event.resourceId} to meet`);
      if (fault.requests === null) return imds;
      if (fault.requests <= 1) return { faults: dictionary.remove(imds.faults, key) };
      return { faults: dictionary.set(imds.faults, key, { ...fault, requests: fault.requests - 1 }) };
    }
    default:
      return assertNever(event);
  }
}

export function forgetImds(imds: ImdsState, id: ResourceId): ImdsState {
  return { faults: dictionary.remove(imds.faults, idKey(id)) };
}

export function moveImds(imds: ImdsState, from: ResourceId, to: ResourceId): ImdsState {
  return { faults: rekey(imds.faults, idKey(from), idKey(to)) };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointImds(imds: ImdsState): Generator<ImdsEvent> {
  for (const [id, fault] of dictionary.entries(imds.faults)) {
    yield { type: 'ImdsFaultSet', resourceId: id as ResourceId, fault };
  }
}
