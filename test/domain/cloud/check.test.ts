import { describe, expect, it } from 'vitest';
import { check } from '#domain/cloud/check.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { PrincipalId, ResourceId, RoleId } from '#domain/kernel/brand.ts';
import { idsOf, run, webShop } from '#test/support/engine.ts';

const shop = run('check', webShop);
const vm = idsOf(shop, 'vm-web').resourceId as ResourceId;
const vaultId =
  `/subscriptions/${shop.state.subscriptionId}/resourceGroups/rg-shop/providers/Microsoft.KeyVault/vaults/kv-shop` as ResourceId;
const accountId = vaultId.replace(
  'Microsoft.KeyVault/vaults/kv-shop',
  'Microsoft.Storage/storageAccounts/stshopimages',
) as ResourceId;
const noIdentity = vaultId.replace(
  'Microsoft.KeyVault/vaults/kv-shop',
  'Microsoft.ManagedIdentity/userAssignedIdentities/id-none',
) as ResourceId;

const refused: readonly (readonly [code: string, status: number, command: Command])[] = [
  ['InvalidResourceName', 400, { type: 'CreateResourceGroup', name: 'rg.', location: 'westeurope' }],
  ['ResourceGroupNotFound', 404, { type: 'DeleteResourceGroup', name: 'rg-none' }],
  [
    'ConflictError',
    409,
    { type: 'CreateResource', kind: 'keyVault', resourceGroup: 'rg-shop', name: 'kv-gone', location: 'x' },
  ],
  ['DeletedVaultNotFound', 404, { type: 'PurgeDeletedVault', name: 'kv-shop' }],
  ['InvalidRequestContent', 400, { type: 'EnableSystemAssignedIdentity', resourceId: vaultId }],
  ['ResourceNotFound', 404, { type: 'DisableSystemAssignedIdentity', resourceId: `${vm}2` as ResourceId }],
  ['InvalidIdentityId', 400, { type: 'AttachUserAssignedIdentity', resourceId: vm, identityId: vaultId }],
  ['FailedIdentityOperation', 400, { type: 'AttachUserAssignedIdentity', resourceId: vm, identityId: noIdentity }],
  [
    'PrincipalNotFound',
    400,
    {
      type: 'CreateRoleAssignment',
      scope: vaultId,
      roleId: '4633458b-17de-408a-b874-0445c86b69e6' as RoleId,
      principalId: 'nobody' as PrincipalId,
    },
  ],
  ['InvalidResourceName', 400, { type: 'SetSecret', vaultId, name: 'a secret', value: '' }],
  ['ContainerAlreadyExists', 409, { type: 'CreateContainer', accountId, name: 'images' }],
  ['ContainerNotFound', 404, { type: 'UploadBlob', accountId, container: 'none', name: 'a', content: '' }],
];

const withDeletedVault = shop.goOn(
  { do: 'create', kind: 'keyVault', name: 'kv-gone', in: 'rg-shop' },
  { do: 'delete', name: 'kv-gone' },
);

describe('a command that is checked before it is given', () => {
  it.each(refused)('[ARM-19] [ARM-20] tells that it would be refused: %s', (code, status, command) => {
    const refusal = check(withDeletedVault.state, command);
    expect(refusal).toMatchObject({ status, code });
    expect(refusal?.message).not.toBe('');
    const given = withDeletedVault.goOn(command);
    expect(given.answer.status).toBe(status);
    expect(given.answer.body).toContain(code);
    expect(given.state).toEqual(withDeletedVault.state);
  });

  it('[ARM-19] has nothing to tell of what would be done', () => {
    expect(check(shop.state, { type: 'DeleteResource', id: vm })).toBeNull();
    expect(check(shop.state, { type: 'DeleteResource', id: `${vm}2` as ResourceId })).toBeNull();
    expect(check(shop.state, { type: 'AdvanceClock', seconds: -1 })).toBeNull();
  });
});
