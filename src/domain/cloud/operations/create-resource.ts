import { withDetails } from '#domain/arm/details.ts';
import { identityWriteOf, readIdentityWrite } from '#domain/arm/identity-write.ts';
import { fitsNameRule, isHost, isHostKind, resourceKinds } from '#domain/arm/kinds.ts';
import { resourceGroupId, resourceId, sameId } from '#domain/arm/resource-id.ts';
import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findByCloudName, findGroup, findResource } from '#domain/arm/state.ts';
import * as wire from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import type { CloudState } from '../state.ts';
import { answer, resourceUrl } from './answer.ts';
import { configureResource, refuseOptions } from './configure-resource.ts';
import { grantWish, refuseIdentities } from './host-identity.ts';
import { refreshIdentityUri } from './identity-uri.ts';
import { createPrincipal } from './service-principal.ts';

type CreateResource = CommandOf<'CreateResource'>;

/**
 * PUT of a resource. What is there already keeps its ids and whatever the request does not speak of; an `identity`
 * that is given replaces the one held (facts: control-plane §1.4).
 */
export function createResource(draft: Draft, command: CreateResource): void {
  const { subscriptionId, arm } = draft.state;
  const { kind, name } = command;
  const id = resourceId(subscriptionId, command.resourceGroup, kind, name);
  const url = resourceUrl(id, kind);
  const refusal = refuse(draft.state, command);
  if (refusal !== null) return answer(draft, 'PUT', url, refusal);
  const existing = findResource(arm, id);
  if (existing === undefined) draft.emit({ type: 'ResourceCreated', resource: newResource(draft, command) });
  else {
    setTags(draft, existing, command);
    setDetails(draft, existing, command);
  }
  giveIdentity(draft, command);
  configureResource(draft, id, command, existing === undefined);
  refreshIdentityUri(draft, id);
  const resource = findResource(draft.state.arm, id);
  const status = existing === undefined ? resourceKinds[kind].created : 200;
  const done = wire.armJson(status, resource && bodyOf(draft.state, resource), 'docs');
  const isNewIdentity = existing === undefined && kind === 'userAssignedIdentity';
  answer(draft, 'PUT', url, isNewIdentity ? wire.locatedAt(id, done) : done);
}

function refuse(state: CloudState, command: CreateResource): SourcedResponse | null {
  const { kind, name, resourceGroup, identity } = command;
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, resourceGroup));
  if (group === undefined) return wire.resourceGroupNotFound(resourceGroup);
  const nameRefused = refuseName(state, command);
  if (nameRefused !== null) return nameRefused;
  const id = resourceId(state.subscriptionId, resourceGroup, kind, name);
  return (
    refuseIdentities(state, id, isHostKind(kind) ? (identity?.userAssigned ?? []) : []) ??
    nameTaken(state, kind, name, id) ??
    refuseOptions(state, id, command)
  );
}

/** The name against its rule: a child's last part, under a parent that is there (facts: control-plane §5.1). */
function refuseName(state: CloudState, { kind, name, resourceGroup }: CreateResource): SourcedResponse | null {
  const { parent, name: rule } = resourceKinds[kind];
  const parts = parent === undefined ? [name] : name.split('/');
  const own = parts.at(-1) ?? '';
  const isShort = parent !== undefined && parts.length !== 2;
  if (isShort || !fitsNameRule(own, rule)) return wire.invalidName(nouns[kind], name, rule.says);
  if (parent === undefined) return null;
  const parentName = parts[0] ?? '';
  const held = findResource(state.arm, resourceId(state.subscriptionId, resourceGroup, parent, parentName));
  return held === undefined ? wire.parentNotFound(parentName) : null;
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
  const holder = (sharedNames[kind] ?? [kind])
    .map((each) => findByCloudName(state.arm, each, name))
    .find((each) => each !== undefined);
  if (holder === undefined || (holder.kind === kind && sameId(id, holder.id))) return null;
  switch (kind) {
    case 'keyVault':
      return wire.vaultAlreadyExists(name);
    case 'storageAccount':
      return wire.storageAccountAlreadyTaken(name);
    case 'webApp':
    case 'functionApp':
      return wire.siteNameTaken(name);
    default:
      return wire.nameInUse(nouns[kind], name);
  }
}

/** Kinds whose names are labels of one and the same domain. */
const sharedNames: Readonly<Partial<Record<ResourceKind, readonly ResourceKind[]>>> = {
  serviceBusNamespace: ['serviceBusNamespace', 'eventHubsNamespace'],
  eventHubsNamespace: ['serviceBusNamespace', 'eventHubsNamespace'],
};

function newResource(draft: Draft, command: CreateResource): Resource {
  const { kind, name, location, tags, details } = command;
  const { subscriptionId, arm } = draft.state;
  const group = findGroup(arm, resourceGroupId(subscriptionId, command.resourceGroup));
  const resourceGroup = group?.name ?? command.resourceGroup;
  const ownName = nameUnderParent(draft.state, command);
  const id = resourceId(subscriptionId, resourceGroup, kind, ownName);
  const { now: createdAt } = draft.state;
  const said = { ...(tags === undefined ? {} : { tags }), ...(details === undefined ? {} : { details }) };
  const envelope = { id, name: ownName, resourceGroup, location, createdAt, ...said };
  if (isHostKind(kind)) return { ...envelope, kind, identity: { type: 'None' } };
  if (kind !== 'userAssignedIdentity') return { ...envelope, kind };
  const principal = createPrincipal(draft, id, name, 'UserAssigned');
  return { ...envelope, kind, principalId: principal.id, clientId: principal.appId };
}

/** A child's name spells its parent as the parent does. */
function nameUnderParent({ subscriptionId, arm }: CloudState, { kind, name, resourceGroup }: CreateResource): string {
  const { parent } = resourceKinds[kind];
  if (parent === undefined) return name;
  const [parentName = '', ownName = ''] = name.split('/');
  const held = findResource(arm, resourceId(subscriptionId, resourceGroup, parent, parentName));
  return `${held?.name ?? parentName}/${ownName}`;
}

function setTags(draft: Draft, { id, tags: held }: Resource, { tags }: CreateResource): void {
  if (tags === undefined || JSON.stringify(tags) === JSON.stringify(held)) return;
  draft.emit({ type: 'TagsSet', resourceId: id, tags });
}

function setDetails(draft: Draft, { id, details: held = {} }: Resource, { details }: CreateResource): void {
  if (details === undefined) return;
  const all = withDetails(held, details);
  if (JSON.stringify(all) !== JSON.stringify(held)) draft.emit({ type: 'DetailsSet', resourceId: id, details: all });
}

/** Writes the identity that is asked for, to a new host as to one that is there. */
function giveIdentity(draft: Draft, { kind, name, resourceGroup, identity }: CreateResource): void {
  const id = resourceId(draft.state.subscriptionId, resourceGroup, kind, name);
  const host = findResource(draft.state.arm, id);
  if (identity === undefined || host === undefined || !isHost(host)) return;
  const write = identityWriteOf(identity.systemAssigned, identity.userAssigned);
  const read = readIdentityWrite(host.id, 'PUT', write, host.identity);
  if ('wish' in read) grantWish(draft, host, read.wish);
}
