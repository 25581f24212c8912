import { describe, expect, it } from 'vitest';
import { hostNamed, resourceNamed } from '#domain/script/names.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { rootScope } from '#domain/cloud/scope.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { Read } from '#domain/rest/read.ts';
import { idsOf } from '#test/support/engine.ts';
import type { Step } from '#domain/script/script.ts';
import { answerOf, get, group, idOf, machine, parse, reader, readOf, shop, vaultId } from './shop.ts';

const { state } = shop;
const { subscriptionId, tenantId } = state;
const subscription = `/subscriptions/${subscriptionId}`;
const { principalId, clientId } = idsOf(shop, 'vm-web');

interface Listed {
  readonly value: readonly { readonly id: string; readonly name: string; readonly [key: string]: unknown }[];
}

function namesAt(path: string, in_: CloudState = state): string[] {
  return (get(path, in_).json as Listed).value.map(({ name }) => name);
}

describe('what is read by its id', () => {
  it('[REST-07] is a resource with what services keep of it', () => {
    const { status, json } = get(idOf('keyVault', 'kv-policies'));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: 'kv-policies',
      properties: { enableRbacAuthorization: false, softDeleteRetentionInDays: 7 },
    });
    expect(get(machine.toLowerCase()).json).toMatchObject({ id: machine, identity: { principalId } });
  });

  it('[REST-07] is a group, the subscription or a tenant', () => {
    expect(get(group).json).toMatchObject({ id: group, name: 'rg-shop', location: 'westeurope' });
    expect(get(subscription).json).toMatchObject({ subscriptionId, tenantId, state: 'Enabled' });
    expect(get('/subscriptions').json).toMatchObject({ value: [{ subscriptionId }] });
    expect(get('/tenants').json).toEqual({ value: [{ id: `/tenants/${tenantId}`, tenantId }] });
  });

  it.each([
    [`${machine}2`, 'ResourceNotFound'],
    [machine.replace('rg-shop', 'rg-none'), 'ResourceGroupNotFound'],
    [`${subscription}/resourceGroups/rg-none`, 'ResourceGroupNotFound'],
    [`${subscription}/resourceGroups/rg-none/resources`, 'ResourceGroupNotFound'],
    [`${group}/providers/Microsoft.Authorization/locks/none`, 'LockNotFound'],
    [`${group}/providers/Microsoft.Authorization/roleAssignments/none`, 'RoleAssignmentNotFound'],
    [`${group}/providers/Microsoft.Authorization/roleDefinitions/none`, 'RoleDefinitionDoesNotExist'],
    [`${subscription}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/none`, 'DeletedVaultNotFound'],
    [`${reader}/federatedIdentityCredentials/none`, 'ResourceNotFound'],
  ])('[REST-07] is answered 404 where it is not there: %s', (path, code) => {
    expect(get(path)).toMatchObject({ status: 404, json: { error: { code } } });
  });

  it('[REST-07] is the power of a machine', () => {
    expect(get(`${machine}/instanceView`).json).toMatchObject({
      statuses: [{ code: 'ProvisioningState/succeeded' }, { code: 'PowerState/running', displayStatus: 'VM running' }],
    });
    const off = shop.goOn({ type: 'SetPower', id: machine, action: 'deallocate' });
    expect(JSON.stringify(get(`${machine}/instanceView`, off.state).json)).toContain('PowerState/deallocated');
  });
});

describe('a list', () => {
  it('[REST-07] of groups and of resources in brief', () => {
    expect(namesAt(`${subscription}/resourceGroups`)).toEqual(['rg-other', 'rg-shop']);
    const { value } = get(`${group}/resources`).json as Listed;
    expect(value).toHaveLength(state.arm.resources.count);
    for (const each of value) expect(each).not.toHaveProperty('properties');
    expect(namesAt(`${subscription}/resourceGroups/rg-other/resources`)).toEqual([]);
    const filter = encodeURIComponent("resourceType eq 'Microsoft.Compute/virtualMachines'");
    expect(namesAt(`${subscription}/resources?$filter=${filter}`)).toEqual(['vm-bare', 'vm-two', 'vm-web']);
  });

  it.each<[string, string[]]>([
    [
      `${subscription}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`,
      ['id-shop-reader', 'id-shop-writer'],
    ],
    [`${group}/providers/microsoft.compute/virtualmachines`, ['vm-bare', 'vm-two', 'vm-web']],
    [`${group}/providers/Microsoft.Web/sites`, ['app-shop', 'func-shop']],
    [`${idOf('webApp', 'app-shop')}/slots`, ['app-shop/staging']],
    [`${idOf('sqlServer', 'sql-shop')}/databases`, ['orders']],
    [`${subscription}/resourceGroups/rg-other/providers/Microsoft.Web/sites`, []],
  ])('[REST-07] of a type: %s', (path, names) => {
    expect(namesAt(path)).toEqual(names);
  });
});

