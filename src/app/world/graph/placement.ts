import type { Columns, RolesByScope } from './columns.ts';
import type { GraphContent, GroupContent, Unplaced } from './content.ts';
import type { Box, DeletedPrincipalNode, GraphNode, PrincipalNode, WorldGraph } from './model.ts';
import { subscriptionNodeId } from './node-id.ts';
import * as sizes from './sizes.ts';

export interface Placement {
  readonly nodes: readonly GraphNode[];
  readonly lanes: WorldGraph['lanes'];
  readonly height: number;
  /** The rows of seals, with the room for lines under each. */
  readonly sealRows: readonly SealRow[];
}

export interface SealRow {
  readonly top: number;
  /** Principals in it, by their node's id. */
  readonly members: ReadonlySet<string>;
}

interface Surroundings {
  readonly columns: Columns;
  readonly roles: RolesByScope;
}

/** Gives everything its place. */
export function place(content: GraphContent, subscription: string, around: Surroundings): Placement {
  const { columns, roles } = around;
  const ownRoles = roles.get(subscriptionNodeId)?.length ?? 0;
  const groups = placeGroups(content.groups, sizes.headerHeight(sizes.laneHeader, ownRoles), around);
  const upper: Box = { x: 0, y: 0, width: columns.laneRight, height: groups.bottom };
  const tenantTop = groups.bottom + sizes.laneGap;
  // The title stands where people stand: with them it has a line of its own.
  const title = content.principals.some(({ ownerId }) => ownerId === null) ? sizes.laneHeader : 0;
  const seals = placeSeals(content.principals, tenantTop + sizes.lanePad + title, around);
  const list = placeDeleted(content.deleted, seals.bottom, columns.laneRight);
  const height = list.box.y + list.box.height + sizes.lanePad;
  const tenant: Box = { x: 0, y: tenantTop, width: columns.laneRight, height: height - tenantTop };
  return {
    nodes: [
      { kind: 'subscription', id: subscriptionNodeId, name: subscription, scope: subscription, box: upper },
      ...groups.nodes,
      ...seals.nodes,
      ...list.nodes,
    ],
    lanes: {
      subscription: upper,
      tenant,
      deleted: list.box,
      tenantTitle: { x: columns.groupRight - 2, y: tenantTop + 12 },
    },
    height,
    sealRows: seals.rows,
  };
}

function placeGroups(groups: readonly GroupContent[], top: number, around: Surroundings) {
  const nodes: GraphNode[] = [];
  let y = top;
  for (const group of groups) {
    const placed = placeGroup(group, y, around);
    nodes.push(...placed);
    y += (placed[0]?.box.height ?? 0) + sizes.groupGap;
  }
  const bottom = groups.length === 0 ? top + 108 : y - sizes.groupGap;
  return { nodes, bottom: bottom + sizes.lanePad };
}

function placeGroup(content: GroupContent, top: number, { columns, roles }: Surroundings): GraphNode[] {
  const rows = (id: string) => sizes.rowsHeight(roles.get(id)?.length ?? 0);
  const first = top + sizes.headerHeight(sizes.groupHeader, roles.get(content.group.id)?.length ?? 0);
  const hosts = stack(content.hosts, columns.host, first, ({ id, tab }) => hostSize(tab) + rows(id));
  const identityColumn = columns.identity ?? columns.host;
  const sizeOfIdentity = ({ id }: { readonly id: string }) => sizes.identityHeight + rows(id);
  const lift = centred(content, hosts, stack(content.identities, identityColumn, 0, sizeOfIdentity));
  const identities = stack(content.identities, identityColumn, first + lift, sizeOfIdentity);
  const targets = stack(content.targets, columns.target, first, ({ id }) => sizes.hostHeight + rows(id));
  const members = [...hosts, ...identities, ...targets];
  const bottom = Math.max(first + sizes.hostHeight, ...members.map(({ box }) => box.y + box.height));
  const width = columns.groupRight - columns.groupLeft;
  const height = bottom + sizes.groupPad - top;
  const title = { from: columns.host.left - columns.groupLeft, to: columns.titleRight - columns.groupLeft };
  return [{ ...content.group, title, box: { x: columns.groupLeft, y: top, width, height } }, ...members];
}

function hostSize(tab: string | null): number {
  return sizes.hostHeight + (tab === null ? 0 : sizes.tabHeight);
}

