import { describe, expect, it } from 'vitest';
import { appRequest } from '#domain/appservice/easy-auth-wire.ts';
import type { Authentication } from '#domain/appservice/state.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { askToken, call, forged, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { behindEasyAuth, settings, slot } from './site.ts';

const app = { kind: 'webApp' } as const;
const register: Deed = {
  type: 'RegisterApplication',
  name: 'shop-api',
  appRoles: ['Orders.Read', 'Orders.Write'],
  assignmentRequired: false,
};

/** vm-web, app-shop with its slot, and the application registration that stands for the app. */
const shop = run('easy', shopGroup, host(), host('app-shop', app), slot(), identity(), register);
const apiId = [...dictionary.values(homeDirectory(shop.state).applications)].find(
  ({ displayName }) => displayName === 'shop-api',
)?.appId;
if (apiId === undefined) throw new Error('shop-api is not registered.');
const api = `api://${apiId}`;

const noToken = (): PresentedToken => ({ kind: 'none' });
const good = forged({});

/** Calls an app with a token, the last one of the world where nothing else is said. */
function visit(
  path = 'orders',
  { token = good, name = 'app-shop', from = 'vm-web' }: { token?: typeof good; name?: string; from?: string } = {},
): MadeDeed {
  return call(from, appRequest(name, path, null), token);
}

function guarded(more: Partial<Authentication> = {}): Played {
  const audiences = { clientId: apiId as NonNullable<typeof apiId>, allowedAudiences: [api] };
  return shop.goOn(behindEasyAuth({ ...audiences, ...more }), askToken('vm-web', { resource: api }));
}

const door = guarded();

describe('the address of an app', () => {
  it.each([
    ['app-shop', 'https://app-shop.azurewebsites.net/orders'],
    ['app-shop/staging', 'https://app-shop-staging.azurewebsites.net/orders'],
  ])('[EASY-01] of %s is %s', (name, url) => {
    expect(appRequest(name, 'orders', null).url).toBe(url);
    const visited = shop.goOn(visit('orders', { name, token: noToken }));
    expect(visited.answer.status).toBe(200);
    expect(visited.hops[0]).toMatchObject({
      to: { resourceId: expect.stringMatching(new RegExp(`${name.replace('/', '/slots/')}$`)) },
    });
  });

  it('[EASY-01] of a slot is found through the hyphens of both names', () => {
    const world = run('easy', shopGroup, host('app', app), host('my-app', app), slot('my-app/pre-prod'));
    expect(world.goOn(visit('', { name: 'my-app/pre-prod', token: noToken, from: 'my-app' })).failure).toBeNull();
  });

  it.each(['app-gone', 'app-shop/gone', 'staging', 'app-shop-'])('[EASY-01] does not resolve for %s', (name) => {
    expect(shop.goOn(visit('orders', { name, token: noToken })).failure).toBe('nameNotResolved');
  });

  it('[EASY-01] is also that of a function app', () => {
    const world = shop.goOn(
      host('func-shop', { kind: 'functionApp' }),
      visit('', { name: 'func-shop', token: noToken }),
    );
    expect(world.answer.status).toBe(200);
  });
});

describe('an app without authentication', () => {
  it.each([
    ['no token', noToken],
    ['a good token', forged({ aud: api })],
    ['a token of somebody else’s key', forged({}, 'unknown')],
  ])('[EASY-02] answers everybody alike: %s', (_, token) => {
    const visited = shop.goOn(askToken(), visit('orders', { token }));
    expect(visited.answer).toMatchObject({ status: 200, decision: null });
    expect(visited.answer.json).toEqual({ caller: 'anonymous', roles: [] });
  });
});

describe('the audience of an app', () => {
  it('[EASY-03] is what is configured', () => {
    const visited = door.goOn(visit());
    expectGolden(visited.answer, 'EASY-03-passed', 'unconfirmed');
    expect(visited.answer.decision).toMatchObject({ allowed: true });
    expect(visited.answer.json).toMatchObject({ caller: idsOf(visited, 'vm-web').clientId });
  });

  it('[EASY-03] is the client ID always', () => {
    const byId = guarded({ allowedAudiences: [] }).goOn(askToken('vm-web', { resource: apiId }), visit());
    expect(byId.answer.status).toBe(200);
  });

  it('[EASY-03] is not api://<client ID> by itself', () => {
    const refused = guarded({ allowedAudiences: [] }).goOn(visit());
    expect(refused.answer).toMatchObject({
      status: 401,
      decision: {
        gates: expect.arrayContaining([expect.objectContaining({ gate: 'audience', passed: false, found: api })]),
      },
    });
  });

  it('[EASY-03] is no other service’s', () => {
    expect(door.goOn(askToken(), visit()).answer.status).toBe(401);
  });
});

describe('a caller without a token', () => {
  it.each([
    ['RedirectToLoginPage', 'EASY-04-302', 'capture'],
    ['Return401', 'EASY-04-401', 'capture'],
    ['Return403', 'EASY-04-403', 'unconfirmed'],
  ] as const)('[EASY-04] meets %s: %s', (unauthenticatedAction, golden, source) => {
    const { answer } = guarded({ unauthenticatedAction }).goOn(visit('orders', { token: noToken }));
    expectGolden(answer, golden, source);
    expect(answer.decision).toMatchObject({ allowed: false, gates: [{ gate: 'token', passed: false }] });
  });

  it('[EASY-04] passes as anonymous where that is allowed', () => {
    const { answer } = guarded({ unauthenticatedAction: 'AllowAnonymous' }).goOn(visit('orders', { token: noToken }));
    expect(answer.json).toEqual({ caller: 'anonymous', roles: [] });
  });

  it('[EASY-10] is told host, tenant and client ID by the 401', () => {
    const { answer, state } = door.goOn(visit('orders', { token: noToken }));
    const [, challenge] = answer.headers.find(([name]) => name === 'WWW-Authenticate') ?? [];
    for (const part of ['app-shop.azurewebsites.net', state.tenantId, apiId]) expect(challenge).toContain(part);
    expect(answer.body).toBe('You do not have permission to view this directory or page.');
  });
});

