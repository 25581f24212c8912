import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { IdentityBlock } from '#domain/arm/resource.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { rekey } from '#domain/kernel/keyed.ts';

export type PowerAction = 'start' | 'powerOff' | 'deallocate' | 'restart';
export type PowerState = 'running' | 'stopped' | 'deallocated';
/** Whether instances follow a change of the scale set's model by themselves (facts: corrections 17). */
export type UpgradeMode = 'Automatic' | 'Manual';

export type ComputeEvent =
  | { readonly type: 'PowerChanged'; readonly resourceId: ResourceId; readonly power: PowerState }
  /** A machine that was moved cannot start until it is written to (facts: control-plane §2.4). */
  | { readonly type: 'IdentityUriChanged'; readonly resourceId: ResourceId; readonly stale: boolean }
  | { readonly type: 'UpgradeModeSet'; readonly resourceId: ResourceId; readonly mode: UpgradeMode }
  /** The instances of a scale set carry this identity from now on. */
  | { readonly type: 'InstancesUpdated'; readonly resourceId: ResourceId; readonly identity: IdentityBlock };

export interface ComputeState {
  /** Machines that do not run, by their id. */
  readonly power: Dictionary<Exclude<PowerState, 'running'>>;
  /** Machines whose identity URI is that of another group. */
  readonly stale: Dictionary<true>;
  /** Scale sets of manual upgrade with what their instances carry. */
  readonly manual: Dictionary<IdentityBlock>;
}

export const emptyCompute: ComputeState = {
  power: dictionary.empty(),
  stale: dictionary.empty(),
  manual: dictionary.empty(),
};

export function powerOf(compute: ComputeState, id: string): PowerState {
  return dictionary.get(compute.power, idKey(id)) ?? 'running';
}

export function evolveCompute(compute: ComputeState, event: ComputeEvent): ComputeState {
  const key = idKey(event.resourceId);
  switch (event.type) {
    case 'PowerChanged': {
      const { power } = event;
      if (power === 'running') return { ...compute, power: dictionary.remove(compute.power, key) };
      return { ...compute, power: dictionary.set(compute.power, key, power) };
    }
    case 'IdentityUriChanged': {
      const { stale } = compute;
      return { ...compute, stale: event.stale ? dictionary.set(stale, key, true) : dictionary.remove(stale, key) };
    }
    case 'UpgradeModeSet': {
      if (event.mode === 'Automatic') return { ...compute, manual: dictionary.remove(compute.manual, key) };
      return { ...compute, manual: dictionary.set(compute.manual, key, { type: 'None' }) };
    }
    case 'InstancesUpdated':
      return { ...compute, manual: dictionary.set(compute.manual, key, event.identity) };
    default:
      return assertNever(event);
  }
}

/** What was kept of a resource goes with it. */
export function forgetCompute(compute: ComputeState, id: ResourceId): ComputeState {
  const key = idKey(id);
  return {
    power: dictionary.remove(compute.power, key),
    stale: dictionary.remove(compute.stale, key),
    manual: dictionary.remove(compute.manual, key),
  };
}

export function moveCompute(compute: ComputeState, from: ResourceId, to: ResourceId): ComputeState {
  return {
    power: rekey(compute.power, idKey(from), idKey(to)),
    stale: rekey(compute.stale, idKey(from), idKey(to)),
    manual: rekey(compute.manual, idKey(from), idKey(to)),
  };
}

/** The shortest list of events that folds to this slice. Keys are ids, for ARM compares without case. */
export function* checkpointCompute(compute: ComputeState): Generator<ComputeEvent> {
  for (const [id, power] of dictionary.entries(compute.power)) {
    yield { type: 'PowerChanged', resourceId: id as ResourceId, power };
  }
  for (const [id] of dictionary.entries(compute.stale)) {
    yield { type: 'IdentityUriChanged', resourceId: id as ResourceId, stale: true };
  }
  for (const [id, identity] of dictionary.entries(compute.manual)) {
    yield { type: 'InstancesUpdated', resourceId: id as ResourceId, identity };
  }
}
