import { describe, expect, it } from 'vitest';
import { askToken, call, host, run, send, shopGroup } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('discovery', shopGroup, host());
const { tenantId } = shop.state;
const at = (path: string) => `https://login.microsoftonline.com/${path}`;
const read = (path: string) => shop.goOn(send('laptop', { url: at(path) }));
const json = (path: string) => read(path).answer.json as Record<string, unknown>;

describe('the metadata of a tenant', () => {
  it.each([
    ['v1.0', `${tenantId}/.well-known/openid-configuration`, 'ENTRA-21-v1'],
    ['v2.0', `${tenantId}/v2.0/.well-known/openid-configuration`, 'ENTRA-21-v2'],
  ])('[ENTRA-21] of %s is this', (_version, path, golden) => {
    expectGolden(read(path).answer, golden, 'docs');
  });

  it('[ENTRA-21] names the issuer of tokens', () => {
    const { claims } = shop.goOn(askToken());
    expect(json(`${tenantId}/.well-known/openid-configuration`)['issuer']).toBe(claims.iss);
    expect(json(`${tenantId}/v2.0/.well-known/openid-configuration`)['issuer']).toBe(
      `https://login.microsoftonline.com/${tenantId}/v2.0`,
    );
  });

  it.each([
    ['', 'oauth2/token'],
    ['v2.0/', 'oauth2/v2.0/token'],
  ])('[ENTRA-21] names where certificates are shown in the connection: /%s', (version, path) => {
    expect(json(`${tenantId}/${version}.well-known/openid-configuration`)['mtls_endpoint_aliases']).toEqual({
      token_endpoint: `https://mtlsauth.microsoft.com/${tenantId}/${path}`,
    });
  });

  it.each(['', 'v2.0/'])('[ENTRA-21] leads to keys that are there: %s', (version) => {
    const { jwks_uri: uri } = json(`${tenantId}/${version}.well-known/openid-configuration`);
    const { answer } = shop.goOn(send('laptop', { url: String(uri) }));
    expect(answer.json).toMatchObject({ keys: [{ kty: 'RSA' }] });
  });

  it('[ENTRA-21] is found by the domain too, and for all tenants', () => {
    expect(json('contoso.onmicrosoft.com/.well-known/openid-configuration')['issuer']).toBe(
      `https://sts.windows.net/${tenantId}/`,
    );
    expect(json('common/.well-known/openid-configuration')['issuer']).toBe('https://sts.windows.net/{tenantid}/');
    expect(json('common/v2.0/.well-known/openid-configuration')['issuer']).toBe(
      'https://login.microsoftonline.com/{tenantid}/v2.0',
    );
  });

  it('[ENTRA-21] of another tenant is not there', () => {
    const { answer } = read('11111111-1111-4111-8111-111111111111/.well-known/openid-configuration');
    expectGolden(answer, 'ENTRA-21-tenant', 'capture');
  });

  it.each(['', `${tenantId}/nothing`, `${tenantId}/.well-known/openid-configuration/more`])(
    '[ENTRA-21] is not at /%s',
    (path) => {
      expect(read(path).answer).toMatchObject({ status: 404, body: expect.stringContaining('"not_found"') });
    },
  );

  it('[ENTRA-21] is read, not written', () => {
    const url = at(`${tenantId}/.well-known/openid-configuration`);
    expect(shop.goOn(send('laptop', { url, method: 'POST' })).answer.status).toBe(404);
  });

  it('[ENTRA-21] is there for a host and for a call without a token', () => {
    const url = at(`${tenantId}/.well-known/openid-configuration`);
    expect(shop.goOn(send('vm-web', { url })).answer.status).toBe(200);
    const called = shop.goOn(call('vm-web', { url }, () => ({ kind: 'none' })));
    expect(called.answer.body).toBe(read(`${tenantId}/.well-known/openid-configuration`).answer.body);
  });
});

describe('the keys', () => {
  it.each([
    ['v1.0', 'common/discovery/keys', {}],
    ['v2.0', 'common/discovery/v2.0/keys', { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }],
    ['v2.0', `${tenantId}/discovery/v2.0/keys`, { issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` }],
  ])('[ENTRA-22] of %s at /%s hold the one that signs', (_version, path, more) => {
    const asked = shop.goOn(askToken());
    const issued = asked.entry(-1).events.find((event) => event.type === 'TokenIssued');
    const kid = issued?.header.kid ?? '';
    expect(json(path)).toEqual({
      keys: [{ kty: 'RSA', use: 'sig', kid, x5t: kid, n: `{key:${kid}}`, e: 'AQAB', ...more }],
    });
  });
});
