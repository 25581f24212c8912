import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { openFirewall } from '#domain/network/state.ts';
import { parseRest } from '#domain/rest/parse.ts';
import { restRequest } from '#domain/rest/print.ts';
import { accountId, create, group, idOf, machine, reader, shop, vaultId } from './shop.ts';

const { subscriptionId, tenantId } = shop.state;
const subscription = `/subscriptions/${subscriptionId}`;
const arm = 'https://management.azure.com';
const principal = ([...dictionary.values(homeDirectory(shop.state).servicePrincipals)][0]?.id ?? '') as PrincipalId;
const role = '4633458b-17de-408a-b874-0445c86b69e6' as RoleId;
const name = '11111111-2222-4333-8444-555555555555';
const bare = idOf('virtualMachine', 'vm-bare');
const two = idOf('virtualMachine', 'vm-two');
const writer = idOf('userAssignedIdentity', 'id-shop-writer');
const site = idOf('webApp', 'app-shop');
const server = idOf('sqlServer', 'sql-shop');

function printed(command: Command) {
  const request = restRequest(shop.state, command);
  if (request === null) throw new Error(`${command.type} has no request.`);
  return { ...request, body: request.body === '' ? null : (JSON.parse(request.body) as unknown) };
}

type Row = readonly [command: Command, method: HttpMethod, url: string, body: unknown];

