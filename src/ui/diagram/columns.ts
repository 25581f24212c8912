import type { Head, Lane, Picture } from './picture.ts';
import { wrappedWidth } from './wrapped.ts';

/** A lane from left to right. */
export interface Column {
  readonly id: string;
  /** Its middle. */
  readonly x: number;
  readonly width: number;
  /** From the head to the border around it. */
  readonly pad: number;
}

interface Range {
  readonly least: number;
  readonly best: number;
}

const headWidths: Readonly<Record<Head['kind'], Range>> = {
  plain: { least: 84, best: 150 },
  station: { least: 102, best: 132 },
  principals: { least: 150, best: 208 },
  target: { least: 146, best: 186 },
};

/** Width of the column of step numbers. */
const gutter = 30;

const borderPad = 14;
/** Beyond this the eye loses the line. */
const widest = 1180;

/** Columns with their words; null where the room is too narrow for them. */
export function wideColumns(picture: Picture, width: number): readonly Column[] | null {
  const { lanes } = picture;
  const heads = lanes.map(({ head }) => headWidths[head.kind]);
  const gaps = lanes.slice(1).map((lane, index) => gapBefore(picture, lanes[index] as Lane, lane));
  const edges = lanes.length === 0 ? [] : [lanes[0], lanes.at(-1)].map((lane) => padOf(picture, lane as Lane));
  const fixed = gutter + edges.reduce((sum, pad) => sum + pad, 0) + 2;
  const least = fixed + sum([...heads, ...gaps], 'least');
  const best = fixed + sum([...heads, ...gaps], 'best');
  if (width < least) return null;
  const share = best === least ? 1 : Math.min((width - least) / (best - least), 1);
  const spare = Math.max(Math.min(width, widest) - best, 0) / Math.max(gaps.length, 1);
  const at = ({ least: low, best: high }: Range): number => low + (high - low) * share;
  let x = gutter + (edges[0] ?? 0) + Math.max(width - widest, 0) / 2;
  return lanes.map((lane, index) => {
    const laneWidth = at(heads[index] as Range);
    const gap = gaps[index];
    const column = { id: lane.id, x: x + laneWidth / 2, width: laneWidth, pad: padOf(picture, lane) };
    x += laneWidth + (gap === undefined ? 0 : at(gap) + spare);
    return column;
  });
}

const leastPitch = 56;
const compactGutter = 22;

/** Columns of marks, all of one width; null where even they have no room. */
export function compactColumns({ lanes, enclosures }: Picture, width: number): readonly Column[] | null {
  const pitch = (width - compactGutter) / lanes.length;
  // Names without a border or a shape are nothing but words: a list says them better.
  const isWords = lanes.some(({ head }) => head.kind === 'plain');
  if (isWords || pitch < leastPitch) return null;
  const pad = enclosures.length > 0 ? 2 : 0;
  return lanes.map(({ id }, index) => ({
    id,
    x: compactGutter + pitch * (index + 0.5),
    width: pitch - 2 * pad - (pad === 0 ? 2 : 8),
    pad,
  }));
}

function gapBefore(picture: Picture, before: Lane, lane: Lane): Range {
  const pads = padOf(picture, before) + padOf(picture, lane);
  if (before.head.kind === 'plain') return { least: 8, best: 26 };
  if (isTogether(picture, before.id, lane.id)) return { least: 28, best: 66 };
  const role = picture.roles.find((mark) => mark.lane === lane.id && before.head.kind === 'principals');
  if (role === undefined) return { least: pads + 26, best: pads + 52 };
  return { least: pads + 24, best: pads + Math.max(wrappedWidth(role.role ?? '', 12) + 20, 60) };
}

function isTogether({ enclosures }: Picture, a: string, b: string): boolean {
  return enclosures.some(({ lanes }) => lanes.includes(a) && lanes.includes(b));
}

function padOf({ enclosures }: Picture, { id }: Lane): number {
  return enclosures.some(({ lanes }) => lanes.includes(id)) ? borderPad : 2;
}

function sum(ranges: readonly Range[], side: keyof Range): number {
  return ranges.reduce((total, range) => total + range[side], 0);
}
