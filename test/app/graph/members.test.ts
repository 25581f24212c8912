import { describe, expect, it } from 'vitest';
import type { WorldGraph } from '#app/world/graph/model.ts';
import { worldGraph } from '#app/world/graph/world-graph.ts';
import type { Command } from '#domain/cloud/command.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { rootScope } from '#domain/cloud/scope.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import type { RoleId } from '#domain/kernel/brand.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

const reader = findRoleByName('Reader')?.id ?? ('' as RoleId);

function given(...commands: readonly (Command | ((world: World) => Command))[]): WorldGraph {
  const world = commands.reduce(
    (held, each) => dispatch(held, typeof each === 'function' ? each(held) : each),
    newWorld('members'),
  );
  return worldGraph(world.state);
}

function create(kind: 'aksCluster' | 'storageAccount' | 'sqlServer', name: string): Command {
  return { type: 'CreateResource', kind, name, resourceGroup: 'rg-shop', location: 'westeurope' };
}

const group: Command = { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' };

function node(graph: WorldGraph, name: string) {
  const found = graph.nodes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no node ${name}`);
  return found;
}

describe('the picture of more than identities', () => {
  it('a cluster stands among the hosts, without a tab', () => {
    const graph = given(group, create('aksCluster', 'aks-shop'));
    expect(node(graph, 'aks-shop')).toMatchObject({ kind: 'host', hostKind: 'aksCluster', tab: null });
  });

  it('people and groups have seals under the targets, which belong to nobody', () => {
    const graph = given(
      group,
      create('sqlServer', 'sql-shop'),
      { type: 'CreateUser', name: 'Rita Reader' },
      {
        type: 'CreateGroup',
        name: 'Readers',
      },
    );
    const [person, readers] = [node(graph, 'Rita Reader'), node(graph, 'Readers')];
    expect(person).toMatchObject({ kind: 'principal', hue: 'person', ownerId: null });
    expect(readers).toMatchObject({ kind: 'principal', hue: 'group', ownerId: null });
    expect(person.box.x).toBe(node(graph, 'sql-shop').box.x);
    expect(readers.box.y).toBeGreaterThan(person.box.y);
  });

  it('a role of a person is no orphan, and leads from its seal', () => {
    const graph = given(
      group,
      create('sqlServer', 'sql-shop'),
      { type: 'CreateUser', name: 'Rita Reader' },
      (world) => ({
        type: 'CreateRoleAssignment',
        scope: resourcesOf(world.state)[0]?.id ?? '',
        roleId: reader,
        principalId: callerNamed(world.state, 'Rita Reader').principalId,
        principalType: 'User',
      }),
    );
    const role = graph.edges.find((edge) => edge.kind === 'role');
    expect(role).toMatchObject({ from: node(graph, 'Rita Reader').id, principalName: 'Rita Reader' });
    expect(role?.kind === 'role' && role.status.kind).not.toBe('orphaned');
  });

  it('a role above the subscription is drawn at it, and one at a container at its account', () => {
    const person = (world: World) => callerNamed(world.state, 'Rita Reader').principalId;
    const accountId = (world: World) => {
      const found = resourcesOf(world.state)[0];
      if (found === undefined) throw new Error('no account');
      return found.id;
    };
    const graph = given(
      group,
      create('storageAccount', 'stshop'),
      { type: 'CreateUser', name: 'Rita Reader' },
      (world) => ({ type: 'CreateContainer', accountId: accountId(world), name: 'images' }),
      (world) => ({
        type: 'CreateRoleAssignment',
        scope: `${accountId(world)}/blobServices/default/containers/images`,
        roleId: reader,
        principalId: person(world),
        principalType: 'User',
      }),
      (world) => ({
        type: 'CreateRoleAssignment',
        scope: rootScope(world.state.tenantId),
        roleId: reader,
        principalId: person(world),
        principalType: 'User',
      }),
    );
    const roles = graph.edges.filter((edge) => edge.kind === 'role');
    expect(roles.map(({ to }) => to).toSorted()).toEqual([node(graph, 'stshop').id, 'subscription'].toSorted());
    expect(roles.map(({ scopeName }) => scopeName)).toContain('stshop/images');
  });
});