describe('role assignments', () => {
  const inGroup = shop.goOn(
    { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'rg-shop' },
    { do: 'assign-role', role: 'Reader', to: 'id-shop-reader', at: 'subscription' },
    { type: 'CreateGroup', name: 'Readers' },
    (after): Command => ({
      type: 'AddGroupMember',
      groupId: groupId(after.state),
      memberId: idsOf(after, 'vm-web').principalId as PrincipalId,
    }),
    (after): Command => ({
      type: 'CreateRoleAssignment',
      scope: group,
      roleId: '4633458b-17de-408a-b874-0445c86b69e6' as never,
      principalId: groupId(after.state),
    }),
    {
      type: 'CreateRoleAssignment',
      scope: rootScope(tenantId),
      roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' as never,
      principalId: idsOf(shop, 'id-shop-writer').principalId as PrincipalId,
    },
  );

  function groupId(in_: CloudState): PrincipalId {
    const found = JSON.stringify(in_.entra).match(/"id":"([^"]+)","displayName":"Readers"/)?.[1];
    return (found ?? '') as PrincipalId;
  }

  function scopesOf(scope: string, filter: string): string[] {
    const path = `${scope}/providers/Microsoft.Authorization/roleAssignments?$filter=${encodeURIComponent(filter)}`;
    const { value } = get(path, inGroup.state).json as Listed;
    return value.map(({ properties }) => where((properties as { readonly scope: string }).scope)).toSorted();
  }

  function where(scope: string): string {
    if (scope === subscription) return 'subscription';
    return scope.startsWith('/providers/') ? 'root' : scope.slice(scope.lastIndexOf('/') + 1);
  }

  it.each<[string, string, string[]]>([
    [group, '', ['kv-shop', 'rg-shop', 'rg-shop', 'root', 'subscription']],
    [group, 'atScope()', ['rg-shop', 'rg-shop', 'root', 'subscription']],
    [vaultId, 'atScope()', ['kv-shop', 'rg-shop', 'rg-shop', 'root', 'subscription']],
    [subscription, 'atScope()', ['root', 'subscription']],
    [subscription, `principalId eq '${principalId}'`, ['kv-shop', 'rg-shop']],
    [subscription, `assignedTo('${principalId.toUpperCase()}')`, ['kv-shop', 'rg-shop', 'rg-shop']],
    [group, `atScope() and assignedTo('${principalId}')`, ['rg-shop', 'rg-shop']],
    [`${subscription}/resourceGroups/rg-other`, '', ['root', 'subscription']],
  ])('[REST-08] at %s with %j', (scope, filter, expected) => {
    expect(scopesOf(scope, filter)).toEqual(expected);
  });

  it('[REST-08] are read one by one', () => {
    const [first] = (get(`${group}/providers/Microsoft.Authorization/roleAssignments`, inGroup.state).json as Listed)
      .value;
    expect(get(first?.id ?? '', inGroup.state).json).toEqual(first);
  });
});

