import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { PrincipalId, RoleId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import { hostNamed, resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  call,
  forged,
  host,
  identity,
  idsOf,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const management = 'https://management.azure.com/';
const none = (): PresentedToken => ({ kind: 'none' });

const shop = run(
  'arm',
  shopGroup,
  noRoleDelay,
  identity(),
  host(),
  host('vm-batch', { system: false }),
  vault,
  storage,
  askToken('vm-web', { resource: management }),
);
const { subscriptionId } = shop.state;
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-shop`;
const batch = hostNamed(shop.state, 'vm-batch').id;
const role = (name: string, at: string): Step => ({ do: 'assign-role', role: name, to: 'vm-web', at });

function send(
  path: string,
  {
    method = 'GET',
    body,
    token = forged({}),
  }: { method?: HttpMethod; body?: unknown; token?: (after: Played) => PresentedToken } = {},
): MadeDeed {
  const url = `https://management.azure.com${path}?api-version=2024-07-01`;
  return call('vm-web', { method, url, body: body === undefined ? '' : JSON.stringify(body) }, token);
}

describe('the token that ARM is shown', () => {
  const now = shop.state.now;

  it.each<[string, 'capture' | 'unconfirmed', (after: Played) => PresentedToken]>([
    ['REST-13-none', 'capture', none],
    ['REST-13-unreadable', 'capture', () => ({ kind: 'malformed' })],
    ['REST-13-broken-signature', 'unconfirmed', forged({}, 'broken')],
    [
      'REST-13-other-tenant',
      'unconfirmed',
      forged({ iss: 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/' }),
    ],
    ['REST-13-other-audience', 'capture', forged({ aud: 'https://vault.azure.net' })],
    ['REST-13-expired', 'capture', forged({ nbf: now - 90_000, exp: now - 60 })],
    ['REST-13-not-yet-valid', 'unconfirmed', forged({ nbf: now + 60, exp: now + 3600 })],
  ])('[REST-13] is refused: %s', (name, source, token) => {
    const { answer } = shop.goOn(send(group, { token }));
    expect(answer.status).toBe(401);
    expect(answer.decision).toMatchObject({ allowed: false });
    expectGolden(answer, name, source);
  });

  it.each([
    'https://management.core.windows.net/',
    'https://management.core.windows.net',
    'https://management.azure.com/',
    'https://management.azure.com',
  ])('[REST-13] may be for %s', (aud) => {
    expect(shop.goOn(send(group, { token: forged({ aud }) })).answer.status).toBe(403);
  });

  it('[REST-13] is told of its first fault', () => {
    const both = shop.goOn(send(group, { token: forged({ aud: 'x', exp: now - 1, iss: 'y' }) }));
    expect(both.answer.body).toContain('InvalidAuthenticationTokenTenant');
    const two = shop.goOn(send(group, { token: forged({ aud: 'x', exp: now - 1 }) }));
    expect(two.answer.body).toContain('InvalidAuthenticationTokenAudience');
  });

  it('[REST-13] is looked at before the request', () => {
    const url = 'https://management.azure.com/nowhere';
    expect(shop.goOn(call('vm-web', { url }, none)).answer.status).toBe(401);
    expect(shop.goOn(call('vm-web', { url }, forged({}))).answer.status).toBe(400);
  });
});

describe('a request with a good token', () => {
  it('[REST-14] reads what its principal may read', () => {
    const refused = shop.goOn(send(batch));
    expect(refused.answer.json).toMatchObject({ error: { code: 'AuthorizationFailed' } });
    expect(refused.answer.decision).toMatchObject({ allowed: false });
    expect(refused.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'role', passed: false });
    const read = shop.goOn(role('Reader', 'rg-shop'), send(batch));
    expect(read.answer.status).toBe(200);
    expect(read.answer.json).toMatchObject({ name: 'vm-batch' });
    expect(read.answer.decision).toMatchObject({ allowed: true });
    expect(read.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'role', passed: true });
  });

  it('[REST-14] lists no more than that', () => {
    const list = shop.goOn(role('Reader', 'kv-shop'), send(`${group}/resources`));
    expect(list.answer.json).toMatchObject({ value: [{ name: 'kv-shop' }] });
  });

  it('[REST-14] does what its principal may do, with all that comes of it', () => {
    const off = { method: 'PATCH', body: { identity: { type: 'SystemAssigned' } } } as const;
    const refused = shop.goOn(role('Reader', 'rg-shop'), send(batch, off));
    expect(refused.answer.status).toBe(403);
    expect(hostNamed(refused.state, 'vm-batch').identity).toEqual({ type: 'None' });
    const done = shop.goOn(role('Virtual Machine Contributor', 'rg-shop'), send(batch, off));
    expect(done.answer.status).toBe(200);
    expect(hostNamed(done.state, 'vm-batch').identity.type).toBe('SystemAssigned');
    expect(done.entry(-1).events.map(({ type }) => type)).toEqual([
      'RequestSent',
      'ServicePrincipalCreated',
      'SystemAssignedIdentityEnabled',
      'ResponseReturned',
    ]);
  });

  it('[REST-14] does not attach an identity that its principal may not assign', () => {
    const reader = resourceNamed(shop.state, 'id-shop-reader').id;
    const attach = {
      method: 'PATCH',
      body: { identity: { type: 'UserAssigned', userAssignedIdentities: { [reader]: {} } } },
    } as const;
    const machines = shop.goOn(role('Virtual Machine Contributor', 'rg-shop'));
    expect(machines.goOn(send(batch, attach)).answer.body).toContain('LinkedAuthorizationFailed');
    const operator = machines.goOn(role('Managed Identity Operator', 'id-shop-reader'), send(batch, attach));
    expect(operator.answer.status).toBe(200);
  });

  it('[REST-14] hands out the keys of an account, which open it', () => {
    const account = resourceNamed(shop.state, 'stshopimages').id;
    const keys = { method: 'POST' } as const;
    expect(shop.goOn(role('Reader', 'rg-shop'), send(`${account}/listKeys`, keys)).answer.status).toBe(403);
    const listed = shop.goOn(role('Contributor', 'rg-shop'), send(`${account}/listKeys`, keys));
    expect(listed.answer.status).toBe(200);
    expect(listed.answer.body).toContain('key1');
  });

  it('[REST-14] is refused by a lock like anybody’s', () => {
    const lock: Command = { type: 'CreateLock', scope: batch, name: 'keep', level: 'CanNotDelete' };
    const locked = shop.goOn(lock, role('Owner', 'subscription'), send(batch, { method: 'DELETE' }));
    expect(locked.answer).toMatchObject({ status: 409 });
    expect(resourceNamed(locked.state, 'vm-batch').id).toBe(batch);
  });

  it('[REST-14] goes on being honored when its principal is gone', () => {
    const reading = shop.goOn(role('Reader', 'rg-shop'), { do: 'disable-system-assigned', on: 'vm-web' }, send(batch));
    expect(reading.answer.status).toBe(200);
  });

  it('[REST-04] [REST-14] is told what cannot be read, whoever sends it', () => {
    const refused = shop.goOn(send('/nowhere'));
    expect(refused.answer).toMatchObject({ status: 404, source: 'unconfirmed' });
    expect(refused.answer.decision).toMatchObject({ allowed: true });
  });
});

describe('the answer', () => {
  it('[REST-15] carries the ids of its request', () => {
    const first = shop.goOn(send(batch));
    const second = first.goOn(send(batch));
    const ids = [first, second].map(({ answer }) => headerOf(answer.headers, 'x-ms-request-id'));
    expect(new Set(ids).size).toBe(2);
    const { headers } = first.answer;
    expect(headerOf(headers, 'x-ms-correlation-request-id')).toBe(ids[0]);
    expect(headerOf(headers, 'x-ms-routing-request-id')).toBe(`WESTEUROPE:20260302T090000Z:${ids[0] ?? ''}`);
    expect(headerOf(headers, 'x-content-type-options')).toBe('nosniff');
    expectGolden(first.answer, 'REST-14-no-role', 'capture');
  });
});

describe('the learner’s own token', () => {
  const mine = forged({ oid: learner(shop.state.seed).id, idtyp: 'user' });

  it('[REST-16] opens everything', () => {
    const deleted = shop.goOn(send(batch, { method: 'DELETE', token: mine }));
    expect(deleted.answer.status).toBe(202);
    expect(deleted.answer.decision).toMatchObject({ allowed: true });
    expect(deleted.state.arm.resources.count).toBe(shop.state.arm.resources.count - 1);
  });

  it('[REST-16] is not that of another user', () => {
    const other = forged({ oid: '99999999-9999-4999-8999-999999999999' as PrincipalId, idtyp: 'user' });
    expect(shop.goOn(send(batch, { method: 'DELETE', token: other })).answer.status).toBe(403);
    expect(idsOf(shop, 'vm-web').principalId).not.toBe(learner(shop.state.seed).id);
  });
});

describe('groups', () => {
  const groupOf = ({ state }: Played): PrincipalId => {
    const [only] = dictionary.values(homeDirectory(state).groups);
    if (only === undefined) throw new Error('There is no group.');
    return only.id;
  };
  const readers = shop.goOn({ type: 'CreateGroup', name: 'readers' }, (after) => ({
    type: 'CreateRoleAssignment',
    scope: group,
    roleId: findRoleByName('Reader')?.id ?? ('' as RoleId),
    principalId: groupOf(after),
    principalType: 'Group',
  }));
  const join: MadeDeed = (after) => ({
    type: 'AddGroupMember',
    groupId: groupOf(after),
    memberId: idsOf(after, 'vm-web').principalId as PrincipalId,
  });
  const latest = (after: Played): PresentedToken => ({ kind: 'jwt', claims: after.claims, signature: 'valid' });

  it.each([
    ['joined after the token was issued', [join], 403],
    [
      'joined before a new token',
      [join, { do: 'advance', hours: 25 }, askToken('vm-web', { resource: management })],
      200,
    ],
  ] as const)('[REST-17] %s', (_case, deeds, status) => {
    const held = readers.goOn(askToken('vm-web', { resource: management }), ...deeds);
    expect(held.goOn(send(group, { token: latest })).answer.status).toBe(status);
  });
});
