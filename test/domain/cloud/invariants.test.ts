import { describe, expect, it } from 'vitest';
import { lockId } from '#domain/arm/lock.ts';
import { resourceGroupId, resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { violations } from '#domain/cloud/invariants.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { expectNoRefusal, noRoleDelay, run, shopGroup } from '#test/support/engine.ts';

function create(kind: ResourceKind, name: string): CommandOf<'CreateResource'> {
  return { type: 'CreateResource', kind, resourceGroup: 'rg-shop', name, location: 'westeurope' };
}

const shop = run(
  'invariants',
  shopGroup,
  noRoleDelay,
  create('sqlServer', 'sql-shop'),
  create('sqlDatabase', 'sql-shop/orders'),
  create('webApp', 'app-shop'),
  create('webAppSlot', 'app-shop/staging'),
  ({ state: { subscriptionId } }) => ({
    type: 'CreateLock',
    scope: resourceId(subscriptionId, 'rg-shop', 'webApp', 'app-shop'),
    name: 'keep',
    level: 'CanNotDelete',
  }),
);
expectNoRefusal(shop);

const { subscriptionId } = shop.state;
const idOf = (kind: ResourceKind, name: string) => resourceId(subscriptionId, 'rg-shop', kind, name);

/** What is wrong once events happened that no command leads to. */
function wrongAfter(...events: readonly CloudEvent[]) {
  return violations(fold(shop.state, events)).map(({ rule, id }) => [rule, id]);
}

describe('a world', () => {
  it('[ARM-29] is sound as commands leave it', () => {
    expect(wrongAfter()).toEqual([]);
  });

  it('[ARM-29] holds no child without its parent', () => {
    expect(wrongAfter({ type: 'ResourceDeleted', id: idOf('sqlServer', 'sql-shop') })).toEqual([
      ['childWithoutParent', idOf('sqlDatabase', 'sql-shop/orders')],
    ]);
  });

  it('[ARM-29] holds nothing that stood at what is gone', () => {
    expect(wrongAfter({ type: 'ResourceDeleted', id: idOf('webApp', 'app-shop') })).toEqual([
      ['childWithoutParent', idOf('webAppSlot', 'app-shop/staging')],
      ['lockWithoutScope', lockId(idOf('webApp', 'app-shop'), 'keep')],
    ]);
  });

  it.each<[string, string]>([
    ['a resource', resourceId(subscriptionId, 'rg-shop', 'keyVault', 'kv-none')],
    ['a group', resourceGroupId(subscriptionId, 'rg-none')],
    ['a subscription', '/subscriptions/none'],
  ])('[ARM-29] holds no lock at %s that is not there', (_what, at) => {
    const scope = at as ResourceId;
    const lock = { id: lockId(scope, 'keep'), scope, name: 'keep', level: 'ReadOnly' } as const;
    expect(wrongAfter({ type: 'LockCreated', lock })).toEqual([['lockWithoutScope', lock.id]]);
  });
});
