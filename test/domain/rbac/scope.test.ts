import { describe, expect, it } from 'vitest';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const shop = run('scope', shopGroup, noRoleDelay, host(), vault, askToken());

function grant(at: string, role = 'Key Vault Secrets User', to = 'vm-web'): Step {
  return { do: 'assign-role', role, to, at };
}

function revoke(at: string, role = 'Key Vault Secrets User'): Step {
  return { do: 'remove-role', role, from: 'vm-web', at };
}

function canRead(played: Played): boolean {
  return played.goOn(readSecret()).answer.status === 200;
}

describe('a scope', () => {
  it.each(['kv-shop', 'rg-shop', 'subscription'])('[RBAC-02] covers what lies within: %s', (at) => {
    expect(canRead(shop)).toBe(false);
    expect(canRead(shop.goOn(grant(at)))).toBe(true);
  });

  it('[RBAC-02] covers nothing beside it', () => {
    const others: Step[] = [
      { do: 'create-group', name: 'rg-other', location: 'westeurope' },
      { do: 'create', kind: 'keyVault', name: 'kv-other', in: 'rg-shop' },
    ];
    expect(canRead(shop.goOn(others, grant('rg-other'), grant('kv-other'), grant('vm-web')))).toBe(false);
  });

  it('[RBAC-02] covers nothing that is merely named alike at the beginning', () => {
    const group: Step = { do: 'create-group', name: 'rg', location: 'westeurope' };
    const begins: Step = { do: 'create', kind: 'keyVault', name: 'kv-sho', in: 'rg-shop' };
    expect(canRead(shop.goOn(group, begins, grant('rg'), grant('kv-sho')))).toBe(false);
  });

  it('[RBAC-02] covers what is created in it later', () => {
    const early = run('scope', shopGroup, noRoleDelay, host(), grant('rg-shop'), vault, askToken());
    expect(canRead(early)).toBe(true);
  });
});

describe('several grants', () => {
  it('[RBAC-03] add up: one that covers is enough', () => {
    const played = shop.goOn(grant('subscription', 'Reader'), grant('rg-shop', 'Key Vault Reader'), grant('kv-shop'));
    expect(canRead(played)).toBe(true);
  });

  it('[RBAC-03] are each enough by themselves', () => {
    const both = shop.goOn(grant('kv-shop'), grant('rg-shop'));
    expect(canRead(both.goOn(revoke('kv-shop')))).toBe(true);
    expect(canRead(both.goOn(revoke('rg-shop')))).toBe(true);
    expect(canRead(both.goOn(revoke('kv-shop'), revoke('rg-shop')))).toBe(false);
  });
});

describe('whom a grant is for', () => {
  it('[RBAC-16] is told by the object id, not by a name', () => {
    const twin: Step[] = [
      { do: 'create-group', name: 'rg-twin', location: 'westeurope' },
      { do: 'create', kind: 'userAssignedIdentity', name: 'web', in: 'rg-shop' },
      { do: 'create', kind: 'webApp', name: 'web-app', in: 'rg-twin', systemAssigned: true },
    ];
    const played = shop.goOn(twin, grant('kv-shop', 'Key Vault Secrets User', 'web'));
    expect(canRead(played)).toBe(false);
    expect(canRead(played.goOn(grant('kv-shop')))).toBe(true);
  });

  it('[RBAC-16] is told by the object id, not by the host: each identity has its own', () => {
    const two = run(
      'scope',
      shopGroup,
      noRoleDelay,
      vault,
      identity(),
      host('vm-web', { user: ['id-shop-reader'] }),
      grant('kv-shop', 'Key Vault Secrets User', 'id-shop-reader'),
    );
    expect(canRead(two.goOn(askToken()))).toBe(false);
    const named = two.goOn(askToken('vm-web', { as: 'id-shop-reader' }));
    expect(named.claims.oid).toBe(idsOf(two, 'id-shop-reader').principalId);
    expect(canRead(named)).toBe(true);
  });

  it('[RBAC-17] needs no new token: the one from before will do', () => {
    const before = shop.claims.uti;
    const granted = shop.goOn(grant('kv-shop'), readSecret());
    expect(granted.answer.status).toBe(200);
    expect(granted.claims.uti).toBe(before);
  });

  it('[RBAC-17] is seen from the role, not from the token, when it ends too', () => {
    expect(canRead(shop.goOn(grant('kv-shop'), revoke('kv-shop')))).toBe(false);
  });
});
