import { describe, expect, it } from 'vitest';
import { owner } from '#domain/cloud/command.ts';
import type { Caller } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { newCloud } from '#domain/cloud/state.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import { dispatch, fork, newWorld, openWorld, past, pastEvents, redo, seek, undo } from '#domain/timeline/timeline.ts';
import type { Timeline, World } from '#domain/timeline/timeline.ts';
import { askToken, host, idsOf, readSecret, run, shopGroup, vault, webShop } from '#test/support/engine.ts';

const shop = run('timeline', webShop, askToken(), readSecret());
const { world } = shop;
const length = world.timeline.entries.length;

/** A command that never fits in with the rest. */
const otherGroup = { type: 'CreateResourceGroup', name: 'rg-other', location: 'northeurope' } as const;

describe('a world', () => {
  it('[LOG-01] begins empty', () => {
    const empty = newWorld('timeline');
    expect(empty.timeline).toEqual({ seed: 'timeline', format: 1, entries: [], cursor: 0 });
    expect(empty.state).toEqual(newCloud('timeline'));
  });

  it('[LOG-01] keeps who did what, and what came of it', () => {
    const teacher: Caller = { kind: 'user', displayName: 'Teacher' };
    const { timeline } = dispatch(dispatch(newWorld('timeline'), otherGroup), otherGroup, teacher);
    expect(timeline.entries.map(({ by }) => by)).toEqual([owner, teacher]);
    expect(timeline.entries.map(({ command }) => command)).toEqual([otherGroup, otherGroup]);
    expect(timeline.entries.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ['ResourceGroupCreated', 'ManagementAnswered'],
      ['ManagementAnswered'],
    ]);
  });

  it('[LOG-02] keeps what was refused', () => {
    const refused = dispatch(world, { type: 'DeleteResourceGroup', name: 'rg-none' });
    expect(refused.state).toEqual(world.state);
    expect(refused.timeline.entries).toHaveLength(length + 1);
  });

  it('[LOG-03] is the same for the same seed and commands', () => {
    expect(run('timeline', webShop, askToken(), readSecret()).world).toEqual(world);
  });

  it('[LOG-03] has other ids for another seed', () => {
    const other = run('another', webShop, askToken(), readSecret());
    expect(other.state.subscriptionId).not.toBe(shop.state.subscriptionId);
    expect(other.state.tenantId).not.toBe(shop.state.tenantId);
    expect(idsOf(other, 'vm-web').principalId).not.toBe(idsOf(shop, 'vm-web').principalId);
    expect(other.claims.uti).not.toBe(shop.claims.uti);
  });
});

describe('moving in a world', () => {
  it('[LOG-04] back and forth loses nothing', () => {
    expect(redo(undo(world))).toEqual(world);
    expect(undo(undo(world)).timeline).toEqual({ ...world.timeline, cursor: length - 2 });
    expect(undo(undo(world)).timeline.entries).toBe(world.timeline.entries);
    expect(seek(world, length)).toBe(world);
  });

  it('[LOG-04] shows only what is past', () => {
    const early = seek(world, 2);
    expect(past(early.timeline)).toHaveLength(2);
    expect(pastEvents(early.timeline)).toEqual(world.timeline.entries.slice(0, 2).flatMap(({ events }) => events));
    expect(early.state.arm.groups.count).toBe(1);
    expect(early.state.arm.resources.count).toBe(0);
  });

  it.each<[number, number]>([
    [-1, 0],
    [-Infinity, 0],
    [Number.NaN, 0],
    [-0.5, 0],
    [2.9, 2],
    [1_000, length],
    [Infinity, length],
  ])('[LOG-04] to %d is moving to %d', (to, cursor) => {
    const moved = seek(world, to);
    expect(moved.timeline.cursor).toBe(cursor);
    expect(moved).toEqual(seek(world, cursor));
  });

  it('[LOG-04] stops at both ends', () => {
    expect(redo(world)).toBe(world);
    const start = seek(world, 0);
    expect(undo(start)).toBe(start);
  });

  it('[LOG-08] brings the same principal back, where switching on again makes another', () => {
    const off = shop.goOn({ do: 'disable-system-assigned', on: 'vm-web' });
    expect(undo(off.world).state).toEqual(world.state);
    const on = off.goOn({ do: 'enable-system-assigned', on: 'vm-web' });
    expect(idsOf(on, 'vm-web').principalId).not.toBe(idsOf(shop, 'vm-web').principalId);
  });

  it('[LOG-08] [LOG-11] and doing the same again gives the same ids', () => {
    const { command } = shop.entry(2);
    const before = seek(world, 2);
    expect(dispatch(before, command).state).toEqual(seek(world, 3).state);
  });
});

