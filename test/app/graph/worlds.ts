import fc from 'fast-check';
import type { GraphEdge, GraphNode, WorldGraph } from '#app/world/graph/model.ts';
import { worldGraph } from '#app/world/graph/world-graph.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { newWorld, type World } from '#domain/timeline/timeline.ts';

/** A world after some steps; the first of them fixes how long roles take. */
export function worldOf(...steps: readonly Step[]): World {
  return runScript(newWorld('graph'), [{ do: 'set-role-delay', minutes: 5 }, ...steps]);
}

export function graphOf(...steps: readonly Step[]): WorldGraph {
  return worldGraph(worldOf(...steps).state);
}

/** The pictures before and after some more steps. */
export function graphsAround(world: World, ...steps: readonly Step[]): { before: WorldGraph; after: WorldGraph } {
  return { before: worldGraph(world.state), after: worldGraph(runScript(world, steps).state) };
}

export const firstShop: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
  { do: 'advance', minutes: 10 },
];

/** The machine has an identity of its own and shares one with the app. */
export const sharedShop: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'create', kind: 'storageAccount', name: 'stshopimages', in: 'rg-shop' },
  { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
  {
    do: 'create',
    kind: 'virtualMachine',
    name: 'vm-web',
    in: 'rg-shop',
    systemAssigned: true,
    userAssigned: ['id-shop-reader'],
  },
  { do: 'create', kind: 'webApp', name: 'app-shop', in: 'rg-shop', userAssigned: ['id-shop-reader'] },
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
  { do: 'assign-role', role: 'Storage Blob Data Reader', to: 'id-shop-reader', at: 'stshopimages' },
  { do: 'advance', minutes: 10 },
];

/** A line for each thing: what it is, its name, where it stands. */
export function drawn({ nodes, edges }: Pick<WorldGraph, 'nodes' | 'edges'>): string {
  const names = new Map(nodes.map((node) => [node.id, `${node.kind} ${nameOf(node)}`]));
  return [...nodes.map(nodeLine), ...edges.map((edge) => edgeLine(edge, names))].join('\n');
}

function nodeLine(node: GraphNode): string {
  const { x, y, width, height } = node.box;
  const tab = node.kind === 'host' && node.tab !== null ? ' with tab' : '';
  return `${node.kind} ${nameOf(node)}${tab} at ${x},${y} ${width}×${height}`;
}

function nameOf(node: GraphNode): string {
  return node.kind === 'subscription' ? '(all)' : node.name;
}

function edgeLine(edge: GraphEdge, names: ReadonlyMap<string, string>): string {
  const ends = `${names.get(edge.from ?? '') ?? 'nobody'} → ${names.get(edge.to) ?? 'nothing'}`;
  const path = edge.path.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ');
  const what = { tether: 'tether', principalOf: 'principal of', role: 'role' }[edge.kind];
  const state = edge.kind === 'role' ? ` ${edge.role}, ${edge.status.kind}` : '';
  return `${what}${state}: ${ends} by ${path}`;
}

const roles = ['Key Vault Secrets User', 'Storage Blob Data Contributor', 'Reader', 'Virtual Machine Contributor'];
const groups = ['rg-shop', 'rg-back-office'] as const;
const group = fc.constantFrom(...groups);

/** What a random world is made of; numbers pick from what there is. */
const parts = fc.record({
  hosts: fc.array(
    fc.record({
      group,
      kind: fc.constantFrom('virtualMachine', 'webApp', 'functionApp'),
      systemAssigned: fc.boolean(),
      identities: fc.subarray([0, 1, 2, 3]),
      suffix: fc.constantFrom('', '-with-a-rather-long-name'),
    }),
    { maxLength: 9 },
  ),
  identities: fc.integer({ min: 0, max: 4 }),
  targets: fc.array(fc.record({ group, kind: fc.constantFrom('keyVault', 'storageAccount') }), { maxLength: 6 }),
  grants: fc.array(fc.record({ role: fc.constantFrom(...roles), who: fc.nat(20), at: fc.nat(20) }), { maxLength: 14 }),
  minutes: fc.integer({ min: 1, max: 9 }),
  deletions: fc.uniqueArray(fc.nat(18), { maxLength: 4 }),
});

type Parts = typeof parts extends fc.Arbitrary<infer Value> ? Value : never;

/** Worlds of up to some thirty things in two groups, with a history of deletions. */
export const anyWorld: fc.Arbitrary<World> = parts.map((each) => {
  const identities = Array.from({ length: each.identities }, (_, index) => `id-${index}-reader`);
  const hosts = each.hosts.map((host, index) => ({ ...host, name: `host-${index}${host.suffix}` }));
  const targets = each.targets.map((target, index) => ({ ...target, name: `store${index}` }));
  const resources = [...identities, ...[...hosts, ...targets].map(({ name }) => name)];
  const principals = [...identities, ...hosts.flatMap(({ name, systemAssigned }) => (systemAssigned ? [name] : []))];
  return worldOf(
    ...groups.map((name): Step => ({ do: 'create-group', name })),
    ...identities.map((name): Step => ({ do: 'create', kind: 'userAssignedIdentity', name, in: 'rg-shop' })),
    ...hosts.map(({ name, kind, group: within, systemAssigned, identities: used }): Step => {
      const userAssigned = used.flatMap((index) => identities[index] ?? []);
      return { do: 'create', kind, name, in: within, systemAssigned, userAssigned };
    }),
    ...targets.map(({ name, kind, group: within }): Step => ({ do: 'create', kind, name, in: within })),
    ...grantSteps(each.grants, principals, ['subscription', ...groups, ...resources]),
    { do: 'advance', minutes: each.minutes },
    ...each.deletions.flatMap((index): Step[] => {
      const name = resources[index];
      return name === undefined ? [] : [{ do: 'delete', name }];
    }),
  );
});

function grantSteps(grants: Parts['grants'], principals: readonly string[], scopes: readonly string[]): Step[] {
  return grants.flatMap(({ role, who, at }): Step[] => {
    const to = principals[who % Math.max(principals.length, 1)];
    const scope = scopes[at % scopes.length];
    return to === undefined || scope === undefined ? [] : [{ do: 'assign-role', role, to, at: scope }];
  });
}