function stack<Node extends { readonly id: string }>(
  nodes: readonly Node[],
  column: { readonly left: number; readonly width: number },
  top: number,
  sizeOf: (node: Node) => number,
): (Node & { readonly box: Box })[] {
  let y = top;
  return nodes.map((node) => {
    const box = { x: column.left, y, width: column.width, height: sizeOf(node) };
    y += box.height + sizes.itemGap;
    return { ...node, box };
  });
}

/** How far the identities move down to stand in the middle beside their group's hosts. */
function centred(
  { hosts }: GroupContent,
  placedHosts: readonly { readonly box: Box }[],
  identities: readonly { readonly box: Box }[],
): number {
  const firstHost = placedHosts[0];
  const lastHost = placedHosts.at(-1);
  const lastIdentity = identities.at(-1);
  if (firstHost === undefined || lastHost === undefined || lastIdentity === undefined) return 0;
  const below = hosts.length === 1 ? sizes.hostHeight : lastHost.box.y - firstHost.box.y + sizes.hostHeight;
  return Math.max(0, Math.round((below - lastIdentity.box.y - lastIdentity.box.height) / 2));
}

/**
 * Seals stand under the column of their owners, the lowest owner's first: so the lines from owner to seal lie
 * within one another and never cross. People, groups and applications stand under the targets: no line runs there.
 */
function placeSeals(principals: readonly Unplaced<PrincipalNode>[], top: number, { columns, roles }: Surroundings) {
  const system = principals.filter(({ hue }) => hue === 'system').toReversed();
  const user = principals.filter(({ hue }) => hue === 'user').toReversed();
  const others = principals.filter(({ ownerId }) => ownerId === null);
  const lines = linesByPrincipal(roles);
  const nodes: GraphNode[] = [];
  /** They are read after the identities. */
  const last: GraphNode[] = [];
  const rows: SealRow[] = [];
  let y = top;
  for (let index = 0; index < Math.max(system.length, user.length, others.length, 1); index += 1) {
    const left = system[index];
    const right = user[index];
    const other = others[index];
    if (left !== undefined) nodes.push({ ...left, box: sealBox(columns.host, y) });
    if (right !== undefined) nodes.push({ ...right, box: sealBox(columns.identity ?? columns.host, y) });
    if (other !== undefined) last.push({ ...other, box: sealBox(columns.target, y) });
    const members = new Set([left, right, other].flatMap((node) => node?.id ?? []));
    rows.push({ top: y, members });
    const tracks = [...members].reduce((sum, id) => sum + (lines.get(id) ?? 0), 0);
    y += sizes.sealHeight + gutterHeight(tracks);
  }
  return { nodes: [...nodes, ...last], rows, bottom: y };
}

function linesByPrincipal(roles: RolesByScope): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { from, status } of [...roles.values()].flat()) {
    if (from !== null && status.kind !== 'orphaned') lines.set(from, (lines.get(from) ?? 0) + 1);
  }
  return lines;
}

/** At least one line's room, so that a first role moves nothing. */
function gutterHeight(tracks: number): number {
  return 14 + Math.round(sizes.lineSpacing(tracks) * Math.max(tracks, 1));
}

function sealBox(column: { readonly left: number; readonly width: number }, y: number): Box {
  return { x: column.left, y, width: column.width, height: sizes.sealHeight };
}

const deletedHeader = 30;
/** How much the list grows by a row. */
export const deletedRow = sizes.sealHeight + 6;
const deletedCell = 208;

/** The deleted list: as many seals a row as there is room for; as long as it is empty it is only its title. */
function placeDeleted(deleted: readonly Unplaced<DeletedPrincipalNode>[], top: number, laneRight: number) {
  const box = { x: sizes.lanePad, y: top + 4, width: laneRight - 2 * sizes.lanePad };
  const perRow = Math.max(1, Math.floor((box.width - 2 * 12) / deletedCell));
  const rows = Math.ceil(deleted.length / perRow);
  const nodes = deleted.map((node, index): GraphNode => {
    const x = box.x + 12 + (index % perRow) * deletedCell;
    const y = box.y + deletedHeader + Math.floor(index / perRow) * deletedRow;
    return { ...node, box: { x, y, width: deletedCell - 12, height: sizes.sealHeight } };
  });
  return { nodes, box: { ...box, height: deletedHeader + rows * deletedRow } };
}
