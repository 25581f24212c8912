import { describe, expect, it } from 'vitest';
import { examine, holdsAll } from '#domain/script/expectation.ts';
import type { Expectation } from '#domain/script/script.ts';
import { newWorld, undo } from '#domain/timeline/timeline.ts';
import { askToken, host, idsOf, readSecret, run, vaultAudience, webShop } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const shop = run('expectation', webShop);

/** What was found in the place of an expectation, and whether it holds. */
function found({ world }: Played, expectation: Expectation): [holds: boolean, found: string] {
  const [finding] = examine(world, [expectation]);
  return [finding?.holds ?? false, finding?.found ?? ''];
}

function holds(played: Played, expectation: Expectation): boolean {
  return found(played, expectation)[0];
}

describe('an expectation of an answer', () => {
  const asked = shop.goOn(askToken());
  const read = asked.goOn(readSecret());

  it('[LOG-15] compares status, body and where it came from', () => {
    expect(holds(read, { status: 200 })).toBe(true);
    expect(holds(read, { status: 403 })).toBe(false);
    expect(holds(read, { status: 200, contains: 'pears-and-plums' })).toBe(true);
    expect(holds(read, { status: 200, contains: 'apples' })).toBe(false);
    expect(holds(asked, { status: 200, fromCache: false })).toBe(true);
    expect(holds(asked, { status: 200, fromCache: true })).toBe(false);
    expect(holds(asked.goOn(askToken()), { status: 200, fromCache: true })).toBe(true);
  });

  it('[LOG-15] is of the last answer to an application, not of the management plane', () => {
    const later = read.goOn(host('vm-new'), { do: 'advance', minutes: 1 });
    expect(holds(later, { status: 200, contains: 'pears-and-plums' })).toBe(true);
  });

  it('[LOG-15] is of the last answer to an app’s platform too, and of its token', () => {
    const app = read.goOn(
      host('app-shop', { kind: 'webApp' }),
      {
        do: 'set-settings',
        on: 'app-shop',
        settings: { DB: '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=db-password)' },
      },
      { do: 'reference', on: 'app-shop', setting: 'DB' },
    );
    expect(holds(app, { status: 403, contains: 'ForbiddenByRbac' })).toBe(true);
    expect(holds(app, { claim: 'oid', idOf: 'app-shop', id: 'principal' })).toBe(true);
  });

  it('[LOG-15] says what was answered', () => {
    expect(found(read, { status: 404 })[1]).toMatch(/^200 \{"value":"pears-and-plums"/);
  });

  it('[LOG-15] tells a failure from an answer', () => {
    const laptop = shop.goOn(askToken('laptop'));
    expect(found(laptop, { failure: 'unreachable' })).toEqual([true, 'unreachable']);
    expect(found(laptop, { failure: 'nameNotResolved' })).toEqual([false, 'unreachable']);
    expect(found(laptop, { status: 200 })).toEqual([false, '']);
    expect(found(read, { failure: 'unreachable' })).toEqual([false, '']);
  });
});

describe('an expectation of a claim', () => {
  const asked = shop.goOn(askToken());

  it('[LOG-15] compares its text', () => {
    expect(found(asked, { claim: 'aud', is: vaultAudience })).toEqual([true, vaultAudience]);
    expect(found(asked, { claim: 'aud', is: 'another' })).toEqual([false, vaultAudience]);
    expect(holds(asked, { claim: 'exp', is: String(asked.claims.exp) })).toBe(true);
  });

  it('[LOG-15] expects none', () => {
    expect(holds(asked, { claim: 'xms_az_rid', is: null })).toBe(true);
    expect(holds(asked, { claim: 'roles', is: null })).toBe(true);
    expect(found(asked, { claim: 'aud', is: null })).toEqual([false, vaultAudience]);
  });

  it.each([
    ['oid', 'principal'],
    ['sub', 'principal'],
    ['appid', 'client'],
    ['xms_mirid', 'resource'],
  ] as const)('[LOG-15] compares %s with an id of a resource, without case: %s', (claim, id) => {
    expect(holds(asked, { claim, idOf: 'vm-web', id })).toBe(true);
    expect(holds(asked, { claim, idOf: 'VM-WEB', id })).toBe(true);
    expect(holds(asked, { claim, idOf: 'id-shop-reader', id })).toBe(false);
    expect(holds(asked, { claim, idOf: 'nobody', id })).toBe(false);
  });

  it('[LOG-15] is of the token that was given or presented last', () => {
    const two = shop.goOn(host('vm-batch'), askToken('vm-web'), askToken('vm-batch'));
    expect(holds(two, { claim: 'oid', is: idsOf(two, 'vm-batch').principalId })).toBe(true);
    const presented = two.goOn(readSecret('vm-web'));
    expect(holds(presented, { claim: 'oid', is: idsOf(two, 'vm-web').principalId })).toBe(true);
  });

  it('[LOG-15] fails where there is no token', () => {
    expect(found(shop, { claim: 'aud', is: null })).toEqual([false, '']);
  });
});

describe('an expectation of the world', () => {
  const deleted = shop.goOn(askToken(), { do: 'delete', name: 'vm-web' });

  it.each<[Expectation, Expectation]>([
    [
      { count: 'principals', is: 2 },
      { count: 'principals', is: 1 },
    ],
    [
      { count: 'deleted-principals', is: 0 },
      { count: 'deleted-principals', is: 1 },
    ],
    [
      { count: 'role-assignments', is: 2 },
      { count: 'role-assignments', is: 2 },
    ],
    [
      { count: 'orphaned-assignments', is: 0 },
      { count: 'orphaned-assignments', is: 1 },
    ],
    [
      { count: 'live-tokens', is: 0 },
      { count: 'live-tokens', is: 1 },
    ],
    [
      { count: 'hosts', is: 1 },
      { count: 'hosts', is: 0 },
    ],
    [
      { exists: 'vm-web', is: true },
      { exists: 'vm-web', is: false },
    ],
    [
      { exists: 'RG-Shop', is: true },
      { exists: 'rg-shop', is: true },
    ],
    [
      { newPrincipal: 'vm-web', is: false },
      { newPrincipal: 'vm-web', is: false },
    ],
  ])('[LOG-15] counts and looks: %j, after the deletion %j', (before, after) => {
    expect(holds(shop, before)).toBe(true);
    expect(holds(deleted, after)).toBe(true);
  });

  it('[LOG-15] says what was counted', () => {
    expect(found(shop, { count: 'hosts', is: 7 })).toEqual([false, '1']);
    expect(found(shop, { identity: 'vm-web', is: 'None' })).toEqual([false, 'SystemAssigned']);
    expect(found(shop, { identity: 'vm-web', is: 'SystemAssigned' })).toEqual([true, 'SystemAssigned']);
    expect(found(shop, { identity: 'kv-shop', is: 'None' })).toEqual([false, '']);
    expect(found(deleted, { identity: 'vm-web', is: 'None' })).toEqual([false, '']);
  });

  it('[LOG-15] knows a principal that is not the first', () => {
    const again = deleted.goOn(host());
    expect(holds(again, { newPrincipal: 'vm-web', is: true })).toBe(true);
    expect(holds(again, { newPrincipal: 'id-shop-reader', is: false })).toBe(true);
  });
});

describe('several expectations', () => {
  it('[LOG-15] hold together or not', () => {
    const both: Expectation[] = [
      { count: 'hosts', is: 1 },
      { exists: 'vm-web', is: true },
    ];
    expect(holdsAll(examine(shop.world, both))).toBe(true);
    expect(holdsAll(examine(shop.world, [...both, { count: 'hosts', is: 2 }]))).toBe(false);
    expect(examine(shop.world, both).map(({ expectation }) => expectation)).toEqual(both);
  });

  it('[LOG-15] are of the past only', () => {
    const { world } = shop.goOn(askToken());
    expect(holdsAll(examine(world, [{ status: 200 }]))).toBe(true);
    expect(holdsAll(examine(undo(world), [{ status: 200 }]))).toBe(false);
    expect(holdsAll(examine(newWorld('expectation'), []))).toBe(true);
  });
});
