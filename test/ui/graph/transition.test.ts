import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode, WorldGraph } from '#app/world/graph/model.ts';
import { worldGraph } from '#app/world/graph/world-graph.ts';
import type { Step } from '#domain/script/script.ts';
import { runScript } from '#domain/script/run.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { undo, type World } from '#domain/timeline/timeline.ts';
import { anyWorld, firstShop, graphsAround, sharedShop, worldOf } from '#test/app/graph/worlds.ts';
import { seed } from '#test/support/seed.ts';
import { changes } from '#ui/graph/changes.ts';
import { restingScene } from '#ui/graph/scene.ts';
import { transition } from '#ui/graph/transition.ts';
import type { TransitionStep } from '#ui/graph/transition.ts';

/** A line for each step: what happens to what, and what is looked at. */
function told(steps: readonly TransitionStep[]): string {
  return steps
    .map(({ kind, scene }) => {
      const names = new Map([...scene.nodes, ...scene.edges].map((thing) => [thing.id, nameOf(thing, scene)]));
      const looks = [...scene.looks].map(([id, look]) => `${names.get(id) ?? id} ${look}`);
      return [kind, ...looks].join('\n  ');
    })
    .join('\n');
}

function nameOf(thing: GraphNode | GraphEdge, { nodes }: Pick<WorldGraph, 'nodes'>): string {
  if ('box' in thing) return `${thing.kind} ${thing.name}`;
  if (thing.kind === 'role') return `role ${thing.role}`;
  const ends = [thing.from, thing.to].map((id) => nodes.find((node) => node.id === id)?.name ?? 'gone');
  return `${thing.kind} ${ends.join(' → ')}`;
}

function play(world: World, ...steps: readonly Step[]): readonly TransitionStep[] {
  const { before, after } = graphsAround(world, ...steps);
  return transition(before, after);
}

describe('deleting a host', () => {
  const world = worldOf(...sharedShop);
  const deletion = { do: 'delete', name: 'vm-web' } as const;
  const steps = play(world, deletion);

  it('is told in the order of causes', () => {
    expect(told(steps)).toMatchInlineSnapshot(`
      "leave
        host vm-web leaving
        principalOf vm-web → vm-web retracting
      release
        tether id-shop-reader → gone retracting
      empty
        principal vm-web emptying
      fall
      orphan
        role Key Vault Secrets User orphaning
      settle
        tether id-shop-reader → app-shop entering
        principalOf id-shop-reader → id-shop-reader entering"
    `);
  });

  it('leaves everything in its place until the end', () => {
    const { before } = graphsAround(world, deletion);
    const placeOf = ({ box }: GraphNode) => `${box.x} ${box.y}`;
    const places = new Map(before.nodes.map((node) => [node.id, placeOf(node)]));
    const earlier = steps.slice(0, -1).flatMap(({ scene }) => scene.nodes);
    const moved = earlier.filter((node) => node.kind !== 'deletedPrincipal' && places.get(node.id) !== placeOf(node));
    expect(moved.map(({ name }) => name)).toEqual([]);
    expect(steps.at(-1)?.kind).toBe('settle');
  });

  it('lets the seal fall into the list and cuts its role where it enters the vault', () => {
    const fall = steps.find(({ kind }) => kind === 'fall')?.scene;
    const fallen = fall?.nodes.find(({ kind }) => kind === 'deletedPrincipal');
    expect(fallen?.box.y).toBeGreaterThan(fall?.lanes.deleted.y ?? Infinity);
    const settled = steps.at(-1)?.scene.edges.find((edge) => edge.kind === 'role' && edge.status.kind === 'orphaned');
    expect(settled?.path).toHaveLength(3);
  });

  it('marks the identity that lets go and stays', () => {
    const release = steps.find(({ kind }) => kind === 'release')?.scene;
    const marked = release?.nodes.filter(({ id }) => release.marked.has(id)).map(({ name }) => name);
    expect(marked).toEqual(['id-shop-reader']);
  });

  it('reads as a list', () => {
    const { before, after } = graphsAround(world, deletion);
    expect(changes(before, after)).toEqual([
      'vm-web is gone, and its system-assigned identity with it.',
      'id-shop-reader let go of vm-web and stays.',
      'Service principal vm-web is on the deleted list until 1 April 2026.',
      'The role assignment Key Vault Secrets User at kv-shop stays: Identity not found.',
    ]);
  });
});

