import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { armEmpty } from '#domain/arm/wire.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { DenyAssignment } from '#domain/rbac/state.ts';
import * as wire from '#domain/rbac/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { findScope } from '../scope.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';

/**
 * A deny assignment as a deployment stack makes one; nobody writes them directly, so the answer is the simulator's.
 * The same name at the same scope replaces it. It counts at once.
 */
export function createDenyAssignment(draft: Draft, command: CommandOf<'CreateDenyAssignment'>): void {
  const { type: _, ...wanted } = command;
  const scope = findScope(draft.state, wanted.scope);
  const id = denyId(scope ?? wanted.scope, wanted.name);
  const url = armUrl(id, wire.authorizationApiVersion);
  if (scope === null) return answer(draft, 'PUT', url, wire.scopeNotFound(wanted.scope));
  const principals = wanted.principals.map((each) => idKey(each) as typeof each);
  const assignment: DenyAssignment = { ...wanted, id, scope, principals };
  const isThere = dictionary.has(draft.state.rbac.denies, idKey(id));
  draft.emit({ type: 'DenyAssignmentCreated', assignment });
  answer(draft, 'PUT', url, wire.denyAnswer(isThere ? 200 : 201, assignment));
}

/** Takes it away; 204 where there is none. */
export function deleteDenyAssignment(draft: Draft, command: CommandOf<'DeleteDenyAssignment'>): void {
  const id = denyId(findScope(draft.state, command.scope) ?? command.scope, command.name);
  const url = armUrl(id, wire.authorizationApiVersion);
  const held = dictionary.get(draft.state.rbac.denies, idKey(id));
  if (held === undefined) return answer(draft, 'DELETE', url, armEmpty(204));
  draft.emit({ type: 'DenyAssignmentDeleted', id: held.id });
  answer(draft, 'DELETE', url, wire.denyAnswer(200, held));
}

function denyId(scope: string, name: string): ResourceId {
  return `${scope}/providers/Microsoft.Authorization/denyAssignments/${name}` as ResourceId;
}
