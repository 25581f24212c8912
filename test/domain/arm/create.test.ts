import { describe, expect, it } from 'vitest';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { WireSource } from '#domain/http/message.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import { host, identity, idsOf, run, shopGroup, vault } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const otherGroup: Step = { do: 'create-group', name: 'rg-other', location: 'northeurope' };

function create(kind: ResourceKind, name: string, group = 'rg-shop'): Step {
  return { do: 'create', kind, name, in: group };
}

describe('the group of a resource', () => {
  it('[ARM-08] has to exist', () => {
    const { answer, state } = run('arm', {
      type: 'CreateResource',
      kind: 'virtualMachine',
      resourceGroup: 'rg-none',
      name: 'vm-web',
      location: 'westeurope',
    });
    expectGolden(answer, 'ARM-08-group-not-found', 'capture');
    expect(resourcesOf(state)).toEqual([]);
  });

  it('[ARM-08] cannot be deleted where there is none', () => {
    const { answer } = run('arm', { type: 'DeleteResourceGroup', name: 'rg-none' });
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ error: { code: 'ResourceGroupNotFound' } });
  });

  it('[ARM-09] is found in any case, and keeps its spelling', () => {
    const played = run('arm', shopGroup, {
      type: 'CreateResource',
      kind: 'virtualMachine',
      resourceGroup: 'RG-SHOP',
      name: 'VM-Web',
      location: 'westeurope',
    });
    const vm = resourceNamed(played.state, 'vm-web');
    expect(vm).toMatchObject({ name: 'VM-Web', resourceGroup: 'rg-shop' });
    expect(vm.id).toContain('/resourceGroups/rg-shop/');
    expect(played.goOn({ do: 'delete-group', name: 'Rg-Shop' }).state.arm.resources.count).toBe(0);
  });

  it('[ARM-01] [ARM-09] is created once: the same name again, in any case, is answered 200', () => {
    const again = run('arm', shopGroup, { do: 'create-group', name: 'RG-Shop', location: 'northeurope' });
    expect(again.answer.status).toBe(200);
    expect(again.answer.json).toMatchObject({ name: 'rg-shop', location: 'westeurope' });
    expect(again.state.arm.groups.count).toBe(1);
  });
});

describe('a name that is taken', () => {
  it.each<ResourceKind>(['virtualMachine', 'userAssignedIdentity'])('[ARM-10] is free in another group: %s', (kind) => {
    const two = run('arm', shopGroup, otherGroup, create(kind, 'same-name'), create(kind, 'same-name', 'rg-other'));
    expect(two.answer.status).toBe(201);
    expect(new Set(resourcesOf(two.state).map(({ id }) => id)).size).toBe(2);
  });

  it.each<[ResourceKind, string, WireSource]>([
    ['keyVault', 'ARM-11-vault-name-taken', 'unconfirmed'],
    ['storageAccount', 'ARM-11-account-name-taken', 'capture'],
  ])('[ARM-11] is taken in the whole cloud: %s', (kind, golden, source) => {
    const taken = run('arm', shopGroup, otherGroup, create(kind, 'shop123'), create(kind, 'shop123', 'rg-other'));
    expectGolden(taken.answer, golden, source);
    expect(taken.state.arm.resources.count).toBe(1);
  });

  it('[ARM-11] is compared without case', () => {
    const taken = run(
      'arm',
      shopGroup,
      otherGroup,
      create('keyVault', 'kv-shop'),
      create('keyVault', 'KV-Shop', 'rg-other'),
    );
    expect(taken.answer.status).toBe(409);
  });

  it.each<[ResourceKind, ResourceKind]>([
    ['webApp', 'webApp'],
    ['webApp', 'functionApp'],
    ['functionApp', 'webApp'],
  ])('[ARM-11] [ARM-12] by a %s is taken for a %s', (first, second) => {
    const taken = run('arm', shopGroup, otherGroup, create(first, 'app-shop'), create(second, 'app-shop', 'rg-other'));
    expectGolden(taken.answer, 'ARM-11-app-name-taken', 'unconfirmed');
  });

  it('[ARM-12] is taken for the other kind of app in the same group too', () => {
    const taken = run('arm', shopGroup, create('webApp', 'app-shop'), create('functionApp', 'App-Shop'));
    expect(taken.answer.status).toBe(409);
    expect(resourcesOf(taken.state).map(({ kind }) => kind)).toEqual(['webApp']);
  });

  it('[ARM-11] is free again once the resource is gone', () => {
    const moved = run('arm', shopGroup, otherGroup, create('storageAccount', 'stshop'), {
      do: 'delete',
      name: 'stshop',
    });
    expect(moved.goOn(create('storageAccount', 'stshop', 'rg-other')).answer.status).toBe(200);
  });

  it('[ARM-13] by the very resource changes nothing', () => {
    const first = run('arm', shopGroup, identity(), host());
    const again = first.goOn(identity('ID-SHOP-READER'), host());
    expect(again.answer.status).toBe(200);
    expect(again.state).toEqual(first.state);
    expect(idsOf(again, 'id-shop-reader')).toEqual(idsOf(first, 'id-shop-reader'));
  });
});

