import type { Host } from '#domain/arm/resource.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import * as arm from '#domain/arm/wire.ts';
import { isMachine, isStale, isUpgradedByHand, powerAfter } from '#domain/compute/rules.ts';
import { powerOf } from '#domain/compute/state.ts';
import * as wire from '#domain/compute/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { answer, resourceUrl } from './answer.ts';

/** Starts, stops or restarts a machine. Its identity, principal and cached tokens stay as they are. */
export function setPower(draft: Draft, { id, action }: CommandOf<'SetPower'>): void {
  onMachine(draft, id, action, (machine) => {
    const power = powerOf(draft.state.compute, machine.id);
    const next = powerAfter(action, power);
    if (next === null) return wire.notRunning(machine.name);
    if (power !== 'running' && next === 'running' && isStale(draft.state.compute, machine.id)) {
      return wire.identityUriStale(machine.name);
    }
    if (next !== power) draft.emit({ type: 'PowerChanged', resourceId: machine.id, power: next });
    return wire.accepted();
  });
}

/** Brings the instances of a scale set to its model: with manual upgrade they carry its identity only now. */
export function updateScaleSetInstances(draft: Draft, { id }: CommandOf<'UpdateScaleSetInstances'>): void {
  onMachine(draft, id, 'manualupgrade', (scaleSet) => {
    if (scaleSet.kind !== 'vmScaleSet') return wire.notAScaleSet(scaleSet.id);
    if (isUpgradedByHand(draft.state.compute, scaleSet.id)) {
      draft.emit({ type: 'InstancesUpdated', resourceId: scaleSet.id, identity: scaleSet.identity });
    }
    return wire.accepted();
  });
}

/** POST to a machine: 404 where nothing is, 400 for what is no machine, or what the action answers. */
export function onMachine(draft: Draft, id: ResourceId, action: string, act: (machine: Host) => SourcedResponse): void {
  const found = findMachine(draft.state, id);
  const { id: path, kind } = found.machine ?? { id, kind: 'virtualMachine' as const };
  const url = resourceUrl(path, kind).replace('?', `/${action}?`);
  answer(draft, 'POST', url, found.machine === null ? found.refusal : act(found.machine));
}

type Found = { readonly machine: Host } | { readonly machine: null; readonly refusal: SourcedResponse };

function findMachine(state: CloudState, id: ResourceId): Found {
  const resource = findResource(state.arm, id);
  if (resource === undefined) return { machine: null, refusal: arm.resourceNotFound(id) };
  if (!isHost(resource) || !isMachine(resource)) return { machine: null, refusal: wire.notAMachine(resource.id) };
  return { machine: resource };
}
