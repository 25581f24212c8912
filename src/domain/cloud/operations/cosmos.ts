import { armEmpty, armError, armJson, resourceNotFound } from '#domain/arm/wire.ts';
import { cosmosAssignmentBody, cosmosAssignmentName } from '#domain/cosmos/assignment.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { CosmosAssignment } from '#domain/cosmos/state.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { CommandOf } from '../command.ts';
import { findAnyPrincipal } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { answer, resourceUrl } from './answer.ts';
import { findTarget } from './find-target.ts';

/** Assigns a data role of the account's own; it is not to be seen among its Azure role assignments, and counts at once. */
export function assignCosmosRole(draft: Draft, command: CommandOf<'AssignCosmosRole'>): void {
  const { accountId, principalId, role } = command;
  const account = findTarget(draft.state, accountId, 'cosmosAccount');
  const url = urlOf(draft, command);
  if (account === undefined) return answer(draft, 'PUT', url, resourceNotFound(accountId));
  const principal = findAnyPrincipal(draft.state, principalId);
  if (principal === undefined) {
    const message = `The provided principal ID [${principalId}] was not found in the AAD tenant(s) [${draft.state.tenantId}] which are associated with the customer's subscription.`;
    return answer(draft, 'PUT', url, armError(400, 'BadRequest', message, 'unconfirmed'));
  }
  const assignment = { principalId: principal.id, role };
  if (!isHeld(draft, account, assignment)) {
    draft.emit({ type: 'CosmosRoleAssigned', accountId: account.id, assignment });
  }
  answer(draft, 'PUT', url, armJson(200, cosmosAssignmentBody(draft.state.seed, account.id, assignment), 'docs'));
}

/** Takes a data role away; 204 where it is not held, as ARM answers of what is not there. */
export function removeCosmosRole(draft: Draft, command: CommandOf<'RemoveCosmosRole'>): void {
  const { accountId, principalId, role } = command;
  const account = findTarget(draft.state, accountId, 'cosmosAccount');
  const url = urlOf(draft, command);
  if (account === undefined) return answer(draft, 'DELETE', url, resourceNotFound(accountId));
  const assignment = { principalId: idKey(principalId) as PrincipalId, role };
  if (!isHeld(draft, account, assignment)) return answer(draft, 'DELETE', url, armEmpty(204));
  draft.emit({ type: 'CosmosRoleRemoved', accountId: account.id, assignment });
  answer(draft, 'DELETE', url, armEmpty(200));
}

function isHeld({ state }: Draft, { id }: Resource, { principalId, role }: CosmosAssignment): boolean {
  const held = cosmosAssignments(state.cosmos, id);
  return held.some((each) => each.principalId === principalId && each.role === role);
}

function urlOf(
  draft: Draft,
  { accountId, principalId, role }: CommandOf<'AssignCosmosRole' | 'RemoveCosmosRole'>,
): string {
  const name = cosmosAssignmentName(draft.state.seed, accountId, { principalId, role });
  return resourceUrl(accountId, 'cosmosAccount').replace('?', `/sqlRoleAssignments/${name}?`);
}
