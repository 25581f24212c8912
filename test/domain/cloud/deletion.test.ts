import { describe, expect, it } from 'vitest';
import { assignmentsOf, homeDirectory, isOrphaned } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { day } from '#domain/kernel/instant.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  call,
  host,
  identity,
  idsOf,
  mayReadImages,
  mayReadSecrets,
  noRoleDelay,
  readImage,
  readSecret,
  run,
  shopGroup,
  storage,
  storageAudience,
  vault,
  webShop,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const remove = (name: string): Step => ({ do: 'delete', name });

function typesOf(played: Played): string[] {
  return played.entry(-1).events.map(({ type }) => type);
}

function orphans({ state }: Played): number {
  return assignmentsOf(state).filter((each) => isOrphaned(state, each)).length;
}

describe('a host that is deleted', () => {
  const shop = run('deletion', webShop);
  const { principalId } = idsOf(shop, 'vm-web');
  const deleted = shop.goOn(remove('vm-web'));

  it('[DEL-01] takes the principal of its system-assigned identity with it', () => {
    expect(typesOf(deleted)).toEqual(['ResourceDeleted', 'ServicePrincipalDeleted', 'ManagementAnswered']);
    const directory = homeDirectory(deleted.state);
    expect(dictionary.has(directory.servicePrincipals, principalId)).toBe(false);
    expect(dictionary.has(directory.deleted, principalId)).toBe(true);
  });

  it('[DEL-01] takes none with it that has none', () => {
    const bare = run('deletion', shopGroup, host('vm-web', { system: false }), remove('vm-web'));
    expect(typesOf(bare)).toEqual(['ResourceDeleted', 'ManagementAnswered']);
  });

  it('[DEL-02] leaves the role assignments of its principal behind', () => {
    expect(assignmentsOf(deleted.state)).toEqual(assignmentsOf(shop.state));
    expect([orphans(shop), orphans(deleted)]).toEqual([0, 1]);
  });

  it('[DEL-02] leaves them for good, until somebody removes them', () => {
    const later = deleted.goOn({ do: 'advance', days: 365 });
    expect(orphans(later)).toBe(1);
    const [orphan] = assignmentsOf(later.state).filter((each) => isOrphaned(later.state, each));
    if (orphan === undefined) throw new Error('no orphan');
    const removed = later.goOn({ type: 'DeleteRoleAssignment', id: orphan.id });
    expect(removed.answer.status).toBe(200);
    expect(orphans(removed)).toBe(0);
  });

  it('[DEL-02] leaves them when the identity is merely switched off', () => {
    const off = shop.goOn({ do: 'disable-system-assigned', on: 'vm-web' });
    expect(assignmentsOf(off.state)).toEqual(assignmentsOf(shop.state));
    expect(orphans(off)).toBe(1);
  });

  it('[DEL-04] leaves the user-assigned identities that it carried', () => {
    const attached = shop.goOn({ do: 'attach', identity: 'id-shop-reader', to: 'vm-web' });
    const survived = attached.goOn(remove('vm-web'));
    expect(idsOf(survived, 'id-shop-reader')).toEqual(idsOf(attached, 'id-shop-reader'));
  });

  it('[DEL-05] is not the host that is created under its name', () => {
    const anew = deleted.goOn(host());
    expect(idsOf(anew, 'vm-web').principalId).not.toBe(principalId);
    expect(idsOf(anew, 'vm-web').resourceId).toBe(idsOf(shop, 'vm-web').resourceId);
    const refused = anew.goOn(askToken(), readSecret());
    expect(refused.answer.status).toBe(403);
    expect(orphans(refused)).toBe(1);
  });
});

describe('a principal that is deleted', () => {
  const deleted = run('deletion', webShop, remove('vm-web'));

  it('[DEL-03] [TIME-06] is on the deleted list for 30 days and then gone', () => {
    const list = (played: Played) => dictionary.size(homeDirectory(played.state).deleted);
    expect(list(deleted)).toBe(1);
    const lastMoment = deleted.goOn({ type: 'AdvanceClock', seconds: 30 * day - 1 });
    expect(list(lastMoment)).toBe(1);
    const purged = lastMoment.goOn({ type: 'AdvanceClock', seconds: 1 });
    expect(list(purged)).toBe(0);
    expect(typesOf(purged)).toContain('ServicePrincipalPurged');
  });

  it('[DEL-03] keeps what it was, and cannot be given a role', () => {
    const [gone] = [...dictionary.values(homeDirectory(deleted.state).deleted)];
    expect(gone).toMatchObject({ principal: { displayName: 'vm-web' }, deletedAt: deleted.state.now });
    const refused = deleted.goOn(({ state }) => ({
      type: 'CreateRoleAssignment',
      scope: `/subscriptions/${state.subscriptionId}`,
      roleId: assignmentsOf(state)[0]?.roleId ?? fail(),
      principalId: gone?.principal.id ?? fail(),
    }));
    expect(refused.answer.json).toMatchObject({ error: { code: 'PrincipalNotFound' } });
  });
});

