import * as dictionary from '#domain/kernel/dictionary.ts';
import { groupBody } from '#domain/arm/body.ts';
import { fitsNameRule, groupApiVersion, nameRules } from '#domain/arm/kinds.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { isWithin, resourceGroupId } from '#domain/arm/resource-id.ts';
import { findGroup } from '#domain/arm/state.ts';
import { armEmpty, armJson, invalidName, resourceGroupNotFound } from '#domain/arm/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';
import { removeScope, removeResource } from './delete-resource.ts';

/** PUT of a resource group: idempotent, as in Azure. Tags that are given replace those held. */
export function createResourceGroup(draft: Draft, command: CommandOf<'CreateResourceGroup'>): void {
  const { name, location, tags } = command;
  const id = resourceGroupId(draft.state.subscriptionId, name);
  const url = armUrl(id, groupApiVersion);
  if (!fitsNameRule(name, nameRules.resourceGroup)) {
    const says = nameRules.resourceGroup.says;
    return answer(draft, 'PUT', url, invalidName('resource group', name, says));
  }
  const existing = findGroup(draft.state.arm, id);
  if (existing !== undefined) {
    if (tags !== undefined) draft.emit({ type: 'TagsSet', resourceId: existing.id, tags });
    return answer(draft, 'PUT', url, armJson(200, groupBody(findGroup(draft.state.arm, id) ?? existing), 'docs'));
  }
  const group = { id, name, location, createdAt: draft.state.now, ...(tags === undefined ? {} : { tags }) };
  draft.emit({ type: 'ResourceGroupCreated', group });
  answer(draft, 'PUT', url, armJson(201, groupBody(group), 'docs'));
}

/** Children first, then hosts, so that what they let go of can be seen to stay until its own turn (facts: control-plane §2.7). */
const deletionOrder: readonly Resource['kind'][] = [
  'webAppSlot',
  'sqlDatabase',
  'virtualMachine',
  'vmScaleSet',
  'webApp',
  'functionApp',
  'containerApp',
  'aksCluster',
  'sqlServer',
  'cosmosAccount',
  'serviceBusNamespace',
  'eventHubsNamespace',
  'keyVault',
  'storageAccount',
  'userAssignedIdentity',
];

/** Deletes everything in the group, then the group and what stands at its scope (facts: control-plane §2.7). */
export function deleteResourceGroup(draft: Draft, { name }: CommandOf<'DeleteResourceGroup'>): void {
  const id = resourceGroupId(draft.state.subscriptionId, name);
  const url = armUrl(id, groupApiVersion);
  const group = findGroup(draft.state.arm, id);
  if (group === undefined) return answer(draft, 'DELETE', url, resourceGroupNotFound(name));
  const contents = [...dictionary.values(draft.state.arm.resources)]
    .filter((resource) => isWithin(group.id, resource.id))
    .sort((a, b) => deletionOrder.indexOf(a.kind) - deletionOrder.indexOf(b.kind));
  for (const resource of contents) removeResource(draft, resource);
  draft.emit({ type: 'ResourceGroupDeleted', id: group.id });
  removeScope(draft, group.id);
  answer(draft, 'DELETE', url, armEmpty(202));
}
