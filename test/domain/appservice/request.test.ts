import { describe, expect, it } from 'vitest';
import { identityEndpoint } from '#domain/appservice/request.ts';
import { askToken, host, identity, run, shopGroup } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askApp, goodQuery } from './ask-app.ts';

const app = { kind: 'webApp' } as const;
const shop = run('apps', shopGroup, host('app-shop', app), host('app-other', app), host());

describe('who reaches the endpoint of an app', () => {
  it.each(['webApp', 'functionApp'] as const)('[APPS-01] answers code in a %s with an identity', (kind) => {
    expect(run('apps', shopGroup, host('app-shop', { kind })).goOn(askApp(goodQuery)).answer.status).toBe(200);
  });

  it('[APPS-01] is not there in an app without an identity', () => {
    const bare = run('apps', shopGroup, host('app-shop', { ...app, system: false }), askToken('app-shop'));
    expect(bare.failure).toBe('endpointNotSet');
  });

  it('[APPS-01] comes and goes with the identity', () => {
    const off = shop.goOn({ do: 'disable-system-assigned', on: 'app-shop' }, askToken('app-shop'));
    expect(off.failure).toBe('endpointNotSet');
    const attached = off.goOn(identity(), { do: 'attach', identity: 'id-shop-reader', to: 'app-shop' });
    expect(attached.goOn(askToken('app-shop')).failure).toBeNull();
  });

  it.each(['laptop', 'vm-web'])('[APPS-02] gives no answer to %s', (from) => {
    expect(shop.goOn(askApp(goodQuery, { from })).failure).toBe('unreachable');
  });

  it.each([
    'http://169.254.169.254/metadata/identity/oauth2/token',
    identityEndpoint.replace('http:', 'https:'),
    identityEndpoint.replace('8081', '80'),
  ])('[APPS-02] is not to be had at %s', (address) => {
    expect(shop.goOn(askApp(goodQuery, { address })).failure).toBe('unreachable');
  });
});

describe('what the endpoint of an app refuses before it looks for an identity', () => {
  it('[APPS-03] refuses a request without the proof that it comes from inside', () => {
    expectGolden(shop.goOn(askToken('app-shop', { withoutProof: true })).answer, 'APPS-03-no-proof', 'capture');
  });

  it('[APPS-03] refuses a wrong proof before it looks at anything else', () => {
    const headers = [['X-IDENTITY-HEADER', 'guessed']] as const;
    const { answer } = shop.goOn(askApp('', { headers, method: 'POST', address: `${identityEndpoint}/elsewhere` }));
    expectGolden(answer, 'APPS-03-no-proof', 'capture');
  });

  it('[APPS-03] refuses the proof of another app', () => {
    expect(shop.goOn(askApp(goodQuery, { from: 'app-other' })).answer).toMatchObject({ status: 403, body: '' });
  });

  it('[APPS-04] allows GET only', () => {
    expectGolden(shop.goOn(askApp(goodQuery, { method: 'POST' })).answer, 'APPS-04-method', 'unconfirmed');
  });

  it('[APPS-04] has one path, with or without a final slash', () => {
    const { answer } = shop.goOn(askApp(goodQuery, { address: 'http://172.16.0.2:8081/msi' }));
    expectGolden(answer, 'APPS-04-path', 'unconfirmed');
    expect(shop.goOn(askApp(goodQuery, { address: 'http://172.16.0.2:8081/MSI/token/' })).answer.status).toBe(200);
  });

  it('[APPS-05] speaks version 2019-08-01', () => {
    const { answer } = shop.goOn(askApp('api-version=2018-02-01&resource=https://vault.azure.net'));
    expectGolden(answer, 'APPS-05-version', 'unconfirmed');
    expect(shop.goOn(askApp('resource=https://vault.azure.net')).answer.status).toBe(400);
  });

  it.each(['', '&resource='])('[APPS-06] misses the resource in "…2019-08-01%s"', (resource) => {
    const { answer } = shop.goOn(askApp(`api-version=2019-08-01${resource}`));
    expectGolden(answer, 'APPS-06-no-resource', 'unconfirmed');
  });

  it.each(['client_id=a&principal_id=b', 'principal_id=a&object_id=b', 'mi_res_id=a&client_id=b'])(
    '[APPS-07] refuses two names: %s',
    (names) => {
      const { answer } = shop.goOn(askApp(`${goodQuery}&${names}`));
      expectGolden(answer, 'APPS-07-two-selectors', 'unconfirmed');
    },
  );
});