describe('what ARM keeps of identities', () => {
  it('[REST-09] shows the client ID of a system-assigned identity', () => {
    const { status, json } = get(`${machine}/providers/Microsoft.ManagedIdentity/identities/default`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ name: 'default', properties: { tenantId, principalId, clientId } });
  });

  it.each([idOf('virtualMachine', 'vm-bare'), `${machine}2`, vaultId])('[REST-09] has none to show at %s', (id) => {
    expect(get(`${id}/providers/Microsoft.ManagedIdentity/identities/default`).status).toBe(404);
  });

  const associated = (query = '', version = '2022-01-31-preview', in_ = state) =>
    answerOf(readOf(parse('POST', `${reader}/listAssociatedResources${query}`, undefined, version, in_)), in_);

  it('[REST-10] lists the hosts of an identity', () => {
    expect(associated().json).toEqual({
      totalCount: 2,
      value: ['vm-two', 'vm-web'].map((name) => ({
        id: idOf('virtualMachine', name),
        name,
        type: 'microsoft.compute/virtualmachines',
        resourceGroup: 'rg-shop',
        subscriptionId,
        subscriptionDisplayName: 'Managed Identity Lab',
      })),
    });
    expect(associated('?$top=1').json).toMatchObject({ totalCount: 2, value: [{ name: 'vm-two' }] });
    expect(associated('?$skip=1').json).toMatchObject({ totalCount: 2, value: [{ name: 'vm-web' }] });
    expect(associated('?$skip=2&$top=1').json).toMatchObject({ totalCount: 2, value: [] });
  });

  it('[REST-10] spells type and group in lower case, ids as they are', () => {
    const loud = shop.goOn(
      { do: 'create-group', name: 'RG-Loud', location: 'westeurope' },
      { do: 'create', kind: 'webApp', name: 'App-Loud', in: 'RG-Loud', userAssigned: ['id-shop-reader'] },
    );
    expect((associated('', '2022-01-31-preview', loud.state).json as Listed).value[0]).toMatchObject({
      id: hostNamed(loud.state, 'App-Loud').id,
      name: 'App-Loud',
      type: 'microsoft.web/sites',
      resourceGroup: 'rg-loud',
    });
  });

  it('[REST-10] has no such list in stable versions, nor of what is not there', () => {
    expect(parse('POST', `${reader}/listAssociatedResources`, undefined, '2024-11-30').kind).toBe('refused');
    const gone = shop.goOn({ do: 'delete', name: 'id-shop-reader' });
    expect(associated('', '2021-09-30-preview', gone.state).status).toBe(404);
  });

  it('[REST-11] lists federated credentials', () => {
    const trusting = shop.goOn({
      type: 'CreateFederatedCredential',
      identityId: reader,
      name: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:shop/web:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
    });
    expect(namesAt(`${reader}/federatedIdentityCredentials`, trusting.state)).toEqual(['github']);
    expect(get(`${reader}/federatedIdentityCredentials/GitHub`, trusting.state).json).toMatchObject({ name: 'github' });
  });

  it('[REST-11] names the operations of the provider', () => {
    expect(namesAt('/providers/Microsoft.ManagedIdentity/operations')).toContain(
      'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
    );
  });
});

describe('what else ARM keeps', () => {
  it('[REST-11] are deleted vaults', () => {
    const path = `${subscription}/providers/Microsoft.KeyVault`;
    expect(namesAt(`${path}/deletedVaults`)).toEqual(['kv-gone']);
    const { json } = get(`${path}/locations/westeurope/deletedVaults/KV-gone`);
    expect(json).toMatchObject({
      name: 'kv-gone',
      properties: {
        vaultId: idOf('keyVault', 'kv-gone'),
        deletionDate: '2026-03-02T09:00:00Z',
        scheduledPurgeDate: '2026-05-31T09:00:00Z',
      },
    });
  });

  it('[REST-11] are locks within a scope', () => {
    const locked = shop.goOn(
      { type: 'CreateLock', scope: group, name: 'all', level: 'CanNotDelete' },
      { type: 'CreateLock', scope: vaultId, name: 'keep', level: 'ReadOnly' },
    );
    const locks = (scope: string) => namesAt(`${scope}/providers/Microsoft.Authorization/locks`, locked.state);
    expect([locks(group), locks(vaultId), locks(machine)]).toEqual([['all', 'keep'], ['keep'], []]);
    const one = get(`${vaultId}/providers/Microsoft.Authorization/locks/KEEP`, locked.state);
    expect(one.json).toMatchObject({ properties: { level: 'ReadOnly' } });
  });

  it('[REST-11] are role definitions, by name too', () => {
    const path = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
    const { value } = get(`${path}?$filter=${encodeURIComponent("roleName eq 'Reader'")}`).json as Listed;
    expect(value).toMatchObject([{ properties: { roleName: 'Reader', type: 'BuiltInRole' } }]);
    expect(get(value[0]?.id ?? '').json).toEqual(value[0]);
    expect(namesAt(path).length).toBeGreaterThan(10);
  });

  it('[REST-11] are app settings, SQL administrators and data roles of Cosmos DB', () => {
    const site = idOf('webApp', 'app-shop');
    const server = idOf('sqlServer', 'sql-shop');
    const cosmos = idOf('cosmosAccount', 'cosmos-shop');
    const set = shop.goOn(
      { type: 'SetAppSettings', id: site, settings: { A: { value: '1', sticky: true } } },
      { type: 'SetSqlAdministrator', serverId: server, principalId: principalId as PrincipalId },
      { type: 'AssignCosmosRole', accountId: cosmos, principalId: principalId as PrincipalId, role: 'reader' },
    );
    const list = parse('POST', `${site}/config/appsettings/list`, undefined, undefined, set.state);
    expect(answerOf(readOf(list), set.state).json).toMatchObject({ properties: { A: '1' } });
    expect(get(`${server}/administrators`, set.state).json).toMatchObject({
      value: [{ properties: { sid: principalId } }],
    });
    expect(get(`${server}/administrators`).json).toEqual({ value: [] });
    const { value } = get(`${cosmos}/sqlRoleAssignments`, set.state).json as Listed;
    expect(value).toMatchObject([{ properties: { principalId, scope: cosmos } }]);
  });
});

