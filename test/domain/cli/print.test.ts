import { describe, expect, it } from 'vitest';
import { azLine } from '#domain/cli/print.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { PrincipalId, ResourceId, RoleId } from '#domain/kernel/brand.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';

const { state } = typedShop('print');
const vm = idIn(state, 'vm-web');
const kv = idIn(state, 'kv-shop');
const group = { resourceGroup: 'rg-shop', location: 'westeurope' };
const principalId = 'p' as PrincipalId;
const identityId = idIn(state, 'id-reader');

describe('[CLI-61] the line of a command', () => {
  it.each<[string, Command]>([
    [
      'az group create -n "my group" -l westeurope',
      { type: 'CreateResourceGroup', name: 'my group', location: 'westeurope' },
    ],
    [
      `az vm create -g rg-shop -n vm-2 -l westeurope --image Ubuntu2204 --assign-identity [system] ${identityId} --tags a=b`,
      {
        type: 'CreateResource',
        kind: 'virtualMachine',
        name: 'vm-2',
        ...group,
        identity: { systemAssigned: true, userAssigned: [identityId] },
        tags: { a: 'b' },
      },
    ],
    [
      'az vm create -g rg-shop -n vm-2 -l westeurope --image Ubuntu2204',
      {
        type: 'CreateResource',
        kind: 'virtualMachine',
        name: 'vm-2',
        ...group,
        identity: { systemAssigned: false, userAssigned: [] },
      },
    ],
    [
      'az keyvault create -g rg-shop -n kv-2 -l westeurope --enable-rbac-authorization true',
      { type: 'CreateResource', kind: 'keyVault', name: 'kv-2', ...group },
    ],
    [
      'az webapp deployment slot create -g rg-shop -n app-shop --slot green',
      { type: 'CreateResource', kind: 'webAppSlot', name: 'app-shop/green', ...group },
    ],
    [
      'az sql db create -g rg-shop -s sql-shop -n stock',
      { type: 'CreateResource', kind: 'sqlDatabase', name: 'sql-shop/stock', ...group },
    ],
    ['az vm delete -g rg-shop -n vm-web --yes', { type: 'DeleteResource', id: vm }],
    ['az vm identity assign -g rg-shop -n vm-web', { type: 'EnableSystemAssignedIdentity', resourceId: vm }],
    [
      `az containerapp identity remove -g rg-shop -n ca-shop --user-assigned ${identityId}`,
      { type: 'DetachUserAssignedIdentity', resourceId: idIn(state, 'ca-shop'), identityId },
    ],
    [
      `az role assignment create --assignee-object-id p --assignee-principal-type ServicePrincipal --role "Key Vault Secrets User" --scope ${kv}`,
      {
        type: 'CreateRoleAssignment',
        scope: kv,
        roleId: '4633458b-17de-408a-b874-0445c86b69e6' as RoleId,
        principalId,
        principalType: 'ServicePrincipal',
      },
    ],
    [
      "az keyvault secret set --vault-name kv-shop -n s '--value=$x'",
      { type: 'SetSecret', vaultId: kv, name: 's', value: '$x' },
    ],
    [
      'az lock create -t ReadOnly -n l -g rg-shop',
      {
        type: 'CreateLock',
        level: 'ReadOnly',
        name: 'l',
        scope: `/subscriptions/${state.subscriptionId}/resourceGroups/rg-shop` as ResourceId,
      },
    ],
    [
      'az ad user create --display-name "Eva E" --user-principal-name eva.e@contoso.onmicrosoft.com --password "<password>"',
      { type: 'CreateUser', name: 'Eva E' },
    ],
    [
      'az account get-access-token --resource https://vault.azure.net',
      { type: 'RequestUserToken', resource: 'https://vault.azure.net' },
    ],
  ])('%s', (line, command) => {
    expect(azLine(state, command)).toBe(line);
  });

  it.each<[string, Command]>([
    [
      'a policy on a vault of Azure roles',
      { type: 'SetAccessPolicy', vaultId: kv, objectId: principalId, secrets: ['get'] },
    ],
    [
      'an identity object',
      { type: 'WriteIdentity', resourceId: vm, method: 'PATCH', identity: { type: 'SystemAssigned' } },
    ],
    [
      'an app elsewhere than its group',
      { type: 'CreateResource', kind: 'webApp', name: 'app-2', resourceGroup: 'rg-shop', location: 'eastus' },
    ],
  ])('%s is a request of az rest', (_what, command) => {
    expect(azLine(state, command)).toMatch(
      /^az rest --method (?:put|patch) --url "?https:\/\/management\.azure\.com\//,
    );
  });

  it.each<[string, Command]>([
    ['the clock', { type: 'AdvanceClock', seconds: 60 }],
    ['a role delay', { type: 'SetRoleDelay', delay: { kind: 'seeded' } }],
    [
      'what code asks',
      {
        type: 'CallTarget',
        from: { kind: 'laptop' },
        request: { method: 'GET', url: 'https://a.b', headers: [], body: '' },
        token: { kind: 'none' },
      },
    ],
    ['a service account', { type: 'CreateServiceAccount', clusterId: vm, namespace: 'a', name: 'b', clientId: null }],
  ])('%s has none', (_what, command) => {
    expect(azLine(state, command)).toBeNull();
  });
});
