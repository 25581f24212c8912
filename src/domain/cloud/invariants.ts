import * as dictionary from '#domain/kernel/dictionary.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { resourceGroupId, resourceId } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { principalOf, resourcesOf } from './queries.ts';
import { scopeExists } from './scope.ts';
import type { CloudState } from './state.ts';

/** A way in which a state cannot have come about, with the id of what is wrong. */
export interface Violation {
  readonly rule:
    | 'resourceWithoutGroup'
    | 'childWithoutParent'
    | 'identityWithoutPrincipal'
    | 'assignmentWithoutScope'
    | 'assignmentWithoutRole'
    | 'lockWithoutScope'
    | 'momentOverdue';
  readonly id: string;
}

/** What no history of commands can lead to; imported worlds are held to it. Empty for a sound state. */
export function violations(state: CloudState): readonly Violation[] {
  return [...resourceViolations(state), ...assignmentViolations(state), ...lockViolations(state), ...overdue(state)];
}

function* resourceViolations(state: CloudState): Generator<Violation> {
  for (const resource of resourcesOf(state)) {
    const { id } = resource;
    const groupId = resourceGroupId(state.subscriptionId, resource.resourceGroup);
    if (findGroup(state.arm, groupId) === undefined) yield { rule: 'resourceWithoutGroup', id };
    if (isParentless(state, resource)) yield { rule: 'childWithoutParent', id };
    const hasIdentity = isHost(resource)
      ? systemPrincipalOf(resource.identity) !== null
      : resource.kind === 'userAssignedIdentity';
    if (hasIdentity && principalOf(state, resource) === undefined) {
      yield { rule: 'identityWithoutPrincipal', id };
    }
  }
}

/** A child lies under a resource of its parent's kind, in the same group. */
function isParentless({ arm, subscriptionId }: CloudState, { kind, name, resourceGroup }: Resource): boolean {
  const { parent } = resourceKinds[kind];
  const [parentName = ''] = name.split('/');
  return (
    parent !== undefined &&
    findResource(arm, resourceId(subscriptionId, resourceGroup, parent, parentName)) === undefined
  );
}

function* assignmentViolations(state: CloudState): Generator<Violation> {
  for (const { id, scope, roleId } of dictionary.values(state.rbac.assignments)) {
    if (!scopeExists(state, scope)) yield { rule: 'assignmentWithoutScope', id };
    if (findRole(roleId) === undefined) yield { rule: 'assignmentWithoutRole', id };
  }
}

function* lockViolations(state: CloudState): Generator<Violation> {
  for (const { id, scope } of dictionary.values(state.arm.locks)) {
    if (!scopeExists(state, scope)) yield { rule: 'lockWithoutScope', id };
  }
}

/** The clock lets nothing pass: what was due has happened. */
function* overdue(state: CloudState): Generator<Violation> {
  for (const { tokenId, claims } of dictionary.values(state.tokens.live)) {
    if (claims.exp <= state.now) yield { rule: 'momentOverdue', id: tokenId };
  }
  for (const { assignment, endsAt } of dictionary.values(state.rbac.ending)) {
    if (endsAt < state.now) yield { rule: 'momentOverdue', id: assignment.id };
  }
}
