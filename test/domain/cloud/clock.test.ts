import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { moments } from '#domain/cloud/moments.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { day, hour, minute, toIso } from '#domain/kernel/instant.ts';
import { openFirewall } from '#domain/network/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  readSecret,
  run,
  shopGroup,
  vault,
  webShop,
} from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';

const wait = (seconds: number): Deed => ({ type: 'AdvanceClock', seconds });
const fixed = (minutes: number): Step => ({ do: 'set-role-delay', minutes });

/** What happened in the last entry, with how long after its beginning. */
function happenings(before: Played, seconds: number): (readonly [after: number, what: string])[] {
  let { now } = before.state;
  return before
    .goOn(wait(seconds))
    .entry(-1)
    .events.flatMap((event) => {
      if (event.type === 'ClockAdvanced') now = event.to;
      return event.type === 'ClockAdvanced' ? [] : [[now - before.state.now, event.type] as const];
    });
}

describe('the clock', () => {
  it('[TIME-01] begins on a morning in March', () => {
    expect(toIso(newCloud('any').now)).toBe('2026-03-02T09:00:00Z');
    expect(newCloud('one').now).toBe(newCloud('another').now);
  });

  it('[TIME-01] stands still whatever else is done', () => {
    expect(run('time', webShop, askToken(), readSecret(), { do: 'delete', name: 'vm-web' }).state.now).toBe(
      newCloud('').now,
    );
  });

  it('[TIME-02] moves by whole seconds', () => {
    const played = run('time', wait(1), wait(minute));
    expect(played.state.now - newCloud('').now).toBe(61);
    expect(played.entry(-1).events).toEqual([{ type: 'ClockAdvanced', to: played.state.now }]);
  });

  it.each([0, -0, -1, -day, 0.5, Number.NaN, Infinity, -Infinity, 2 ** 53, Number.MAX_VALUE])(
    '[TIME-02] does not move by %d seconds',
    (seconds) => {
      const played = run('time', wait(seconds));
      expect(played.entry(-1).events).toEqual([]);
      expect(played.state).toEqual(newCloud('time'));
    },
  );

  it('[TIME-02] goes as far as the year 9000, with everything due after it still to be written', () => {
    const start = run('time', fixed(10), shopGroup, host(), vault);
    const end = Date.UTC(9000, 0, 1) / 1000 - start.state.now;
    const last = start.goOn(wait(end), mayReadSecrets(), askToken(), { do: 'delete', name: 'kv-shop' });
    expect(toIso(last.state.now)).toBe('9000-01-01T00:00:00Z');
    expect(moments(last.state).length).toBeGreaterThan(1);
    expect(last.goOn(wait(1)).state).toEqual(last.state);
    expect(start.goOn(wait(end + 1)).state).toEqual(start.state);
  });

  it('[TIME-04] makes two steps of five minutes one of ten', () => {
    const start = run('time', fixed(5), shopGroup, host(), vault, mayReadSecrets(), askToken());
    expect(start.goOn(wait(300), wait(300)).state).toEqual(start.goOn(wait(600)).state);
    expect(start.goOn(wait(299), wait(2), wait(299)).state).toEqual(start.goOn(wait(600)).state);
  });
});

