import { describe, expect, it } from 'vitest';
import { planLanes } from '#app/lanes/lane-plan.ts';
import type { LanePlan, PlannedMoment } from '#app/lanes/lane-plan.ts';
import type { ShownCounter } from '#app/lanes/counters.ts';
import type { LaneKind } from '#app/lanes/lane.ts';
import { laneScripts } from '#app/lanes/scripts.ts';

const plans = new Map(laneScripts.map((id) => [id, planLanes(id)]));

function planOf(id: (typeof laneScripts)[number]): LanePlan {
  const plan = plans.get(id);
  if (plan === undefined) throw new Error(id);
  return plan;
}

/** A counter at each moment. */
function course({ moments }: LanePlan, kind: LaneKind, counter: ShownCounter): readonly (number | null)[] {
  return moments.map(({ lanes }) => lanes[kind].counters[counter]);
}

function last({ moments }: LanePlan): PlannedMoment {
  const moment = moments.at(-1);
  if (moment === undefined) throw new Error('no moments');
  return moment;
}

describe('one script in two worlds', () => {
  it.each(laneScripts)('%s: both lanes have the same moments and begin with everything in force', (id) => {
    const { moments } = planOf(id);
    expect(moments[0]?.id).toBe('start');
    for (const kind of ['system', 'user'] as const) {
      const start = moments[0]?.lanes[kind];
      expect(start?.counters).toMatchObject({ refused: 0, orphans: 0, minutes: 0, changes: 0 });
      expect(start?.changed).toEqual([]);
      expect(start?.picture.grants.map(({ state }) => state)).not.toContain('pending');
    }
    const hosts = moments.map(({ lanes }) => [lanes.system.counters.hosts, lanes.user.counters.hosts]);
    expect(hosts.every(([one, other]) => one === other)).toBe(true);
  });

  it.each(laneScripts)('%s: what changed is the difference of the counters', (id) => {
    const { moments, shown } = planOf(id);
    for (const [index, { lanes }] of moments.slice(1).entries()) {
      for (const kind of ['system', 'user'] as const) {
        const before = moments[index]?.lanes[kind].counters;
        const differing = shown.filter((counter) => before?.[counter] !== lanes[kind].counters[counter]);
        expect(lanes[kind].changed.map(({ counter }) => counter)).toEqual(differing);
      }
    }
  });

  it('is the same each time', () => {
    expect(planLanes('delete')).toEqual(planOf('delete'));
  });
});

describe('from one machine to eight', () => {
  const plan = planOf('scale');

  it('takes eight roles or two for four machines, and sixteen or two for eight', () => {
    expect(course(plan, 'system', 'grants')).toEqual([2, 2, 2, 8, 8, 8, 8, 8, 16, 16, 16]);
    expect(new Set(course(plan, 'user', 'grants'))).toEqual(new Set([2]));
    expect(course(plan, 'system', 'principals').at(-1)).toBe(8);
    expect(course(plan, 'user', 'principals').at(-1)).toBe(1);
  });

  it('refuses new machines of their own identity until their roles act, and nobody who shares one', () => {
    expect(plan.moments[7]?.lanes.system.counters.refused).toBe(8);
    expect(last(plan).lanes.user.counters.refused).toBe(0);
    const reads = plan.moments[7]?.lanes.system.picture.hosts.map(({ read }) => read);
    expect(reads?.filter((read) => read === 'refused')).toHaveLength(4);
    expect(course(plan, 'system', 'minutes').slice(6)).toEqual([null, null, 10, 0, 0]);
  });

  it('signs in as often in both lanes: the cache is each host’s own', () => {
    expect(course(plan, 'system', 'signIns')).toEqual(course(plan, 'user', 'signIns'));
    expect(last(plan).lanes.user.counters.signIns).toBe(16);
  });

  it('speaks for both designs in the end', () => {
    expect(plan.reasons).toContainEqual({ counter: 'grants', better: 'user', system: 16, user: 2 });
    expect(plan.reasons).toContainEqual({ counter: 'toldApartByStorage', better: 'system', system: 8, user: 1 });
    expect(plan.reasons).toContainEqual({ counter: 'behindOne', better: 'system', system: 1, user: 8 });
  });
});

describe('deleting', () => {
  const plan = planOf('delete');

  it('orphans the roles of a system-assigned identity, and leaves those of a shared one to nobody', () => {
    expect(course(plan, 'system', 'orphans')).toEqual([0, 0, 2, 2, 4, 0]);
    expect(course(plan, 'user', 'orphans')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(course(plan, 'user', 'idle')).toEqual([0, 0, 0, 0, 2, 0]);
  });

  it('draws the deleted principal and the open end of its roles', () => {
    const { principals, grants } = plan.moments[2]?.lanes.system.picture ?? { principals: [], grants: [] };
    expect(principals.map(({ name, deleted }) => [name, deleted])).toEqual([
      ['vm-web-1', false],
      ['vm-web-2', true],
    ]);
    expect(grants.filter(({ state }) => state === 'orphaned')).toHaveLength(2);
  });
});

describe('the others', () => {
  it('recreate: the same name is another principal, and waits ten minutes once somebody gives it roles', () => {
    const plan = planOf('recreate');
    expect(course(plan, 'system', 'minutes')).toEqual([0, 0, 0, null, null, 10, 0, 0]);
    expect(last(plan).lanes.system.counters).toMatchObject({ refused: 2, orphans: 2, grants: 2 });
    expect(last(plan).lanes.user.counters).toMatchObject({ refused: 0, orphans: 0, changes: 2 });
  });

  it('audit: the account cannot tell who read, and a detached identity does not stop a token', () => {
    const { lanes } = last(planOf('audit'));
    expect(lanes.user.counters).toMatchObject({ toldApartByStorage: 1, toldApartByVault: 3, refused: 0 });
    expect(lanes.system.counters).toMatchObject({ toldApartByStorage: 3, refused: 2, minutes: 0 });
  });

  it('replace: a new user-assigned identity is made ready beside the old one', () => {
    const plan = planOf('replace');
    expect(Math.max(...course(plan, 'user', 'minutes').map(Number))).toBe(0);
    expect(last(plan).lanes).toMatchObject({
      system: { counters: { refused: 8 } },
      user: { counters: { refused: 0 } },
    });
    expect(last(plan).lanes.user.picture.identities.map(({ name }) => name)).toEqual(['id-shop-reader-2']);
  });
});
