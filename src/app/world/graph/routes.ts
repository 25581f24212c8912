import { bracketSpacing, hasOpenEnd, mostBrackets } from './columns.ts';
import type { Columns, RolesByScope, ScopeKind } from './columns.ts';
import type { Placement } from './placement.ts';
import type { GraphNode, PrincipalEdge, PrincipalNode, Point, RoleEdge } from './model.ts';
import { principalEdgeId } from './node-id.ts';
import type { UnplacedRole } from './roles.ts';
import * as sizes from './sizes.ts';

/** The line of a role before it meets its principal: where it turns in to its scope, and how it gets there. */
interface Arrival {
  readonly role: UnplacedRole;
  /** The line runs up and down here. */
  readonly turn: number;
  readonly y: number;
  /** At the edge of the scope. */
  readonly tip: number;
  readonly mark: Point;
  readonly label: RoleEdge['label'];
}

/** Lines from identities to their principals: straight down for the lowest, in brackets around the others. */
export function principalEdges(nodes: readonly GraphNode[], roles: RolesByScope, columns: Columns): PrincipalEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seals = nodes.filter((node) => node.kind === 'principal');
  return (['system', 'user'] as const).flatMap((hue) => {
    const mine = seals.filter((seal) => seal.hue === hue);
    const kinds = hue === 'system' ? ['host'] : ['identity', 'missingIdentity'];
    const column = nodes.filter(({ kind }) => kinds.includes(kind));
    const lowest = hasOpenEnd(column, roles) ? column.at(-1)?.id : undefined;
    const bracketed = mine.filter(({ ownerId }) => ownerId !== lowest);
    const spacing = bracketSpacing * Math.min(1, mostBrackets / Math.max(bracketed.length, 1));
    const edge = hue === 'system' ? columns.host.left : (columns.identity?.left ?? columns.host.left);
    return mine.flatMap((seal) => {
      const owner = byId.get(seal.ownerId ?? '');
      if (owner === undefined) return [];
      const rank = bracketed.indexOf(seal);
      const path = rank === -1 ? straight(owner, seal) : bracket(owner, seal, edge - spacing * (rank + 1));
      return [
        { kind: 'principalOf' as const, id: principalEdgeId(seal.principalId), from: owner.id, to: seal.id, hue, path },
      ];
    });
  });
}

function straight(owner: GraphNode, seal: PrincipalNode): Point[] {
  const x = seal.box.x + sizes.sealCentre;
  return [
    { x, y: bottomOf(owner) },
    { x, y: seal.box.y + sizes.sealCentre - sizes.sealRadius },
  ];
}

function bracket(owner: GraphNode, seal: PrincipalNode, turn: number): Point[] {
  const into = seal.box.y + sizes.sealCentre;
  const end = { x: seal.box.x + sizes.sealCentre - sizes.sealRadius, y: into };
  if (owner.kind === 'host') {
    const y = owner.box.y + sizes.hostHeight + sizes.tabHeight / 2;
    return [{ x: owner.box.x + sizes.tabLeft, y }, { x: turn, y }, { x: turn, y: into }, end];
  }
  const x = owner.box.x + sizes.sealCentre;
  const below = bottomOf(owner) + 7;
  return [{ x, y: bottomOf(owner) }, { x, y: below }, { x: turn, y: below }, { x: turn, y: into }, end];
}

/** Where the line leaves its owner: under the tab of a host, under an identity. */
function bottomOf(owner: GraphNode): number {
  return owner.box.y + (owner.kind === 'host' ? sizes.hostHeight + sizes.tabHeight : sizes.identityHeight);
}

/** Roles leave their principal's seal below, run under the seals, then up beside their scope and into it. */
export function roleEdges(placement: Placement, roles: RolesByScope): RoleEdge[] {
  const arrivals = spread(
    placement.nodes.flatMap((scope) => arrivalsAt(scope, roles)),
    placement.nodes,
  );
  const rowOf = (id: string | null) => placement.sealRows.findIndex(({ members }) => id !== null && members.has(id));
  const seals = new Map(placement.nodes.map((node) => [node.id, node]));
  const edges = new Map<string, RoleEdge>();
  for (const [index, row] of placement.sealRows.entries()) {
    const lines = arrivals
      .filter(({ role }) => role.status.kind !== 'orphaned' && rowOf(role.from) === index)
      .sort((a, b) => sealX(seals, b.role) - sealX(seals, a.role) || a.turn - b.turn);
    for (const [track, arrival] of lines.entries()) {
      const y = row.top + sizes.sealHeight + 6 + sizes.lineSpacing(lines.length) * track;
      const mine = lines.filter(({ role }) => role.from === arrival.role.from);
      const port = portOf(sealX(seals, arrival.role), row.top, mine.indexOf(arrival), mine.length);
      edges.set(arrival.role.id, finished(arrival, [port, { x: port.x, y }, { x: arrival.turn, y }]));
    }
  }
  for (const arrival of arrivals) {
    if (edges.has(arrival.role.id)) continue;
    edges.set(arrival.role.id, finished(arrival, [{ x: arrival.turn, y: arrival.y + openEnd }]));
  }
  return [...edges.values()];
}

