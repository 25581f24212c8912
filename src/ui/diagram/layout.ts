import type { Point } from '#ui/subject/geometry.ts';
import { hostHeight, identityHeight, sealHeight, systemTabHeight, systemTabWidth } from '#ui/subject/metrics.ts';
import { compactColumns, wideColumns } from './columns.ts';
import type { Column } from './columns.ts';
import type { Enclosure, Head, Picture, RoleMark, Row } from './picture.ts';

/** The room for a picture in its own units; `height` null where it may be as high as it needs. */
export interface Room {
  readonly width: number;
  readonly height: number | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LanePlace {
  readonly x: number;
  readonly head: Box;
}

export interface EnclosurePlace {
  readonly box: Box;
  /** Left top corner of each user-assigned identity, all of one width, and where its tether hangs. */
  readonly identities: readonly { readonly x: number; readonly y: number; readonly tether: number }[];
  readonly identityWidth: number;
}

/** The ends of a role's line, at the seal and at the target. */
export interface RolePlace {
  readonly from: Point;
  readonly to: Point;
}

export interface RowPlace {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Where everything stands. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Narrow: marks instead of words. */
  readonly compact: boolean;
  /** Messages have room for their words. */
  readonly spelled: boolean;
  readonly lanes: ReadonlyMap<string, LanePlace>;
  readonly enclosures: readonly EnclosurePlace[];
  readonly roles: readonly (RolePlace | null)[];
  readonly rows: readonly RowPlace[];
  readonly rowHeight: number;
  /** Where lifelines end. */
  readonly bottom: number;
  /** Middle of the tokens that are held. */
  readonly slot: number;
}

/** How much smaller the shapes are drawn in a narrow picture. */
export const compactScale = 0.8;

const labelHeight = 34;
const slotHeight = 36;
/** An arrow with a token on it and a word above. */
const leastRow = 37;
/** From this width of a lane a narrow picture has words on its arrows. */
const spelledWidth = 116;

/** Lays a picture out; null where it is too wide for the room even in small, and its list must do. */
export function layOut(picture: Picture, room: Room): Layout | null {
  const wide = wideColumns(picture, room.width);
  const columns = wide ?? compactColumns(picture, room.width);
  if (columns === null) return null;
  const compact = wide === null;
  const top = picture.enclosures.length > 0 ? labelHeight : 2;
  const heads = Math.max(...picture.lanes.map(({ head }) => headHeight(head, compact)));
  const slot = hasTokens(picture) || picture.lanes.some(({ reached }) => !reached) ? slotHeight : 10;
  const rowsTop = top + heads + slot;
  const foot = footHeight(picture.enclosures, compact);
  const margin = picture.enclosures.length > 0 ? 10 : 2;
  const rowHeight = rowHeightIn(room.height, rowsTop + margin + foot + 6, picture.rows.length, compact);
  const bottom = rowsTop + picture.rows.length * rowHeight + 4;
  const lanes = new Map(
    columns.map((column): [string, LanePlace] => [column.id, lanePlace(column, picture, { top, heads, compact })]),
  );
  const frame = { bottom: bottom + margin, compact };
  return {
    width: room.width,
    height: bottom + margin + foot + 2,
    compact,
    spelled: !compact || (columns[0]?.width ?? 0) > spelledWidth,
    lanes,
    enclosures: picture.enclosures.map((enclosure) => enclosurePlace(enclosure, columns, frame)),
    roles: picture.roles.map((role) => rolePlace(role, picture, lanes)),
    rows: picture.rows.map((row, index) => rowPlace(row, rowsTop + (index + 0.5) * rowHeight + 6, columns, picture)),
    rowHeight,
    bottom,
    slot: top + heads + 18,
  };
}

function headHeight(head: Head, compact: boolean): number {
  if (compact) return head.kind === 'principals' ? Math.max(58, head.seals.length * 46) : 58;
  switch (head.kind) {
    case 'plain':
      return 48;
    case 'station':
      return 70;
    case 'principals':
      return head.seals.length * (sealHeight + 4);
    case 'target':
      return hostHeight;
  }
}

function lanePlace(
  { id, x, width }: Column,
  { lanes }: Picture,
  { top, heads, compact }: { top: number; heads: number; compact: boolean },
): LanePlace {
  const head = lanes.find((lane) => lane.id === id)?.head;
  const height = head === undefined ? 0 : headHeight(head, compact);
  return { x, head: { x: x - width / 2, y: top + (heads - height) / 2, width, height } };
}

function hasTokens({ rows }: Picture): boolean {
  return rows.some((row) => row.kind === 'message' && row.token !== null);
}

/** What hangs below the frames: tabs, and identities on their tethers. */
function footHeight(enclosures: readonly Enclosure[], compact: boolean): number {
  const scale = compact ? compactScale : 1;
  const heights = enclosures.map((enclosure) => {
    if (enclosure.kind === 'tenant') return 0;
    const rows = compact ? enclosure.userAssigned.length : Math.min(enclosure.userAssigned.length, 1);
    const tab = enclosure.systemAssigned ? systemTabHeight * scale : 0;
    const identities = rows === 0 ? 0 : tab + tether + rows * (identityHeight * scale + 6);
    return Math.max(enclosure.systemAssigned ? systemTabHeight * scale + 4 : 0, identities);
  });
  return Math.max(0, ...heights);
}

const tether = 18;

function rowHeightIn(height: number | null, fixed: number, count: number, compact: boolean): number {
  const least = compact ? 30 : leastRow;
  if (height !== null) return Math.min(Math.max((height - fixed) / count, least), compact ? 40 : 60);
  if (compact) return 40;
  if (count <= 3) return 62;
  return count <= 6 ? 52 : 46;
}

function enclosurePlace(
  enclosure: Enclosure,
  columns: readonly Column[],
  { bottom, compact }: { bottom: number; compact: boolean },
): EnclosurePlace {
  const inside = columns.filter(({ id }) => enclosure.lanes.includes(id));
  const left = Math.min(...inside.map(({ x, width, pad }) => x - width / 2 - pad));
  const right = Math.max(...inside.map(({ x, width, pad }) => x + width / 2 + pad));
  const box = { x: left, y: 1, width: right - left, height: bottom - 1 };
  if (enclosure.kind === 'tenant') return { box, identities: [], identityWidth: 0 };
  const count = enclosure.userAssigned.length;
  const scale = compact ? compactScale : 1;
  const across = compact ? 1 : count;
  const identityWidth = Math.min((box.width - 6 * (across - 1)) / across, 190);
  const step = identityWidth + 6;
  const start = right - (step * across - 6);
  // Where there is no room beside the tab of the system-assigned identity, the others hang below it.
  const isCrowded = enclosure.systemAssigned && (compact || start < left + (systemTabWidth + 14) * scale);
  const below = bottom + (isCrowded ? systemTabHeight * scale : 0) + tether;
  const identities = enclosure.userAssigned.map((_, index) => {
    const x = compact ? left : start + index * step;
    return {
      x,
      y: below + (compact ? index * (identityHeight * scale + 6) : 0),
      tether: isCrowded ? right - 4 : x + identityWidth / 2,
    };
  });
  return { box, identities, identityWidth };
}

function rolePlace(
  { seal, lane }: RoleMark,
  picture: Picture,
  places: ReadonlyMap<string, LanePlace>,
): RolePlace | null {
  for (const { id, head } of picture.lanes) {
    const at = head.kind === 'principals' ? head.seals.findIndex((each) => each.id === seal) : -1;
    const start = places.get(id)?.head;
    const end = places.get(lane)?.head;
    if (at === -1 || start === undefined || end === undefined) continue;
    const y = start.y + (at + 0.5) * (sealHeight + 4) - 2;
    return {
      from: { x: start.x + start.width + 2, y },
      to: { x: end.x - 3, y: Math.min(Math.max(y, end.y + 8), end.y + end.height - 8) },
    };
  }
  return null;
}

function rowPlace(row: Row, y: number, columns: readonly Column[], { enclosures }: Picture): RowPlace {
  const first = columns[0]?.x ?? 0;
  const last = columns.at(-1)?.x ?? 0;
  if (row.kind === 'pause') return { y, from: first, to: last };
  const from = columns.find(({ id }) => id === row.from) ?? columns[0];
  const to = columns.find(({ id }) => id === row.to) ?? columns.at(-1);
  if (from === undefined || to === undefined) return { y, from: first, to: last };
  const lost = row.kind === 'silence' || row.lost;
  return { y, from: from.x, to: lost ? stop(from, to, enclosures) : to.x };
}

/** A lost message stops before the border around its receiver, or half-way where there is none between. */
function stop(from: Column, to: Column, enclosures: readonly Enclosure[]): number {
  const around = enclosures.find(({ lanes }) => lanes.includes(to.id));
  if (around === undefined || around.lanes.includes(from.id)) return (from.x + to.x) / 2;
  const side = Math.sign(to.x - from.x);
  const leaving = from.x + side * (from.width / 2 + from.pad);
  const arriving = to.x - side * (to.width / 2 + to.pad);
  return (leaving + arriving) / 2;
}
