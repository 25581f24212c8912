import * as dictionary from '#domain/kernel/dictionary.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { assignmentsOf, homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findMember } from '../members.ts';
import { findRole } from '#domain/rbac/roles.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import { compare, principalNameOf } from './content.ts';
import type { RoleEdge, RoleStatus } from './model.ts';
import { principalNodeId, resourceNodeId, roleEdgeId, subscriptionNodeId } from './node-id.ts';

/** A role assignment that has no line yet. */
export type UnplacedRole = Omit<RoleEdge, 'path' | 'mark' | 'label'>;

/** The role assignments of a world, oldest first, with those that were deleted and are honored still. */
export function graphRoles(state: CloudState): UnplacedRole[] {
  const present = assignmentsOf(state).map((assignment) => roleEdge(state, assignment, statusOf(state, assignment)));
  const ending = [...dictionary.values(state.rbac.ending)]
    .filter(({ assignment }) => principalLives(state, assignment) && scopeNode(state, assignment.scope) !== null)
    .sort((a, b) => a.assignment.createdAt - b.assignment.createdAt || compare(a.assignment.id, b.assignment.id))
    .map(({ assignment, endsAt }) => roleEdge(state, assignment, { kind: 'ending', until: endsAt }));
  return [...present, ...ending].flatMap((role) => role ?? []);
}

function roleEdge(state: CloudState, assignment: RoleAssignment, status: RoleStatus): UnplacedRole | null {
  const scope = scopeNode(state, assignment.scope);
  if (scope === null) return null;
  const { id, principalId, roleId } = assignment;
  const principalName = principalNameOf(state, principalId);
  const isKnown = principalLives(state, assignment) || dictionary.has(homeDirectory(state).deleted, principalId);
  return {
    kind: 'role',
    id: roleEdgeId(id),
    assignmentId: id,
    from: isKnown ? principalNodeId(principalId) : null,
    to: scope.id,
    role: findRole(roleId)?.name ?? roleId,
    principalName,
    principalId,
    scopeName: scope.name,
    status,
  };
}

function statusOf(state: CloudState, assignment: RoleAssignment): RoleStatus {
  if (!principalLives(state, assignment)) return { kind: 'orphaned' };
  const { effectiveAt } = assignment;
  return effectiveAt > state.now ? { kind: 'pending', until: effectiveAt } : { kind: 'effective', since: effectiveAt };
}

function principalLives(state: CloudState, { principalId }: RoleAssignment): boolean {
  return findMember(state, principalId) !== null;
}

function scopeNode({ arm }: CloudState, scope: string): { readonly id: string; readonly name: string } | null {
  if (/^\/subscriptions\/[^/]+$/i.test(scope)) return { id: subscriptionNodeId, name: nameOf(scope) };
  // What lies above the subscription is drawn at it, and a container at its account.
  if (/^\/providers\/Microsoft\.Management\//i.test(scope)) return { id: subscriptionNodeId, name: nameOf(scope) };
  const holder = scope.replace(/\/blobServices\/default\/containers\/[^/]+$/i, '');
  const found = findGroup(arm, scope) ?? findResource(arm, holder);
  if (found !== undefined && holder !== scope) {
    return { id: resourceNodeId(found.id), name: `${found.name}/${nameOf(scope)}` };
  }
  return found === undefined ? null : { id: resourceNodeId(found.id), name: found.name };
}
