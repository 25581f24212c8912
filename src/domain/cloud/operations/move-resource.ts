import * as dictionary from '#domain/kernel/dictionary.ts';
import { groupApiVersion, isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { lockId } from '#domain/arm/lock.ts';
import { groupNameOf, isWithin, resourceGroupId, resourceId, sameId } from '#domain/arm/resource-id.ts';
import type { Resource, ResourceGroup } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import * as wire from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { hasCachedTokens } from '#domain/managedidentity/token-cache.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';
import { childrenOf, removeAssignmentsWithin } from './delete-resource.ts';

/**
 * Moves a resource with its children into another group. The identity keeps its ids; assignments at the old scope do
 * not come along, and a machine with an identity will not start again until it is written to (facts: control-plane §2.4).
 */
export function moveResource(draft: Draft, command: CommandOf<'MoveResource'>): void {
  const { state } = draft;
  const source = resourceGroupId(state.subscriptionId, groupNameOf(command.id) ?? '');
  const url = armUrl(`${findGroup(state.arm, source)?.id ?? source}/moveResources`, groupApiVersion);
  const resource = findResource(state.arm, command.id);
  if (resource === undefined) return answer(draft, 'POST', url, wire.resourceNotFound(command.id));
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, command.resourceGroup));
  if (group === undefined) return answer(draft, 'POST', url, wire.resourceGroupNotFound(command.resourceGroup));
  const refusal = refuse(state, resource, group);
  if (refusal !== null) return answer(draft, 'POST', url, refusal);
  const children = childrenOf(state.arm, resource);
  for (const each of [resource, ...children]) move(draft, each, group);
  answer(draft, 'POST', url, wire.armEmpty(202));
}

function refuse(state: CloudState, resource: Resource, group: ResourceGroup): SourcedResponse | null {
  const { armType, parent } = resourceKinds[resource.kind];
  if (resource.kind === 'userAssignedIdentity' || parent !== undefined) return wire.moveNotSupported(armType);
  if (sameId(resource.resourceGroup, group.name)) return wire.moveToItself(group.name);
  const holder = findResource(state.arm, idIn(state, resource, group));
  return holder === undefined ? null : wire.moveNameTaken(resource.name, group.name);
}

function idIn({ subscriptionId }: CloudState, { kind, name }: Resource, group: ResourceGroup): ResourceId {
  return resourceId(subscriptionId, group.name, kind, name);
}

/** What stands under the old id is left behind: assignments and the tokens that an endpoint kept. Locks come along. */
function move(draft: Draft, resource: Resource, group: ResourceGroup): void {
  const { id } = resource;
  const to = idIn(draft.state, resource, group);
  const locks = [...dictionary.values(draft.state.arm.locks)].filter(({ scope }) => sameId(scope, id));
  for (const lock of locks) draft.emit({ type: 'LockDeleted', id: lock.id });
  removeAssignmentsWithin(draft, id);
  if (hasCachedTokens(draft.state.tokens, id)) draft.emit({ type: 'TokenCacheCleared', host: id });
  draft.emit({ type: 'ResourceMoved', id, to, resourceGroup: group.name });
  for (const { name, level } of locks) {
    draft.emit({ type: 'LockCreated', lock: { id: lockId(to, name), scope: to, name, level } });
  }
  const hasIdentity = isHost(resource) && resource.identity.type !== 'None';
  if (resource.kind === 'virtualMachine' && hasIdentity && !isWithin(id, to)) {
    draft.emit({ type: 'IdentityUriChanged', resourceId: to, stale: true });
  }
}