describe('a token that is not good', () => {
  const otherTenant = '11111111-2222-4333-8444-555555555555';
  const tokens: readonly (readonly [string, string, typeof good])[] = [
    ['no token at all', 'token', () => ({ kind: 'malformed' })],
    ['of another key', 'signature', forged({}, 'unknown')],
    ['changed on the way', 'signature', forged({}, 'broken')],
    ['of another tenant', 'issuer', forged({ iss: `https://sts.windows.net/${otherTenant}/` })],
    ['for another audience', 'audience', forged({ aud: 'https://vault.azure.net' })],
    ['expired', 'lifetime', forged({ exp: 0 })],
  ];

  it.each(tokens)('[EASY-05] is 401 whatever is done with anonymous callers: %s', (_, gate, token) => {
    for (const unauthenticatedAction of ['AllowAnonymous', 'RedirectToLoginPage', 'Return403'] as const) {
      const { answer } = guarded({ unauthenticatedAction }).goOn(visit('orders', { token }));
      expect(answer.status).toBe(401);
      expect(answer.decision?.gates.at(-1)).toMatchObject({ gate, passed: false });
      expect(answer.source).toBe(gate === 'audience' ? 'capture' : 'unconfirmed');
    }
  });

  it('[EASY-05] is one that was good a day ago', () => {
    expect(door.goOn({ do: 'advance', days: 1 }, visit()).answer.status).toBe(401);
  });
});

describe('the applications that an app lets in', () => {
  it('[EASY-06] are all of the tenant, without any role', () => {
    const other = door.goOn(
      host('vm-other'),
      askToken('vm-other', { resource: api }),
      visit('orders', { from: 'vm-other' }),
    );
    expect(other.answer).toMatchObject({ status: 200, json: { roles: [] } });
    expect(other.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'application', passed: true });
  });

  it('[EASY-07] are those of the list', () => {
    const { clientId } = idsOf(shop, 'vm-web');
    expect(guarded({ allowedApplications: [clientId.toUpperCase()] }).goOn(visit()).answer.status).toBe(200);
    const other = idsOf(shop, 'id-shop-reader').clientId;
    const refused = guarded({ allowedApplications: [other] }).goOn(visit());
    expectGolden(refused.answer, 'EASY-07-not-listed', 'unconfirmed');
    expect(refused.answer.decision?.gates.at(-1)).toMatchObject({
      gate: 'application',
      expected: other,
      found: clientId,
    });
  });

  it('[EASY-07] are named by client ID, not by object ID', () => {
    const { principalId } = idsOf(shop, 'vm-web');
    expect(guarded({ allowedApplications: [principalId] }).goOn(visit()).answer.status).toBe(403);
  });

  it('[EASY-07] are none where the list is empty, while anonymous callers pass if they may', () => {
    const empty = guarded({ allowedApplications: [], unauthenticatedAction: 'AllowAnonymous' });
    expect(empty.goOn(visit()).answer.status).toBe(403);
    expect(empty.goOn(visit('orders', { token: noToken })).answer.status).toBe(200);
  });
});

describe('app roles', () => {
  const withRole = shop.goOn(
    behindEasyAuth({ clientId: apiId, allowedAudiences: [api] }),
    (after) => ({
      type: 'AssignAppRole',
      principalId: idsOf(after, 'vm-web').principalId as never,
      resource: apiId,
      role: 'Orders.Read',
    }),
    askToken('vm-web', { resource: api }),
  );

  it('[EASY-08] arrive in the token, for the app to look at', () => {
    expect(withRole.goOn(visit()).answer.json).toMatchObject({ roles: ['Orders.Read'] });
    const asked = withRole.goOn(visit('roles/Orders.Read'));
    expect(asked.answer.status).toBe(200);
    expect(asked.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'appRole', passed: true });
  });

  it('[EASY-08] are asked for by the app, not by Easy Auth', () => {
    const refused = withRole.goOn(visit('roles/Orders.Write'));
    expectGolden(refused.answer, 'EASY-08-no-role', 'unconfirmed');
    expect(refused.answer.decision).toMatchObject({ allowed: false });
    expect(refused.answer.decision?.gates.slice(-2)).toMatchObject([
      { gate: 'application', passed: true },
      { gate: 'appRole', passed: false, expected: 'Orders.Write', found: 'Orders.Read' },
    ]);
    expect(door.goOn(visit('roles/Orders.Read')).answer.status).toBe(403);
  });

  it('[EASY-08] are nobody’s where no authentication says who calls', () => {
    const { answer } = shop.goOn(askToken(), visit('roles/Orders.Read', { token: forged({ roles: ['Orders.Read'] }) }));
    expect(answer).toMatchObject({ status: 403, decision: { gates: [{ gate: 'appRole', found: 'no roles' }] } });
  });
});

it('[EASY-09] belongs to one app or slot', () => {
  expect(door.goOn(visit('orders', { name: 'app-shop/staging', token: noToken })).answer.status).toBe(200);
  const own = door.goOn(settings({ A: 'x' }), visit('orders', { token: noToken }));
  expect(own.answer.status).toBe(401);
});