const rows: readonly Row[] = [
  [
    { type: 'CreateResourceGroup', name: 'Größe (1)', location: 'westeurope' },
    'PUT',
    `${arm}${subscription}/resourceGroups/Gr%C3%B6%C3%9Fe%20(1)?api-version=2021-04-01`,
    { location: 'westeurope' },
  ],
  [{ type: 'DeleteResourceGroup', name: 'rg-shop' }, 'DELETE', `${arm}${group}?api-version=2021-04-01`, null],
  [{ type: 'DeleteResource', id: vaultId }, 'DELETE', `${arm}${vaultId}?api-version=2023-07-01`, null],
  [
    create('userAssignedIdentity', 'id-new', { tags: { owner: 'shop' } }),
    'PUT',
    `${arm}${idOf('userAssignedIdentity', 'id-new')}?api-version=2024-11-30`,
    { location: 'westeurope', tags: { owner: 'shop' }, properties: {} },
  ],
  [
    create('webApp', 'app-new', { identity: { systemAssigned: true, userAssigned: [reader] } }),
    'PUT',
    `${arm}${idOf('webApp', 'app-new')}?api-version=2024-04-01`,
    {
      location: 'westeurope',
      kind: 'app',
      identity: { type: 'SystemAssigned,UserAssigned', userAssignedIdentities: { [reader]: {} } },
      properties: {},
    },
  ],
  [
    create('keyVault', 'kv-new', { retentionDays: 7 }),
    'PUT',
    `${arm}${idOf('keyVault', 'kv-new')}?api-version=2023-07-01`,
    {
      location: 'westeurope',
      properties: {
        tenantId,
        sku: { family: 'A', name: 'standard' },
        enableRbacAuthorization: true,
        softDeleteRetentionInDays: 7,
        accessPolicies: [],
      },
    },
  ],
  [
    { type: 'SetTags', id: machine, tags: { a: 'b' } },
    'PATCH',
    `${arm}${machine}?api-version=2024-07-01`,
    { tags: { a: 'b' } },
  ],
  [
    { type: 'MoveResource', id: machine, resourceGroup: 'rg-other' },
    'POST',
    `${arm}${group}/moveResources?api-version=2021-04-01`,
    { resources: [machine], targetResourceGroup: `${subscription}/resourceGroups/rg-other` },
  ],
  [
    { type: 'CreateLock', scope: group, name: 'keep', level: 'ReadOnly' },
    'PUT',
    `${arm}${group}/providers/Microsoft.Authorization/locks/keep?api-version=2016-09-01`,
    { properties: { level: 'ReadOnly' } },
  ],
  [
    { type: 'PurgeDeletedVault', name: 'kv-gone' },
    'POST',
    `${arm}${subscription}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-gone/purge?api-version=2023-07-01`,
    null,
  ],
  [
    { type: 'RecoverDeletedVault', name: 'kv-gone' },
    'PUT',
    `${arm}${idOf('keyVault', 'kv-gone')}?api-version=2023-07-01`,
    { location: 'westeurope', properties: { tenantId, sku: { family: 'A', name: 'standard' }, createMode: 'recover' } },
  ],
  [
    {
      type: 'CreateRoleAssignment',
      scope: vaultId,
      roleId: role,
      principalId: principal,
      principalType: 'ServicePrincipal',
      name,
    },
    'PUT',
    `${arm}${vaultId}/providers/Microsoft.Authorization/roleAssignments/${name}?api-version=2022-04-01`,
    {
      properties: {
        roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
        principalId: principal,
        principalType: 'ServicePrincipal',
      },
    },
  ],
  [
    {
      type: 'DeleteRoleAssignment',
      id: `${group}/providers/Microsoft.Authorization/roleAssignments/${name}` as RoleAssignmentId,
    },
    'DELETE',
    `${arm}${group}/providers/Microsoft.Authorization/roleAssignments/${name}?api-version=2022-04-01`,
    null,
  ],
  [
    {
      type: 'CreateFederatedCredential',
      identityId: reader,
      name: 'github',
      issuer: 'https://i',
      subject: 's',
      audiences: ['a'],
    },
    'PUT',
    `${arm}${reader}/federatedIdentityCredentials/github?api-version=2024-11-30`,
    { properties: { issuer: 'https://i', subject: 's', audiences: ['a'] } },
  ],
  [
    { type: 'SetPower', id: machine, action: 'deallocate' },
    'POST',
    `${arm}${machine}/deallocate?api-version=2024-07-01`,
    null,
  ],
  [
    {
      type: 'RunCommand',
      id: machine,
      request: { method: 'GET', url: 'http://169.254.169.254/a?b=c', headers: [['Metadata', 'true']], body: '' },
    },
    'POST',
    `${arm}${machine}/runCommand?api-version=2024-07-01`,
    { commandId: 'RunShellScript', script: ["curl -s -H 'Metadata: true' 'http://169.254.169.254/a?b=c'"] },
  ],
  [
    { type: 'SetAppSettings', id: site, settings: { A: { value: '1', sticky: false } } },
    'PUT',
    `${arm}${site}/config/appsettings?api-version=2024-04-01`,
    { properties: { A: '1' } },
  ],
  [
    { type: 'SwapSlots', id: idOf('webAppSlot', 'app-shop/staging') },
    'POST',
    `${arm}${site}/slots/staging/slotsswap?api-version=2024-04-01`,
    { targetSlot: 'production', preserveVnet: true },
  ],
  [
    {
      type: 'SetFirewall',
      resourceId: accountId,
      firewall: { ...openFirewall, defaultAction: 'Deny', allowedAddresses: ['203.0.113.7'] },
    },
    'PATCH',
    `${arm}${accountId}?api-version=2023-05-01`,
    {
      properties: {
        publicNetworkAccess: 'Enabled',
        networkAcls: {
          bypass: 'AzureServices',
          defaultAction: 'Deny',
          ipRules: [{ value: '203.0.113.7' }],
          virtualNetworkRules: [],
        },
      },
    },
  ],
  [
    { type: 'SetAccessPolicy', vaultId, objectId: principal, secrets: ['get'] },
    'PUT',
    `${arm}${vaultId}/accessPolicies/add?api-version=2023-07-01`,
    { properties: { accessPolicies: [{ tenantId, objectId: principal, permissions: { secrets: ['get'] } }] } },
  ],
  [
    { type: 'SetAccessPolicy', vaultId, objectId: principal, secrets: [] },
    'PUT',
    `${arm}${vaultId}/accessPolicies/remove?api-version=2023-07-01`,
    { properties: { accessPolicies: [{ tenantId, objectId: principal, permissions: { secrets: [] } }] } },
  ],
  [{ type: 'ListAccountKeys', accountId }, 'POST', `${arm}${accountId}/listKeys?api-version=2023-05-01`, null],
  [
    { type: 'SetSqlAdministrator', serverId: server, principalId: principal },
    'PUT',
    `${arm}${server}/administrators/ActiveDirectory?api-version=2023-08-01`,
    { properties: { administratorType: 'ActiveDirectory', login: principal, sid: principal, tenantId } },
  ],
  [
    { type: 'SetSecret', vaultId, name: 'db-password', value: 'plums' },
    'PUT',
    'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01',
    { value: 'plums' },
  ],
  [
    { type: 'PurgeDeletedSecret', vaultId, name: 'old' },
    'DELETE',
    'https://kv-shop.vault.azure.net/deletedsecrets/old?api-version=2025-07-01',
    null,
  ],
  [
    { type: 'AddGroupMember', groupId: principal, memberId: principal },
    'POST',
    `https://graph.microsoft.com/v1.0/groups/${principal}/members/$ref`,
    { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${principal}` },
  ],
];

describe('the request of a command', () => {
  it.each(rows)('[REST-01] $type', (command, method, url, body) => {
    expect(printed(command)).toMatchObject({ method, url, body });
  });

  it('[REST-01] of a blob carries its content and its headers', () => {
    expect(
      restRequest(shop.state, {
        type: 'UploadBlob',
        accountId,
        container: 'images',
        name: 'a b/ü.svg',
        content: '<svg/>',
      }),
    ).toEqual({
      method: 'PUT',
      url: 'https://stshopimages.blob.core.windows.net/images/a%20b/%C3%BC.svg',
      headers: [
        ['x-ms-version', '2026-04-06'],
        ['x-ms-blob-type', 'BlockBlob'],
      ],
      body: '<svg/>',
    });
  });

  it('[REST-02] of a conditional assignment is read back whole', () => {
    const command: Command = {
      type: 'CreateRoleAssignment',
      scope: group,
      roleId: role,
      principalId: principal,
      principalType: 'ServicePrincipal',
      name,
      condition: "(@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'images')",
    };
    const request = restRequest(shop.state, command);
    expect(request?.body).toContain('"conditionVersion":"2.0"');
    expect(request && parseRest(shop.state, request)).toEqual({ kind: 'command', command });
  });
});

describe('a change of identity', () => {
  const type = (id: ResourceId) => ({ resourceId: id });

  it.each<readonly [string, Command, unknown]>([
    ['on', { type: 'EnableSystemAssignedIdentity', ...type(bare) }, { type: 'SystemAssigned' }],
    [
      'on beside others',
      { type: 'EnableSystemAssignedIdentity', ...type(two) },
      { type: 'SystemAssigned, UserAssigned' },
    ],
    ['off', { type: 'DisableSystemAssignedIdentity', ...type(bare) }, { type: 'None' }],
    ['off beside others', { type: 'DisableSystemAssignedIdentity', ...type(machine) }, { type: 'UserAssigned' }],
    ['off, of an app', { type: 'DisableSystemAssignedIdentity', ...type(site) }, { type: 'None' }],
    [
      'attached',
      { type: 'AttachUserAssignedIdentity', ...type(bare), identityId: reader },
      { type: 'UserAssigned', userAssignedIdentities: { [reader]: {} } },
    ],
    [
      'attached beside the system-assigned one',
      { type: 'AttachUserAssignedIdentity', ...type(machine), identityId: writer },
      { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { [writer]: {} } },
    ],
    [
      'attached to an app',
      { type: 'AttachUserAssignedIdentity', ...type(site), identityId: writer },
      { type: 'UserAssigned', userAssignedIdentities: { [writer]: {} } },
    ],
    [
      'detached, one of two',
      { type: 'DetachUserAssignedIdentity', ...type(two), identityId: writer },
      { type: 'UserAssigned', userAssignedIdentities: { [writer]: null } },
    ],
    [
      'detached, the last',
      { type: 'DetachUserAssignedIdentity', ...type(machine), identityId: reader },
      { type: 'SystemAssigned' },
    ],
    [
      'detached where it is not',
      { type: 'DetachUserAssignedIdentity', ...type(bare), identityId: reader },
      { type: 'None' },
    ],
  ])('[REST-03] is a PATCH for what the host carries: %s', (_what, command, identity) => {
    const { method, body } = printed(command);
    expect({ method, body }).toEqual({ method: 'PATCH', body: { identity } });
  });
});
