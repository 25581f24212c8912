import { describe, expect, it } from 'vitest';
import { resourceId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { RoleDelay } from '#domain/cloud/command.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import type { PrincipalId, RoleId, SubscriptionId } from '#domain/kernel/brand.ts';
import type { Move } from '#test/support/moves.ts';
import { play } from '#test/support/moves.ts';
import { expectLaw } from '#test/support/world-laws.ts';

/*
 * Histories that once broke a law, shrunk, under the seed that found them. The arbitraries have changed since, so
 * the moves are written out.
 */

const subscription = '«subscription 0»' as SubscriptionId;
const group = { resourceGroup: 'rg-shop', location: 'westeurope' };
const machine: readonly Move[] = [
  { command: { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' } },
  {
    command: {
      type: 'CreateResource',
      kind: 'virtualMachine',
      name: 'vm-web',
      ...group,
      identity: { systemAssigned: true, userAssigned: [] },
    },
  },
];

function assign(roleId: string, scope = subscriptionScope(subscription)): Move {
  return {
    command: {
      type: 'CreateRoleAssignment',
      scope,
      roleId: roleId as RoleId,
      principalId: '«principal 0»' as PrincipalId,
    },
  };
}

function delayed(delay: RoleDelay): Move {
  return { command: { type: 'SetRoleDelay', delay } };
}

describe('a history that once broke a law', () => {
  it('seed 1426521372, run 63: a role that was to take effect after the end of time', () => {
    const roleId = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
    for (const seconds of [Number.MAX_SAFE_INTEGER, 1e15, -1.5, Number.NaN]) {
      const history = play('lab', [...machine, delayed({ kind: 'fixed', seconds }), assign(roleId)]);
      expectLaw('logGivesState', history);
      expectLaw('dueHasHappened', history);
    }
  });

  it('seed 1426521372, run 12: a role that was assigned twice, in lower case and in upper case', () => {
    const roleId = '4633458b-17de-408a-b874-0445c86b69e6';
    const vaultId = resourceId(subscription, 'rg-shop', 'keyVault', 'kv-shop');
    const vault: Move = { command: { type: 'CreateResource', kind: 'keyVault', name: 'kv-shop', ...group } };
    const history = play('lab', [...machine, vault, assign(roleId, vaultId), assign(roleId.toUpperCase(), vaultId)]);
    expectLaw('assignedOnce', history);
    expect(assignmentsOf(history.world.state)).toHaveLength(1);
  });

  it('a delay of minus nothing, which JSON writes as nothing', () => {
    expectLaw('logGivesState', play('lab', [delayed({ kind: 'fixed', seconds: -0 })]));
  });
});
