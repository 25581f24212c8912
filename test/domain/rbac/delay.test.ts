import { describe, expect, it } from 'vitest';
import type { RoleDelay } from '#domain/cloud/command.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { minute } from '#domain/kernel/instant.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import type { Step } from '#domain/script/script.ts';
import { askToken, host, mayReadSecrets, readSecret, run, shopGroup, vault } from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';

const fixed = (minutes: number): Step => ({ do: 'set-role-delay', minutes });
const wait = (seconds: number): Deed => ({ type: 'AdvanceClock', seconds });
const revoke: Step = { do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-web', at: 'kv-shop' };
const shop = run('delay', shopGroup, host(), vault, askToken());

function statusNow(played: Played): number {
  return played.goOn(readSecret()).answer.status;
}

function assignmentOf({ state }: Played): RoleAssignment {
  const [only] = assignmentsOf(state);
  if (only === undefined) throw new Error('There is no assignment.');
  return only;
}

/** Seconds until the only assignment takes effect. */
function delayOf(played: Played): number {
  const { createdAt, effectiveAt } = assignmentOf(played);
  return effectiveAt - createdAt;
}

describe('a grant', () => {
  it('[RBAC-09] takes effect within ten minutes, at any time in them', () => {
    const delays = Array.from({ length: 200 }, (_, index) =>
      delayOf(run(`${index}`, shopGroup, host(), vault, mayReadSecrets())),
    );
    expect(delays.every((delay) => Number.isInteger(delay) && delay >= 0 && delay <= 10 * minute)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      expect(delays.some((delay) => Math.floor(delay / minute) === tenth)).toBe(true);
    }
  });

  it('[RBAC-09] takes the same time in the same world, and another for another assignment', () => {
    expect(delayOf(shop.goOn(mayReadSecrets()))).toBe(delayOf(shop.goOn(wait(7), mayReadSecrets())));
    const again = shop.goOn(mayReadSecrets(), revoke, mayReadSecrets());
    expect(delayOf(again)).not.toBe(delayOf(shop.goOn(mayReadSecrets())));
  });

  it('[RBAC-09] is honored from that second on', () => {
    const granted = shop.goOn(mayReadSecrets());
    const delay = delayOf(granted);
    expect(delay).toBeGreaterThan(1);
    expect(statusNow(granted)).toBe(403);
    expect(statusNow(granted.goOn(wait(delay - 1)))).toBe(403);
    expect(statusNow(granted.goOn(wait(delay)))).toBe(200);
  });

  it('[RBAC-18] is named by the call that it would have allowed', () => {
    const granted = shop.goOn(mayReadSecrets());
    const { id, effectiveAt } = assignmentOf(granted);
    expect(granted.goOn(readSecret()).answer.decision?.pending).toEqual({ assignmentId: id, effectiveAt });
    expect(granted.goOn(wait(delayOf(granted)), readSecret()).answer.decision?.pending).toBeNull();
    expect(shop.goOn(readSecret()).answer.decision?.pending).toBeNull();
  });

  it('[RBAC-18] is named the soonest where there are several', () => {
    const both = shop.goOn(fixed(9), mayReadSecrets(), fixed(3), {
      do: 'assign-role',
      role: 'Key Vault Administrator',
      to: 'vm-web',
      at: 'rg-shop',
    });
    const { decision } = both.goOn(readSecret()).answer;
    expect(decision?.pending?.effectiveAt).toBe(both.state.now + 3 * minute);
    expect(decision?.gates.at(-1)).toMatchObject({ gate: 'role', passed: false });
  });
});

describe('a delay that is fixed', () => {
  it.each([0, 1, 10])('[RBAC-10] is what a grant takes: %i minutes', (minutes) => {
    const granted = shop.goOn(fixed(minutes), mayReadSecrets());
    expect(delayOf(granted)).toBe(minutes * minute);
    expect(statusNow(granted)).toBe(minutes === 0 ? 200 : 403);
    expect(statusNow(granted.goOn({ do: 'advance', minutes: 10 }))).toBe(200);
  });

  it('[RBAC-10] counts from then on, not for what was granted before', () => {
    const granted = shop.goOn(fixed(5), mayReadSecrets());
    expect(granted.goOn(fixed(0)).state.rbac).toEqual(granted.state.rbac);
  });

  it('[RBAC-10] is left to the seed again', () => {
    const seeded = shop.goOn(fixed(5), { type: 'SetRoleDelay', delay: { kind: 'seeded' } }, mayReadSecrets());
    expect(seeded.state.rbac).toEqual(shop.goOn(mayReadSecrets()).state.rbac);
  });

  it.each([-1, 601, 0.5, Number.NaN, Infinity, 2 ** 60])('[RBAC-10] cannot be %d seconds', (seconds) => {
    const delay: RoleDelay = { kind: 'fixed', seconds };
    const played = shop.goOn({ type: 'SetRoleDelay', delay });
    expect(played.entry(-1).events).toEqual([]);
    expect(played.state).toEqual(shop.state);
  });

  it('[RBAC-10] of less than nothing is nothing', () => {
    const played = shop.goOn({ type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: -0 } });
    expect(played.state.roleDelay).toEqual({ kind: 'fixed', seconds: 0 });
  });
});

describe('a removal', () => {
  const honored = shop.goOn(fixed(0), mayReadSecrets());

  it('[RBAC-11] takes its time too: the assignment is gone and still honored', () => {
    const removed = honored.goOn(fixed(4), revoke);
    expect(assignmentsOf(removed.state)).toEqual([]);
    expect(statusNow(removed)).toBe(200);
    expect(statusNow(removed.goOn(wait(4 * minute - 1)))).toBe(200);
    expect(statusNow(removed.goOn(wait(4 * minute)))).toBe(403);
  });

  it('[RBAC-11] is over at once where the delay is nothing', () => {
    const removed = honored.goOn(revoke);
    expect(statusNow(removed)).toBe(403);
    expect(removed.state.rbac).toEqual(shop.state.rbac);
  });

  it('[RBAC-09] [RBAC-11] takes up to ten minutes, and not as long as the grant', () => {
    const delays = Array.from({ length: 60 }, (_, index) => {
      const granted = run(`${index}`, shopGroup, host(), vault, mayReadSecrets());
      const removed = granted.goOn({ do: 'advance', minutes: 10 }, revoke);
      const [ending] = removed.entry(-1).events;
      const removal = ending?.type === 'RoleAssignmentDeleted' ? ending.endsAt - removed.state.now : Number.NaN;
      return { grant: delayOf(granted), removal };
    });
    expect(delays.every(({ removal }) => removal >= 0 && removal <= 10 * minute)).toBe(true);
    expect(new Set(delays.map(({ removal }) => removal)).size).toBeGreaterThan(30);
    expect(delays.filter(({ grant, removal }) => grant === removal).length).toBeLessThan(5);
  });

  it('[RBAC-11] before it took effect leaves nothing that ever does', () => {
    const removed = shop.goOn(fixed(5), mayReadSecrets(), wait(minute), fixed(10), revoke);
    expect(removed.state.rbac.ending.count).toBe(0);
    for (const minutes of [0, 1, 4, 5, 9, 10, 15]) {
      expect(statusNow(removed.goOn(wait(minutes * minute)))).toBe(403);
    }
  });

  it('[RBAC-11] does not touch an assignment that is made again meanwhile', () => {
    const again = honored.goOn(fixed(10), revoke, fixed(0), mayReadSecrets());
    expect(again.answer.status).toBe(201);
    expect(statusNow(again.goOn({ do: 'advance', days: 1 }, askToken()))).toBe(200);
  });
});
