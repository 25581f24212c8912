import { describe, expect, it } from 'vitest';
import { appRequest } from '#domain/appservice/easy-auth-wire.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import { askToken, call, forged, host, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { behindEasyAuth, slot } from './site.ts';

/** Two apps: app-web calls app-api, for which the application shop-api stands. */
function shop(assignmentRequired: boolean): Played {
  const register: Deed = {
    type: 'RegisterApplication',
    name: 'shop-api',
    appRoles: ['Orders.Read'],
    assignmentRequired,
  };
  const app = { kind: 'webApp' } as const;
  return run('callers', shopGroup, host('app-web', app), host('app-api', app), slot('app-web/staging'), register);
}

function apiIdOf({ state }: Played): ClientId {
  const all = [...dictionary.values(homeDirectory(state).applications)];
  const found = all.find(({ displayName }) => displayName === 'shop-api');
  if (found === undefined) throw new Error('shop-api is not registered.');
  return found.appId;
}

/** app-api behind Easy Auth, as it is set up by the portal. */
function guarded(world: Played): Played {
  const clientId = apiIdOf(world);
  return world.goOn(behindEasyAuth({ clientId, allowedAudiences: [`api://${clientId}`] }, 'app-api'));
}

function grant(to: string): Deed {
  return (after) => ({
    type: 'AssignAppRole',
    principalId: idsOf(after, to).principalId as PrincipalId,
    resource: apiIdOf(after),
    role: 'Orders.Read',
  });
}

function visit(from: string, path = 'orders'): MadeDeed {
  return call(from, appRequest('app-api', path, null), forged({}));
}

const open = guarded(shop(false));
const closed = guarded(shop(true));
const ask = (from: string, world: Played) => askToken(from, { resource: `api://${apiIdOf(world)}` });

describe('an app that calls an app', () => {
  it('[EASY-06] is let in by its identity alone', () => {
    const visited = open.goOn(ask('app-web', open), visit('app-web'));
    expect(visited.answer.json).toEqual({
      caller: idsOf(open, 'app-web').clientId,
      oid: idsOf(open, 'app-web').principalId,
      roles: [],
    });
  });

  it('[EASY-06] is known apart from its slot', () => {
    const visited = open.goOn(ask('app-web/staging', open), visit('app-web/staging'));
    expect(visited.answer.json).toMatchObject({ oid: idsOf(open, 'app-web/staging').principalId });
  });

  it('[APPS-21] gets no token where an assignment is required, and so never comes to the door', () => {
    const refused = closed.goOn(ask('app-web', closed));
    expectGolden(refused.answer, 'APPS-21-not-assigned', 'unconfirmed');
    expect(refused.hops[2]).toMatchObject({ response: { body: expect.stringContaining('AADSTS501051') } });
    const granted = closed.goOn(grant('app-web'), ask('app-web', closed), visit('app-web'));
    expect(granted.answer).toMatchObject({ status: 200, json: { roles: ['Orders.Read'] } });
  });

  it('[EASY-08] has the role in its next token, not in the one that is cached', () => {
    const before = open.goOn(
      ask('app-web', open),
      grant('app-web'),
      ask('app-web', open),
      visit('app-web', 'roles/Orders.Read'),
    );
    expect(before.answer.status).toBe(403);
    const later = before.goOn({ do: 'advance', days: 1 }, ask('app-web', open), visit('app-web', 'roles/Orders.Read'));
    expect(later.answer.status).toBe(200);
  });

  it('[EASY-05] passes the gates in their order, and the last one asked is the one that refuses', () => {
    const visited = open.goOn(ask('app-web', open), visit('app-web'));
    expect(visited.answer.decision?.gates.map(({ gate }) => gate)).toEqual([
      'token',
      'signature',
      'issuer',
      'audience',
      'lifetime',
      'network',
      'application',
    ]);
    const wrong = open.goOn(askToken('app-web'), visit('app-web'));
    expect(wrong.answer.decision?.gates.at(-1)).toMatchObject({
      gate: 'audience',
      passed: false,
      expected: `api://${apiIdOf(open)}`,
      found: 'https://vault.azure.net',
    });
  });

  it('[EASY-05] is refused with a token that was good before its identity was, and is not known to be gone', () => {
    const asked = open.goOn(ask('app-web', open));
    const gone = asked.goOn({ do: 'disable-system-assigned', on: 'app-web' }, visit('app-web'));
    // Easy Auth looks at the token alone: one that was issued lives until it expires.
    expect(gone.answer.status).toBe(200);
    expect(gone.goOn({ do: 'advance', days: 1 }, visit('app-web')).answer.status).toBe(401);
  });
});

describe('a person who calls an app', () => {
  it('[EASY-06] passes with a token of the CLI, as the application that the CLI is', () => {
    const token = open.goOn(
      { type: 'CreateUser', name: 'Alice' },
      { type: 'RequestUserToken', resource: `api://${apiIdOf(open)}` },
    );
    const visited = token.goOn(visit('laptop'));
    expect(visited.answer.status).toBe(200);
    expect(visited.answer.json).toMatchObject({ caller: visited.claims.appid, oid: visited.claims.oid });
    expect(visited.claims.idtyp).toBe('user');
  });
});