describe('a command in the past', () => {
  it('[LOG-05] cuts the future off', () => {
    const changed = dispatch(seek(world, 3), otherGroup);
    expect(changed.timeline.entries).toHaveLength(4);
    expect(changed.timeline.cursor).toBe(4);
    expect(redo(changed)).toBe(changed);
    expect(world.timeline.entries).toHaveLength(length);
  });
});

describe('a fork', () => {
  it('[LOG-06] has the past and no future', () => {
    const forked = fork(seek(world, 3));
    expect(forked.timeline).toEqual({ ...world.timeline, entries: world.timeline.entries.slice(0, 3), cursor: 3 });
    expect(forked.state).toEqual(seek(world, 3).state);
    expect(redo(forked)).toBe(forked);
  });

  it('[LOG-06] goes its own way', () => {
    const original = structuredClone(world);
    const forked = dispatch(fork(world), otherGroup);
    expect(forked.state.arm.groups.count).toBe(2);
    expect(world).toEqual(original);
    expect(world.state.arm.groups.count).toBe(1);
  });
});

describe('what is recorded', () => {
  const stranger = run(
    'timeline',
    shopGroup,
    host(),
    host('vm-stranger'),
    vault,
    { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-stranger', at: 'kv-shop' },
    askToken(),
  );
  /** An Azure in which every role counts at once and for everybody as for vm-stranger: what nobody recorded today. */
  const otherRules: Rules = {
    ...azureRules,
    principalsOf: () => [idsOf(stranger, 'vm-stranger').principalId as PrincipalId],
    roleEffective: () => true,
  };
  const { timeline, state } = stranger.world;

  it('[LOG-07] is never decided again', () => {
    const { command } = stranger.goOn(readSecret()).entry(-1);
    const entry = { by: owner, command, events: decide(state, command, owner, otherRules) };
    expect(entry.events.at(-1)).toMatchObject({ response: { status: 200 } });
    expect(decide(state, command).at(-1)).toMatchObject({ response: { status: 403 } });

    const opened = openWorld({ ...timeline, entries: [...timeline.entries, entry], cursor: timeline.cursor + 1 });
    for (const moved of [opened, redo(undo(opened)), seek(seek(opened, 0), opened.timeline.cursor), fork(opened)]) {
      expect(moved.timeline.entries.at(-1)?.events).toBe(entry.events);
      expect(moved.state).toEqual(opened.state);
    }
  });

  it('[LOG-07] keeps ids that would be others today', () => {
    const today = idsOf(stranger, 'vm-web').principalId;
    const older = JSON.parse(JSON.stringify(timeline).replaceAll(today, 'an-older-id')) as Timeline;
    const off = dispatch(openWorld(older), { type: 'DisableSystemAssignedIdentity', resourceId: vmId(stranger.world) });
    expect(off.timeline.entries.at(-1)?.events).toContainEqual(
      expect.objectContaining({ type: 'ServicePrincipalDeleted', principalId: 'an-older-id' }),
    );
  });
});

function vmId({ timeline }: World) {
  for (const event of pastEvents(timeline)) {
    if (event.type === 'ResourceCreated' && event.resource.name === 'vm-web') return event.resource.id;
  }
  throw new Error('There is no vm-web.');
}

describe('a world that is opened', () => {
  it('[LOG-09] is the one that was written', () => {
    const written = JSON.stringify(world.timeline);
    expect(openWorld(JSON.parse(written) as Timeline)).toEqual(world);
    const early = seek(world, 4);
    expect(openWorld(JSON.parse(JSON.stringify(early.timeline)) as Timeline)).toEqual(early);
  });

  it.each([-1, length + 1, 0.5, Number.NaN, Infinity])('[LOG-09] is refused with a cursor at %d', (cursor) => {
    expect(() => openWorld({ ...world.timeline, cursor })).toThrow('cursor');
  });

  it('[LOG-09] is refused where an event does not fit', () => {
    const [, ...entries] = shop.goOn({ do: 'delete', name: 'vm-web' }).world.timeline.entries;
    const withoutMachine = entries.filter(({ command }) => command.type !== 'CreateResource');
    const broken: Timeline = { ...world.timeline, entries: withoutMachine, cursor: withoutMachine.length };
    expect(() => openWorld(broken)).toThrow();
  });
});
