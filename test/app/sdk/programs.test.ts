import { describe, expect, it } from 'vitest';
import { placesIn, processAt } from '#app/sdk/places.ts';
import { programFor, programIds, quoted } from '#app/sdk/programs.ts';
import { identitiesIn } from '#app/sandbox/facts.ts';
import { emptyWorld } from '#app/sandbox/open-world.ts';
import { decodeText } from '#domain/kernel/base64url.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { shopWith } from './world.ts';

const from = (world: World, name: string | null) => {
  const place = placesIn(world.state).find((each) => each.name === name);
  if (place === undefined) throw new Error(`There is no ${name ?? 'laptop'}.`);
  return place.origin;
};

describe('the ready programs', () => {
  it('name what there is in the world', () => {
    const world = shopWith();
    const program = programFor('secret', world.state, from(world, 'vm-web'));
    expect(program).toContain(`'https://kv-orders.vault.azure.net'`);
    expect(program).toContain(`getSecret('api-key')`);
  });

  it('name the identity by the client ID that it has here', () => {
    const world = shopWith({ do: 'attach', identity: 'id-shop-reader', to: 'vm-web' });
    const [identity] = identitiesIn(world.state);
    expect(programFor('identity', world.state, from(world, 'vm-web'))).toContain(
      `clientId: '${identity?.clientId ?? ''}', // id-shop-reader`,
    );
  });

  it('choose the identity that the host carries over the first of the world', () => {
    const world = shopWith(
      { do: 'create', kind: 'userAssignedIdentity', name: 'id-a-first', in: 'rg-shop' },
      { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' },
    );
    expect(programFor('identity', world.state, from(world, 'vm-web'))).toContain('// id-shop-reader');
    expect(programFor('identity', world.state, from(world, 'app-shop'))).toContain('// id-a-first');
  });

  it('ask the endpoint that the host has', () => {
    const world = shopWith();
    expect(programFor('endpoint', world.state, from(world, 'vm-web'))).toContain('169.254.169.254');
    expect(programFor('endpoint', world.state, from(world, 'app-shop'))).toContain('process.env.IDENTITY_ENDPOINT');
  });

  it.each(programIds)('%s is there in an empty world too', (id) => {
    expect(programFor(id, emptyWorld().state, { kind: 'laptop' })).not.toContain('undefined');
  });
});

it.each([
  ['kv-shop', `'kv-shop'`],
  [`'; evil(); '`, String.raw`'\'; evil(); \''`],
  ['a\\\n"b"', String.raw`'a\\\n"b"'`],
])('the text %o stays within its quotes', (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

describe('the places of a world', () => {
  it('are its hosts, its pods and the laptop', () => {
    const world = shopWith(
      { do: 'create', kind: 'aksCluster', name: 'aks-shop', in: 'rg-shop' },
      { do: 'service-account', cluster: 'aks-shop', namespace: 'shop', name: 'orders', identity: 'id-shop-reader' },
    );
    expect(placesIn(world.state).map(({ name }) => name)).toEqual(['app-shop', 'vm-web', 'aks-shop/shop/orders', null]);
  });

  it('give a process what the platform sets', () => {
    const world = shopWith({ do: 'set-settings', on: 'app-shop', settings: { AZURE_CLIENT_ID: 'left-over' } });
    expect(processAt(world.state, from(world, 'vm-web')).environment).toEqual({});
    expect(processAt(world.state, from(world, 'app-shop')).environment).toMatchObject({
      AZURE_CLIENT_ID: 'left-over',
      IDENTITY_ENDPOINT: 'http://172.16.0.2:8081/msi/token',
    });
  });

  it('give a pod the token of its service account', () => {
    const world = shopWith(
      { do: 'create', kind: 'aksCluster', name: 'aks-shop', in: 'rg-shop' },
      { do: 'service-account', cluster: 'aks-shop', namespace: 'shop', name: 'orders', identity: 'id-shop-reader' },
    );
    const { environment, files } = processAt(world.state, from(world, 'aks-shop/shop/orders'));
    const token = files[environment['AZURE_FEDERATED_TOKEN_FILE'] ?? ''] ?? '';
    expect(JSON.parse(decodeText(token.split('.')[1] ?? '') ?? '')).toMatchObject({
      sub: 'system:serviceaccount:shop:orders',
      aud: ['api://AzureADTokenExchange'],
    });
  });
});
