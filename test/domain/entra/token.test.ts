import { describe, expect, it } from 'vitest';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  run,
  shopGroup,
  vault,
  vaultAudience,
} from '#test/support/engine.ts';

const user = ['id-shop-reader'];
const shop = run('entra', shopGroup, ...vault, identity(), host('vm-web', { user }));
const system = shop.goOn(askToken());
const assigned = shop.goOn(askToken('vm-web', { as: 'id-shop-reader' }));

describe('the claims of a token', () => {
  it('[ENTRA-07] are these, for a system-assigned identity', () => {
    const { tenantId } = shop.state;
    const { claims } = system;
    expect(claims).toEqual({
      aud: vaultAudience,
      iss: `https://sts.windows.net/${tenantId}/`,
      iat: claims.iat,
      nbf: claims.nbf,
      exp: claims.exp,
      aio: expect.stringMatching(/^[\w-]+$/),
      appid: idsOf(shop, 'vm-web').clientId,
      appidacr: '2',
      idp: `https://sts.windows.net/${tenantId}/`,
      idtyp: 'app',
      oid: idsOf(shop, 'vm-web').principalId,
      rh: expect.stringMatching(/^1\.[\w-]+\.$/),
      sub: idsOf(shop, 'vm-web').principalId,
      tid: tenantId,
      uti: expect.stringMatching(/^[\w-]{22}$/),
      ver: '1.0',
      xms_mirid: claims.xms_mirid,
    });
  });

  it('[ENTRA-07] come under a header that names the key twice', () => {
    const issued = system.entry(-1).events.find((event) => event.type === 'TokenIssued');
    if (issued?.type !== 'TokenIssued') throw new Error('no token');
    const { header } = issued;
    expect(header).toEqual({ typ: 'JWT', alg: 'RS256', kid: expect.stringMatching(/^[\w-]{27}$/), x5t: header.kid });
  });

  it('[ENTRA-07] repeat the resource as it was asked for', () => {
    const slash = shop.goOn(askToken('vm-web', { resource: 'https://vault.azure.net/' }));
    expect(slash.claims.aud).toBe('https://vault.azure.net/');
  });

  it('[ENTRA-04] tell object id and application id apart', () => {
    for (const [played, name] of [
      [system, 'vm-web'],
      [assigned, 'id-shop-reader'],
    ] as const) {
      const { clientId, principalId } = idsOf(shop, name);
      expect(played.claims).toMatchObject({ oid: principalId, sub: principalId, appid: clientId });
      expect(clientId).not.toBe(principalId);
    }
  });

  it('[ENTRA-08] hold no roles and no groups, before and after a role is granted', () => {
    const granted = shop.goOn(mayReadSecrets(), { do: 'advance', minutes: 10 }, askToken());
    for (const { claims } of [system, granted]) {
      expect(claims).not.toHaveProperty('roles');
      expect(claims).not.toHaveProperty('groups');
      expect(claims).not.toHaveProperty('wids');
    }
    expect(Object.keys(granted.claims)).toEqual(Object.keys(system.claims));
  });

  it('[ENTRA-09] last 86,700 seconds, of which five minutes are past at issue', () => {
    const { iat, nbf, exp } = system.claims;
    expect(exp - iat).toBe(86_700);
    expect(nbf).toBe(iat);
    expect(shop.state.now - iat).toBe(300);
  });

  it('[ENTRA-10] name the resource behind the identity', () => {
    const group = `/subscriptions/${shop.state.subscriptionId}/resourcegroups/rg-shop/providers`;
    expect(system.claims.xms_mirid).toBe(`${group}/Microsoft.Compute/virtualMachines/vm-web`);
    expect(assigned.claims.xms_mirid).toBe(`${group}/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop-reader`);
  });

  it('[ENTRA-11] name the host that asked, for a user-assigned identity only', () => {
    expect(system.claims).not.toHaveProperty('xms_az_rid');
    expect(assigned.claims.xms_az_rid).toBe(system.claims.xms_mirid);
    const app = shop.goOn(host('app-shop', { kind: 'webApp', user }), askToken('app-shop', { as: 'id-shop-reader' }));
    expect(app.claims.xms_az_rid).toMatch(/\/providers\/Microsoft\.Web\/sites\/app-shop$/);
    expect(app.claims.oid).toBe(assigned.claims.oid);
  });

  it('[ENTRA-07] differ in `uti` from token to token', () => {
    const next = system.goOn({ do: 'advance', days: 1 }, askToken());
    const other = system.goOn(askToken('vm-web', { resource: 'https://storage.azure.com' }));
    expect(new Set([system, assigned, next, other].map(({ claims }) => claims.uti)).size).toBe(4);
  });
});
