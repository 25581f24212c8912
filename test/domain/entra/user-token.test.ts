import { describe, expect, it } from 'vitest';
import { decide } from '#domain/cloud/decide.ts';
import type { Caller } from '#domain/cloud/command.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { hour } from '#domain/kernel/instant.ts';
import { host, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { group, groupNamed, member, user, userNamed } from './directory.ts';

const ask = { type: 'RequestUserToken', resource: 'https://management.azure.com/' } as const;
const shop = run('users', shopGroup, host(), user('Ada'));

/** The token that a caller is given, or undefined. */
function tokenOf(after: Played, principalId: string) {
  const caller: Caller = { kind: 'user', displayName: 'Somebody', principalId: principalId as PrincipalId };
  const events = decide(after.state, ask, caller);
  return events.find((event) => event.type === 'TokenIssued');
}

describe('the token of a user', () => {
  it('[ENTRA-19] has these claims', () => {
    const { claims, state } = shop.goOn(ask);
    expect(claims).toEqual({
      aud: 'https://management.azure.com/',
      iss: `https://sts.windows.net/${state.tenantId}/`,
      iat: state.now - 300,
      nbf: state.now - 300,
      exp: state.now + hour,
      aio: expect.stringMatching(/^[\w-]+$/),
      appid: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
      appidacr: '0',
      idp: `https://sts.windows.net/${state.tenantId}/`,
      idtyp: 'user',
      oid: userNamed(shop, 'You').id,
      rh: expect.stringMatching(/^1\.[\w-]+\.$/),
      scp: 'user_impersonation',
      sub: expect.stringMatching(/^[\w-]{43}$/),
      tid: state.tenantId,
      upn: 'you@contoso.onmicrosoft.com',
      uti: expect.stringMatching(/^[\w-]{22}$/),
      ver: '1.0',
    });
  });

  it('[ENTRA-19] has them in alphabetical order after the times', () => {
    const [, , , , , ...rest] = Object.keys(
      shop.goOn(group('Readers'), member('Readers', 'You'), { ...ask, resource: 'https://vault.azure.net' }).claims,
    );
    expect(rest).toEqual(rest.toSorted());
    expect(rest).toContain('groups');
  });

  it('[ENTRA-19] is asked for at the v2.0 endpoint, by the Azure CLI', () => {
    const asked = shop.goOn(ask);
    const [request, response] = asked.hops;
    expect(request).toMatchObject({
      from: { kind: 'application', origin: { kind: 'laptop' } },
      to: { kind: 'entra', tenantId: shop.state.tenantId },
      request: { method: 'POST', url: `https://login.microsoftonline.com/${shop.state.tenantId}/oauth2/v2.0/token` },
    });
    expect(Object.fromEntries(new URLSearchParams(request?.request.body))).toMatchObject({
      client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
      grant_type: 'refresh_token',
      scope: 'https://management.azure.com//.default',
    });
    expect(response).toMatchObject({ kind: 'response', fromCache: false });
    expectGolden(asked.answer, 'ENTRA-19-token', 'docs');
  });

  it('[ENTRA-19] is a new one each time, with the groups of now', () => {
    const first = shop.goOn(ask);
    const second = first.goOn(group('Admins'), member('Admins', 'You'), ask);
    expect(second.claims.uti).not.toBe(first.claims.uti);
    expect(first.claims.groups).toBeUndefined();
    expect(second.claims.groups).toEqual([groupNamed(second, 'Admins').id]);
  });

  it('[ENTRA-19] is good for an hour', () => {
    const { state, claims } = shop.goOn(ask, { do: 'advance', minutes: 60 });
    expect(claims.exp).toBe(state.now);
    expect(state.tokens.live.count).toBe(0);
  });

  it('[ENTRA-19] for Microsoft Graph has a scope of the directory', () => {
    expect(shop.goOn({ ...ask, resource: 'https://graph.microsoft.com' }).claims.scp).toBe(
      'Directory.AccessAsUser.All',
    );
  });

  it('[ENTRA-19] is not given for what nobody knows', () => {
    const { answer } = shop.goOn({ ...ask, resource: 'https://nowhere.example' });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: 'invalid_resource', error_codes: [500_011] });
  });

  it('[ENTRA-20] is the caller’s own', () => {
    const ada = userNamed(shop, 'Ada');
    expect(tokenOf(shop, ada.id)).toMatchObject({ claims: { oid: ada.id, upn: 'ada@contoso.onmicrosoft.com' } });
    expect(tokenOf(shop, ada.id)?.claims.sub).not.toBe(shop.goOn(ask).claims.sub);
  });

  it('[ENTRA-20] is kept apart from the tokens of hosts and of other users', () => {
    const issued = tokenOf(shop, userNamed(shop, 'Ada').id);
    expect(issued?.host).toBe(`/tenants/${shop.state.tenantId}/users/${userNamed(shop, 'Ada').id}`);
    expect(tokenOf(shop, userNamed(shop, 'You').id)?.host).not.toBe(issued?.host);
  });

  it.each([
    ['a stranger', () => '11111111-1111-4111-8111-111111111111'],
    ['an identity', () => idsOf(shop, 'vm-web').principalId],
  ])('[ENTRA-20] is not given to %s', (_who, id) => {
    const principalId = id() as PrincipalId;
    const events = decide(shop.state, ask, { kind: 'user', displayName: 'Somebody', principalId });
    expect(events.filter(({ type }) => type === 'TokenIssued')).toEqual([]);
    const answer = events.find((event) => event.type === 'ResponseReturned');
    expect(answer?.response.status).toBe(400);
    expect(answer?.response.body).toContain('AADSTS50034');
  });

  it('[ENTRA-20] of the learner is of the same user in every world of one seed', () => {
    expect(run('users').goOn(ask).claims.oid).toBe(shop.goOn(ask).claims.oid);
    expect(run('other').goOn(ask).claims.oid).not.toBe(shop.goOn(ask).claims.oid);
  });
});