describe('what is due', () => {
  const start = run(
    'time',
    shopGroup,
    host(),
    host('vm-batch'),
    vault,
    fixed(0),
    mayReadSecrets('vm-batch'),
    fixed(5),
    mayReadSecrets(),
    fixed(8),
    { do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-batch', at: 'kv-shop' },
    askToken(),
    { do: 'delete', name: 'vm-batch' },
    { do: 'create', kind: 'keyVault', name: 'kv-old', in: 'rg-shop' },
    { do: 'delete', name: 'kv-old' },
  );
  const due = [
    [5 * minute, 'RoleAssignmentTookEffect'],
    [8 * minute, 'RoleRemovalTookEffect'],
    [day, 'TokenExpired'],
    [30 * day, 'ServicePrincipalPurged'],
    [90 * day, 'DeletedVaultPurged'],
  ] as const;

  it('[TIME-05] is known beforehand, soonest first', () => {
    const { now } = start.state;
    expect(moments(start.state).map(({ at, event }) => [at - now, event.type])).toEqual(due);
  });

  it('[TIME-03] happens in order, each with the clock at its moment', () => {
    expect(happenings(start, 100 * day)).toEqual(due);
    expect(moments(start.goOn(wait(100 * day)).state)).toEqual([]);
  });

  it('[TIME-03] happens when its very moment is reached, and not before', () => {
    expect(happenings(start, 5 * minute)).toEqual(due.slice(0, 1));
    expect(happenings(start, 5 * minute - 1)).toEqual([]);
    expect(happenings(start.goOn(wait(5 * minute)), day)).toHaveLength(2);
  });

  it('[TIME-05] is all that happens by time alone', () => {
    expect(happenings(run('time', webShop), 1_000 * day)).toEqual([]);
    const types = new Set(moments(start.state).map(({ event }) => event.type));
    expect(types.size).toBe(5);
  });

  it('[TIME-05] is taken back by what undoes its cause', () => {
    const revoked = start.goOn({ do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-web', at: 'kv-shop' });
    expect(moments(revoked.state).map(({ event }) => event.type)).not.toContain('RoleAssignmentTookEffect');
    const purged = start.goOn({ type: 'PurgeDeletedVault', name: 'kv-old' });
    expect(moments(purged.state).map(({ event }) => event.type)).not.toContain('DeletedVaultPurged');
  });
});

describe('what is not late', () => {
  const start = run(
    'time',
    webShop,
    identity(),
    { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
    [
      { type: 'CreateGroup', name: 'readers' },
      { type: 'RegisterApplication', name: 'shop-api', appRoles: ['Orders.Read'], assignmentRequired: false },
      { type: 'SetRoleDelay', delay: { kind: 'seeded' } },
      askToken(),
    ],
  );
  const { groups, applications } = homeDirectory(start.state);
  const [group] = dictionary.values(groups);
  const api = [...dictionary.values(applications)].find(({ displayName }) => displayName === 'shop-api');
  const principalId = idsOf(start, 'vm-web').principalId as PrincipalId;
  const idAt = (name: string) => resourceNamed(start.state, name).id;
  const nobody = '' as PrincipalId;
  const noApp = '' as ClientId;

  it.each<[string, Step | Command]>([
    ['an identity that a running machine gains', { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' }],
    ['a policy', { type: 'SetAccessPolicy', vaultId: idAt('kv-shop'), objectId: principalId, secrets: ['get'] }],
    ['a data role', { type: 'AssignCosmosRole', accountId: idAt('cosmos-shop'), principalId, role: 'reader' }],
    ['network rules', { type: 'SetFirewall', resourceId: idAt('kv-shop'), firewall: openFirewall }],
    ['a member of a group', { type: 'AddGroupMember', groupId: group?.id ?? nobody, memberId: principalId }],
    ['an app role', { type: 'AssignAppRole', principalId, resource: api?.appId ?? noApp, role: 'Orders.Read' }],
  ])('[TIME-08] %s', (_what, deed) => {
    const done = start.goOn(deed);
    expect(done.answer.status).toBeLessThan(300);
    expect(moments(done.state)).toEqual(moments(start.state));
  });

  it('[TIME-08] a token in the cache is what a new member of a group waits for', () => {
    const joined = start.goOn({ type: 'AddGroupMember', groupId: group?.id ?? nobody, memberId: principalId });
    expect(moments(joined.state).map(({ at, event }) => [at - joined.state.now, event.type])).toContainEqual([
      day,
      'TokenExpired',
    ]);
    expect(joined.goOn(wait(day - 1), askToken()).claims.groups ?? []).toEqual([]);
    expect(joined.goOn(wait(day), askToken()).claims.groups).toEqual([group?.id]);
  });
});

describe('a token', () => {
  it('[TIME-07] is good until the second before its end', () => {
    const start = run('time', webShop, askToken());
    expect(start.claims.exp).toBe(start.state.now + day);
    const lastSecond = start.goOn(wait(day - 1), readSecret());
    expect(lastSecond.answer.status).toBe(200);
    expect(lastSecond.state.tokens.live.count).toBe(1);
    const over = lastSecond.goOn(wait(1), readSecret());
    expect(over.answer.status).toBe(401);
    expect(over.state.tokens).toEqual({ live: { count: 0, root: null }, cached: { count: 0, root: null } });
  });

  it('[TIME-07] is asked for anew when it is over, and another one', () => {
    const start = run('time', webShop, askToken());
    const again = start.goOn(wait(23 * hour), askToken());
    expect(again.answer.fromCache).toBe(true);
    const anew = again.goOn(wait(hour), askToken());
    expect(anew.answer.fromCache).toBe(false);
    expect(anew.claims.uti).not.toBe(start.claims.uti);
  });
});
