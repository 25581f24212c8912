import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as sizes from '#app/world/graph/sizes.ts';
import type { Box, GraphNode, Point, RoleEdge, WorldGraph } from '#app/world/graph/model.ts';
import { worldGraph } from '#app/world/graph/world-graph.ts';
import * as metrics from '#ui/subject/metrics.ts';
import { seed } from '#test/support/seed.ts';
import { anyWorld, drawn, firstShop, graphOf, sharedShop } from './worlds.ts';

describe('the picture of a world', () => {
  it('has two lanes when nothing is in it', () => {
    const graph = graphOf();
    expect(graph.isEmpty).toBe(true);
    expect(graph.lanes).toMatchInlineSnapshot(`
      {
        "deleted": {
          "height": 30,
          "width": 532,
          "x": 14,
          "y": 271,
        },
        "subscription": {
          "height": 156,
          "width": 560,
          "x": 0,
          "y": 0,
        },
        "tenant": {
          "height": 137,
          "width": 560,
          "x": 0,
          "y": 178,
        },
        "tenantTitle": {
          "x": 544,
          "y": 190,
        },
      }
    `);
    expect(drawn(graph)).toMatchInlineSnapshot(`"subscription (all) at 0,0 560×156"`);
  });

  it('shows a host with its tab, its principal and its role', () => {
    expect(drawn(graphOf(...firstShop))).toMatchInlineSnapshot(`
      "subscription (all) at 0,0 560×198
      group rg-shop at 14,34 532×150
      host vm-web with tab at 28,70 184×80
      target kv-shop at 284,70 248×100
      principal vm-web at 28,234 184×52
      principal of: host vm-web → principal vm-web by 54,150 54,236
      role Key Vault Secrets User, effective: principal vm-web → target kv-shop by 54,284 54,292 236,292 236,147 282,147"
    `);
  });

  it('shows what is left when the host is deleted', () => {
    expect(drawn(graphOf(...firstShop, { do: 'delete', name: 'vm-web' }))).toMatchInlineSnapshot(`
      "subscription (all) at 0,0 560×198
      group rg-shop at 14,34 532×150
      target kv-shop at 284,70 248×100
      deletedPrincipal vm-web at 26,343 196×52
      role Key Vault Secrets User, orphaned: deletedPrincipal vm-web → target kv-shop by 236,160 236,147 282,147"
    `);
  });

  it('ties a user-assigned identity to its hosts', () => {
    expect(drawn(graphOf(...sharedShop))).toMatchInlineSnapshot(`
      "subscription (all) at 0,0 777×312
      group rg-shop at 14,34 749×264
      host app-shop at 28,70 184×56
      host vm-web with tab at 28,140 184×80
      identity id-shop-reader at 268,109 200×48
      target kv-shop at 549,70 200×100
      target stshopimages at 549,184 200×100
      principal vm-web at 28,348 184×52
      principal id-shop-reader at 268,348 200×52
      tether: identity id-shop-reader → host app-shop by 268,133 212,98
      tether: identity id-shop-reader → host vm-web by 268,133 212,168
      principal of: host vm-web → principal vm-web by 54,220 54,350
      principal of: identity id-shop-reader → principal id-shop-reader by 294,157 294,350
      role Storage Blob Data Reader, effective: principal id-shop-reader → target stshopimages by 294,398 294,406 501,406 501,261 547,261
      role Key Vault Secrets User, effective: principal vm-web → target kv-shop by 54,398 54,415 492,415 492,147 547,147"
    `);
  });
});

