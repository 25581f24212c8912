import type { IdentityBlock, Resource, ResourceKind } from '#domain/arm/resource.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ComputeState, PowerAction, PowerState } from './state.ts';

/** The hosts that run as machines: they can be stopped, and have a metadata service of their own. */
const machineKinds: readonly ResourceKind[] = ['virtualMachine', 'vmScaleSet'];

export function isMachine({ kind }: Pick<Resource, 'kind'>): boolean {
  return machineKinds.includes(kind);
}

/** Whether a start fails, because the machine was moved and not written to since (facts: control-plane §2.4). */
export function isStale(compute: ComputeState, id: string): boolean {
  return dictionary.has(compute.stale, idKey(id));
}

/** The state that an action leads to; null where Azure refuses it. A machine that is deallocated stays so when powered off. */
export function powerAfter(action: PowerAction, power: PowerState): PowerState | null {
  switch (action) {
    case 'start':
      return 'running';
    case 'powerOff':
      return power === 'deallocated' ? 'deallocated' : 'stopped';
    case 'deallocate':
      return 'deallocated';
    case 'restart':
      return power === 'running' ? 'running' : null;
  }
}

/** Whether the instances of a scale set wait for an update of theirs before they follow its model. */
export function isUpgradedByHand(compute: ComputeState, id: string): boolean {
  return dictionary.has(compute.manual, idKey(id));
}

/**
 * The identity that code on the host can ask for: instances of a scale set with manual upgrade carry what the
 * last update of instances gave them (facts: corrections 17).
 */
export function carriedIdentity(compute: ComputeState, id: string, model: IdentityBlock): IdentityBlock {
  return dictionary.get(compute.manual, idKey(id)) ?? model;
}
