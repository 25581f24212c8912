import { resourceKinds } from '#domain/arm/kinds.ts';
import { groupNameOf, resourceGroupId, resourceId } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { armJson, deletedVaultNotFound, resourceGroupNotFound } from '#domain/arm/wire.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import type { DeletedVault } from '#domain/keyvault/state.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';

/**
 * PUT with `createMode: recover`: the vault is back under its old id, with its secrets and its policies, and with none
 * of the role assignments that it had (facts: corrections 4). Its group has to be there.
 */
export function recoverDeletedVault(draft: Draft, { name }: CommandOf<'RecoverDeletedVault'>): void {
  const { state } = draft;
  const { apiVersion, created } = resourceKinds.keyVault;
  const deleted = findDeletedVault(state.keyVault, name);
  const id = deleted?.vaultId ?? resourceId(state.subscriptionId, 'unknown', 'keyVault', name);
  const url = armUrl(id, apiVersion);
  if (deleted === undefined) return answer(draft, 'PUT', url, deletedVaultNotFound(name));
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, groupNameOf(id) ?? ''));
  if (group === undefined) return answer(draft, 'PUT', url, resourceGroupNotFound(groupNameOf(id) ?? ''));
  const vault: Resource = {
    kind: 'keyVault',
    id: deleted.vaultId,
    name: deleted.name,
    resourceGroup: group.name,
    location: deleted.location,
    createdAt: state.now,
  };
  draft.emit({ type: 'ResourceCreated', resource: vault });
  draft.emit({ type: 'VaultRecovered', name: deleted.name });
  purgeOverdue(draft, deleted);
  answer(draft, 'PUT', url, armJson(created, bodyOf(draft.state, findResource(draft.state.arm, id) ?? vault), 'docs'));
}

/** Deleted secrets waited with their vault. Those whose day has passed meanwhile are purged now (unconfirmed). */
function purgeOverdue(draft: Draft, { vaultId, contents }: DeletedVault): void {
  for (const { purgeAt, versions } of dictionary.values(contents.deletedSecrets)) {
    if (purgeAt > draft.state.now) continue;
    draft.emit({ type: 'DeletedSecretPurged', vaultId, name: versions.at(-1)?.name ?? '' });
  }
}
