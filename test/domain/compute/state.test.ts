import { describe, expect, it } from 'vitest';
import type { IdentityBlock, ResourceKind } from '#domain/arm/resource.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import { carriedIdentity, isMachine, isStale, isUpgradedByHand, powerAfter } from '#domain/compute/rules.ts';
import {
  checkpointCompute,
  emptyCompute,
  evolveCompute,
  forgetCompute,
  moveCompute,
  powerOf,
} from '#domain/compute/state.ts';
import type { ComputeEvent, ComputeState, PowerAction, PowerState } from '#domain/compute/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';

const one = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-1' as ResourceId;
const two = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-2' as ResourceId;
const system: IdentityBlock = { type: 'SystemAssigned', principalId: 'p' as PrincipalId };

function after(...events: readonly ComputeEvent[]): ComputeState {
  return events.reduce(evolveCompute, emptyCompute);
}

const stop: ComputeEvent = { type: 'PowerChanged', resourceId: one, power: 'stopped' };
const stale: ComputeEvent = { type: 'IdentityUriChanged', resourceId: one, stale: true };
const manual: ComputeEvent = { type: 'UpgradeModeSet', resourceId: one, mode: 'Manual' };
const updated: ComputeEvent = { type: 'InstancesUpdated', resourceId: one, identity: system };

describe('what is kept of a machine', () => {
  it('[COMPUTE-01] runs where nothing else is known', () => {
    expect(powerOf(emptyCompute, one)).toBe('running');
    expect(powerOf(after(stop), one)).toBe('stopped');
    expect(powerOf(after(stop), one.toUpperCase())).toBe('stopped');
    expect(powerOf(after(stop), two)).toBe('running');
  });

  it.each<[string, ComputeEvent, ComputeEvent]>([
    ['power', stop, { type: 'PowerChanged', resourceId: one, power: 'running' }],
    ['a stale identity', stale, { type: 'IdentityUriChanged', resourceId: one, stale: false }],
    ['manual upgrade', manual, { type: 'UpgradeModeSet', resourceId: one, mode: 'Automatic' }],
  ])('[COMPUTE-01] is nothing once %s is as at first', (_, there, back) => {
    expect(after(there)).not.toEqual(emptyCompute);
    expect(after(there, back)).toEqual(emptyCompute);
  });

  it('[COMPUTE-06] is stale until it is not', () => {
    expect(isStale(after(stale), one)).toBe(true);
    expect(isStale(after(stale), two)).toBe(false);
  });

  it('[COMPUTE-08] is what instances carry, apart from the model', () => {
    expect(carriedIdentity(emptyCompute, one, system)).toBe(system);
    expect(carriedIdentity(after(manual), one, system)).toEqual({ type: 'None' });
    expect(carriedIdentity(after(manual, updated), one, { type: 'None' })).toEqual(system);
    expect([isUpgradedByHand(after(manual), one), isUpgradedByHand(after(manual), two)]).toEqual([true, false]);
  });

  it('[COMPUTE-12] goes with it, and moves with it', () => {
    const whole = after(stop, stale, manual, updated);
    expect(forgetCompute(whole, one)).toEqual(emptyCompute);
    expect(forgetCompute(whole, two)).toEqual(whole);
    const moved = moveCompute(whole, one, two);
    expect(powerOf(moved, two)).toBe('stopped');
    expect(isStale(moved, two)).toBe(true);
    expect(carriedIdentity(moved, two, { type: 'None' })).toEqual(system);
    expect(moveCompute(moved, two, one)).toEqual(whole);
  });

  it('[LOG-10] folds from its checkpoint', () => {
    const whole = after(stop, stale, manual, updated, { ...stop, resourceId: two, power: 'deallocated' });
    expect(after(...checkpointCompute(whole))).toEqual(whole);
    expect([...checkpointCompute(emptyCompute)]).toEqual([]);
  });
});

describe('which resources are machines', () => {
  const machines: readonly ResourceKind[] = ['virtualMachine', 'vmScaleSet'];

  it.each(Object.keys(resourceKinds) as ResourceKind[])('[COMPUTE-03] %s', (kind) => {
    expect(isMachine({ kind })).toBe(machines.includes(kind));
  });
});

describe('where power leads', () => {
  const states: readonly PowerState[] = ['running', 'stopped', 'deallocated'];

  it.each<[PowerAction, readonly (PowerState | null)[]]>([
    ['start', ['running', 'running', 'running']],
    ['powerOff', ['stopped', 'stopped', 'deallocated']],
    ['deallocate', ['deallocated', 'deallocated', 'deallocated']],
    ['restart', ['running', null, null]],
  ])('[COMPUTE-01] [COMPUTE-02] by %s', (action, expected) => {
    expect(states.map((state) => powerAfter(action, state))).toEqual(expected);
  });
});