describe('a reader who is a principal', () => {
  const caller: Caller = { kind: 'user', displayName: 'vm-web', principalId: principalId as PrincipalId };
  const ask = (path: string, in_ = state) =>
    answerOf(readOf(parse('GET', path, undefined, undefined, in_)), in_, caller);
  const mayRead = (at: string): Step => ({ do: 'assign-role', role: 'Reader', to: 'vm-web', at });

  it('[REST-12] is refused what it may not read, there or not', () => {
    for (const path of [machine, `${machine}2`]) {
      const { status, json } = ask(path);
      expect(status).toBe(403);
      expect(json).toMatchObject({ error: { code: 'AuthorizationFailed' } });
      expect(JSON.stringify(json)).toContain('Microsoft.Compute/virtualMachines/read');
      expect(JSON.stringify(json)).toContain(`The client '${clientId}' with object id '${principalId}'`);
    }
  });

  it('[REST-12] sees in lists what it may read', () => {
    const list = (in_: CloudState) => (ask(`${group}/resources`, in_).json as Listed).value.map(({ name }) => name);
    expect(list(state)).toEqual([]);
    expect(list(shop.goOn(mayRead('kv-shop')).state)).toEqual(['kv-shop']);
    expect(list(shop.goOn(mayRead('rg-shop')).state)).toHaveLength(state.arm.resources.count);
    expect((ask('/subscriptions').json as Listed).value).toEqual([]);
    expect((ask('/subscriptions', shop.goOn(mayRead('subscription')).state).json as Listed).value).toHaveLength(1);
  });

  it.each([
    ['subscriptions', '/subscriptions'],
    ['groups', `${subscription}/resourceGroups`],
    ['resources', `${group}/resources`],
  ])('[REST-12] may get an empty list of %s where it may read none: nobody knows', (_what, path) => {
    expect(ask(path)).toMatchObject({ status: 200, json: { value: [] }, source: 'unconfirmed' });
    const allowed = shop.goOn(mayRead('subscription')).state;
    expect(ask(path, allowed)).toMatchObject({ status: 200, source: 'docs' });
  });

  it('[REST-12] gets an empty list of nothing as everybody does', () => {
    const nothing = `${subscription}/resourceGroups/rg-other/resources`;
    expect(ask(nothing)).toMatchObject({ json: { value: [] }, source: 'docs' });
  });

  it('[REST-12] [REST-10] sees the hosts of an identity that it may read, though it may not read them', () => {
    const read: Read = { kind: 'associatedResources', id: reader, skip: 0, top: null };
    expect(answerOf(read, state, caller).status).toBe(403);
    const allowed = shop.goOn(mayRead('id-shop-reader')).state;
    expect(answerOf(read, allowed, caller).json).toMatchObject({ totalCount: 2 });
    expect(answerOf({ kind: 'resource', id: idOf('virtualMachine', 'vm-two') }, allowed, caller).status).toBe(403);
  });

  it.each<Read>([
    { kind: 'group', name: 'rg-shop' },
    { kind: 'subscription', id: subscriptionId },
    { kind: 'instanceView', id: machine },
    { kind: 'systemIdentity', id: machine },
    { kind: 'federatedCredentials', id: reader },
    { kind: 'deletedVault', name: 'kv-gone' },
    { kind: 'appSettings', id: idOf('webApp', 'app-shop') },
    { kind: 'roleAssignment', id: `${group}/providers/Microsoft.Authorization/roleAssignments/a` as ResourceId },
  ])('[REST-12] is refused without a role: $kind', (read) => {
    expect(answerOf(read, state, caller).status).toBe(403);
  });

  it('[REST-12] may ask whose operations there are', () => {
    expect(answerOf({ kind: 'identityOperations' }, state, caller).status).toBe(200);
    expect(resourceNamed(state, 'kv-shop').id).toBe(vaultId);
  });
});
