import { describe, expect, it } from 'vitest';
import {
  appServiceTokenRequest,
  identityEndpoint,
  identityEndpointOf,
  identityHeader,
} from '#domain/appservice/request.ts';
import { siteOf } from '#domain/appservice/state.ts';
import { principalNameOf } from '#domain/arm/principal-name.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import { principalNamed } from '#domain/script/names.ts';
import { askToken, expectNoRefusal, host, identity, idsOf, run, send, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { behindEasyAuth, containerApp, idOf, readsBy, settings, slot, swap } from './site.ts';

const staging = 'app-shop/staging';
const app = { kind: 'webApp' } as const;
const shop = run('slots', shopGroup, identity(), host('app-shop', app), slot());

/** The values of an app's or slot's settings by name. */
function valuesOf({ state }: Played, name: string, after: Played): Record<string, string> {
  const held = siteOf(state.appService, idOf(after, name)).settings;
  return Object.fromEntries(Object.entries(held).map(([key, { value }]) => [key, value]));
}

describe('the identity of a slot', () => {
  it('[APPS-16] is not that of its app', () => {
    expectNoRefusal(shop);
    const ofApp = shop.goOn(askToken('app-shop'));
    const ofSlot = ofApp.goOn(askToken(staging));
    expect(ofApp.answer.status).toBe(200);
    expect(ofSlot.answer).toMatchObject({ status: 200, fromCache: false });
    expect(ofSlot.claims.oid).not.toBe(ofApp.claims.oid);
    expect(ofSlot.claims.xms_mirid).toMatch(/\/sites\/app-shop\/slots\/staging$/);
  });

  it('[APPS-16] is on or off by itself', () => {
    const bare = run('slots', shopGroup, host('app-shop', app), slot(staging, { system: false }), askToken(staging));
    expect(bare.failure).toBe('endpointNotSet');
  });

  it('[APPS-16] has a secret that is not its app’s', () => {
    const proof = identityHeader(shop.state.seed, idOf(shop, 'app-shop'));
    const request = appServiceTokenRequest('https://vault.azure.net', null, proof);
    expect(shop.goOn(send(staging, request)).answer).toMatchObject({ status: 403, body: '' });
    expect(shop.goOn(send('app-shop', request)).answer.status).toBe(200);
  });

  it('[APPS-17] is displayed by app and slot', () => {
    expect(principalNamed(shop.state, staging).displayName).toBe('app-shop/slots/staging');
    expect(principalNamed(shop.state, 'app-shop').displayName).toBe('app-shop');
    expect(principalNameOf({ kind: 'webAppSlot', name: 'a/b' })).toBe('a/slots/b');
    expect(principalNameOf({ kind: 'sqlDatabase', name: 'a/b' })).toBe('a/b');
  });
});

describe('the endpoint of a container app', () => {
  const url = identityEndpointOf('containerApp') ?? '';
  const world = run('container', shopGroup, containerApp(), host('app-shop', app), host());

  /** A token request of the container app that is right in all but what a test changes. */
  function ask({ method = 'GET', from = 'ca-shop', address = url } = {}): MadeDeed {
    return (after) => {
      const proof = identityHeader(after.state.seed, idOf(after, from));
      const request = appServiceTokenRequest('https://vault.azure.net', null, proof, address);
      return send(from, { ...request, method: method as HttpMethod })(after);
    };
  }

  it('[APPS-18] speaks as in App Service', () => {
    const asked = world.goOn(askToken('ca-shop'));
    expect(asked.entry(-1).command).toMatchObject({
      request: { url: expect.stringContaining('http://localhost:42356/') },
    });
    expectGolden(asked.answer, 'APPS-18-token', 'docs');
    expectGolden(world.goOn(askToken('ca-shop', { withoutProof: true })).answer, 'APPS-18-no-proof', 'capture');
  });

  it.each([
    ['POST', 'capture'],
    ['PUT', 'unconfirmed'],
  ])('[APPS-18] answers %s 405', (method, source) => {
    const { answer } = world.goOn(ask({ method }));
    expect(answer).toMatchObject({ status: 405, source });
    if (method === 'POST') expectGolden(answer, 'APPS-18-post', 'capture');
  });

  it.each([
    ['the container app', 'ca-shop', identityEndpoint],
    ['the web app', 'app-shop', url],
  ])('[APPS-18] is not where %s looks for the other’s', (_, from, address) => {
    expect(world.goOn(ask({ from, address })).failure).toBe('unreachable');
    expect(world.goOn(ask({ from, address: from === 'ca-shop' ? url : identityEndpoint })).answer.status).toBe(200);
  });

  it('[APPS-18] is not there without an identity', () => {
    const bare = run('container', shopGroup, containerApp('ca-shop', { system: false }), askToken('ca-shop'));
    expect(bare.failure).toBe('endpointNotSet');
  });

  it('[APPS-18] exists on no machine', () => {
    expect(identityEndpointOf('virtualMachine')).toBeNull();
    expect(world.goOn(ask({ from: 'vm-web' })).failure).toBe('unreachable');
  });
});

describe('an endpoint that is switched off', () => {
  it.each(['true', 'True'])('[APPS-19] is gone while the identity stays on: WEBSITE_DISABLE_MSI=%s', (value) => {
    const off = shop.goOn(settings({ WEBSITE_DISABLE_MSI: value }), askToken('app-shop'));
    expect(off.failure).toBe('endpointNotSet');
    expect(principalNamed(off.state, 'app-shop').displayName).toBe('app-shop');
    expect(off.goOn(askToken(staging)).answer.status).toBe(200);
    expect(off.goOn(settings({ WEBSITE_DISABLE_MSI: null }), askToken('app-shop')).answer.status).toBe(200);
  });

  it('[APPS-19] is not gone for another value', () => {
    expect(shop.goOn(settings({ WEBSITE_DISABLE_MSI: '0' }), askToken('app-shop')).answer.status).toBe(200);
  });
});

describe('the older protocol', () => {
  const url = `${identityEndpoint}?api-version=2017-09-01&resource=https://vault.azure.net`;
  it('[APPS-20] proves nothing by its header', () => {
    const secret = identityHeader(shop.state.seed, idOf(shop, 'app-shop'));
    expect(shop.goOn(send('app-shop', { url, headers: [['secret', secret]] })).answer.status).toBe(403);
  });

  it('[APPS-20] is an unknown version', () => {
    const secret = identityHeader(shop.state.seed, idOf(shop, 'app-shop'));
    const { answer } = shop.goOn(send('app-shop', { url, headers: [['X-IDENTITY-HEADER', secret]] }));
    expectGolden(answer, 'APPS-20-older-protocol', 'unconfirmed');
  });
});

describe('a swap', () => {
  const before = shop.goOn(
    settings({ GREETING: 'from production', ONLY_HERE: 'yes', DB: { sticky: 'prod' } }),
    settings({ GREETING: 'from staging', DB: { sticky: 'test' }, FLAG: 'new' }, staging),
  );

  it('[SITE-04] exchanges what is not sticky', () => {
    const after = before.goOn(swap());
    expectGolden(after.answer, 'SITE-04-swap', 'docs');
    expect(valuesOf(after, 'app-shop', after)).toEqual({ GREETING: 'from staging', DB: 'prod', FLAG: 'new' });
    expect(valuesOf(after, staging, after)).toEqual({ GREETING: 'from production', ONLY_HERE: 'yes', DB: 'test' });
  });

  it('[SITE-04] and another bring everything back', () => {
    const twice = before.goOn(swap(), swap());
    for (const name of ['app-shop', staging])
      expect(valuesOf(twice, name, twice)).toEqual(valuesOf(before, name, before));
  });

  it('[SITE-04] leaves in both what is sticky in one', () => {
    const mixed = shop.goOn(settings({ DB: { sticky: 'prod' } }), settings({ DB: 'test' }, staging), swap());
    expect(valuesOf(mixed, 'app-shop', mixed)).toEqual({ DB: 'prod' });
    expect(valuesOf(mixed, staging, mixed)).toEqual({ DB: 'test' });
    const absent = shop.goOn(settings({ DB: { sticky: 'prod' } }), swap());
    expect(valuesOf(absent, staging, absent)).toEqual({});
  });

  it('[SITE-05] leaves identities, principals and tokens where they are', () => {
    const asked = before.goOn(
      askToken('app-shop'),
      settings({ WEBSITE_OVERRIDE_PRESERVE_DEFAULT_STICKY_SLOT_SETTINGS: '0' }),
    );
    const after = asked.goOn(swap());
    expect(after.state.arm).toEqual(asked.state.arm);
    expect(after.state.entra).toEqual(asked.state.entra);
    expect(after.state.tokens).toEqual(asked.state.tokens);
    expect(after.goOn(askToken('app-shop')).claims.oid).toBe(idsOf(before, 'app-shop').principalId);
  });

  it('[SITE-05] leaves the identity for references and authentication', () => {
    const set = before.goOn(readsBy('id-shop-reader', 'resourceId', staging), behindEasyAuth());
    const after = set.goOn(swap());
    const siteNamed = (name: string) => siteOf(after.state.appService, idOf(after, name));
    expect(siteNamed(staging)).toMatchObject({
      referenceIdentity: idOf(after, 'id-shop-reader'),
      authentication: null,
    });
    expect(siteNamed('app-shop').referenceIdentity).toBe('SystemAssigned');
    expect(siteNamed('app-shop').authentication).not.toBeNull();
  });

  it('[SITE-06] carries AZURE_CLIENT_ID to a slot where its identity is not attached', () => {
    const world = run(
      'slots',
      shopGroup,
      identity(),
      host('app-shop', app),
      slot(staging, { user: ['id-shop-reader'] }),
    );
    const { clientId } = idsOf(world, 'id-shop-reader');
    const swapped = world.goOn(settings({ AZURE_CLIENT_ID: clientId }, staging), swap());
    expect(valuesOf(swapped, 'app-shop', swapped)).toEqual({ AZURE_CLIENT_ID: clientId });
    const asked = swapped.goOn(askToken('app-shop', { as: 'id-shop-reader' }));
    expect(asked.answer).toMatchObject({ status: 400, body: expect.stringContaining('No User Assigned or Delegated') });
    const kept = world.goOn(settings({ AZURE_CLIENT_ID: { sticky: clientId } }, staging), swap());
    expect(valuesOf(kept, 'app-shop', kept)).toEqual({});
  });

  it('[SITE-07] is of a slot', () => {
    expectGolden(shop.goOn(swap('app-shop')).answer, 'SITE-07-no-slot', 'unconfirmed');
  });
});
