import { lockBody } from '#domain/arm/body.ts';
import { isWithin, nameOf, sameId } from '#domain/arm/resource-id.ts';
import { findLock } from '#domain/arm/state.ts';
import { armError, armJson } from '#domain/arm/wire.ts';
import { groupsOf } from '#domain/cloud/directory.ts';
import { assignmentHome, assignmentsOf } from '#domain/cloud/queries.ts';
import { rootScope } from '#domain/cloud/scope.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { builtInRoles, findRole } from '#domain/rbac/roles.ts';
import type { Role } from '#domain/rbac/roles.ts';
import { findAssignment } from '#domain/rbac/state.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import { assignmentBody, roleDefinitionNotFound } from '#domain/rbac/wire.ts';
import type { Reader } from '../may-read.ts';
import type { AssignmentFilter } from './deny.ts';

export type AccessRead =
  | ({ readonly kind: 'roleAssignments' } & AssignmentFilter)
  | { readonly kind: 'roleAssignment'; readonly id: string }
  | {
      readonly kind: 'roleDefinitions';
      readonly scope: string;
      readonly roleName: string | null;
      readonly custom?: true;
    }
  | { readonly kind: 'roleDefinition'; readonly id: string }
  | { readonly kind: 'locks'; readonly scope: string }
  | { readonly kind: 'lock'; readonly id: string };

const readAssignments = 'Microsoft.Authorization/roleAssignments/read';
const readDefinitions = 'Microsoft.Authorization/roleDefinitions/read';
const readLocks = 'Microsoft.Authorization/locks/read';

export const accessReaders = {
  roleAssignments: (state: CloudState, read: Extract<AccessRead, { kind: 'roleAssignments' }>, reader: Reader) =>
    reader.list(
      assignmentsOf(state).filter((each) => isAsked(state, each, read)),
      readAssignments,
      { id: ({ scope }) => scope, body: (each) => assignmentBody(each, assignmentHome(state)) },
    ),
  roleAssignment: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(readAssignments, scopeOf(id), () => {
      const found = findAssignment(state.rbac, id);
      if (found !== undefined) return armJson(200, assignmentBody(found, assignmentHome(state)), 'docs');
      return armError(
        404,
        'RoleAssignmentNotFound',
        `The role assignment '${nameOf(id)}' is not found.`,
        'unconfirmed',
      );
    }),
  roleDefinitions: (
    state: CloudState,
    { scope, roleName, custom }: Extract<AccessRead, { kind: 'roleDefinitions' }>,
    reader: Reader,
  ) =>
    reader.list(
      custom === true ? [] : builtInRoles.filter(({ name }) => roleName === null || sameId(name, roleName)),
      readDefinitions,
      { id: () => scope, body: (role) => definitionBody(state, role) },
    ),
  roleDefinition: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(readDefinitions, scopeOf(id), () => {
      const role = findRole(nameOf(id));
      if (role === undefined) return roleDefinitionNotFound(nameOf(id));
      return armJson(200, definitionBody(state, role), 'docs');
    }),
  locks: (state: CloudState, { scope }: { readonly scope: string }, reader: Reader) =>
    reader.list(
      [...dictionary.values(state.arm.locks)]
        .filter((lock) => isWithin(scope, lock.scope))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      readLocks,
      { id: (lock) => lock.scope, body: lockBody },
    ),
  lock: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(readLocks, scopeOf(id), () => {
      const lock = findLock(state.arm, id);
      if (lock !== undefined) return armJson(200, lockBody(lock), 'docs');
      return armError(404, 'LockNotFound', `The lock '${nameOf(id)}' could not be found.`, 'unconfirmed');
    }),
};

/** What an id of an extension is about; empty for the tenant itself. */
function scopeOf(id: string): string {
  const [scope = ''] = id.split(/\/providers\/Microsoft\.Authorization\//i);
  return scope;
}

/** At the scope and above it, and below it unless that is left out (docs: list role assignments by REST). */
function isAsked(
  state: CloudState,
  { scope, principalId }: RoleAssignment,
  read: Extract<AccessRead, { kind: 'roleAssignments' }>,
): boolean {
  const isAbove = isWithin(scope, read.scope) || sameId(scope, rootScope(state.tenantId));
  if (!isAbove && (read.atScope || !isWithin(read.scope, scope))) return false;
  if (read.principalId === null || sameId(principalId, read.principalId)) return true;
  return read.throughGroups && groupsOf(state, read.principalId).includes(principalId);
}

/** A built-in role as ARM prints it (docs: role definitions REST). */
function definitionBody({ subscriptionId }: CloudState, role: Role): unknown {
  const { id, name, actions, notActions, dataActions, notDataActions } = role;
  return {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${id}`,
    name: id,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName: name,
      type: 'BuiltInRole',
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions, notDataActions }],
    },
  };
}
