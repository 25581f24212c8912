import { idKey } from '#domain/arm/resource-id.ts';
import { armEmpty } from '#domain/arm/wire.ts';
import { isReplicated } from '#domain/entra/directory.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { PrincipalId, RoleAssignmentId } from '#domain/kernel/brand.ts';
import { fraction, guid, isGuid } from '#domain/kernel/guid.ts';
import { plus } from '#domain/kernel/instant.ts';
import { parseCondition } from '#domain/rbac/condition.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { findAssignment, findAssignmentNamed, findGrant } from '#domain/rbac/state.ts';
import type { PrincipalType, RoleAssignment } from '#domain/rbac/state.ts';
import * as wire from '#domain/rbac/wire.ts';
import type { CommandOf } from '../command.ts';
import { longestRoleDelay } from '../delays.ts';
import { findAnyPrincipal } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { askedPrincipal } from '../guard/permits.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import { assignmentHome } from '../queries.ts';
import { findScope, scopeExists } from '../scope.ts';
import type { CloudState } from '../state.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';

type CreateRoleAssignment = CommandOf<'CreateRoleAssignment'>;

/**
 * PUT of a role assignment. (scope, role, principal) is unique, and so is the GUID in the tenant. The principal has to
 * exist now, unless its type is given: then the directory is not asked (facts: control-plane §5.3, corrections 12).
 */
export function createRoleAssignment(draft: Draft, command: CreateRoleAssignment): void {
  const { state } = draft;
  const grant = inOwnSpelling(state, command);
  const id = assignmentId(state, grant);
  const url = armUrl(id, wire.authorizationApiVersion);
  const verdict = verdictOn(state, grant);
  if (verdict.kind === 'answered') return answer(draft, 'PUT', url, verdict.answer);
  const { scope, roleId, principalId, condition } = grant;
  const updatedBy = askedPrincipal(state, draft.caller);
  const assignment: RoleAssignment = {
    id,
    scope,
    roleId,
    principalId,
    createdAt: state.now,
    effectiveAt: plus(state.now, delayOf(state, id, 'grant')),
    ...(verdict.type === 'ServicePrincipal' ? {} : { principalType: verdict.type }),
    ...(condition === undefined ? {} : { condition }),
    ...(updatedBy === undefined ? {} : { updatedBy }),
  };
  draft.emit({ type: 'RoleAssignmentCreated', assignment });
  answer(draft, 'PUT', url, wire.assignmentAnswer(201, assignment, assignmentHome(state)));
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
  answer(draft, 'DELETE', url, wire.assignmentAnswer(200, assignment, assignmentHome(state)));
}

/** Fixes the delay, or leaves it to the seed. Anything but whole seconds up to ten minutes changes nothing. */
export function setRoleDelay(draft: Draft, { delay }: CommandOf<'SetRoleDelay'>): void {
  if (delay.kind === 'seeded') return draft.emit({ type: 'RoleDelaySet', delay });
  const { seconds } = delay;
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > longestRoleDelay) return;
  // JSON knows no −0, and an entry has to survive it.
  draft.emit({ type: 'RoleDelaySet', delay: { kind: 'fixed', seconds: Math.abs(seconds) } });
}

/** What the command names, as Azure writes it: ids and GUIDs are compared without case. */
function inOwnSpelling(state: CloudState, command: CreateRoleAssignment): CreateRoleAssignment {
  const { scope, roleId, principalId, name } = command;
  return {
    ...command,
    scope: findScope(state, scope) ?? scope,
    roleId: findRole(roleId)?.id ?? roleId,
    principalId: (isGuid(principalId) ? idKey(principalId) : principalId) as PrincipalId,
    ...(name === undefined ? {} : { name: idKey(name) }),
  };
}

type Verdict =
  | { readonly kind: 'answered'; readonly answer: SourcedResponse }
  | { readonly kind: 'good'; readonly type: PrincipalType };

function answered(answer: SourcedResponse): Verdict {
  return { kind: 'answered', answer };
}

/** Scope, role, name, condition, principal and uniqueness, in this order. */
function verdictOn(state: CloudState, command: CreateRoleAssignment): Verdict {
  const { scope, roleId, name, condition } = command;
  if (!scopeExists(state, scope)) return answered(wire.scopeNotFound(scope));
  if (!isGuid(roleId)) return answered(wire.invalidRoleDefinitionId(roleId));
  if (findRole(roleId) === undefined) return answered(wire.roleDefinitionNotFound(roleId));
  if (name !== undefined && !isGuid(name)) return answered(wire.invalidRoleAssignmentId());
  if (condition !== undefined && parseCondition(condition) === null) return answered(wire.invalidCondition());
  const principal = checkPrincipal(state, command);
  if (principal.kind === 'answered') return principal;
  const answer = takenBy(state, command);
  return answer === null ? principal : answered(answer);
}

function checkPrincipal(state: CloudState, { principalId, principalType }: CreateRoleAssignment): Verdict {
  const known = findAnyPrincipal(state, principalId);
  const isKnown = known !== undefined && isReplicated(known, state.now);
  if (principalType === undefined) {
    return isKnown ? { kind: 'good', type: known.type } : answered(wire.principalNotFound(principalId, state.tenantId));
  }
  if (!isGuid(principalId)) return answered(wire.invalidPrincipalId());
  return isKnown && known.type !== principalType
    ? answered(wire.unmatchedPrincipalType(principalId, principalType, known.type))
    : { kind: 'good', type: principalType };
}

/** What is answered for an assignment that is there already, or for a GUID that another one has; null for neither. */
function takenBy(state: CloudState, command: CreateRoleAssignment): SourcedResponse | null {
  const { rbac } = state;
  const existing = findGrant(rbac, command);
  const named = command.name === undefined ? undefined : findAssignmentNamed(rbac, command.name);
  if (named !== undefined && named !== existing) return wire.roleAssignmentUpdateNotPermitted();
  if (existing === undefined) return null;
  return named === undefined
    ? wire.roleAssignmentExists(existing)
    : wire.assignmentAnswer(200, existing, assignmentHome(state));
}

/** The id that an assignment will have; its GUID is chosen by the client, or derived. */
function assignmentId(state: CloudState, command: CreateRoleAssignment): RoleAssignmentId {
  const { scope, roleId, principalId } = command;
  const time = String(ordinal(state, ordinalKeys.assignment(scope, roleId, principalId)));
  const name = command.name ?? guid(state.seed, 'assignment', idKey(scope), roleId, principalId, time);
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}` as RoleAssignmentId;
}

/** The id of the assignment that a command would make, in Azure's spelling. */
export function idOfNewAssignment(state: CloudState, command: CreateRoleAssignment): RoleAssignmentId {
  return assignmentId(state, inOwnSpelling(state, command));
}

function delayOf(state: CloudState, id: string, change: 'grant' | 'removal'): number {
  return state.roleDelay.kind === 'fixed'
    ? state.roleDelay.seconds
    : Math.floor(fraction(state.seed, 'role delay', change, id) * longestRoleDelay);
}
