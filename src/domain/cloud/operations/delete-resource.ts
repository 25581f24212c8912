import * as dictionary from '#domain/kernel/dictionary.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { groupNameOf, isWithin, resourceGroupId } from '#domain/arm/resource-id.ts';
import type { Host, Resource } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { armEmpty, deletedVaultNotFound, resourceGroupNotFound } from '#domain/arm/wire.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { day, plus } from '#domain/kernel/instant.ts';
import { vaultRetentionDays } from '#domain/keyvault/rules.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import { hasCachedTokens } from '#domain/managedidentity/token-cache.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { answer, armUrl, resourceUrl } from './answer.ts';
import { deletePrincipal } from './service-principal.ts';

/** DELETE of a resource: 204 where there is none, as in ARM. Nothing asks whether an identity is in use. */
export function deleteResource(draft: Draft, { id }: CommandOf<'DeleteResource'>): void {
  const resource = findResource(draft.state.arm, id);
  if (resource === undefined) {
    const group = groupNameOf(id) ?? '';
    const url = armUrl(id, resourceKinds.virtualMachine.apiVersion);
    const groupId = resourceGroupId(draft.state.subscriptionId, group);
    const known = findGroup(draft.state.arm, groupId) !== undefined;
    return answer(draft, 'DELETE', url, known ? armEmpty(204) : resourceGroupNotFound(group));
  }
  removeResource(draft, resource);
  const url = resourceUrl(resource.id, resource.kind);
  answer(draft, 'DELETE', url, armEmpty(resourceKinds[resource.kind].deleted));
}

/** Removes a resource with what goes with it: first the resource, then its principal, then the assignments at its scope. */
export function removeResource(draft: Draft, resource: Resource): void {
  draft.emit({ type: 'ResourceDeleted', id: resource.id });
  if (isHost(resource)) releaseIdentity(draft, resource);
  if (resource.kind === 'userAssignedIdentity') deletePrincipal(draft, resource.principalId);
  if (resource.kind === 'keyVault') softDeleteVault(draft, resource);
  if (resource.kind === 'storageAccount') draft.emit({ type: 'StorageAccountEmptied', accountId: resource.id });
  removeAssignmentsWithin(draft, resource.id);
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
  for (const { id, scope: at } of dictionary.values(rbac.assignments)) {
    if (!isWithin(scope, at)) continue;
    draft.emit({ type: 'RoleAssignmentDeleted', id, endsAt: now });
    draft.emit({ type: 'RoleRemovalTookEffect', id });
  }
  for (const { assignment } of dictionary.values(rbac.ending)) {
    if (isWithin(scope, assignment.scope)) draft.emit({ type: 'RoleRemovalTookEffect', id: assignment.id });
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
  const { now } = draft.state;
  draft.emit({
    type: 'VaultSoftDeleted',
    vaultId: id,
    name,
    location,
    deletedAt: now,
    purgeAt: plus(now, vaultRetentionDays * day),
  });
}
