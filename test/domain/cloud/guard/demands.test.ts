import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { demandedBy } from '#domain/cloud/guard/demands.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { openFirewall } from '#domain/network/state.ts';
import type { ClientId, PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { scopeNamed } from '#domain/script/names.ts';
import {
  as,
  expectNoRefusal,
  host,
  identity,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { Deed } from '#test/support/engine.ts';

const created: readonly Deed[] = [
  {
    type: 'CreateResource',
    kind: 'webAppSlot',
    name: 'app-shop/staging',
    resourceGroup: 'rg-shop',
    location: 'westeurope',
  },
  { type: 'CreateResource', kind: 'vmScaleSet', name: 'vmss-shop', resourceGroup: 'rg-shop', location: 'westeurope' },
  { type: 'CreateResource', kind: 'aksCluster', name: 'aks-shop', resourceGroup: 'rg-shop', location: 'westeurope' },
  { type: 'CreateResource', kind: 'sqlServer', name: 'sql-shop', resourceGroup: 'rg-shop', location: 'westeurope' },
  {
    type: 'CreateResource',
    kind: 'cosmosAccount',
    name: 'cosmos-shop',
    resourceGroup: 'rg-shop',
    location: 'westeurope',
  },
  { type: 'CreateResourceGroup', name: 'rg-other', location: 'westeurope' },
  { type: 'CreateResource', kind: 'keyVault', name: 'kv-gone', resourceGroup: 'rg-shop', location: 'westeurope' },
  { do: 'delete', name: 'kv-gone' },
  { type: 'CreateUser', name: 'Nora' },
];
const shop = run(
  'demands',
  shopGroup,
  noRoleDelay,
  host(),
  host('app-shop', { kind: 'webApp' }),
  identity(),
  vault,
  storage,
  mayReadSecrets(),
  created,
);
const { state } = shop;

const at = (name: string) => scopeNamed(state, name) as ResourceId;
const subscription = at('subscription');
const group = at('rg-shop');
const other = at('rg-other');
const [vm, app, slot, scaleSet] = [at('vm-web'), at('app-shop'), at('app-shop/staging'), at('vmss-shop')];
const [cluster, sql, cosmos] = [at('aks-shop'), at('sql-shop'), at('cosmos-shop')];
const [kv, account, id] = [at('kv-shop'), at('stshopimages'), at('id-shop-reader')];
const principalId = '0aa11bb2-33cc-44dd-85ee-66ff77aa88bb' as PrincipalId;
const resource = '1aa11bb2-33cc-44dd-85ee-66ff77aa88bb' as ClientId;
const roleId = 'acdd72a7-3385-48ef-bd42-f606fba81ae7' as RoleId;
const name = '7c1f9e44-9f54-4b3c-8d2b-5e8d3a0b9c11';
const [held] = assignmentsOf(state);
const assignmentId = held?.id ?? ('' as RoleAssignmentId);
const request = { method: 'GET', url: 'https://example.com/', headers: [], body: '' } as const;
const from = { kind: 'laptop' } as const;

const vms = 'Microsoft.Compute/virtualMachines';
const sites = 'Microsoft.Web/sites';
const vaults = 'Microsoft.KeyVault/vaults';
const accounts = 'Microsoft.Storage/storageAccounts';
const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const groups = 'Microsoft.Resources/subscriptions/resourceGroups';
const authorization = 'Microsoft.Authorization';

type Row = readonly [Command, action: string, scope: string, lock: 'write' | 'delete' | null];

/** Each management command with the operation that it is, where that is asked, and what locks take it for. */
const rows: readonly Row[] = [
  [
    { type: 'CreateResourceGroup', name: 'rg-new', location: 'x' },
    `${groups}/write`,
    `${subscription}/resourceGroups/rg-new`,
    'write',
  ],
  [{ type: 'DeleteResourceGroup', name: 'RG-SHOP' }, `${groups}/delete`, group, 'delete'],
  [
    { type: 'CreateResource', kind: 'functionApp', name: 'func', resourceGroup: 'RG-shop', location: 'x' },
    `${sites}/write`,
    `${group}/providers/${sites}/func`,
    'write',
  ],
  [{ type: 'DeleteResource', id: kv }, `${vaults}/delete`, kv, 'delete'],
  [
    { type: 'DeleteResource', id: `${group}/providers/Microsoft.Sql/servers/none` as ResourceId },
    'Microsoft.Sql/servers/delete',
    `${group}/providers/Microsoft.Sql/servers/none`,
    'delete',
  ],
  [
    { type: 'PurgeDeletedVault', name: 'kv-gone' },
    'Microsoft.KeyVault/locations/deletedVaults/purge/action',
    `${subscription}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-gone`,
    null,
  ],
  [
    { type: 'RecoverDeletedVault', name: 'kv-gone' },
    `${vaults}/write`,
    `${group}/providers/${vaults}/kv-gone`,
    'write',
  ],
  [{ type: 'EnableSystemAssignedIdentity', resourceId: vm }, `${vms}/write`, vm, 'write'],
  [{ type: 'DisableSystemAssignedIdentity', resourceId: app }, `${sites}/write`, app, 'write'],
  [{ type: 'AttachUserAssignedIdentity', resourceId: slot, identityId: id }, `${sites}/slots/write`, slot, 'write'],
  [{ type: 'DetachUserAssignedIdentity', resourceId: vm, identityId: id }, `${vms}/write`, vm, 'write'],
  [{ type: 'WriteIdentity', resourceId: vm, method: 'PATCH', identity: { type: 'None' } }, `${vms}/write`, vm, 'write'],
  [
    { type: 'CreateFederatedCredential', identityId: id, name: 'github', issuer: 'i', subject: 's', audiences: ['a'] },
    `${identities}/federatedIdentityCredentials/write`,
    `${id}/federatedIdentityCredentials/github`,
    'write',
  ],
  [
    { type: 'DeleteFederatedCredential', identityId: id, name: 'github' },
    `${identities}/federatedIdentityCredentials/delete`,
    `${id}/federatedIdentityCredentials/github`,
    'delete',
  ],
  [
    { type: 'CreateServiceAccount', clusterId: cluster, namespace: 'shop', name: 'orders', clientId: null },
    'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
    cluster,
    null,
  ],
  [
    { type: 'DeleteServiceAccount', clusterId: cluster, namespace: 'shop', name: 'orders' },
    'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
    cluster,
    null,
  ],
  [{ type: 'SetTags', id: account, tags: {} }, `${accounts}/write`, account, 'write'],
  [{ type: 'SetTags', id: group, tags: {} }, `${groups}/write`, group, 'write'],
  [
    { type: 'CreateContainer', accountId: account, name: 'more', plane: 'control' },
    `${accounts}/blobServices/containers/write`,
    `${account}/blobServices/default/containers/more`,
    'write',
  ],
  [
    { type: 'DeleteContainer', accountId: account, name: 'images', plane: 'control' },
    `${accounts}/blobServices/containers/delete`,
    `${account}/blobServices/default/containers/images`,
    'delete',
  ],
  [{ type: 'MoveResource', id: vm, resourceGroup: 'rg-other' }, `${groups}/moveResources/action`, group, 'write'],
  [
    { type: 'CreateLock', scope: group, name: 'keep', level: 'ReadOnly' },
    `${authorization}/locks/write`,
    `${group}/providers/${authorization}/locks/keep`,
    null,
  ],
  [
    { type: 'DeleteLock', scope: group, name: 'keep' },
    `${authorization}/locks/delete`,
    `${group}/providers/${authorization}/locks/keep`,
    null,
  ],
  [
    { type: 'CreateRoleAssignment', scope: kv, roleId, principalId, name },
    `${authorization}/roleAssignments/write`,
    `${kv}/providers/${authorization}/roleAssignments/${name}`,
    'write',
  ],
  [
    { type: 'DeleteRoleAssignment', id: assignmentId },
    `${authorization}/roleAssignments/delete`,
    assignmentId,
    'delete',
  ],
  [
    { type: 'CreateDenyAssignment', scope: group, name: 'stack', actions: [], dataActions: [], principals: [] },
    'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
    group,
    null,
  ],
  [
    { type: 'DeleteDenyAssignment', scope: group, name: 'stack' },
    'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
    group,
    null,
  ],
  [{ type: 'SetPower', id: vm, action: 'deallocate' }, `${vms}/deallocate/action`, vm, 'write'],
  [{ type: 'SetPower', id: vm, action: 'powerOff' }, `${vms}/powerOff/action`, vm, 'write'],
  [
    { type: 'UpdateScaleSetInstances', id: scaleSet },
    'Microsoft.Compute/virtualMachineScaleSets/manualUpgrade/action',
    scaleSet,
    'write',
  ],
  [{ type: 'RunCommand', id: vm, request }, `${vms}/runCommand/action`, vm, 'write'],
  [{ type: 'SetAppSettings', id: app, settings: {} }, `${sites}/config/write`, app, 'write'],
  [{ type: 'SetReferenceIdentity', id: app, identity: 'SystemAssigned' }, `${sites}/write`, app, 'write'],
  [{ type: 'SetAuthentication', id: slot, authentication: null }, `${sites}/slots/config/write`, slot, 'write'],
  [{ type: 'SwapSlots', id: slot }, `${sites}/slots/slotsswap/action`, slot, 'write'],
  [{ type: 'SetPermissionModel', vaultId: kv, model: 'rbac' }, `${vaults}/write`, kv, 'write'],
  [
    { type: 'SetAccessPolicy', vaultId: kv, objectId: principalId, secrets: [] },
    `${vaults}/accessPolicies/write`,
    kv,
    'write',
  ],
  [{ type: 'SetSharedKeyAccess', accountId: account, allowed: false }, `${accounts}/write`, account, 'write'],
  [{ type: 'ListAccountKeys', accountId: account }, `${accounts}/listKeys/action`, account, 'write'],
  [{ type: 'RegenerateAccountKey', accountId: account, key: 1 }, `${accounts}/regenerateKey/action`, account, 'write'],
  [{ type: 'SetFirewall', resourceId: account, firewall: openFirewall }, `${accounts}/write`, account, 'write'],
  [
    { type: 'SetFirewall', resourceId: sql, firewall: openFirewall },
    'Microsoft.Sql/servers/firewallRules/write',
    sql,
    'write',
  ],
  [
    { type: 'SetSqlAdministrator', serverId: sql, principalId },
    'Microsoft.Sql/servers/administrators/write',
    sql,
    'write',
  ],
  [
    { type: 'SetSqlAdministrator', serverId: sql, principalId: null },
    'Microsoft.Sql/servers/administrators/delete',
    sql,
    'delete',
  ],
  [
    { type: 'AssignCosmosRole', accountId: cosmos, principalId, role: 'reader' },
    'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write',
    cosmos,
    'write',
  ],
  [
    { type: 'RemoveCosmosRole', accountId: cosmos, principalId, role: 'reader' },
    'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/delete',
    cosmos,
    'write',
  ],
];

const others: readonly (readonly [Command, 'data' | 'directory' | 'nothing'])[] = [
  [{ type: 'SetSecret', vaultId: kv, name: 'a', value: 'b' }, 'data'],
  [{ type: 'DeleteSecret', vaultId: kv, name: 'a' }, 'data'],
  [{ type: 'RecoverDeletedSecret', vaultId: kv, name: 'a' }, 'data'],
  [{ type: 'PurgeDeletedSecret', vaultId: kv, name: 'a' }, 'data'],
  [{ type: 'CreateContainer', accountId: account, name: 'more' }, 'data'],
  [{ type: 'DeleteContainer', accountId: account, name: 'images' }, 'data'],
  [{ type: 'UploadBlob', accountId: account, container: 'images', name: 'a', content: '' }, 'data'],
  [{ type: 'DeleteBlob', accountId: account, container: 'images', name: 'a' }, 'data'],
  [{ type: 'CreateUser', name: 'a' }, 'directory'],
  [{ type: 'CreateGroup', name: 'a' }, 'directory'],
  [{ type: 'AddGroupMember', groupId: principalId, memberId: principalId }, 'directory'],
  [{ type: 'RemoveGroupMember', groupId: principalId, memberId: principalId }, 'directory'],
  [{ type: 'RegisterApplication', name: 'a', appRoles: [], assignmentRequired: false }, 'directory'],
  [{ type: 'AssignAppRole', principalId, resource, role: 'a' }, 'directory'],
  [{ type: 'RemoveAppRole', principalId, resource, role: 'a' }, 'directory'],
  [{ type: 'RequestToken', from, request }, 'nothing'],
  [{ type: 'RequestUserToken', resource: 'https://vault.azure.net' }, 'nothing'],
  [{ type: 'CallTarget', from, request, token: { kind: 'none' } }, 'nothing'],
  [{ type: 'ResolveKeyVaultReference', id: app, setting: 'a' }, 'nothing'],
  [{ type: 'OpenConnection', id: app, connection: 'a' }, 'nothing'],
  [{ type: 'SetImdsFault', id: vm, fault: null }, 'nothing'],
  [{ type: 'AdvanceClock', seconds: 1 }, 'nothing'],
  [{ type: 'SetRoleDelay', delay: { kind: 'seeded' } }, 'nothing'],
  [{ type: 'SetReplicationDelay', seconds: 1 }, 'nothing'],
];

const named = <Rest extends readonly unknown[]>(row: readonly [Command, ...Rest]) => [row[0].type, ...row] as const;

describe('what a command demands', () => {
  it('[CALLER-02] starts from a sound shop', () => expectNoRefusal(shop));

  it.each(rows.map(named))('[CALLER-02] [CALLER-10] of %s', (_type, command, action, scope, lock) => {
    const demanded = demandedBy(state, command);
    if (demanded.kind !== 'management') throw new Error(`${command.type} demands ${demanded.kind}`);
    expect(demanded.operations[0]).toMatchObject({ action, scope });
    expect(demanded.operations[0]?.lock?.operation ?? null).toBe(lock);
  });

  it.each(rows.map(named))('[CALLER-02] is refused to a user without a role: %s', (_type, command, action, scope) => {
    const refused = shop.goOn(as('Nora', () => command));
    const { principalId: oid } = callerNamed(state, 'Nora');
    expect(refused.answer.status).toBe(403);
    const said = `The client 'nora@contoso.onmicrosoft.com' with object id '${oid}' does not have authorization`;
    expect(refused.answer.json).toMatchObject({ error: { message: expect.stringContaining(said) } });
    expect(refused.answer.json).toMatchObject({
      error: { message: expect.stringContaining(`'${action}' over scope '${scope}'`) },
    });
    expect(refused.state).toEqual(state);
  });

  it.each(others.map(named))('[CALLER-07] [CALLER-08] [CALLER-09] of %s', (_type, command, kind) => {
    expect(demandedBy(state, command)).toEqual({ kind });
  });

  it('[CALLER-02] [MOVE-09] of a move is two operations: at the old group and at the new one', () => {
    const demanded = demandedBy(state, { type: 'MoveResource', id: vm, resourceGroup: 'rg-other' });
    expect(demanded).toMatchObject({
      operations: [
        { action: `${groups}/moveResources/action`, scope: group, lock: { operation: 'write', scope: vm } },
        { action: `${groups}/write`, scope: other, lock: { operation: 'write' } },
      ],
    });
  });

  it('[CALLER-04] of identities is each that is named with a value, in the spelling that it has', () => {
    const shouted = id.toUpperCase();
    const write = (values: Readonly<Record<string, Readonly<Record<string, string>> | null>>) =>
      demandedBy(state, {
        type: 'WriteIdentity',
        resourceId: vm,
        method: 'PUT',
        identity: { type: 'UserAssigned', userAssignedIdentities: values },
      });
    expect(write({ [shouted]: {} })).toMatchObject({ linked: [id] });
    expect(write({ [id]: null })).toMatchObject({ linked: [] });
    expect(write({ 'id-shop-reader': {} })).toMatchObject({ linked: [] });
    expect(demandedBy(state, { type: 'AttachUserAssignedIdentity', resourceId: vm, identityId: id })).toMatchObject({
      linked: [id],
    });
    expect(demandedBy(state, { type: 'DetachUserAssignedIdentity', resourceId: vm, identityId: id })).toMatchObject({
      linked: [],
    });
  });

  it('[CALLER-02] covers every command', () => {
    const listed = new Set([...rows, ...others].map(([command]) => command.type));
    expect(listed.size).toBe(63);
  });
});
