import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
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
import { findScope, scopeExists } from '../scope.ts';
import type { CloudState } from '../state.ts';
import { answer, armUrl } from './answer.ts';

type CreateRoleAssignment = CommandOf<'CreateRoleAssignment'>;

/** A grant or its removal is effective after at most ten minutes (facts: corrections 16). */
const longestDelay = 10 * minute;

/** PUT of a role assignment. (scope, role, principal) is unique; the principal has to exist now, not later. */
export function createRoleAssignment(draft: Draft, command: CreateRoleAssignment): void {
  const { state } = draft;
  const grant = inOwnSpelling(state, command);
  const id = assignmentId(state, grant);
  const url = armUrl(id, wire.authorizationApiVersion);
  const refusal = refuse(state, grant);
  if (refusal !== null) return answer(draft, 'PUT', url, refusal);
  const { scope, roleId, principalId } = grant;
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

/** DELETE of a role assignment: honored until the delay has passed, if it ever was. 204 where there is none. */
export function deleteRoleAssignment(draft: Draft, { id }: CommandOf<'DeleteRoleAssignment'>): void {
  const { state } = draft;
  const url = armUrl(id, wire.authorizationApiVersion);
  const assignment = findAssignment(state.rbac, id);
  if (assignment === undefined) return answer(draft, 'DELETE', url, armEmpty(204));
  const isHonored = assignment.effectiveAt <= state.now;
  const endsAt = isHonored ? plus(state.now, delayOf(state, assignment.id, 'removal')) : state.now;
  draft.emit({ type: 'RoleAssignmentDeleted', id: assignment.id, endsAt });
  if (endsAt === state.now) draft.emit({ type: 'RoleRemovalTookEffect', id: assignment.id });
  answer(draft, 'DELETE', url, wire.assignmentAnswer(200, assignment, state.subscriptionId));
}

/** Fixes the delay, or leaves it to the seed. Anything but whole seconds up to ten minutes changes nothing. */
export function setRoleDelay(draft: Draft, { delay }: CommandOf<'SetRoleDelay'>): void {
  if (delay.kind === 'seeded') return draft.emit({ type: 'RoleDelaySet', delay });
  const { seconds } = delay;
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > longestDelay) return;
  // JSON knows no −0, and an entry has to survive it.
  draft.emit({ type: 'RoleDelaySet', delay: { kind: 'fixed', seconds: Math.abs(seconds) } });
}

/** What the command names, as Azure writes it: ids and GUIDs are compared without case. */
function inOwnSpelling(state: CloudState, command: CreateRoleAssignment): CreateRoleAssignment {
  const { scope, roleId, principalId } = command;
  return {
    type: command.type,
    scope: findScope(state, scope) ?? scope,
    roleId: findRole(roleId)?.id ?? roleId,
    principalId: findPrincipal(state.entra, state.tenantId, idKey(principalId))?.id ?? principalId,
  };
}

function refuse(state: CloudState, command: CreateRoleAssignment): SourcedResponse | null {
  const { scope, roleId, principalId } = command;
  if (!scopeExists(state, scope)) return wire.scopeNotFound(scope);
  if (findRole(roleId) === undefined) return wire.roleDefinitionNotFound(roleId);
  if (findPrincipal(state.entra, state.tenantId, principalId) === undefined) {
    return wire.principalNotFound(principalId, state.tenantId);
  }
  const existing = [...dictionary.values(state.rbac.assignments)].find(
    (held) => held.principalId === principalId && held.roleId === roleId && held.scope === scope,
  );
  return existing === undefined ? null : wire.roleAssignmentExists(existing);
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