function fail(): never {
  throw new Error('nothing there');
}

describe('a target that is deleted', () => {
  const read = { do: 'assign-role', role: 'Storage Blob Data Reader', to: 'vm-web' } as const;
  const shop = run('deletion', shopGroup, noRoleDelay, host(), storage, mayReadImages());
  const everywhere = shop.goOn({ ...read, at: 'rg-shop' }, { ...read, at: 'subscription' });

  it('[DEL-06] takes the assignments at its scope with it, and no others', () => {
    const deleted = everywhere.goOn(remove('stshopimages'));
    const scopes = assignmentsOf(deleted.state).map(({ scope }) => scope);
    expect(scopes.toSorted()).toEqual(
      assignmentsOf(everywhere.state)
        .map(({ scope }) => scope)
        .filter((scope) => !scope.endsWith('stshopimages'))
        .toSorted(),
    );
    expect(scopes).toHaveLength(2);
  });

  it('[DEL-07] comes back without its grants', () => {
    const anew = shop.goOn(
      remove('stshopimages'),
      storage,
      askToken('vm-web', { resource: storageAudience }),
      readImage(),
    );
    expect(anew.answer.status).toBe(403);
  });

  it('[DEL-07] comes back without a grant that was on its way out', () => {
    const [held] = assignmentsOf(shop.state);
    const ending = shop.goOn(
      { do: 'set-role-delay', minutes: 10 },
      { type: 'DeleteRoleAssignment', id: held?.id ?? fail() },
      askToken('vm-web', { resource: storageAudience }),
      readImage(),
    );
    expect(ending.answer.status).toBe(200);
    const anew = ending.goOn(remove('stshopimages'), storage, readImage());
    expect(anew.answer.status).toBe(403);
    expect(anew.state.rbac.ending.count).toBe(0);
  });

  it('[DEL-07] comes back with what is granted above it', () => {
    const anew = everywhere.goOn(remove('stshopimages'), storage, askToken('vm-web', { resource: storageAudience }));
    expect(anew.goOn(readImage()).answer.status).toBe(200);
  });
});

describe('a vault that is deleted', () => {
  const deleted = run('deletion', shopGroup, host(), vault, mayReadSecrets(), remove('kv-shop'));

  it('[DEL-09] [TIME-06] keeps its name and its secrets for 90 days', () => {
    const [kept] = [...dictionary.values(deleted.state.keyVault.deleted)];
    expect(kept).toMatchObject({ name: 'kv-shop', purgeAt: deleted.state.now + 90 * day });
    expect(dictionary.size(kept?.contents.secrets ?? dictionary.empty())).toBe(1);
    const create: Step = { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' };
    const lastMoment = deleted.goOn({ type: 'AdvanceClock', seconds: 90 * day - 1 }, create);
    expect(lastMoment.answer.status).toBe(409);
    expect(lastMoment.goOn({ type: 'AdvanceClock', seconds: 1 }, create).answer.status).toBe(200);
  });

  it('[DEL-09] does not answer any more', () => {
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=7.4';
    const called = deleted.goOn(call('laptop', { url }, () => ({ kind: 'none' })));
    expect(called.failure).toBe('nameNotResolved');
  });
});

describe('an account that is deleted', () => {
  it('[DEL-09] takes its blobs with it', () => {
    const anew = run('deletion', shopGroup, storage, remove('stshopimages'), {
      do: 'create',
      kind: 'storageAccount',
      name: 'stshopimages',
      in: 'rg-shop',
    });
    expect(anew.answer.status).toBe(200);
    expect(anew.state.storage.containers.count).toBe(0);
  });
});

describe('the answer to a deletion', () => {
  it.each([
    ['vm-web', 202],
    ['id-shop-reader', 200],
    ['kv-shop', 200],
    ['stshopimages', 200],
  ])('[DEL-12] of %s is %i without a body', (name, status) => {
    expect(run('deletion', webShop, remove(name)).answer).toMatchObject({ status, body: '' });
  });

  it('[DEL-08] is 204 where nothing is there', () => {
    const shop = run('deletion', shopGroup, identity());
    const again = shop.goOn(remove('id-shop-reader'), { type: 'DeleteResource', id: idOf(shop) });
    expect(again.answer).toMatchObject({ status: 204, body: '' });
    expect(typesOf(again)).toEqual(['ManagementAnswered']);
  });

  it('[DEL-08] is 404 where not even the group is there', () => {
    const shop = run('deletion', shopGroup, identity());
    const again = shop.goOn({ do: 'delete-group', name: 'rg-shop' }, { type: 'DeleteResource', id: idOf(shop) });
    expect(again.answer.json).toMatchObject({ error: { code: 'ResourceGroupNotFound' } });
  });
});

function idOf({ state }: Played) {
  const [resource] = [...dictionary.values(state.arm.resources)];
  return resource?.id ?? fail();
}
