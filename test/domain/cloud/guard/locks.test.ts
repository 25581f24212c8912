import { describe, expect, it } from 'vitest';
import type { LockLevel } from '#domain/arm/lock.ts';
import type { Command } from '#domain/cloud/command.ts';
import { personaCommands } from '#domain/cloud/personas.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  as,
  askToken,
  host,
  identity,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { codeOf } from '#test/domain/rbac/assigning.ts';

const shop = run('locks', shopGroup, noRoleDelay, host(), identity(), vault, storage, mayReadSecrets(), askToken());
const at = (name: string) => (after: Played) => scopeNamed(after.state, name) as ResourceId;

function lock(scope: string, level: LockLevel): MadeDeed {
  return (after) => ({ type: 'CreateLock', scope: at(scope)(after), name: 'keep', level });
}

function unlock(scope: string): MadeDeed {
  return (after) => ({ type: 'DeleteLock', scope: at(scope)(after), name: 'keep' });
}

type Task = Step | ((after: Played) => Command);

const tasks = {
  'delete the vault': { do: 'delete', name: 'kv-shop' },
  'delete the group': { do: 'delete-group', name: 'rg-shop' },
  'write the vault': (after) => ({ type: 'SetTags', id: at('kv-shop')(after), tags: { a: 'b' } }),
  'remove a role': { do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-web', at: 'kv-shop' },
  'assign a role': { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'kv-shop' },
  'stop the machine': (after) => ({ type: 'SetPower', id: at('vm-web')(after), action: 'deallocate' }),
  'attach an identity': { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' },
  'list account keys': (after) => ({ type: 'ListAccountKeys', accountId: at('stshopimages')(after) }),
  'set a secret': { do: 'set-secret', vault: 'kv-shop', name: 'new', value: 'x' },
  'create beside it': { do: 'create', kind: 'virtualMachine', name: 'vm-2', in: 'rg-shop' },
} as const satisfies Readonly<Record<string, Task>>;

type TaskName = keyof typeof tasks;
const taskNames = Object.keys(tasks) as TaskName[];
const deletions: readonly TaskName[] = ['delete the vault', 'delete the group', 'remove a role'];

/** What a lock forbids of all tasks. */
const forbidden: readonly (readonly [string, LockLevel, readonly TaskName[]])[] = [
  ['kv-shop', 'CanNotDelete', deletions],
  ['kv-shop', 'ReadOnly', [...deletions, 'write the vault', 'assign a role']],
  ['rg-shop', 'CanNotDelete', deletions],
  ['rg-shop', 'ReadOnly', taskNames.filter((name) => name !== 'set a secret')],
  ['subscription', 'CanNotDelete', deletions],
  ['vm-web', 'CanNotDelete', ['delete the group']],
  ['vm-web', 'ReadOnly', ['delete the group', 'stop the machine', 'attach an identity']],
  ['stshopimages', 'ReadOnly', ['delete the group', 'list account keys']],
];

describe('a lock', () => {
  it('[CALLER-11] on a group leaves what is assigned above it', () => {
    const above = { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'subscription' } as const;
    const removed = shop.goOn(above, lock('rg-shop', 'CanNotDelete'), {
      do: 'remove-role',
      role: 'Reader',
      from: 'vm-web',
      at: 'subscription',
    });
    expect(removed.answer.status).toBe(200);
  });

  it.each(
    forbidden.flatMap(([scope, level, held]) =>
      taskNames.map((task) => [scope, level, task, held.includes(task)] as const),
    ),
  )(
    '[CALLER-10] [CALLER-11] [CALLER-12] [CALLER-13] at %s, %s: to %s is forbidden: %s',
    (scope, level, task, isForbidden) => {
      const locked = shop.goOn(lock(scope, level));
      const done = locked.goOn(tasks[task]);
      expect(done.answer.status === 409).toBe(isForbidden);
      if (!isForbidden) return expect(done.answer.status).toBeLessThan(300);
      expect(codeOf(done)).toBe('ScopeLocked');
      expect(done.state).toEqual(locked.state);
      expect(locked.goOn(unlock(scope), tasks[task]).answer.status).toBeLessThan(300);
    },
  );

  it('[CALLER-10] is named, with what it keeps', () => {
    expectGolden(
      shop.goOn(lock('rg-shop', 'CanNotDelete'), tasks['delete the vault']).answer,
      'CALLER-10-delete',
      'capture',
    );
    expectGolden(shop.goOn(lock('kv-shop', 'ReadOnly'), tasks['write the vault']).answer, 'CALLER-10-write', 'capture');
  });

  it('[CALLER-10] holds an Owner', () => {
    const olga = personaCommands({ name: 'Olga', grants: [{ role: 'Owner' }] }).map(
      (make) => (after: Played) => make(after.state),
    );
    const locked = shop.goOn(olga, lock('rg-shop', 'CanNotDelete'));
    expect(codeOf(locked.goOn(as('Olga', tasks['delete the vault'])))).toBe('ScopeLocked');
    expect(locked.goOn(as('Olga', unlock('rg-shop')), as('Olga', tasks['delete the vault'])).answer.status).toBe(200);
  });

  it('[CALLER-14] is not told to whoever lacks the right', () => {
    const rita = personaCommands({ name: 'Rita', grants: [{ role: 'Reader' }] }).map(
      (make) => (after: Played) => make(after.state),
    );
    const locked = shop.goOn(rita, lock('rg-shop', 'CanNotDelete'));
    expect(codeOf(locked.goOn(as('Rita', tasks['delete the vault'])))).toBe('AuthorizationFailed');
  });

  it('[CALLER-11] of several in the way, all are named', () => {
    const two = shop.goOn(lock('kv-shop', 'CanNotDelete'), lock('vm-web', 'ReadOnly'), tasks['delete the group']);
    expect(two.answer.body).toContain(`are locked: '${at('vm-web')(two)},${at('kv-shop')(two)}'`);
  });

  it('[CALLER-13] lets data be read', () => {
    expect(shop.goOn(lock('subscription', 'ReadOnly'), readSecret()).answer.status).toBe(200);
  });
});
