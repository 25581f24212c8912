import type {
  DeletedPrincipalNode,
  GraphEdge,
  GraphNode,
  HostNode,
  IdentityNode,
  MissingIdentityNode,
  PrincipalEdge,
  PrincipalNode,
  RoleEdge,
  TetherEdge,
  WorldGraph,
} from '#app/world/graph/model.ts';

/** A thing in its old and in its new look. */
export interface Pair<Before, After = Before> {
  readonly before: Before;
  readonly after: After;
}

/** What differs between two worlds, by what it means. */
export interface Difference {
  readonly goneNodes: readonly GraphNode[];
  readonly newNodes: readonly GraphNode[];
  /** Principals that moved to the deleted list. */
  readonly deletedPrincipals: readonly Pair<PrincipalNode, DeletedPrincipalNode>[];
  readonly purged: readonly DeletedPrincipalNode[];
  readonly turnedOff: readonly HostNode[];
  readonly turnedOn: readonly HostNode[];
  /** Identities that are gone while hosts still refer to them. */
  readonly lost: readonly Pair<IdentityNode, MissingIdentityNode>[];
  readonly goneTethers: readonly TetherEdge[];
  readonly newTethers: readonly TetherEdge[];
  readonly staleTethers: readonly TetherEdge[];
  readonly gonePrincipalEdges: readonly PrincipalEdge[];
  readonly newPrincipalEdges: readonly PrincipalEdge[];
  readonly orphaned: readonly Pair<RoleEdge>[];
  /** Taken back by hand; those that went with their scope are `goneWithScope`. */
  readonly goneRoles: readonly RoleEdge[];
  readonly goneWithScope: readonly RoleEdge[];
  readonly newRoles: readonly RoleEdge[];
  /** A grant that took effect, or a removal that is honored for a while. */
  readonly restyled: readonly Pair<RoleEdge>[];
  /** Only a step back in time explains it. */
  readonly wentBack: boolean;
  readonly nothingInCommon: boolean;
}

export function difference(before: WorldGraph, after: WorldGraph): Difference {
  const was = index(before.nodes);
  const is = index(after.nodes);
  const goneNodes = before.nodes.filter(({ id }) => !is.has(id));
  const newNodes = after.nodes.filter(({ id }) => !was.has(id));
  const hosts = pairs(before.nodes, is).flatMap((pair) => bothHosts(pair) ?? []);
  return {
    goneNodes,
    newNodes,
    deletedPrincipals: pairs(before.nodes, is).flatMap((pair) => deletion(pair) ?? []),
    purged: goneNodes.filter((node) => node.kind === 'deletedPrincipal'),
    turnedOff: hosts.filter((pair) => pair.before.tab !== null && changedTab(pair)).map((pair) => pair.before),
    turnedOn: hosts.filter((pair) => pair.after.tab !== null && changedTab(pair)).map((pair) => pair.after),
    lost: lostIdentities(goneNodes, newNodes),
    ...edgeDifference(before, after, is),
    wentBack: wentBack(before, after),
    nothingInCommon: before.nodes.every(({ kind, id }) => kind === 'subscription' || !is.has(id)),
  };
}

function edgeDifference(before: WorldGraph, after: WorldGraph, is: ReadonlyMap<string, GraphNode>) {
  const was = index(before.edges);
  const now = index(after.edges);
  const gone = before.edges.filter(({ id }) => !now.has(id));
  const fresh = after.edges.filter(({ id }) => !was.has(id));
  const kept = pairs(before.edges, now);
  const roles = kept.flatMap((pair) => bothRoles(pair) ?? []);
  const changed = roles.filter((pair) => pair.before.status.kind !== pair.after.status.kind);
  return {
    goneTethers: gone.filter((edge) => edge.kind === 'tether'),
    newTethers: fresh.filter((edge) => edge.kind === 'tether'),
    staleTethers: kept.flatMap((pair) => turnedStale(pair) ?? []),
    gonePrincipalEdges: gone.filter((edge) => edge.kind === 'principalOf'),
    newPrincipalEdges: fresh.filter((edge) => edge.kind === 'principalOf'),
    orphaned: changed.filter((pair) => pair.after.status.kind === 'orphaned'),
    goneRoles: gone.filter((edge) => edge.kind === 'role').filter(({ to }) => is.has(to)),
    goneWithScope: gone.filter((edge) => edge.kind === 'role').filter(({ to }) => !is.has(to)),
    newRoles: fresh.filter((edge) => edge.kind === 'role'),
    restyled: changed.filter((pair) => pair.after.status.kind !== 'orphaned'),
  };
}

function index<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function pairs<Thing extends { readonly id: string }>(
  before: readonly Thing[],
  after: ReadonlyMap<string, Thing>,
): Pair<Thing>[] {
  return before.flatMap((thing) => {
    const other = after.get(thing.id);
    return other === undefined ? [] : [{ before: thing, after: other }];
  });
}

function deletion({ before, after }: Pair<GraphNode>): Pair<PrincipalNode, DeletedPrincipalNode> | null {
  return before.kind === 'principal' && after.kind === 'deletedPrincipal' ? { before, after } : null;
}

function bothHosts({ before, after }: Pair<GraphNode>): Pair<HostNode> | null {
  return before.kind === 'host' && after.kind === 'host' ? { before, after } : null;
}

function changedTab({ before, after }: Pair<HostNode>): boolean {
  return before.tab !== after.tab;
}

function bothRoles({ before, after }: Pair<GraphEdge>): Pair<RoleEdge> | null {
  return before.kind === 'role' && after.kind === 'role' ? { before, after } : null;
}

function turnedStale({ before, after }: Pair<GraphEdge>): TetherEdge | null {
  return before.kind === 'tether' && after.kind === 'tether' && !before.stale && after.stale ? after : null;
}

function lostIdentities(
  gone: readonly GraphNode[],
  fresh: readonly GraphNode[],
): Pair<IdentityNode, MissingIdentityNode>[] {
  return gone.flatMap((before) => {
    if (before.kind !== 'identity') return [];
    const after = fresh.find((node) => node.kind === 'missingIdentity' && node.principalId === before.principalId);
    return after?.kind === 'missingIdentity' ? [{ before, after }] : [];
  });
}

/** Time does not run backwards, and neither a deleted principal nor an orphan comes back to life. */
function wentBack(before: WorldGraph, after: WorldGraph): boolean {
  if (after.now < before.now) return true;
  const is = index(after.nodes);
  const edges = index(after.edges);
  return (
    before.nodes.some((node) => {
      const next = is.get(node.id);
      if (node.kind === 'principal') return next === undefined;
      if (node.kind !== 'deletedPrincipal') return false;
      return next === undefined ? after.now < node.purgeAt : next.kind !== 'deletedPrincipal';
    }) || before.edges.some((edge) => isUndone(edge, edges.get(edge.id)))
  );
}

const order = { pending: 0, effective: 1, ending: 2, orphaned: 3 } as const;

function isUndone(before: GraphEdge, after: GraphEdge | undefined): boolean {
  return before.kind === 'role' && after?.kind === 'role' && order[after.status.kind] < order[before.status.kind];
}
