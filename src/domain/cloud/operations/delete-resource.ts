import * as dictionary from '#domain/kernel/dictionary.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost, kindsOfType, resourceKinds } from '#domain/arm/kinds.ts';
import { groupNameOf, isWithin, readResourceId, resourceGroupId, sameId } from '#domain/arm/resource-id.ts';
import type { Host, Resource } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import type { ArmState } from '#domain/arm/state.ts';
import { armEmpty, deletedVaultNotFound, resourceGroupNotFound } from '#domain/arm/wire.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { day, plus } from '#domain/kernel/instant.ts';
import { findDeletedVault, vaultOf } from '#domain/keyvault/state.ts';
import { assignmentsWithin } from '#domain/rbac/state.ts';
import { hasCachedTokens } from '#domain/managedidentity/token-cache.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer, resourceUrl } from './answer.ts';
import { deletePrincipal } from './service-principal.ts';

/** DELETE of a resource with its children: 204 where there is none, as in ARM. Nothing asks whether an identity is in use. */
export function deleteResource(draft: Draft, { id }: CommandOf<'DeleteResource'>): void {
  const resource = findResource(draft.state.arm, id);
  if (resource === undefined) {
    const group = groupNameOf(id) ?? '';
    const [kind = 'virtualMachine'] = kindsOfType(readResourceId(id)?.armType ?? '');
    const url = resourceUrl(id, kind);
    const groupId = resourceGroupId(draft.state.subscriptionId, group);
    const known = findGroup(draft.state.arm, groupId) !== undefined;
    return answer(draft, 'DELETE', url, known ? armEmpty(204) : resourceGroupNotFound(group));
  }
  removeResource(draft, resource);
  const url = resourceUrl(resource.id, resource.kind);
  answer(draft, 'DELETE', url, armEmpty(resourceKinds[resource.kind].deleted));
}

/** Removes a resource with what goes with it: children, then the resource, its principal, and what stood at its scope. */
export function removeResource(draft: Draft, resource: Resource): void {
  for (const child of childrenOf(draft.state.arm, resource)) removeResource(draft, child);
  draft.emit({ type: 'ResourceDeleted', id: resource.id });
  if (isHost(resource)) releaseIdentity(draft, resource);
  if (resource.kind === 'userAssignedIdentity') deletePrincipal(draft, resource.principalId);
  if (resource.kind === 'keyVault') softDeleteVault(draft, resource);
  if (resource.kind === 'storageAccount') draft.emit({ type: 'StorageAccountEmptied', accountId: resource.id });
  removeScope(draft, resource.id);
}

const parents: ReadonlySet<string> = new Set(Object.values(resourceKinds).flatMap(({ parent }) => parent ?? []));

/** The resources that lie under another, such as slots of an app and databases of a server. */
export function childrenOf(arm: ArmState, { id, kind }: Resource): readonly Resource[] {
  if (!parents.has(kind)) return [];
  return [...dictionary.values(arm.resources)]
    .filter((each) => !sameId(each.id, id) && isWithin(id, each.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What stood at a scope that is gone, or within it: assignments, deny assignments and locks. */
export function removeScope(draft: Draft, scope: ResourceId): void {
  removeAssignmentsWithin(draft, scope);
  for (const lock of dictionary.values(draft.state.arm.locks)) {
    if (isWithin(scope, lock.scope)) draft.emit({ type: 'LockDeleted', id: lock.id });
  }
  for (const deny of dictionary.values(draft.state.rbac.denies)) {
    if (isWithin(scope, deny.scope)) draft.emit({ type: 'DenyAssignmentDeleted', id: deny.id });
  }
}

/** A host's own principal goes with it, and what its endpoint kept. */
function releaseIdentity(draft: Draft, host: Host): void {
  const principalId = systemPrincipalOf(host.identity);
  if (principalId !== null) deletePrincipal(draft, principalId);
  if (hasCachedTokens(draft.state.tokens, host.id)) draft.emit({ type: 'TokenCacheCleared', host: host.id });
}

/** Assignments at a scope that is gone go with it, at once (facts: corrections 4); so do those that were on their way out. */
export function removeAssignmentsWithin(draft: Draft, scope: ResourceId): void {
  const { rbac, now } = draft.state;
  const { present, ending } = assignmentsWithin(rbac, scope);
  const isPresent = new Set(present.map(({ id }) => id));
  for (const { id } of present) {
    draft.emit({ type: 'RoleAssignmentDeleted', id, endsAt: now });
    draft.emit({ type: 'RoleRemovalTookEffect', id });
  }
  for (const { assignment } of ending) {
    if (!isPresent.has(assignment.id)) draft.emit({ type: 'RoleRemovalTookEffect', id: assignment.id });
  }
}

/** Purges a soft-deleted vault: its name is free again. */
export function purgeDeletedVault(draft: Draft, { name }: CommandOf<'PurgeDeletedVault'>): void {
  const { subscriptionId, keyVault } = draft.state;
  const vault = findDeletedVault(keyVault, name);
  const location = vault?.location ?? 'unknown';
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`;
  const url = armUrl(`${path}/purge`, resourceKinds.keyVault.apiVersion);
  if (vault === undefined) return answer(draft, 'POST', url, deletedVaultNotFound(name));
  draft.emit({ type: 'DeletedVaultPurged', name: vault.name });
  answer(draft, 'POST', url, armEmpty(202));
}

function softDeleteVault(draft: Draft, vault: Resource): void {
  const { id, name, location } = vault;
  const { now, keyVault } = draft.state;
  const { retentionDays } = vaultOf(keyVault, id).settings;
  draft.emit({
    type: 'VaultSoftDeleted',
    vaultId: id,
    name,
    location,
    deletedAt: now,
    purgeAt: plus(now, retentionDays * day),
  });
}
