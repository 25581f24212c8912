import { fitsNameRule, isHost, isHostKind, resourceKinds } from '#domain/arm/kinds.ts';
import { resourceGroupId, resourceId, sameId } from '#domain/arm/resource-id.ts';
import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findByCloudName, findGroup, findResource } from '#domain/arm/state.ts';
import * as wire from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { answer, resourceUrl } from './answer.ts';
import { attachIdentity, enableSystemAssigned, refuseIdentities } from './host-identity.ts';
import { createPrincipal } from './service-principal.ts';

type CreateResource = CommandOf<'CreateResource'>;

/** PUT of a resource. A name that is already this resource's own answers 200 and changes nothing. */
export function createResource(draft: Draft, command: CreateResource): void {
  const { subscriptionId, arm } = draft.state;
  const { kind, name } = command;
  const id = resourceId(subscriptionId, command.resourceGroup, kind, name);
  const url = resourceUrl(id, kind);
  const refusal = refuse(draft.state, command);
  if (refusal !== null) return answer(draft, 'PUT', url, refusal);
  const existing = findResource(arm, id);
  if (existing === undefined) {
    draft.emit({ type: 'ResourceCreated', resource: newResource(draft, command) });
    giveIdentity(draft, command);
  }
  const resource = findResource(draft.state.arm, id);
  const status = existing === undefined ? resourceKinds[kind].created : 200;
  const body = resource && wire.resourceBody(resource, draft.state.tenantId);
  answer(draft, 'PUT', url, wire.armJson(status, body, 'docs'));
}

function refuse(state: CloudState, command: CreateResource): SourcedResponse | null {
  const { kind, name, resourceGroup, identity } = command;
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, resourceGroup));
  if (group === undefined) return wire.resourceGroupNotFound(resourceGroup);
  const rule = resourceKinds[kind].name;
  if (!fitsNameRule(name, rule)) return wire.invalidName(nouns[kind], name, rule.says);
  const id = resourceId(state.subscriptionId, resourceGroup, kind, name);
  const identityRefused = refuseIdentities(state, id, identity?.userAssigned ?? []);
  return identityRefused ?? nameTaken(state, kind, name, id);
}

const nouns: Readonly<Record<ResourceKind, string>> = {
  virtualMachine: 'virtual machine',
  vmScaleSet: 'virtual machine scale set',
  webApp: 'web app',
  webAppSlot: 'deployment slot',
  functionApp: 'function app',
  containerApp: 'container app',
  aksCluster: 'AKS cluster',
  keyVault: 'key vault',
  storageAccount: 'storage account',
  sqlServer: 'SQL server',
  sqlDatabase: 'SQL database',
  cosmosAccount: 'Cosmos DB account',
  serviceBusNamespace: 'Service Bus namespace',
  eventHubsNamespace: 'Event Hubs namespace',
  userAssignedIdentity: 'user-assigned identity',
};

/** Names that become host names are held by the whole cloud, those of deleted vaults too. */
function nameTaken(state: CloudState, kind: ResourceKind, name: string, id: string): SourcedResponse | null {
  if (kind === 'keyVault' && findDeletedVault(state.keyVault, name) !== undefined) {
    return wire.vaultInDeletedState();
  }
  if (resourceKinds[kind].unique !== 'cloud') return null;
  const holder = findByCloudName(state.arm, kind, name);
  if (holder === undefined || (holder.kind === kind && sameId(id, holder.id))) return null;
  if (kind === 'keyVault') return wire.vaultAlreadyExists(name);
  return kind === 'storageAccount' ? wire.storageAccountAlreadyTaken(name) : wire.siteNameTaken(name);
}

function newResource(draft: Draft, command: CreateResource): Resource {
  const { kind, name, location } = command;
  const { subscriptionId, arm } = draft.state;
  const group = findGroup(arm, resourceGroupId(subscriptionId, command.resourceGroup));
  const resourceGroup = group?.name ?? command.resourceGroup;
  const id = resourceId(subscriptionId, resourceGroup, kind, name);
  const envelope = { id, name, resourceGroup, location, createdAt: draft.state.now };
  if (isHostKind(kind)) return { ...envelope, kind, identity: { type: 'None' } };
  if (kind !== 'userAssignedIdentity') return { ...envelope, kind };
  const principal = createPrincipal(draft, id, name, 'UserAssigned');
  return { ...envelope, kind, principalId: principal.id, clientId: principal.appId };
}

function giveIdentity(draft: Draft, command: CreateResource): void {
  const { kind, name, resourceGroup, identity } = command;
  const id = resourceId(draft.state.subscriptionId, resourceGroup, kind, name);
  const host = findResource(draft.state.arm, id);
  if (identity === undefined || host === undefined || !isHost(host)) return;
  if (identity.systemAssigned) enableSystemAssigned(draft, host);
  for (const identityId of identity.userAssigned) attachIdentity(draft, host.id, identityId);
}
