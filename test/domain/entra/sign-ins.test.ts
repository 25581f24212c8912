import { describe, expect, it } from 'vitest';
import { newCloud } from '#domain/cloud/state.ts';
import { signInsOf } from '#domain/cloud/sign-ins.ts';
import { minute } from '#domain/kernel/instant.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import { askToken, host, identity, idsOf, run, send, shopGroup, vaultAudience } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { registered, userNamed, applicationNamed } from './directory.ts';

const user = ['id-shop-reader'];
const shop = run(
  'log',
  shopGroup,
  identity(),
  host('vm-web', { user }),
  host('vm-batch', { system: false, user }),
  host('app-shop', { kind: 'webApp', system: false, user }),
);
const start = newCloud('log').now;
const rows = ({ world }: Played) => signInsOf(pastEvents(world.timeline), start);

describe('the sign-in log', () => {
  it('[ENTRA-23] is empty while nobody has asked', () => {
    expect(rows(shop)).toEqual([]);
  });

  it('[ENTRA-23] says who got a token for what, by which host and when', () => {
    const asked = shop.goOn({ do: 'advance', minutes: 5 }, askToken('vm-web', { as: 'id-shop-reader' }));
    const { clientId, principalId } = idsOf(shop, 'id-shop-reader');
    expect(rows(asked)).toEqual([
      {
        at: start + 5 * minute,
        category: 'managedIdentity',
        clientId,
        principalId,
        resource: vaultAudience,
        associatedResourceId: idsOf(shop, 'vm-web').resourceId,
        errorCode: 0,
        tokenId: asked.claims.uti,
      },
    ]);
  });

  it('[ENTRA-23] has nothing of tokens from the cache', () => {
    const asked = shop.goOn(askToken(), askToken(), askToken());
    expect(asked.answer.fromCache).toBe(true);
    expect(rows(asked)).toHaveLength(1);
  });

  it('[ENTRA-23] tells hosts of one identity apart', () => {
    const asked = shop.goOn(
      askToken('vm-web', { as: 'id-shop-reader' }),
      askToken('vm-batch'),
      askToken('app-shop', { as: 'id-shop-reader' }),
    );
    expect(rows(asked).map(({ associatedResourceId }) => associatedResourceId)).toEqual(
      ['vm-web', 'vm-batch', 'app-shop'].map((name) => resourceNamed(shop.state, name).id),
    );
    expect(new Set(rows(asked).map(({ principalId }) => principalId)).size).toBe(1);
  });

  it('[ENTRA-23] has failures, with their numbers', () => {
    const guarded = shop.goOn(registered('Shop API', ['Orders.Read'], true));
    const failed = guarded.goOn(
      askToken('vm-web', { resource: 'https://nowhere.example' }),
      askToken('vm-web', { resource: `api://${applicationNamed(guarded, 'Shop API').appId}` }),
      { do: 'delete', name: 'id-shop-reader' },
      askToken('vm-batch'),
    );
    expect(rows(failed).map(({ errorCode, tokenId, principalId }) => [errorCode, tokenId, principalId])).toEqual([
      [500_011, null, null],
      [501_051, null, null],
      [700_016, null, null],
    ]);
  });

  it('[ENTRA-23] has nothing of what the endpoint refused itself, or nobody reached', () => {
    const refused = shop.goOn(askToken('vm-web', { withoutProof: true }), askToken('laptop'), askToken('app-shop'));
    expect(rows(refused)).toEqual([]);
  });

  it('[ENTRA-23] has nothing of those who read what Entra ID publishes', () => {
    const url = 'https://login.microsoftonline.com/common/discovery/keys';
    expect(rows(shop.goOn(send('laptop', { url })))).toEqual([]);
  });

  it('[ENTRA-23] names the app for which the platform asked', () => {
    const id = resourceNamed(shop.state, 'app-shop').id;
    const value = '@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/db-password)';
    const resolved = shop.goOn(
      { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
      { do: 'enable-system-assigned', on: 'app-shop' },
      { type: 'SetAppSettings', id, settings: { DB_PASSWORD: { value, sticky: false } } },
      { type: 'ResolveKeyVaultReference', id, setting: 'DB_PASSWORD' },
    );
    expect(rows(resolved)).toMatchObject([{ associatedResourceId: id, errorCode: 0, resource: vaultAudience }]);
  });

  it('[ENTRA-23] has users in a list of their own, without a host', () => {
    const asked = shop.goOn(askToken(), { type: 'RequestUserToken', resource: 'https://management.azure.com/' });
    expect(rows(asked).at(-1)).toMatchObject({
      category: 'user',
      clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
      principalId: userNamed(shop, 'You').id,
      resource: 'https://management.azure.com/',
      associatedResourceId: null,
      errorCode: 0,
    });
  });
});
