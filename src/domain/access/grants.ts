import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import type { Command } from '#domain/cloud/command.ts';
import { findScope, rootScope } from '#domain/cloud/scope.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { resourceGroupId, groupNameOf, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { PrincipalId, RoleId } from '#domain/kernel/brand.ts';
import { breadthOf, builtInRoles, roleHolds } from '#domain/rbac/roles.ts';
import type { Role } from '#domain/rbac/roles.ts';
import type { Demand } from '#domain/rbac/rules.ts';
import { findGrant } from '#domain/rbac/state.ts';
import type { PrincipalType } from '#domain/rbac/state.ts';
import type { Candidate, Family, Situation } from './fix.ts';
import { widthOf } from './width.ts';

/** The built-in roles that hold an operation, the one that holds least else first. */
export function rolesFor({ plane, action }: Demand): readonly Role[] {
  return builtInRoles
    .filter((role) => role.condition === undefined && roleHolds(role, plane, action))
    .toSorted((a, b) => breadthOf(a) - breadthOf(b));
}

/** The scopes at which a grant would reach a resource, the narrowest that exists first. */
export function scopesFor(state: CloudState, resource: string): readonly string[] {
  const { subscriptionId, tenantId } = state;
  const group = groupNameOf(resource);
  const wide = [subscriptionScope(subscriptionId), rootScope(tenantId)];
  if (group === null) return wide;
  const scopes: string[] = [];
  // A part of a resource that is no scope of its own is reached at the resource that encloses it.
  for (let at = resource; groupNameOf(at) !== null; at = at.slice(0, at.lastIndexOf('/'))) {
    const scope = findScope(state, at);
    if (scope !== null) scopes.push(scope);
  }
  const isListed = scopes.some((each) => widthOf(each) === 3);
  return [...scopes, ...(isListed ? [] : [resourceGroupId(subscriptionId, group)]), ...wide];
}

/** Role assignments that would grant what was asked: narrow scopes before wide ones, small roles before big ones. */
export function grantsFor({ state, question, found }: Situation): Family {
  const { claims, demand } = found;
  const principal = claims === null ? undefined : findAnyPrincipal(state, claims.oid);
  if (claims === null || demand === null || principal === undefined) return [];
  return scopesFor(state, demand.resource).flatMap((scope) =>
    rolesFor(demand).map((role): Candidate => {
      const commands = grant(state, scope, role.id, principal);
      const size = { width: widthOf(scope), actions: breadthOf(role), changes: commands.length };
      return { kind: 'assignRole', commands, question, size };
    }),
  );
}

/** Where the same role is held there under a condition, it gives way to one without. */
function grant(
  state: CloudState,
  scope: string,
  roleId: RoleId,
  { id: principalId, type: principalType }: { readonly id: PrincipalId; readonly type: PrincipalType },
): readonly Command[] {
  const held = findGrant(state.rbac, { scope, roleId, principalId });
  const create: Command = { type: 'CreateRoleAssignment', scope, roleId, principalId, principalType };
  return held === undefined ? [create] : [{ type: 'DeleteRoleAssignment', id: held.id }, create];
}
