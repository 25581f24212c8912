import * as dictionary from '#domain/kernel/dictionary.ts';
import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { isWithin, resourceGroupId } from '#domain/arm/resource-id.ts';
import { findGroup } from '#domain/arm/state.ts';
import { armEmpty, armJson, groupBody, invalidName, resourceGroupNotFound } from '#domain/arm/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { answer, armUrl } from './answer.ts';
import { removeAssignmentsWithin, removeResource } from './delete-resource.ts';

const groupApiVersion = '2021-04-01';

/** PUT of a resource group: idempotent, as in Azure. */
export function createResourceGroup(draft: Draft, { name, location }: CommandOf<'CreateResourceGroup'>): void {
  const id = resourceGroupId(draft.state.subscriptionId, name);
  const url = armUrl(id, groupApiVersion);
  if (!fitsNameRule(name, nameRules.resourceGroup)) {
    const says = nameRules.resourceGroup.says;
    return answer(draft, 'PUT', url, invalidName('resource group', name, says));
  }
  const existing = findGroup(draft.state.arm, id);
  if (existing !== undefined) {
    return answer(draft, 'PUT', url, armJson(200, groupBody(existing), 'docs'));
  }
  const group = { id, name, location, createdAt: draft.state.now };
  draft.emit({ type: 'ResourceGroupCreated', group });
  answer(draft, 'PUT', url, armJson(201, groupBody(group), 'docs'));
}

/** Hosts go first, so that what they let go of can be seen to stay until its own turn. */
const deletionOrder: readonly Resource['kind'][] = [
  'virtualMachine',
  'vmScaleSet',
  'webAppSlot',
  'webApp',
  'functionApp',
  'containerApp',
  'aksCluster',
  'sqlDatabase',
  'sqlServer',
  'cosmosAccount',
  'serviceBusNamespace',
  'eventHubsNamespace',
  'keyVault',
  'storageAccount',
  'userAssignedIdentity',
];

/** Deletes everything in the group, then the group and the assignments at its scope (facts: control-plane §2.7). */
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
  removeAssignmentsWithin(draft, group.id);
  answer(draft, 'DELETE', url, armEmpty(202));
}