/** How far the open end of an orphan hangs below its line. */
const openEnd = 13;

function finished({ role, turn, y, tip, mark, label }: Arrival, start: readonly Point[]): RoleEdge {
  return { ...role, path: [...start, { x: turn, y }, { x: tip, y }], mark, label };
}

/** What is left of a line when its principal goes: the piece at the scope, open where it was cut. */
export function orphanedPath(path: readonly Point[]): Point[] {
  const [turn, tip] = path.slice(-2);
  if (turn === undefined || tip === undefined) return [...path];
  return [{ x: turn.x, y: turn.y + openEnd }, turn, tip];
}

function sealX(seals: ReadonlyMap<string, GraphNode>, role: UnplacedRole): number {
  return (seals.get(role.from ?? '')?.box.x ?? 0) + sizes.sealCentre;
}

/** Where a line leaves the seal: its ports lie side by side on the lower rim, the upper line's to the right. */
function portOf(x: number, top: number, index: number, count: number): Point {
  const spacing = count < 2 ? 0 : Math.min(8, 32 / (count - 1));
  const dx = ((count - 1) / 2 - index) * spacing;
  const dy = Math.sqrt(sizes.sealRadius ** 2 - dx ** 2);
  return { x: x + dx, y: top + sizes.sealCentre + Math.round(dy * 10) / 10 };
}

function arrivalsAt(scope: GraphNode, roles: RolesByScope): Arrival[] {
  const kind = scopeKind(scope);
  if (kind === null) return [];
  const { x, y, width } = scope.box;
  const fromLeft = kind === 'target';
  const away = fromLeft ? -1 : 1;
  const edge = fromLeft ? x : x + width;
  return (roles.get(scope.id) ?? []).map((role, index) => {
    const at = y + firstRow(scope) + index * sizes.roleRow;
    return {
      role,
      turn: edge + away * sizes.turnDistance,
      y: at,
      tip: edge + away * 2,
      mark: { x: edge + away * sizes.markDistance, y: at },
      label: { x: edge - away * 14, y: at, side: fromLeft ? 'right' : 'left' },
    };
  });
}

function firstRow(scope: GraphNode): number {
  const under = sizes.roleRowTop + sizes.roleRowMiddle;
  switch (scope.kind) {
    case 'subscription':
    case 'group':
      return 18;
    case 'host':
      return sizes.hostHeight + (scope.tab === null ? 0 : sizes.tabHeight) + under;
    case 'identity':
      return sizes.identityHeight + under;
    default:
      return sizes.hostHeight + under;
  }
}

function scopeKind({ kind }: GraphNode): ScopeKind | null {
  return kind === 'missingIdentity' || kind === 'principal' || kind === 'deletedPrincipal' ? null : kind;
}

const channels: readonly ScopeKind[] = ['subscription', 'group', 'host', 'identity', 'target'];

/** Moves the lines of each channel apart: the higher its scope, the farther out a line turns, so that none cross. */
function spread(arrivals: readonly Arrival[], nodes: readonly GraphNode[]): Arrival[] {
  const kinds = new Map(nodes.map((node) => [node.id, scopeKind(node)]));
  return channels.flatMap((kind) => {
    const lines = arrivals.filter(({ role }) => kinds.get(role.to) === kind).toReversed();
    const spacing = sizes.lineSpacing(lines.length);
    return lines.map((arrival, rank) => {
      const away = arrival.label.side === 'right' ? -1 : 1;
      return { ...arrival, turn: arrival.turn + away * rank * spacing };
    });
  });
}

export function tetherPath(host: GraphNode, identity: GraphNode): Point[] {
  return [
    { x: identity.box.x, y: identity.box.y + sizes.identityHeight / 2 },
    { x: host.box.x + host.box.width, y: host.box.y + sizes.hostHeight / 2 },
  ];
}
