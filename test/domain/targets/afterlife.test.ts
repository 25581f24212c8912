import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf, openFirewall } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { administratorOf, databaseUsers } from '#domain/sql/state.ts';
import { accountAccess, containersOf } from '#domain/storage/state.ts';
import { idsOf, host, noRoleDelay, run, shopGroup, storage, vault } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';

const closed: Firewall = { ...openFirewall, defaultAction: 'Deny', allowedAddresses: ['20.1.2.3'] };

function about(name: string, command: (id: ResourceId, principalId: PrincipalId) => Command): MadeDeed {
  return (after) => command(resourceNamed(after.state, name).id, idsOf(after, 'vm-web').principalId as PrincipalId);
}

/** Every target of the shop holds something that its service keeps by the target's id. */
const shop = run(
  'afterlife',
  shopGroup,
  { do: 'create-group', name: 'rg-other' },
  noRoleDelay,
  host(),
  vault,
  storage,
  { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
  { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  about('kv-shop', (vaultId) => ({ type: 'SetPermissionModel', vaultId, model: 'accessPolicies' })),
  about('kv-shop', (vaultId, objectId) => ({ type: 'SetAccessPolicy', vaultId, objectId, secrets: ['get'] })),
  { do: 'set-secret', vault: 'kv-shop', name: 'old', value: 'x' },
  about('kv-shop', (vaultId) => ({ type: 'DeleteSecret', vaultId, name: 'old' })),
  about('kv-shop', (resourceId) => ({ type: 'SetFirewall', resourceId, firewall: closed })),
  about('stshopimages', (resourceId) => ({ type: 'SetFirewall', resourceId, firewall: closed })),
  about('stshopimages', (accountId) => ({ type: 'SetSharedKeyAccess', accountId, allowed: false })),
  about('stshopimages', (accountId) => ({ type: 'RegenerateAccountKey', accountId, key: 2 })),
  about('sql-shop', (serverId, principalId) => ({ type: 'SetSqlAdministrator', serverId, principalId })),
  about('sql-shop', (resourceId) => ({ type: 'SetFirewall', resourceId, firewall: openFirewall })),
  about('cosmos-shop', (accountId, principalId) => ({
    type: 'AssignCosmosRole',
    accountId,
    principalId,
    role: 'reader',
  })),
  { do: 'request-token', from: 'vm-web', resource: 'https://database.windows.net/' },
  (after) => ({
    type: 'CallTarget',
    from: { kind: 'host', resourceId: resourceNamed(after.state, 'vm-web').id },
    token: { kind: 'jwt', claims: after.claims, signature: 'valid' },
    request: {
      method: 'POST',
      url: 'tds://sql-shop.database.windows.net/orders',
      headers: [],
      body: 'CREATE USER [vm-web] FROM EXTERNAL PROVIDER',
    },
  }),
);

/** All that the services keep about the targets, by the target's name. */
function keptIn({ state }: Played, idOf: (name: string) => string) {
  const { keyVault, network, storage: blobs, sql, cosmos } = state;
  const account = idOf('stshopimages') as ResourceId;
  return {
    vault: vaultOf(keyVault, idOf('kv-shop')),
    vaultFirewall: firewallOf(network, idOf('kv-shop')),
    account: accountAccess(blobs, account),
    containers: containersOf(blobs, account),
    accountFirewall: firewallOf(network, account),
    administrator: administratorOf(sql, idOf('sql-shop')),
    users: databaseUsers(sql, idOf('sql-shop/orders')),
    cosmos: cosmosAssignments(cosmos, idOf('cosmos-shop')),
  };
}

const idIn = (played: Played) => (name: string) => resourceNamed(played.state, name).id;
const targets = ['kv-shop', 'stshopimages', 'sql-shop', 'cosmos-shop'] as const;

describe('what services keep about a target', () => {
  const before = keptIn(shop, idIn(shop));

  it('[TARGET-02] is there to begin with', () => {
    expect(before).toMatchObject({
      vault: { settings: { model: 'accessPolicies', policies: [{ secrets: ['get'] }] } },
      vaultFirewall: closed,
      account: { sharedKey: false, generations: [0, 1] },
      accountFirewall: closed,
      users: [{ name: 'vm-web' }],
      cosmos: [{ role: 'reader' }],
    });
    expect(before.vault.deletedSecrets.count).toBe(1);
    expect(before.administrator).toBe(idsOf(shop, 'vm-web').principalId);
  });

  it('[TARGET-02] goes with the target into another group', () => {
    const moves = targets.map((name) => about(name, (id) => ({ type: 'MoveResource', id, resourceGroup: 'rg-other' })));
    const moved = shop.goOn(moves);
    expect(idIn(moved)('kv-shop')).toContain('/resourceGroups/rg-other/');
    expect(keptIn(moved, idIn(moved))).toEqual(before);
    const left = keptIn(moved, idIn(shop));
    expect(left.users).toEqual([]);
    expect(left.vault.settings.model).toBe('rbac');
  });

  it('[TARGET-02] is gone with the target, and a new one of the same name begins anew', () => {
    const deleted = shop.goOn(targets.map((name) => ({ do: 'delete', name }) as const));
    const left = keptIn(deleted, idIn(shop));
    expect(left).toMatchObject({
      vaultFirewall: openFirewall,
      account: { sharedKey: true, generations: [0, 0] },
      accountFirewall: openFirewall,
      administrator: null,
      users: [],
      cosmos: [],
    });
    expect([left.containers.count, left.vault.secrets.count]).toEqual([0, 0]);
  });

  it('[KV-22] is kept of a vault that is recovered: settings, secrets and deleted secrets', () => {
    const recovered = shop.goOn({ do: 'delete', name: 'kv-shop' }, { type: 'RecoverDeletedVault', name: 'kv-shop' });
    expect(keptIn(recovered, idIn(recovered)).vault).toEqual(before.vault);
  });

  it('[KV-23] a deleted secret of a deleted vault waits for it to be recovered', () => {
    const gone = shop.goOn({ do: 'delete', name: 'kv-shop' }, { do: 'advance', days: 89 });
    const back = gone.goOn({ type: 'RecoverDeletedVault', name: 'kv-shop' });
    expect(keptIn(back, idIn(back)).vault.deletedSecrets.count).toBe(1);
    const over = back.goOn({ do: 'advance', days: 2 });
    expect(keptIn(over, idIn(over)).vault.deletedSecrets.count).toBe(0);
  });

  it('[ARM-27] [KV-23] a deleted secret whose time passes meanwhile is purged by the recovery, and no other', () => {
    const two = shop.goOn(
      { do: 'advance', days: 60 },
      { do: 'set-secret', vault: 'kv-shop', name: 'young', value: 'y' },
      about('kv-shop', (vaultId) => ({ type: 'DeleteSecret', vaultId, name: 'young' })),
      { do: 'delete', name: 'kv-shop' },
    );
    const waits = two.goOn({ do: 'advance', days: 29, hours: 23 }, { type: 'RecoverDeletedVault', name: 'kv-shop' });
    expect(keptIn(waits, idIn(waits)).vault.deletedSecrets.count).toBe(2);
    const late = two.goOn({ do: 'advance', days: 30 }, { type: 'RecoverDeletedVault', name: 'kv-shop' });
    expect(late.entry(-1).events).toContainEqual({
      type: 'DeletedSecretPurged',
      vaultId: idIn(late)('kv-shop'),
      name: 'old',
    });
    const left = keptIn(late, idIn(late)).vault.deletedSecrets;
    expect([...dictionary.values(left)].map(({ versions }) => versions[0]?.name)).toEqual(['young']);
    expect(late.goOn({ do: 'set-secret', vault: 'kv-shop', name: 'old', value: 'z' }).answer.status).toBe(200);
  });
});
