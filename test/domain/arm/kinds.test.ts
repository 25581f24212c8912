import { describe, expect, it } from 'vitest';
import { resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import { homeDirectory, principalOf, resourcesOf } from '#domain/cloud/queries.ts';
import { isUpgradedByHand, carriedIdentity } from '#domain/compute/rules.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { day } from '#domain/kernel/instant.ts';
import { findDeletedVault, vaultOf } from '#domain/keyvault/state.ts';
import { hostNamed, resourceNamed } from '#domain/script/names.ts';
import {
  askToken,
  expectNoRefusal,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

function create(
  kind: ResourceKind,
  name: string,
  more: Partial<CommandOf<'CreateResource'>> = {},
): CommandOf<'CreateResource'> {
  return { type: 'CreateResource', kind, resourceGroup: 'rg-shop', name, location: 'westeurope', ...more };
}

const app = create('webApp', 'app-shop');
const server = create('sqlServer', 'sql-shop');
const a = (count: number) => 'a'.repeat(count);

describe('a child', () => {
  it.each<[ResourceKind, Command, string, string]>([
    ['webAppSlot', app, 'app-shop/staging', '/sites/app-shop/slots/staging'],
    ['webAppSlot', app, 'APP-Shop/ab', '/sites/app-shop/slots/ab'],
    ['webAppSlot', app, `app-shop/${a(59)}`, `/sites/app-shop/slots/${a(59)}`],
    ['webAppSlot', create('functionApp', 'app-shop'), 'app-shop/staging', '/sites/app-shop/slots/staging'],
    ['sqlDatabase', server, 'sql-shop/orders', '/servers/sql-shop/databases/orders'],
    ['sqlDatabase', server, 'SQL-shop/Order lines', '/servers/sql-shop/databases/Order lines'],
    ['sqlDatabase', server, `sql-shop/${a(128)}`, `/servers/sql-shop/databases/${a(128)}`],
  ])('[ARM-22] of kind %s lies under its parent: %#', (kind, parent, name, ending) => {
    const played = run('kinds', shopGroup, parent, create(kind, name));
    expect(played.answer.status).toBe(resourceKinds[kind].created);
    const child = resourcesOf(played.state).find((each) => each.kind === kind);
    expect(child?.id.endsWith(ending)).toBe(true);
    expect(child?.name.split('/')[0]).toBe(resourceKinds[kind].parent === 'webApp' ? 'app-shop' : 'sql-shop');
  });

  it.each<[ResourceKind, Command, string]>([
    ['webAppSlot', app, 'app-shop/a'],
    ['webAppSlot', app, `app-shop/${a(60)}`],
    ['webAppSlot', app, 'app-shop/-ab'],
    ['webAppSlot', app, 'staging'],
    ['webAppSlot', app, 'app-shop/staging/deep'],
    ['sqlDatabase', server, 'sql-shop/'],
    ['sqlDatabase', server, 'sql-shop/orders.'],
    ['sqlDatabase', server, 'sql-shop/.'],
    ['sqlDatabase', server, 'sql-shop/ orders'],
    ['sqlDatabase', server, 'sql-shop/orders '],
    ['sqlDatabase', server, 'sql-shop/a<b'],
    ['sqlDatabase', server, `sql-shop/${a(129)}`],
  ])('[ARM-22] of kind %s is held to its own rule: %#', (kind, parent, name) => {
    const played = run('kinds', shopGroup, parent, create(kind, name));
    expect(played.answer.status).toBe(400);
    expect(resourcesOf(played.state)).toHaveLength(1);
  });

  it.each<[ResourceKind, string, string]>([
    ['webAppSlot', 'app-shop/staging', 'ARM-23-no-parent-webAppSlot'],
    ['sqlDatabase', 'sql-shop/orders', 'ARM-23-no-parent-sqlDatabase'],
  ])('[ARM-23] of kind %s needs its parent', (kind, name, golden) => {
    const { answer } = run('kinds', shopGroup, create(kind, name));
    expectGolden(answer, golden, 'docs');
  });

  it('[ARM-22] [ENTRA-02] has an identity of its own, named after both', () => {
    const slot = create('webAppSlot', 'app-shop/staging', { identity: { systemAssigned: true, userAssigned: [] } });
    const played = run('kinds', shopGroup, host('app-shop', { kind: 'webApp' }), slot);
    expectNoRefusal(played);
    const [first, second] = ['app-shop', 'app-shop/staging'].map((name) =>
      principalOf(played.state, hostNamed(played.state, name)),
    );
    expect(first?.id).not.toBe(second?.id);
    expect(dictionary.size(homeDirectory(played.state).servicePrincipals)).toBe(2);
  });

  it('[DEL-15] goes with its parent, before it, and its principal too', () => {
    const slots = ['app-shop/staging', 'app-shop/test'].map((name) =>
      create('webAppSlot', name, { identity: { systemAssigned: true, userAssigned: [] } }),
    );
    const before = run('kinds', shopGroup, app, slots, server, create('sqlDatabase', 'sql-shop/orders'));
    const deleted = before.goOn({ do: 'delete', name: 'app-shop' }, { do: 'delete', name: 'sql-shop' });
    expect(resourcesOf(deleted.state)).toEqual([]);
    expect(dictionary.size(homeDirectory(deleted.state).servicePrincipals)).toBe(0);
    const gone = [-2, -1].map((n) =>
      deleted
        .entry(n)
        .events.flatMap((event) =>
          event.type === 'ResourceDeleted' ? [findResource(before.state.arm, event.id)?.name] : [],
        ),
    );
    expect(gone).toEqual([
      ['app-shop/staging', 'app-shop/test', 'app-shop'],
      ['sql-shop/orders', 'sql-shop'],
    ]);
  });

  it('[DEL-10] [DEL-15] goes before all parents of its group', () => {
    const before = run(
      'kinds',
      shopGroup,
      server,
      create('sqlDatabase', 'sql-shop/orders'),
      app,
      create('webAppSlot', 'app-shop/staging'),
      create('aksCluster', 'aks-shop'),
      { do: 'delete-group', name: 'rg-shop' },
    );
    const order = before
      .entry(-1)
      .events.flatMap((event) =>
        event.type === 'ResourceDeleted' ? [event.id.slice(event.id.lastIndexOf('/') + 1)] : [],
      );
    expect(order).toEqual(['staging', 'orders', 'app-shop', 'aks-shop', 'sql-shop']);
    expect(before.state.arm.resources.count).toBe(0);
  });
});

describe('the address at which a resource is written', () => {
  it('[REST-01] is encoded as a client would send it', () => {
    const { entry } = run('kinds', shopGroup, server, create('sqlDatabase', 'sql-shop/Order lines'));
    const answered = entry(-1).events.at(-1);
    expect(answered).toMatchObject({ type: 'ManagementAnswered', method: 'PUT' });
    expect(JSON.stringify(answered)).toContain('/databases/Order%20lines?api-version=2023-08-01');
  });
});

describe('what goes with a scope', () => {
  it('[DEL-16] are deny assignments at it and within it, and no others', () => {
    const deny = (scope: string, name: string): Command => ({
      type: 'CreateDenyAssignment',
      scope,
      name,
      actions: ['*/delete'],
      dataActions: [],
      principals: [],
    });
    const shop = run('kinds', shopGroup, vault, host());
    const vaultId = resourceNamed(shop.state, 'kv-shop').id;
    const group = vaultId.slice(0, vaultId.indexOf('/providers/'));
    const denied = shop.goOn(deny(vaultId, 'at-vault'), deny(group, 'at-group'), { do: 'delete', name: 'kv-shop' });
    expect([...dictionary.values(denied.state.rbac.denies)].map(({ name }) => name)).toEqual(['at-group']);
    const gone = denied.goOn({ do: 'delete-group', name: 'rg-shop' });
    expect(dictionary.size(gone.state.rbac.denies)).toBe(0);
  });

  it('[DEL-16] are the federated credentials of an identity', () => {
    const shop = run('kinds', shopGroup, identity(), (after) => ({
      type: 'CreateFederatedCredential',
      identityId: idsOf(after, 'id-shop-reader').resourceId as ResourceId,
      name: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:shop/web:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
    }));
    expectNoRefusal(shop);
    expect(dictionary.size(shop.state.federation.credentials)).toBe(1);
    const anew = shop.goOn({ do: 'delete', name: 'id-shop-reader' }, identity());
    expect(dictionary.size(anew.state.federation.credentials)).toBe(0);
  });
});

describe('the names of what answers under a host name', () => {
  it.each<[ResourceKind, ResourceKind]>([
    ['sqlServer', 'sqlServer'],
    ['cosmosAccount', 'cosmosAccount'],
    ['serviceBusNamespace', 'serviceBusNamespace'],
    ['serviceBusNamespace', 'eventHubsNamespace'],
    ['eventHubsNamespace', 'serviceBusNamespace'],
  ])('[ARM-24] are held by the whole cloud: %s, then %s', (first, second) => {
    const other: Command = { type: 'CreateResourceGroup', name: 'rg-other', location: 'westeurope' };
    const refused = run('kinds', shopGroup, other, create(first, 'shop-one'), {
      ...create(second, 'shop-one'),
      resourceGroup: 'rg-other',
    });
    expect(refused.answer).toMatchObject({ status: 409, source: 'unconfirmed' });
    expect(resourcesOf(refused.state)).toHaveLength(1);
  });

  it('[ARM-13] [ARM-24] are one’s own to write again', () => {
    const again = run(
      'kinds',
      shopGroup,
      create('eventHubsNamespace', 'shop-one'),
      create('eventHubsNamespace', 'SHOP-one'),
    );
    expect(again.answer.status).toBe(200);
  });
});

describe('options of a creation', () => {
  const settings = ({ state }: Played) => vaultOf(state.keyVault, resourceNamed(state, 'kv-shop').id).settings;

  it('[ARM-25] are RBAC and 90 days for a vault', () => {
    const played = run('kinds', shopGroup, create('keyVault', 'kv-shop'));
    expect(settings(played)).toEqual({ model: 'rbac', retentionDays: 90, policies: [] });
    expect(played.entry(-1).events.map(({ type }) => type)).toEqual(['ResourceCreated', 'ManagementAnswered']);
  });

  it.each([7, 30, 90])('[ARM-25] [TIME-06] keep a deleted vault for %i days', (retentionDays) => {
    const made = create('keyVault', 'kv-shop', { retentionDays, permissionModel: 'accessPolicies' });
    const played = run('kinds', shopGroup, made);
    expect(settings(played)).toEqual({ model: 'accessPolicies', retentionDays, policies: [] });
    const deleted = played.goOn({ do: 'delete', name: 'kv-shop' });
    expect(findDeletedVault(deleted.state.keyVault, 'kv-shop')?.purgeAt).toBe(deleted.state.now + retentionDays * day);
  });

  it.each([6, 91, 7.5, -7])('[ARM-25] refuse %d days', (retentionDays) => {
    const { answer, state } = run('kinds', shopGroup, create('keyVault', 'kv-shop', { retentionDays }));
    expect(answer).toMatchObject({ status: 400, source: 'unconfirmed' });
    expect(resourcesOf(state)).toEqual([]);
  });

  it('[ARM-25] fix the days once and for all, and not the model', () => {
    const played = run('kinds', shopGroup, create('keyVault', 'kv-shop', { retentionDays: 30 }));
    const refused = played.goOn(create('keyVault', 'kv-shop', { retentionDays: 7 }));
    expect(refused.answer.status).toBe(400);
    const switched = played.goOn(
      create('keyVault', 'kv-shop', { permissionModel: 'accessPolicies', retentionDays: 30 }),
    );
    expect(switched.answer.status).toBe(200);
    expect(settings(switched)).toMatchObject({ model: 'accessPolicies', retentionDays: 30 });
  });

  it('[ARM-13] [MOVE-01] are tags, which a second PUT replaces or leaves alone', () => {
    const played = run('kinds', shopGroup, create('storageAccount', 'stshop', { tags: { owner: 'shop', cost: '1' } }));
    const tagsOf = ({ state }: Played) => resourceNamed(state, 'stshop').tags;
    expect(tagsOf(played)).toEqual({ owner: 'shop', cost: '1' });
    expect(played.answer.json).toMatchObject({ tags: { owner: 'shop' } });
    expect(tagsOf(played.goOn(create('storageAccount', 'stshop')))).toEqual({ owner: 'shop', cost: '1' });
    expect(tagsOf(played.goOn(create('storageAccount', 'stshop', { tags: { owner: 'me' } })))).toEqual({ owner: 'me' });
  });

  it('[ARM-26] let the instances of a scale set carry what it is created with', () => {
    const identityOf = { systemAssigned: true, userAssigned: [] };
    const manual = create('vmScaleSet', 'vmss', { upgradeMode: 'Manual', identity: identityOf });
    const played = run('kinds', shopGroup, manual);
    const { id, identity: model } = hostNamed(played.state, 'vmss');
    expect(isUpgradedByHand(played.state.compute, id)).toBe(true);
    expect(carriedIdentity(played.state.compute, id, model)).toEqual(model);
    const off = played.goOn({ do: 'disable-system-assigned', on: 'vmss' });
    expect(carriedIdentity(off.state.compute, id, { type: 'None' })).toEqual(model);
    const automatic = off.goOn(create('vmScaleSet', 'vmss', { upgradeMode: 'Automatic' }));
    expect(isUpgradedByHand(automatic.state.compute, id)).toBe(false);
  });

  it('[ARM-26] leave a scale set to follow by itself', () => {
    const played = run('kinds', shopGroup, create('vmScaleSet', 'vmss'));
    expect(isUpgradedByHand(played.state.compute, hostNamed(played.state, 'vmss').id)).toBe(false);
    expect(played.answer.json).toMatchObject({ properties: { upgradePolicy: { mode: 'Automatic' } } });
  });
});

describe('a deleted vault', () => {
  const shop = run('kinds', shopGroup, noRoleDelay, host(), vault, mayReadSecrets());
  const deleted = shop.goOn({ do: 'delete', name: 'kv-shop' });
  const recover: Command = { type: 'RecoverDeletedVault', name: 'KV-shop' };

  it('[ARM-27] is recovered with its secrets and without its grants', () => {
    const recovered = deleted.goOn(recover);
    expect(recovered.answer.status).toBe(200);
    expect(resourceNamed(recovered.state, 'kv-shop').id).toBe(resourceNamed(shop.state, 'kv-shop').id);
    expect(recovered.state.keyVault).toEqual(shop.state.keyVault);
    expect(recovered.goOn(askToken(), readSecret()).answer.status).toBe(403);
    expect(recovered.goOn(mayReadSecrets(), askToken(), readSecret()).answer.status).toBe(200);
  });

  it('[ARM-27] [DEL-06] is opened again by a grant at its group', () => {
    const atGroup = shop.goOn({ do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'rg-shop' });
    const recovered = atGroup.goOn({ do: 'delete', name: 'kv-shop' }, recover, askToken(), readSecret());
    expect(recovered.answer.status).toBe(200);
  });

  it('[ARM-27] keeps its settings', () => {
    const played = run(
      'kinds',
      shopGroup,
      create('keyVault', 'kv-shop', { permissionModel: 'accessPolicies', retentionDays: 7 }),
      { do: 'delete', name: 'kv-shop' },
      recover,
    );
    const { id } = resourceNamed(played.state, 'kv-shop');
    expect(vaultOf(played.state.keyVault, id).settings).toMatchObject({ model: 'accessPolicies', retentionDays: 7 });
  });

  it('[ARM-27] cannot be recovered where there is none, or no group for it', () => {
    expect(shop.goOn(recover).answer.status).toBe(404);
    const homeless = shop.goOn({ do: 'delete-group', name: 'rg-shop' }, recover);
    expect(homeless.answer.json).toMatchObject({ error: { code: 'ResourceGroupNotFound' } });
    expect(homeless.state.keyVault.deleted.count).toBe(1);
  });
});

describe('what ARM prints of each kind', () => {
  const all: readonly [ResourceKind, string, number, string][] = [
    ['vmScaleSet', 'vmss-shop', 201, 'ARM-28-vmScaleSet'],
    ['containerApp', 'ca-shop', 201, 'ARM-28-containerApp'],
    ['aksCluster', 'aks-shop', 201, 'ARM-28-aksCluster'],
    ['sqlServer', 'sql-shop', 201, 'ARM-28-sqlServer'],
    ['sqlDatabase', 'sql-shop/orders', 201, 'ARM-28-sqlDatabase'],
    ['cosmosAccount', 'cosmos-shop', 200, 'ARM-28-cosmosAccount'],
    ['serviceBusNamespace', 'sb-shop', 201, 'ARM-28-serviceBusNamespace'],
    ['eventHubsNamespace', 'eh-shop', 201, 'ARM-28-eventHubsNamespace'],
    ['webAppSlot', 'app-shop/staging', 200, 'ARM-28-webAppSlot'],
    ['keyVault', 'kv-shop', 200, 'ARM-28-keyVault'],
  ];

  it.each(all)('[ARM-16] [ARM-28] of a %s', (kind, name, status, golden) => {
    const { answer } = run('kinds', shopGroup, app, ...(kind === 'sqlDatabase' ? [server] : []), create(kind, name));
    expect(answer.status).toBe(status);
    expectGolden(answer, golden, 'docs');
  });

  it.each<[ResourceKind, string, number]>([
    ['vmScaleSet', 'vmss-shop', 202],
    ['containerApp', 'ca-shop', 202],
    ['aksCluster', 'aks-shop', 202],
    ['sqlServer', 'sql-shop', 200],
    ['cosmosAccount', 'cosmos-shop', 202],
    ['serviceBusNamespace', 'sb-shop', 200],
  ])('[DEL-12] of the deletion of a %s', (kind, name, status) => {
    const { answer } = run('kinds', shopGroup, create(kind, name), { do: 'delete', name });
    expect(answer).toMatchObject({ status, body: '' });
  });
});
