import { describe, expect, it } from 'vitest';
import { refusalIn } from '#app/sandbox/forecast.ts';
import { locksLeft, obstacleIn } from '#app/sandbox/refusal.ts';
import type { Command } from '#domain/cloud/command.ts';
import { callerNamed, personaCommands } from '#domain/cloud/personas.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

const shop: readonly Command[] = [
  { type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 0 } },
  { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' },
  ...(
    [
      ['virtualMachine', 'vm-web'],
      ['userAssignedIdentity', 'id-shop'],
      ['keyVault', 'kv-shop'],
    ] as const
  ).map(([kind, name]): Command => ({
    type: 'CreateResource',
    kind,
    name,
    resourceGroup: 'rg-shop',
    location: 'westeurope',
  })),
];

/** What is in the way of a command of somebody with a role at the whole subscription. */
function obstacleOf(role: string | null, command: (state: CloudState) => Command, before: readonly Command[] = []) {
  const grants = (state: CloudState) =>
    role === null ? [] : [{ role, scope: `/subscriptions/${state.subscriptionId}` }];
  let world: World = [...shop, ...before].reduce((made, each) => dispatch(made, each), newWorld('refusal'));
  for (const make of personaCommands({ name: 'Sam', grants: grants(world.state) })) {
    world = dispatch(world, make(world.state));
  }
  world = dispatch(world, command(world.state), callerNamed(world.state, 'Sam'));
  const refused = refusalIn(world.timeline.entries.at(-1)?.events ?? []);
  return {
    state: world.state,
    obstacle: refused === null ? undefined : obstacleIn(world.state, refused.code, refused.message),
  };
}

const idOf = (state: CloudState, name: string) => {
  const found = resourcesOf(state).find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found.id;
};

describe('what stands in the way of a refused command', () => {
  it.each<[string, string | null, (state: CloudState) => Command, object]>([
    [
      'a resource',
      'Reader',
      (state) => ({ type: 'DeleteResource', id: idOf(state, 'vm-web') }),
      { verb: 'delete', kind: 'virtualMachine', at: 'vm-web' },
    ],
    [
      'an action',
      'Reader',
      (state) => ({ type: 'SetPower', id: idOf(state, 'vm-web'), action: 'deallocate' }),
      { verb: 'deallocate', kind: 'virtualMachine', at: 'vm-web' },
    ],
    [
      'a part of a resource',
      'Contributor',
      (state) => ({ type: 'CreateLock', scope: idOf(state, 'kv-shop'), name: 'keep', level: 'CanNotDelete' }),
      { verb: 'write', kind: null, part: 'locks', at: 'kv-shop' },
    ],
    [
      'an identity that the command links to',
      'Virtual Machine Contributor',
      (state) => ({
        type: 'AttachUserAssignedIdentity',
        resourceId: idOf(state, 'vm-web'),
        identityId: idOf(state, 'id-shop'),
      }),
      { verb: 'assign', kind: 'userAssignedIdentity', at: 'id-shop' },
    ],
  ])('%s', (_, role, command, permission) => {
    expect(obstacleOf(role, command).obstacle).toMatchObject({ kind: 'permission', missing: [permission] });
  });

  it('a lock, until it is removed', () => {
    const lockVault = (state: CloudState): Command => ({
      type: 'CreateLock',
      scope: idOf(state, 'kv-shop'),
      name: 'keep',
      level: 'CanNotDelete',
    });
    const { state: empty } = obstacleOf('Owner', lockVault);
    const { obstacle, state } = obstacleOf('Owner', (now) => ({ type: 'DeleteResource', id: idOf(now, 'kv-shop') }), [
      lockVault(empty),
    ]);
    if (obstacle?.kind !== 'lock') throw new Error('No lock is in the way.');
    expect(locksLeft(state, obstacle.scopes).map(({ name }) => name)).toEqual(['keep']);
    expect(findByCloudName(state.arm, 'keyVault', 'kv-shop')).toBeDefined();
  });

  it('nothing that a person or a lock could change', () => {
    expect(obstacleOf('Owner', () => ({ type: 'DeleteResourceGroup', name: 'rg-none' })).obstacle).toBeNull();
  });
});