describe('the name of a deleted vault', () => {
  const deleted = run('arm', shopGroup, otherGroup, vault, { do: 'delete', name: 'kv-shop' });

  it('[ARM-14] is held', () => {
    const refused = deleted.goOn(create('keyVault', 'KV-shop', 'rg-other'));
    expectGolden(refused.answer, 'ARM-14-deleted-vault-holds-name', 'docs');
  });

  it('[ARM-15] is free after a purge, and the secrets are gone', () => {
    const purged = deleted.goOn({ type: 'PurgeDeletedVault', name: 'KV-SHOP' });
    expect(purged.answer.status).toBe(202);
    const anew = purged.goOn(create('keyVault', 'kv-shop'));
    expect(anew.answer.status).toBe(200);
    expect(anew.state.keyVault).toEqual({ vaults: { count: 0, root: null }, deleted: { count: 0, root: null } });
  });

  it('[ARM-15] cannot be purged where no deleted vault has it', () => {
    const { answer } = run('arm', shopGroup, vault, { type: 'PurgeDeletedVault', name: 'kv-shop' });
    expectGolden(answer, 'ARM-15-nothing-to-purge', 'unconfirmed');
  });
});

describe('what ARM prints', () => {
  it.each<[ResourceKind, number]>([
    ['virtualMachine', 201],
    ['userAssignedIdentity', 201],
    ['webApp', 200],
    ['functionApp', 200],
    ['keyVault', 200],
    ['storageAccount', 200],
  ])('[ARM-16] [ARM-17] a new %s with %i and its id', (kind, status) => {
    const { answer, state } = run('arm', shopGroup, create(kind, 'shop123'));
    expect(answer.status).toBe(status);
    const { id } = resourceNamed(state, 'shop123');
    expect(answer.json).toMatchObject({ id, name: 'shop123', location: 'westeurope' });
    const groups = kind === 'userAssignedIdentity' ? 'resourcegroups' : 'resourceGroups';
    expect(id).toMatch(
      new RegExp(`^/subscriptions/${state.subscriptionId}/${groups}/rg-shop/providers/Microsoft\\.\\w+/\\w+/shop123$`),
    );
  });

  it('[ARM-17] [ARM-30] a user-assigned identity with its three ids', () => {
    const played = run('arm', shopGroup, identity());
    expectGolden(played.answer, 'ARM-17-user-assigned-identity', 'docs');
    const { principalId, clientId } = idsOf(played, 'id-shop-reader');
    expect(played.answer.json).toMatchObject({
      properties: { principalId, clientId, tenantId: played.state.tenantId },
    });
    const located = ({ answer }: Played) => answer.headers.filter(([name]) => name === 'Location');
    expect(located(played)).toEqual([['Location', idsOf(played, 'id-shop-reader').resourceId]]);
    expect(located(played.goOn(identity()))).toEqual([]);
    expect(located(played.goOn(host('vm-web')))).toEqual([]);
  });

  it('[ARM-18] both kinds of identity of a machine, the type with a space', () => {
    const played = run('arm', shopGroup, identity(), host('vm-web', { user: ['id-shop-reader'] }));
    expectGolden(played.answer, 'ARM-18-machine-with-both', 'docs');
    const reader = idsOf(played, 'id-shop-reader');
    expect(played.answer.json).toMatchObject({
      identity: {
        type: 'SystemAssigned, UserAssigned',
        principalId: idsOf(played, 'vm-web').principalId,
        tenantId: played.state.tenantId,
        userAssignedIdentities: {
          [reader.resourceId]: { principalId: reader.principalId, clientId: reader.clientId },
        },
      },
    });
  });

  it('[ARM-18] both kinds of identity of an app, the type without a space', () => {
    const { answer } = run(
      'arm',
      shopGroup,
      identity(),
      host('app-shop', { kind: 'webApp', user: ['id-shop-reader'] }),
    );
    expect(answer.json).toMatchObject({ identity: { type: 'SystemAssigned,UserAssigned' } });
  });

  it('[ARM-18] no top-level ids where only user-assigned identities are attached', () => {
    const { answer } = run('arm', shopGroup, identity(), host('vm-web', { system: false, user: ['id-shop-reader'] }));
    const { identity: block } = answer.json as { identity: object };
    expect(Object.keys(block)).toEqual(['type', 'userAssignedIdentities']);
  });

  it('[ARM-18] no identity of a host that has none', () => {
    const { answer } = run('arm', shopGroup, host('vm-web', { system: false }));
    expect(answer.json).not.toHaveProperty('identity');
  });
});
