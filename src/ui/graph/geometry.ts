import type { Box, GraphEdge, Point } from '#app/world/graph/model.ts';

/** The path as a line with rounded corners. */
export function roundedLine(path: readonly Point[], radius = 7): string {
  const [start, ...rest] = path;
  if (start === undefined) return '';
  let line = `M${start.x} ${start.y}`;
  for (const [index, corner] of rest.entries()) {
    const before = path[index] ?? corner;
    const after = rest[index + 1];
    if (after === undefined) line += `L${corner.x} ${corner.y}`;
    else line += turn(before, corner, after, radius);
  }
  return line;
}

function turn(before: Point, corner: Point, after: Point, radius: number): string {
  const reach = Math.min(radius, length(before, corner) / 2, length(corner, after) / 2);
  const from = towards(corner, before, reach);
  const to = towards(corner, after, reach);
  return `L${from.x} ${from.y}Q${corner.x} ${corner.y} ${to.x} ${to.y}`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const whole = length(from, to);
  if (whole === 0) return from;
  const share = distance / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function length(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

export function pathLength(path: readonly Point[]): number {
  return path.slice(1).reduce((sum, to, index) => sum + length(path[index] ?? to, to), 0);
}

/** A straight piece of a path, and which share of the whole way lies before it and in it. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
  readonly angle: number;
  readonly before: number;
  readonly share: number;
}

export function segments(path: readonly Point[]): readonly Segment[] {
  const pieces = path.slice(1).map((to, index) => ({ from: path[index] ?? to, to }));
  const total = pathLength(path) || 1;
  let done = 0;
  return pieces.map(({ from, to }) => {
    const own = length(from, to);
    const segment = {
      from,
      to,
      length: own,
      angle: (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI,
      before: done / total,
      share: own / total,
    };
    done += own;
    return segment;
  });
}

export function boundsOf({ path }: Pick<GraphEdge, 'path'>): Box {
  const xs = path.map(({ x }) => x);
  const ys = path.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A direction in which to look for the next thing. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** The nearest of some things in a direction; what lies straight ahead counts as nearer than what lies aside. */
export function neighbour<Thing extends { readonly at: Point }>(
  from: Point,
  direction: Direction,
  things: readonly Thing[],
): Thing | null {
  let best: Thing | null = null;
  let least = Infinity;
  for (const thing of things) {
    const dx = thing.at.x - from.x;
    const dy = thing.at.y - from.y;
    const [ahead, aside] = { up: [-dy, dx], down: [dy, dx], left: [-dx, dy], right: [dx, dy] }[direction];
    if (ahead === undefined || aside === undefined || ahead < 4) continue;
    const distance = ahead + Math.abs(aside) * 2.4;
    if (distance < least) {
      least = distance;
      best = thing;
    }
  }
  return best;
}