describe('role assignments', () => {
  const role = (graph: WorldGraph) => graph.edges.find((edge): edge is RoleEdge => edge.kind === 'role');

  it('are pending until they are effective', () => {
    const graph = graphOf(...firstShop.slice(0, -1));
    expect(role(graph)?.status).toEqual({ kind: 'pending', until: graph.now + 300 });
    expect(role(graphOf(...firstShop))?.status).toEqual({ kind: 'effective', since: graph.now + 300 });
  });

  it('are shown as ending while a removal is not yet effective', () => {
    const removal = { do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-web', at: 'kv-shop' } as const;
    const graph = graphOf(...firstShop, removal);
    expect(role(graph)?.status).toEqual({ kind: 'ending', until: graph.now + 300 });
    expect(role(graphOf(...firstShop, removal, { do: 'advance', minutes: 5 }))).toBeUndefined();
  });

  it('lead from the deleted list once their principal is gone, and from nowhere once it is purged', () => {
    const gone = graphOf(...firstShop, { do: 'delete', name: 'vm-web' });
    const list = gone.nodes.find(({ kind }) => kind === 'deletedPrincipal');
    expect(role(gone)).toMatchObject({ from: list?.id, principalName: 'vm-web', status: { kind: 'orphaned' } });
    const purged = graphOf(...firstShop, { do: 'delete', name: 'vm-web' }, { do: 'advance', days: 30 });
    expect(role(purged)).toMatchObject({ from: null, principalName: null, status: { kind: 'orphaned' } });
  });

  it('can stand at anything, a group and the subscription too', () => {
    const graph = graphOf(
      ...sharedShop,
      { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'subscription' },
      { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'rg-shop' },
      { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'app-shop' },
      { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'id-shop-reader' },
    );
    const scopes = graph.edges.flatMap((edge) => (edge.kind === 'role' && edge.role === 'Reader' ? [edge.to] : []));
    const kinds = graph.nodes.flatMap(({ id, kind }) => (scopes.includes(id) ? [kind] : []));
    expect(kinds).toEqual(['subscription', 'group', 'host', 'identity']);
  });
});

describe('a deleted user-assigned identity', () => {
  const steps = [...sharedShop, { do: 'delete', name: 'id-shop-reader' }] as const;

  it('leaves a ghost to which its hosts still refer', () => {
    const graph = graphOf(...steps);
    const ghost = graph.nodes.find(({ kind }) => kind === 'missingIdentity');
    expect(ghost?.name).toBe('id-shop-reader');
    const tethers = graph.edges.filter((edge) => edge.kind === 'tether');
    expect(tethers.map(({ from, stale }) => ({ from, stale }))).toEqual([
      { from: ghost?.id, stale: true },
      { from: ghost?.id, stale: true },
    ]);
  });

  it('is not the one that is created again under its name', () => {
    const again = { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' } as const;
    const kinds = graphOf(...steps, again).nodes.flatMap(({ kind, name }) => (name === 'id-shop-reader' ? [kind] : []));
    expect(kinds).toEqual(['identity', 'missingIdentity', 'principal', 'deletedPrincipal']);
  });
});

describe('laws of the layout', () => {
  it('gives the same picture for the same world', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        expect(worldGraph(state)).toEqual(worldGraph(state));
      }),
      { numRuns: 30, seed },
    );
  });

  it('keeps things apart, in their group and in the picture', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const graph = worldGraph(state);
        const things = graph.nodes.filter(({ kind }) => kind !== 'subscription' && kind !== 'group');
        for (const [index, thing] of things.entries()) {
          const touched = things.slice(index + 1).filter((other) => overlap(thing.box, other.box));
          expect(touched.map(({ name }) => `${thing.name} and ${name}`)).toEqual([]);
          expect(inside(thing.box, outerBox(graph, thing))).toBe(true);
        }
        expect(new Set([...graph.nodes, ...graph.edges].map(({ id }) => id)).size).toBe(
          graph.nodes.length + graph.edges.length,
        );
      }),
      { numRuns: 60, seed },
    );
  });

  it('never lays the label of one role over that of another', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const labels = worldGraph(state).edges.flatMap((edge) => (edge.kind === 'role' ? [labelBox(edge)] : []));
        const touching = labels.filter((label, index) =>
          labels.some((other, at) => at > index && overlap(label, other)),
        );
        expect(touching).toEqual([]);
      }),
      { numRuns: 60, seed },
    );
  });

  it('draws no line of a role through a thing', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const graph = worldGraph(state);
        const things = graph.nodes.filter(({ kind }) => kind === 'host' || kind === 'target' || kind === 'identity');
        for (const edge of graph.edges) {
          if (edge.kind === 'tether') continue;
          const crossed = things.filter(({ id, box }) => id !== edge.from && passes(edge.path, bare(box)));
          expect(crossed.map(({ name }) => name)).toEqual([]);
        }
      }),
      { numRuns: 60, seed },
    );
  });

  it('lets no two lines from identities to their principals cross', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const { edges } = worldGraph(state);
        const conduits = edges.filter((edge) => edge.kind === 'principalOf');
        for (const hue of ['system', 'user']) {
          const paths = conduits.filter((edge) => edge.hue === hue).map(({ path }) => path);
          expect(paths.some((path, index) => paths.some((other, at) => at > index && crosses(path, other)))).toBe(
            false,
          );
        }
      }),
      { numRuns: 60, seed },
    );
  });

  it('leaves to shapes the sizes that they have', () => {
    const { hostHeight, identityHeight, sealHeight, tabHeight } = sizes;
    expect({ hostHeight, identityHeight, sealHeight, tabHeight }).toEqual({
      hostHeight: metrics.hostHeight,
      identityHeight: metrics.identityHeight,
      sealHeight: metrics.sealHeight,
      tabHeight: metrics.systemTabHeight,
    });
  });
});

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function outerBox({ nodes, lanes }: WorldGraph, node: GraphNode): Box {
  if ('groupId' in node) return nodes.find(({ id }) => id === node.groupId)?.box ?? lanes.subscription;
  return node.kind === 'deletedPrincipal' ? lanes.deleted : lanes.tenant;
}

function labelBox({ label, role }: RoleEdge): Box {
  const width = role.length * 6;
  return { x: label.side === 'right' ? label.x : label.x - width, y: label.y - 8, width, height: 28 };
}

/** Without its rim, on which lines may begin and end. */
function bare({ x, y, width }: Box): Box {
  return { x: x + 3, y: y + 3, width: width - 6, height: 40 };
}

function passes(path: readonly Point[], box: Box): boolean {
  return path.some((from, index) => {
    const to = path[index + 1] ?? from;
    const x = Math.min(from.x, to.x);
    const y = Math.min(from.y, to.y);
    return overlap({ x, y, width: Math.abs(to.x - from.x) || 0.1, height: Math.abs(to.y - from.y) || 0.1 }, box);
  });
}

/** Whether an upright piece of one path passes a level piece of the other. */
function crosses(a: readonly Point[], b: readonly Point[]): boolean {
  const pieces = (path: readonly Point[]) => path.slice(1).map((to, index) => [path[index] ?? to, to] as const);
  const hits = (upright: readonly [Point, Point], level: readonly [Point, Point]) => {
    const [top, bottom] = upright.map(({ y }) => y).toSorted((one, other) => one - other);
    const [left, right] = level.map(({ x }) => x).toSorted((one, other) => one - other);
    const { x } = upright[0];
    const { y } = level[0];
    if (upright[0].x !== upright[1].x || level[0].y !== level[1].y) return false;
    return (left ?? 0) < x && x < (right ?? 0) && (top ?? 0) < y && y < (bottom ?? 0);
  };
  return pieces(a).some((one) => pieces(b).some((other) => hits(one, other) || hits(other, one)));
}
