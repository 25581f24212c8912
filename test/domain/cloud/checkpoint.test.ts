import { describe, expect, it } from 'vitest';
import { checkpoint } from '#domain/cloud/checkpoint.ts';
import type { Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { askToken, host, identity, idsOf, readSecret, run, vault, webShop } from '#test/support/engine.ts';

/** A world in which everything happened that a checkpoint has to tell. */
const full = run(
  'checkpoint',
  webShop,
  { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' },
  askToken(),
  { do: 'advance', hours: 2 },
  askToken('vm-web', { as: 'id-shop-reader' }),
  { do: 'delete', name: 'id-shop-reader' },
  identity(),
  { do: 'delete', name: 'kv-shop' },
  { do: 'create', kind: 'keyVault', name: 'kv-new', in: 'rg-shop' },
  { do: 'set-role-delay', minutes: 10 },
  { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'subscription' },
  { do: 'advance', minutes: 20 },
  { do: 'remove-role', role: 'Reader', from: 'vm-web', at: 'subscription' },
);

function restored({ seed }: CloudState, state: CloudState): CloudState {
  return fold(newCloud(seed), checkpoint(state));
}

describe('a checkpoint', () => {
  it('[LOG-10] folds to the same state', () => {
    expect(full.state.rbac.ending.count).toBe(1);
    expect(full.state.keyVault.deleted.count).toBe(1);
    expect(full.state.tokens.live.count).toBe(2);
    expect(restored(full.state, full.state)).toEqual(full.state);
  });

  it('[LOG-10] says no more than is still so', () => {
    const types = checkpoint(full.state).map(({ type }) => type);
    expect(types.filter((type) => type === 'ResourceDeleted')).toEqual([]);
    expect(checkpoint(full.state).length).toBeLessThan(
      full.world.timeline.entries.flatMap(({ events }) => events).length,
    );
    const empty = checkpoint(newCloud('checkpoint')).map(({ type }) => type);
    expect(empty).toEqual(['RoleDelaySet', 'OrdinalsRestored', 'ClockAdvanced']);
  });

  it('[LOG-10] [LOG-11] remembers how often each id was derived: what comes next is new', () => {
    const resourceId = idsOf(full, 'vm-web').resourceId as ResourceId;
    const anew: readonly Command[] = [
      { type: 'DisableSystemAssignedIdentity', resourceId },
      { type: 'EnableSystemAssignedIdentity', resourceId },
    ];
    let later = restored(full.state, full.state);
    for (const command of anew) later = fold(later, decide(later, command));
    expect(later).toEqual(full.goOn(...anew).state);
  });

  it('[LOG-10] keeps the deleted vault’s secrets apart from those of a new one', () => {
    const anew = full.goOn({ type: 'PurgeDeletedVault', name: 'kv-shop' }, vault, { do: 'delete', name: 'kv-shop' });
    expect(restored(anew.state, anew.state)).toEqual(anew.state);
  });

  it('[LOG-10] gives back the token that is in the cache', () => {
    const before = run('checkpoint', webShop, askToken());
    expect(restored(before.state, before.state).tokens).toEqual(before.state.tokens);
    expect(before.goOn(askToken()).answer.fromCache).toBe(true);
    expect(before.goOn(readSecret()).answer.status).toBe(200);
  });
});

describe('a checkpoint of a world with a host in every kind', () => {
  it('[LOG-10] keeps identity blocks as they are, stale references too', () => {
    const kinds = ['virtualMachine', 'webApp', 'functionApp'] as const;
    const hosts = kinds.map((kind) => host(`host-${kind.toLowerCase()}`, { kind, user: ['id-shop-reader'] }));
    const stale = run('checkpoint', webShop, hosts, { do: 'delete', name: 'id-shop-reader' }, identity());
    expect(restored(stale.state, stale.state)).toEqual(stale.state);
  });
});
