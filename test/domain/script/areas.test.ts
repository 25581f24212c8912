import { describe, expect, it } from 'vitest';
import { clusterIssuer, exchangeAudience, githubIssuer } from '#domain/federation/request.ts';
import { addressOf } from '#domain/network/rules.ts';
import { usersOf } from '#domain/cloud/directory.ts';
import { ScriptError, directoryGroupNamed, groupNamed, kindNamed, resourceNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { originNamed } from '#domain/script/to-command.ts';
import { sidOf } from '#domain/sql/sid.ts';
import { expectNoRefusal, host, idsOf, run, webShop } from '#test/support/engine.ts';

const workflow = 'repo:contoso/shop:ref:refs/heads/main';

const shop = run('areas', webShop, [
  { do: 'create-group', name: 'rg-other' },
  host('app-shop', { kind: 'webApp' }),
  { do: 'create', kind: 'webAppSlot', name: 'app-shop/staging', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'aksCluster', name: 'aks-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
  { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  { do: 'user', name: 'Olga Owner' },
  { do: 'group', name: 'Shop readers' },
]);

const id = (name: string) => resourceNamed(shop.state, name).id;
const principal = (name: string) => idsOf(shop, name).principalId;
const client = (name: string) => idsOf(shop, name).clientId;
const olga = usersOf(shop.state).find(({ displayName }) => displayName === 'Olga Owner')?.id;
const readers = directoryGroupNamed(shop.state, 'Shop readers');
const group = groupNamed(shop.state, 'rg-shop').id;
const issuer = clusterIssuer(shop.state.seed, shop.state.tenantId, kindNamed(shop.state, 'aks-shop', 'aksCluster'));
const address = (from: string) => addressOf(shop.state.seed, originNamed(shop.state, from));

it('[LOG-12] every kind of step builds a world', () => {
  expectNoRefusal(shop);
});

const steps: readonly (readonly [Step, object])[] = [
  // Resources
  [
    { do: 'tag', on: 'vm-web', tags: { team: 'shop' } },
    { type: 'SetTags', id: id('vm-web'), tags: { team: 'shop' } },
  ],
  [
    { do: 'move', name: 'vm-web', to: 'RG-Other' },
    { type: 'MoveResource', id: id('vm-web'), resourceGroup: 'rg-other' },
  ],
  [
    { do: 'lock', at: 'rg-shop', level: 'ReadOnly' },
    { type: 'CreateLock', scope: group, name: 'keep', level: 'ReadOnly' },
  ],
  [
    { do: 'lock', at: 'kv-shop', level: 'CanNotDelete', name: 'mine' },
    { type: 'CreateLock', scope: id('kv-shop'), name: 'mine', level: 'CanNotDelete' },
  ],
  [
    { do: 'unlock', at: 'rg-shop' },
    { type: 'DeleteLock', scope: group, name: 'keep' },
  ],
  [
    { do: 'recover-vault', name: 'kv-gone' },
    { type: 'RecoverDeletedVault', name: 'kv-gone' },
  ],
  [
    { do: 'create', kind: 'keyVault', name: 'kv-old', in: 'rg-shop', permissionModel: 'accessPolicies' },
    { type: 'CreateResource', kind: 'keyVault', name: 'kv-old', permissionModel: 'accessPolicies' },
  ],
  [
    { do: 'create', kind: 'vmScaleSet', name: 'vmss', in: 'rg-shop', upgradeMode: 'Manual' },
    { type: 'CreateResource', kind: 'vmScaleSet', name: 'vmss', upgradeMode: 'Manual' },
  ],
  // Access and the directory
  [
    { do: 'assign-role', role: 'Reader', to: 'olga owner', at: 'rg-shop' },
    { type: 'CreateRoleAssignment', scope: group, principalId: olga },
  ],
  [
    { do: 'assign-role', role: 'Reader', to: 'Shop readers', at: 'rg-shop' },
    { type: 'CreateRoleAssignment', scope: group, principalId: readers },
  ],
  [
    { do: 'user', name: 'Rita Reader' },
    { type: 'CreateUser', name: 'Rita Reader' },
  ],
  [
    { do: 'group', name: 'Writers' },
    { type: 'CreateGroup', name: 'Writers' },
  ],
  [
    { do: 'add-member', group: 'shop readers', member: 'vm-web' },
    { type: 'AddGroupMember', groupId: readers, memberId: principal('vm-web') },
  ],
  [
    { do: 'add-member', group: 'Shop readers', member: 'Olga Owner' },
    { type: 'AddGroupMember', groupId: readers, memberId: olga },
  ],
  // Identities from outside
  [
    { do: 'federate', identity: 'id-shop-reader', with: 'aks-shop/shop/orders' },
    {
      type: 'CreateFederatedCredential',
      identityId: id('id-shop-reader'),
      name: 'workload',
      issuer,
      subject: 'system:serviceaccount:shop:orders',
      audiences: [exchangeAudience],
    },
  ],
  [
    { do: 'federate', identity: 'id-shop-reader', with: workflow, name: 'main' },
    {
      type: 'CreateFederatedCredential',
      identityId: id('id-shop-reader'),
      name: 'main',
      issuer: githubIssuer,
      subject: workflow,
      audiences: [exchangeAudience],
    },
  ],
  [
    { do: 'service-account', cluster: 'aks-shop', namespace: 'shop', name: 'orders', identity: 'id-shop-reader' },
    {
      type: 'CreateServiceAccount',
      clusterId: id('aks-shop'),
      namespace: 'shop',
      name: 'orders',
      clientId: client('id-shop-reader'),
    },
  ],
  [
    { do: 'service-account', cluster: 'aks-shop', namespace: 'shop', name: 'orders' },
    { type: 'CreateServiceAccount', clusterId: id('aks-shop'), namespace: 'shop', name: 'orders', clientId: null },
  ],
  // Machines
  [
    { do: 'power', on: 'vm-web', action: 'deallocate' },
    { type: 'SetPower', id: id('vm-web'), action: 'deallocate' },
  ],
  [
    { do: 'fault', on: 'vm-web', fault: 'throttled', requests: 2 },
    { type: 'SetImdsFault', id: id('vm-web'), fault: { kind: 'throttled', requests: 2 } },
  ],
  [
    { do: 'fault', on: 'vm-web', fault: 'updating' },
    { type: 'SetImdsFault', id: id('vm-web'), fault: { kind: 'updating', requests: null } },
  ],
  [
    { do: 'fault', on: 'vm-web', fault: 'none' },
    { type: 'SetImdsFault', id: id('vm-web'), fault: null },
  ],
  // Apps
  [
    { do: 'set-settings', on: 'app-shop', settings: { A: 'one', B: null, C: 'three' }, sticky: ['C'] },
    {
      type: 'SetAppSettings',
      id: id('app-shop'),
      settings: { A: { value: 'one', sticky: false }, B: null, C: { value: 'three', sticky: true } },
    },
  ],
  [
    { do: 'swap', slot: 'app-shop/staging' },
    { type: 'SwapSlots', id: id('app-shop/staging') },
  ],
  [
    { do: 'reference-identity', on: 'app-shop', identity: 'id-shop-reader' },
    { type: 'SetReferenceIdentity', id: id('app-shop'), identity: id('id-shop-reader') },
  ],
  [
    { do: 'reference-identity', on: 'app-shop/staging', identity: 'SystemAssigned' },
    { type: 'SetReferenceIdentity', id: id('app-shop/staging'), identity: 'SystemAssigned' },
  ],
  [
    { do: 'reference', on: 'app-shop', setting: 'DB' },
    { type: 'ResolveKeyVaultReference', id: id('app-shop'), setting: 'DB' },
  ],
  // Targets
  [
    { do: 'delete-secret', vault: 'kv-shop', name: 'db-password' },
    { type: 'DeleteSecret', vaultId: id('kv-shop'), name: 'db-password' },
  ],
  [
    { do: 'permission-model', vault: 'kv-shop', model: 'accessPolicies' },
    { type: 'SetPermissionModel', vaultId: id('kv-shop'), model: 'accessPolicies' },
  ],
  [
    { do: 'access-policy', vault: 'kv-shop', to: 'vm-web', secrets: ['get', 'list'] },
    { type: 'SetAccessPolicy', vaultId: id('kv-shop'), objectId: principal('vm-web'), secrets: ['get', 'list'] },
  ],
  [
    { do: 'firewall', on: 'kv-shop', allow: ['vm-web', 'laptop', '198.51.100.0/24'] },
    {
      type: 'SetFirewall',
      resourceId: id('kv-shop'),
      firewall: {
        defaultAction: 'Deny',
        allowedAddresses: [address('vm-web'), address('laptop'), '198.51.100.0/24'],
        trustedServices: true,
        publicAccess: true,
      },
    },
  ],
  [
    { do: 'firewall', on: 'sql-shop', default: 'Allow', trustedServices: false, publicAccess: false },
    {
      type: 'SetFirewall',
      resourceId: id('sql-shop'),
      firewall: { defaultAction: 'Allow', allowedAddresses: [], trustedServices: false, publicAccess: false },
    },
  ],
  [
    { do: 'sql-admin', server: 'sql-shop', to: 'Shop readers' },
    { type: 'SetSqlAdministrator', serverId: id('sql-shop'), principalId: readers },
  ],
  [
    { do: 'sql-admin', server: 'sql-shop' },
    { type: 'SetSqlAdministrator', serverId: id('sql-shop'), principalId: null },
  ],
  [
    { do: 'cosmos-role', account: 'cosmos-shop', role: 'reader', to: 'vm-web' },
    { type: 'AssignCosmosRole', accountId: id('cosmos-shop'), principalId: principal('vm-web'), role: 'reader' },
  ],
];

describe('a step of each area', () => {
  it.each(steps)('[LOG-12] %j is a command', (step, command) => {
    const played = shop.goOn(step);
    expect(played.entry(-1).command).toMatchObject(command);
  });

  it.each<[string, string]>([
    ['{client-id:id-shop-reader}', client('id-shop-reader')],
    ['{object-id:VM-Web}', principal('vm-web')],
    ['SID={client-sid:vm-web}, TYPE=E', `SID=${sidOf(client('vm-web'))}, TYPE=E`],
    ['{object-sid:vm-web} {client-id:vm-web}', `${sidOf(principal('vm-web'))} ${client('vm-web')}`],
    ['{host-id:vm-web} and {client-id}', '{host-id:vm-web} and {client-id}'],
    ['{"value":"pears"}', '{"value":"pears"}'],
  ])('[LOG-19] %s is filled in', (text, filled) => {
    const { command } = shop.goOn({ do: 'set-settings', on: 'app-shop', settings: { ID: text } }).entry(-1);
    expect(command).toMatchObject({ settings: { ID: { value: filled } } });
  });

  it.each<[string, Step]>([
    [
      'There is no resource, user or group named Nobody.',
      { do: 'add-member', group: 'Shop readers', member: 'Nobody' },
    ],
    ['There is no group named Nobodies in the directory.', { do: 'add-member', group: 'Nobodies', member: 'vm-web' }],
    ['app-shop is a webApp, not a webAppSlot.', { do: 'swap', slot: 'app-shop' }],
    ['kv-shop is not a host.', { do: 'power', on: 'kv-shop', action: 'start' }],
    ['kv-shop is a keyVault, not a sqlServer.', { do: 'sql-admin', server: 'kv-shop' }],
    [
      'vm-web is a virtualMachine, not a aksCluster.',
      { do: 'federate', identity: 'id-shop-reader', with: 'vm-web/a/b' },
    ],
    [
      'vm-web is neither a pod, <cluster>/<namespace>/<service account>, nor a workflow, repo:<owner>/<name>:<entity>.',
      { do: 'federate', identity: 'id-shop-reader', with: 'vm-web' },
    ],
    ['There is no resource named none.', { do: 'set-settings', on: 'app-shop', settings: { A: '{client-id:none}' } }],
    ['There is no resource named none.', { do: 'firewall', on: 'kv-shop', allow: ['none'] }],
    ['There is no resource, user or group named Nobody.', { do: 'delete', name: 'vm-web', by: 'Nobody' }],
  ])('[LOG-13] says why it cannot be taken: %s', (message, step) => {
    expect(() => runScript(shop.world, [step])).toThrow(ScriptError);
    expect(() => runScript(shop.world, [step])).toThrow(`Step 1 (${step.do}): ${message}`);
  });

  it('[LOG-13] says that two principals have one name', () => {
    const twins = shop.goOn({ do: 'group', name: 'vm-web' });
    const step: Step = { do: 'add-member', group: 'Shop readers', member: 'vm-web' };
    expect(() => runScript(twins.world, [step])).toThrow('Two principals are named vm-web.');
  });
});
