import { describe, expect, it } from 'vitest';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import type { Command } from '#domain/cloud/command.ts';
import { rootScope } from '#domain/cloud/scope.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { assignmentsOf, resourcesOf } from '#domain/cloud/queries.ts';
import { isStale } from '#domain/compute/rules.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { hasCachedTokens } from '#domain/managedidentity/token-cache.ts';
import { groupNamed, hostNamed, principalNamed, resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  call,
  expectNoRefusal,
  forged,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';

const otherGroup: Step = { do: 'create-group', name: 'rg-other', location: 'westeurope' };

function move(name: string, resourceGroup = 'rg-other'): MadeDeed {
  return ({ state }) => ({ type: 'MoveResource', id: resourceNamed(state, name).id, resourceGroup });
}

function lock(at: string, name: string, level: 'CanNotDelete' | 'ReadOnly' = 'CanNotDelete'): MadeDeed {
  return ({ state }) => ({ type: 'CreateLock', scope: scopeOf(state, at), name, level });
}

function scopeOf(state: Played['state'], at: string): ResourceId {
  return at.startsWith('rg-') ? groupNamed(state, at).id : resourceNamed(state, at).id;
}

function tags(name: string, given: Readonly<Record<string, string>>): MadeDeed {
  return ({ state }) => ({ type: 'SetTags', id: resourceNamed(state, name).id, tags: given });
}

function locksOf({ state }: Played): string[] {
  return [...dictionary.values(state.arm.locks)]
    .map(({ name, level, scope }) => `${name} ${level} ${scope}`)
    .toSorted();
}

const shop = run(
  'move',
  shopGroup,
  otherGroup,
  noRoleDelay,
  identity(),
  host('vm-web', { user: ['id-shop-reader'] }),
  vault,
  mayReadSecrets(),
  { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'vm-web' },
);

describe('tags', () => {
  it('[MOVE-01] that are given replace those that are held', () => {
    const tagged = shop.goOn(tags('kv-shop', { owner: 'shop', cost: '1' }), tags('kv-shop', { owner: 'me' }));
    expect(tagged.answer.status).toBe(200);
    expect(tagged.answer.json).toMatchObject({ tags: { owner: 'me' } });
    expect(resourceNamed(tagged.state, 'kv-shop').tags).toEqual({ owner: 'me' });
  });

  it('[MOVE-01] of what is not there are answered 404', () => {
    const nowhere: Command = {
      type: 'SetTags',
      id: `${resourceNamed(shop.state, 'kv-shop').id}2` as ResourceId,
      tags: {},
    };
    expect(shop.goOn(nowhere).answer.json).toMatchObject({ error: { code: 'ResourceNotFound' } });
  });
});

describe('a resource that is moved', () => {
  it('[MOVE-02] has another group and id, and all else as it was', () => {
    const moved = shop.goOn(tags('kv-shop', { owner: 'shop' }), move('kv-shop'));
    expect(moved.answer).toMatchObject({ status: 202, body: '' });
    const before = resourceNamed(shop.state, 'kv-shop');
    const after = resourceNamed(moved.state, 'kv-shop');
    expect(after).toEqual({
      ...before,
      id: before.id.replace('rg-shop', 'rg-other'),
      resourceGroup: 'rg-other',
      tags: { owner: 'shop' },
    });
    expect(findByCloudName(moved.state.arm, 'keyVault', 'kv-shop')?.id).toBe(after.id);
    expect(resourcesOf(moved.state)).toHaveLength(resourcesOf(shop.state).length);
    expect(moved.goOn(mayReadSecrets(), askToken(), readSecret()).answer.status).toBe(200);
  });

  it('[MOVE-02] takes its children along', () => {
    const create = (kind: 'webApp' | 'webAppSlot' | 'sqlServer' | 'sqlDatabase', name: string): Command => ({
      type: 'CreateResource',
      kind,
      resourceGroup: 'rg-shop',
      name,
      location: 'westeurope',
    });
    const moved = run(
      'move',
      shopGroup,
      otherGroup,
      create('webApp', 'app-shop'),
      create('webAppSlot', 'app-shop/staging'),
      create('sqlServer', 'sql-shop'),
      create('sqlDatabase', 'sql-shop/orders'),
      move('app-shop'),
      move('sql-shop'),
    );
    expectNoRefusal(moved);
    expect(resourcesOf(moved.state).map(({ resourceGroup }) => resourceGroup)).toEqual(Array(4).fill('rg-other'));
    expect(resourceNamed(moved.state, 'app-shop/staging').id).toContain('/rg-other/');
  });

  it('[MOVE-03] keeps its principal and its user-assigned identities', () => {
    const moved = shop.goOn(move('vm-web'));
    expect(hostNamed(moved.state, 'vm-web').identity).toEqual(hostNamed(shop.state, 'vm-web').identity);
    expect(idsOf(moved, 'vm-web').principalId).toBe(idsOf(shop, 'vm-web').principalId);
    expect(moved.goOn(askToken(), readSecret()).answer.status).toBe(200);
  });

  it('[MOVE-11] keeps the names that its principal had', () => {
    const named = (played: Played) => principalNamed(played.state, 'vm-web').alternativeNames;
    const moved = shop.goOn(move('vm-web'));
    expect(named(moved)).toEqual(['isExplicit=False', resourceNamed(shop.state, 'vm-web').id]);
    const again = moved.goOn(
      { do: 'disable-system-assigned', on: 'vm-web' },
      { do: 'enable-system-assigned', on: 'vm-web' },
    );
    expect(named(again)).toEqual(['isExplicit=False', resourceNamed(moved.state, 'vm-web').id]);
  });

  it('[MOVE-03] [LOG-11] has a new principal like any other when it is switched off and on', () => {
    const again = shop.goOn(
      move('vm-web'),
      { do: 'disable-system-assigned', on: 'vm-web' },
      { do: 'enable-system-assigned', on: 'vm-web' },
    );
    expect(systemPrincipalOf(hostNamed(again.state, 'vm-web').identity)).not.toBe(
      systemPrincipalOf(hostNamed(shop.state, 'vm-web').identity),
    );
  });

  it('[MOVE-04] leaves the assignments on it behind, and those of its identity elsewhere alone', () => {
    const moved = shop.goOn(move('vm-web'));
    expect(assignmentsOf(shop.state)).toHaveLength(2);
    expect(assignmentsOf(moved.state).map(({ scope }) => scope)).toEqual([resourceNamed(shop.state, 'kv-shop').id]);
    const both = moved.goOn(move('kv-shop'));
    expect(assignmentsOf(both.state)).toEqual([]);
    expect(both.state.rbac.ending.count).toBe(0);
  });

  it.each(['id-shop-reader', 'app-shop/staging'])('[MOVE-05] is not %s', (name) => {
    const app = (kind: 'webApp' | 'webAppSlot', each: string): Command => ({
      type: 'CreateResource',
      kind,
      resourceGroup: 'rg-shop',
      name: each,
      location: 'westeurope',
    });
    const before = shop.goOn(app('webApp', 'app-shop'), app('webAppSlot', 'app-shop/staging'));
    const refused = before.goOn(move(name));
    expect(refused.answer).toMatchObject({ status: 400, source: 'unconfirmed' });
    expect(refused.state).toEqual(before.state);
  });

  it.each<[string, number, MadeDeed | Command]>([
    ['no group', 404, move('vm-web', 'rg-none')],
    ['its own group', 400, move('vm-web', 'RG-shop')],
    ['a resource that is not there', 404, { type: 'MoveResource', id: '/x' as ResourceId, resourceGroup: 'rg-other' }],
  ])('[MOVE-06] is refused for %s with %i', (_what, status, deed) => {
    const refused = shop.goOn(deed);
    expect(refused.answer.status).toBe(status);
    expect(refused.state).toEqual(shop.state);
  });

  it('[MOVE-06] is refused where its name is taken', () => {
    const taken = shop.goOn({ do: 'create', kind: 'virtualMachine', name: 'VM-web', in: 'rg-other' });
    const id = hostNamed(shop.state, 'vm-web').id;
    const refused = taken.goOn({ type: 'MoveResource', id, resourceGroup: 'rg-other' });
    expect(refused.answer.status).toBe(409);
    expect(refused.state).toEqual(taken.state);
  });
});

describe('the identity URI of a machine', () => {
  const moved = shop.goOn(move('vm-web'));
  const { id } = hostNamed(moved.state, 'vm-web');
  const put: Command = {
    type: 'CreateResource',
    kind: 'virtualMachine',
    resourceGroup: 'rg-other',
    name: 'vm-web',
    location: 'westeurope',
  };

  it('[MOVE-07] is stale after a move', () => {
    expect(isStale(shop.state.compute, hostNamed(shop.state, 'vm-web').id)).toBe(false);
    expect(isStale(moved.state.compute, id)).toBe(true);
  });

  it.each<[string, MadeDeed | Step | Command]>([
    ['tags', tags('vm-web', { fixVM: '1' })],
    ['its identity', { do: 'disable-system-assigned', on: 'vm-web' }],
    ['its identity as it is', { do: 'enable-system-assigned', on: 'vm-web' }],
    [
      'the identity object',
      ({ state }) => ({
        type: 'WriteIdentity',
        resourceId: hostNamed(state, 'vm-web').id,
        method: 'PATCH',
        identity: { type: 'None' },
      }),
    ],
    ['a PUT', put],
  ])('[MOVE-07] is mended by writing %s', (_what, deed) => {
    expect(isStale(moved.goOn(deed).state.compute, id)).toBe(false);
  });

  it('[MOVE-07] is not mended by a write that is refused', () => {
    const refused = moved.goOn(({ state }) => ({
      type: 'WriteIdentity',
      resourceId: hostNamed(state, 'vm-web').id,
      method: 'PATCH',
      identity: {},
    }));
    expect(isStale(refused.state.compute, id)).toBe(true);
  });

  it.each([
    ['a machine without an identity', host('vm-batch', { system: false })],
    ['an app', host('app-shop', { kind: 'webApp' })],
  ])('[MOVE-07] is no matter of %s', (_what, made) => {
    const name = 'name' in made ? made.name : '';
    const other = shop.goOn(made, move(name));
    expect(dictionary.size(other.state.compute.stale)).toBe(0);
  });
});

describe('what a host’s endpoint kept', () => {
  it('[MOVE-08] is forgotten, and the tokens live on', () => {
    const asked = shop.goOn(askToken());
    const moved = asked.goOn(move('vm-web'));
    expect(hasCachedTokens(asked.state.tokens, hostNamed(asked.state, 'vm-web').id)).toBe(true);
    expect(dictionary.size(moved.state.tokens.cached)).toBe(0);
    expect(moved.state.tokens.live).toEqual(asked.state.tokens.live);
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=7.4';
    expect(moved.goOn(call('vm-web', { url }, forged({}))).answer.status).toBe(200);
    expect(moved.goOn(askToken()).answer.fromCache).toBe(false);
  });
});

describe('a lock', () => {
  it('[MOVE-09] comes along with its resource', () => {
    const moved = shop.goOn(lock('kv-shop', 'keep'), lock('rg-shop', 'group-lock'), move('kv-shop'));
    expect(moved.answer.status).toBe(202);
    expect(locksOf(moved)).toEqual([
      `group-lock CanNotDelete ${groupNamed(moved.state, 'rg-shop').id}`,
      `keep CanNotDelete ${resourceNamed(moved.state, 'kv-shop').id}`,
    ]);
  });

  it.each(['kv-shop', 'rg-shop', 'rg-other'])(
    '[MOVE-09] that is read-only at %s holds a resource in its group',
    (at) => {
      const locked = shop.goOn(lock(at, 'keep', 'ReadOnly'));
      const refused = locked.goOn(move('kv-shop'));
      expect(refused.answer).toMatchObject({ status: 409, json: { error: { code: 'ScopeLocked' } } });
      expect(refused.answer.body).toContain(`following scope(s) are locked: '${scopeOf(shop.state, at)}'`);
      expect(refused.state).toEqual(locked.state);
    },
  );

  it.each(['stother', 'kv-shop-2'])('[MOVE-09] that is read-only at %s holds nothing else', (name) => {
    const kind = name === 'stother' ? 'storageAccount' : 'keyVault';
    const other: Step = { do: 'create', kind, name, in: 'rg-shop' };
    expect(shop.goOn(other, lock(name, 'keep', 'ReadOnly'), move('kv-shop')).answer.status).toBe(202);
  });

  it('[MOVE-10] is made, changed and deleted', () => {
    const made = shop.goOn(lock('rg-shop', 'keep'));
    expect(made.answer.status).toBe(201);
    expect(made.answer.json).toMatchObject({ name: 'keep', properties: { level: 'CanNotDelete' } });
    const changed = made.goOn(lock('rg-shop', 'KEEP', 'ReadOnly'));
    expect(changed.answer.status).toBe(200);
    expect(locksOf(changed)).toEqual([`keep ReadOnly ${groupNamed(shop.state, 'rg-shop').id}`]);
    const remove: Command = { type: 'DeleteLock', scope: groupNamed(shop.state, 'rg-shop').id, name: 'keep' };
    const deleted = changed.goOn(remove);
    expect(deleted.answer.status).toBe(200);
    expect(locksOf(deleted)).toEqual([]);
    expect(deleted.goOn(remove).answer.status).toBe(204);
  });

  it.each(['', 'a'.repeat(91), 'keep.', 'kee p', 'keep/it'])('[MOVE-10] is not named %j', (name) => {
    const refused = shop.goOn(lock('rg-shop', name));
    expect(refused.answer.status).toBe(400);
    expect(locksOf(refused)).toEqual([]);
  });

  it.each([() => '/x', rootOf])('[MOVE-10] needs a scope that is there, below the management groups', (scope) => {
    const at = scope(shop.state) as ResourceId;
    const refused = shop.goOn({ type: 'CreateLock', scope: at, name: 'keep', level: 'ReadOnly' });
    expect(refused.answer.status).toBe(404);
    expect(locksOf(refused)).toEqual([]);
  });
});

function rootOf({ tenantId }: CloudState): string {
  return rootScope(tenantId);
}