describe('other changes', () => {
  it('shows a new host before its principal, and its role last', () => {
    const [group, host, vault, role] = firstShop;
    const world = worldOf(...[group, vault].flatMap((step) => step ?? []));
    expect(told(play(world, ...[host, role].flatMap((step) => step ?? [])))).toMatchInlineSnapshot(`
      "settle
      appear
        host vm-web entering
      enroll
        principal vm-web entering
        principalOf vm-web → vm-web drawing
      grant
        role Key Vault Secrets User drawing"
    `);
  });

  it('leaves a ghost where an identity was deleted', () => {
    const world = worldOf(...sharedShop);
    const steps = [{ do: 'delete', name: 'id-shop-reader' }] as const;
    expect(told(play(world, ...steps))).toMatchInlineSnapshot(`
      "leave
        identity id-shop-reader leaving
        principalOf id-shop-reader → id-shop-reader retracting
        missingIdentity id-shop-reader entering
        tether id-shop-reader → app-shop entering
        tether id-shop-reader → vm-web entering
      empty
        principal id-shop-reader emptying
      fall
      orphan
        role Storage Blob Data Reader orphaning
      settle
        role Key Vault Secrets User entering"
    `);
    const { before, after } = graphsAround(world, ...steps);
    expect(changes(before, after).slice(0, 3)).toEqual([
      'User-assigned identity id-shop-reader is gone.',
      'app-shop still refers to id-shop-reader, which no longer exists.',
      'vm-web still refers to id-shop-reader, which no longer exists.',
    ]);
  });

  it('takes off only the tab when the system-assigned identity is turned off', () => {
    const { before, after } = graphsAround(worldOf(...firstShop), { do: 'disable-system-assigned', on: 'vm-web' });
    expect(transition(before, after).map(({ kind }) => kind)).toEqual(['leave', 'empty', 'fall', 'orphan', 'settle']);
    expect(changes(before, after)[0]).toBe('The system-assigned identity of vm-web is off.');
  });

  it('shows when a role takes effect', () => {
    const { before, after } = graphsAround(worldOf(...firstShop.slice(0, -1)), { do: 'advance', minutes: 5 });
    expect(transition(before, after).map(({ kind }) => kind)).toEqual(['restyle']);
    expect(changes(before, after)).toEqual(['Key Vault Secrets User at kv-shop is effective now.']);
  });

  it('empties the deleted list when its time has come', () => {
    const world = worldOf(...firstShop, { do: 'delete', name: 'vm-web' });
    const { before, after } = graphsAround(world, { do: 'advance', days: 30 });
    expect(transition(before, after).map(({ kind }) => kind)).toEqual(['purge', 'settle']);
    expect(changes(before, after)).toEqual(['Service principal vm-web is purged from the deleted list.']);
  });

  it('deletes a group with everything in it', () => {
    const { before, after } = graphsAround(worldOf(...sharedShop), { do: 'delete-group', name: 'rg-shop' });
    expect(transition(before, after).map(({ kind }) => kind)).toEqual(['leave', 'empty', 'fall', 'settle']);
    expect(changes(before, after)).toContain('Resource group rg-shop is gone.');
  });

  it('shows nothing where nothing to be seen has changed', () => {
    const { before, after } = graphsAround(worldOf(...firstShop), {
      do: 'request-token',
      from: 'vm-web',
      resource: 'https://vault.azure.net',
    });
    expect(transition(before, after)).toEqual([]);
    expect(changes(before, after)).toEqual([]);
  });
});

describe('going back', () => {
  const later = runScript(worldOf(...firstShop), [{ do: 'delete', name: 'vm-web' }]);
  const before = worldGraph(later.state);
  const after = worldGraph(undo(later).state);

  it('shows the plain difference, for no cause leads there', () => {
    expect(transition(before, after).map(({ kind }) => kind)).toEqual(['plain']);
    expect(changes(before, after)).toEqual(['The world is as it was before.']);
  });

  it('shows a change plainly when it is told to', () => {
    expect(transition(after, before, 'plain').map(({ kind }) => kind)).toEqual(['plain']);
  });

  it('does not make a story of two worlds that have nothing in common', () => {
    const other = worldGraph(worldOf({ do: 'create-group', name: 'rg-other' }).state);
    expect(transition(after, other).map(({ kind }) => kind)).toEqual(['plain']);
    expect(changes(after, other)).toEqual([]);
  });
});

describe('laws of a transition', () => {
  it('ends with the world to which it leads, whatever lies between', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(40), fc.nat(40), fc.constantFrom('story', 'plain'), (world, from, to, pace) => {
        const { entries } = world.timeline;
        const [before, after] = [from, to].map((cursor) => worldAt(world, cursor % (entries.length + 1)));
        if (before === undefined || after === undefined) return;
        const last = transition(before, after, pace).at(-1)?.scene ?? restingScene(before);
        // What is on its way out in the last step is gone when that is over; an orphan then hangs at its scope.
        const stays = ({ id }: { id: string }) => !['leaving', 'retracting'].includes(last.looks.get(id) ?? '');
        const isDone = ({ id }: { id: string }) => last.looks.get(id) !== 'orphaning';
        expect(byId(last.nodes.filter(stays))).toEqual(byId(after.nodes));
        expect(byId(last.edges.filter(stays).filter(isDone))).toEqual(byId(after.edges.filter(isDone)));
        expect(last.lanes).toEqual(after.lanes);
      }),
      { numRuns: 150, seed },
    );
  });
});

function worldAt({ timeline }: World, cursor: number): WorldGraph {
  const world = worldOf();
  const events = timeline.entries.slice(world.timeline.entries.length, cursor);
  return worldGraph(events.reduce((state, entry) => fold(state, entry.events), world.state));
}

/** What there is and where, whatever its order. */
function byId(things: readonly (GraphNode | GraphEdge)[]) {
  return things
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((thing) => ({ id: thing.id, kind: thing.kind, place: 'box' in thing ? thing.box : thing.path }));
}
