export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point at that share of the way. */
export function along(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The two strokes of an arrow's head at `to`. */
export function arrowHead(from: Point, to: Point, size = 8): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number): string => {
    const x = to.x - size * Math.cos(angle + turn);
    const y = to.y - size * Math.sin(angle + turn);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return `M${wing(0.45)}L${to.x} ${to.y}L${wing(-0.45)}`;
}
