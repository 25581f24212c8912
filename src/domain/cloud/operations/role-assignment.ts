import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey, sameId } from '#domain/arm/resource-id.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { armEmpty } from '#domain/arm/wire.ts';
import { findPrincipal } from '#domain/entra/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { RoleAssignmentId } from '#domain/kernel/brand.ts';
import { fraction, guid } from '#domain/kernel/guid.ts';
import { minute, plus } from '#domain/kernel/instant.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { findAssignment } from '#domain/rbac/state.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import * as wire from '#domain/rbac/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { CloudState } from '../state.ts';
import { answer, armUrl } from './answer.ts';

type CreateRoleAssignment = CommandOf<'CreateRoleAssignment'>;

/** A grant or its removal is effective after at most ten minutes (facts: corrections 16). */
const longestDelay = 10 * minute;

/** PUT of a role assignment. (scope, role, principal) is unique; the principal has to exist now, not later. */
export function createRoleAssignment(draft: Draft, command: CreateRoleAssignment): void {
  const { state } = draft;
  const id = assignmentId(state, command);
  const url = armUrl(id, wire.authorizationApiVersion);
  const refusal = refuse(state, command);
  if (refusal !== null) return answer(draft, 'PUT', url, refusal);
  const { scope, roleId, principalId } = command;
  const effectiveAt = plus(state.now, delayOf(state, id, 'grant'));
  const assignment: RoleAssignment = {
    id,
    scope,
    roleId,
    principalId,
    createdAt: state.now,
    effectiveAt,
  };
  draft.emit({ type: 'RoleAssignmentCreated', assignment });
  answer(draft, 'PUT', url, wire.assignmentAnswer(201, assignment, state.subscriptionId));
}

/** DELETE of a role assignment: honored until the delay has passed. 204 where there is none. */
export function deleteRoleAssignment(
  draft: Draft,
  { id }: CommandOf<'DeleteRoleAssignment'>,
): void {
  const { state } = draft;
  const url = armUrl(id, wire.authorizationApiVersion);
  const assignment = findAssignment(state.rbac, id);
  if (assignment === undefined) return answer(draft, 'DELETE', url, armEmpty(204));
  const endsAt = plus(state.now, delayOf(state, id, 'removal'));
  draft.emit({ type: 'RoleAssignmentDeleted', id, endsAt });
  if (endsAt === state.now) draft.emit({ type: 'RoleRemovalTookEffect', id });
  answer(draft, 'DELETE', url, wire.assignmentAnswer(200, assignment, state.subscriptionId));
}

function refuse(state: CloudState, command: CreateRoleAssignment): SourcedResponse | null {
  const { scope, roleId, principalId } = command;
  if (!scopeExists(state, scope)) return wire.scopeNotFound(scope);
  if (findRole(roleId) === undefined) return wire.roleDefinitionNotFound(roleId);
  if (findPrincipal(state.entra, state.tenantId, principalId) === undefined) {
    return wire.principalNotFound(principalId, state.tenantId);
  }
  const existing = [...dictionary.values(state.rbac.assignments)].find(
    (held) =>
      held.principalId === principalId && held.roleId === roleId && sameId(held.scope, scope),
  );
  return existing === undefined ? null : wire.roleAssignmentExists(existing);
}

function scopeExists({ subscriptionId, arm }: CloudState, scope: string): boolean {
  return (
    sameId(scope, `/subscriptions/${subscriptionId}`) ||
    findGroup(arm, scope) !== undefined ||
    findResource(arm, scope) !== undefined
  );
}

function assignmentId(state: CloudState, command: CreateRoleAssignment): RoleAssignmentId {
  const { scope, roleId, principalId } = command;
  const time = String(ordinal(state, ordinalKeys.assignment(scope, roleId, principalId)));
  const name = guid(state.seed, 'assignment', idKey(scope), roleId, principalId, time);
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}` as RoleAssignmentId;
}

function delayOf(state: CloudState, id: string, change: 'grant' | 'removal'): number {
  return state.roleDelay.kind === 'fixed'
    ? state.roleDelay.seconds
    : Math.floor(fraction(state.seed, 'role delay', change, id) * longestDelay);
}
