import { describe, expect, it } from 'vitest';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { newCloud } from '#domain/cloud/state.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { act } from '#domain/cloud/decide.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { azureRbacRules, checkRoles } from '#domain/rbac/rules.ts';
import {
  assignmentsOfPrincipal,
  assignmentsWithin,
  emptyRbac,
  evolveRbac,
  findAssignmentNamed,
  findGrant,
} from '#domain/rbac/state.ts';
import type { RbacState, RoleAssignment } from '#domain/rbac/state.ts';
import { roleIdOf } from './assigning.ts';

const start = newCloud('many');
const subscription = `/subscriptions/${start.subscriptionId}`;
const vault = (nth: number) =>
  `${subscription}/resourceGroups/rg-${nth % 10}/providers/Microsoft.KeyVault/vaults/kv-${nth}`;
const secretsUser = roleIdOf('Key Vault Secrets User');

function assignment(nth: number): RoleAssignment {
  const scope = vault(nth);
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid('many', String(nth))}` as RoleAssignmentId,
    scope,
    roleId: secretsUser,
    principalId: guid('principal', String(nth)) as PrincipalId,
    createdAt: start.now,
    effectiveAt: start.now,
  };
}

function withAssignments(count: number): RbacState {
  let rbac = emptyRbac;
  for (let nth = 0; nth < count; nth += 1) {
    rbac = evolveRbac(rbac, { type: 'RoleAssignmentCreated', assignment: assignment(nth) });
  }
  return rbac;
}

function timeOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

describe('many assignments', () => {
  const rbac = withAssignments(10_000);
  const state: CloudState = { ...start, rbac };

  it('[RBAC-31] are found by principal, scope, grant and GUID', () => {
    const one = assignment(4711);
    expect(assignmentsOfPrincipal(rbac, one.principalId.toUpperCase()).present).toEqual([one]);
    expect(assignmentsWithin(rbac, one.scope.toUpperCase()).present).toEqual([one]);
    expect(assignmentsWithin(rbac, `${subscription}/resourceGroups/rg-1`).present).toHaveLength(1000);
    expect(findGrant(rbac, one)).toEqual(one);
    expect(findAssignmentNamed(rbac, guid('many', '4711'))).toEqual(one);
    expect(assignmentsOfPrincipal(rbac, 'nobody').present).toEqual([]);
  });

  it('[RBAC-31] are decided upon in a time that does not grow with them', () => {
    const decisions = (held: RbacState) => () => {
      for (let nth = 0; nth < 1000; nth += 1) {
        const claims = ownClaims(start, assignment(nth).principalId, 'https://vault.azure.net');
        const demand = {
          plane: 'data',
          action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action',
          resource: vault(nth) as ResourceId,
        } as const;
        const { gates } = checkRoles(held, demand, { claims, now: start.now }, azureRbacRules);
        expect(gates).toMatchObject([{ gate: 'role', passed: true }]);
      }
    };
    const few = withAssignments(1000);
    decisions(few)();
    const [small, large] = [timeOf(decisions(few)), timeOf(decisions(rbac))];
    // Ten times as many; a walk over all would take ten times as long.
    expect(large).toBeLessThan(5 * small + 50);
  });

  it('[RBAC-31] are added to and taken from in a time that does not grow with them', () => {
    const group = { type: 'CreateResourceGroup', name: 'rg-1', location: 'westeurope' } as const;
    const grown = act(state, group).state;
    const scope = `${subscription}/resourceGroups/rg-1`;
    const create = { type: 'CreateRoleAssignment', scope, roleId: secretsUser } as const;
    const spent = timeOf(() => {
      let held = grown;
      for (let nth = 0; nth < 500; nth += 1) {
        const principalId = guid('new', String(nth)) as PrincipalId;
        held = act(held, { ...create, principalId, principalType: 'User' }).state;
      }
      expect(dictionary.size(held.rbac.assignments)).toBe(10_500);
    });
    expect(spent).toBeLessThan(5000);
  });

  it('[RBAC-31] leave nothing in the index when they are gone', () => {
    let held = withAssignments(300);
    for (const { id } of dictionary.values(held.assignments)) {
      held = evolveRbac(held, { type: 'RoleAssignmentDeleted', id, endsAt: start.now });
    }
    expect(assignmentsOfPrincipal(held, assignment(7).principalId)).toMatchObject({ present: [], ending: [{}] });
    expect(findGrant(held, assignment(7))).toBeUndefined();
    for (const { assignment: ended } of dictionary.values(held.ending)) {
      held = evolveRbac(held, { type: 'RoleRemovalTookEffect', id: ended.id });
    }
    expect(held).toEqual(emptyRbac);
  });

  it('[RBAC-31] are not made twice under one id', () => {
    const one = withAssignments(1);
    expect(() => evolveRbac(one, { type: 'RoleAssignmentCreated', assignment: assignment(0) })).toThrow('a second');
  });
});
