import type { Point } from '#ui/subject/geometry.ts';
import type { Place } from './miniature-steps.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything stands: side by side on wide screens, one above the other on narrow ones. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly tenant: Box;
  readonly subscription: Box;
  readonly subscriptionLabel: Point;
  readonly host: Box;
  readonly hostTitle: Point;
  readonly tab: Point;
  readonly places: Readonly<Record<Place, Box>>;
  readonly seal: Point & { readonly width: number };
  readonly role: {
    readonly from: Point;
    readonly via: readonly Point[];
    readonly to: Point;
    readonly labelled: boolean;
  };
  readonly verdict: Point;
}

export const wide: Layout = {
  width: 720,
  height: 420,
  tenant: { x: 0, y: 0, width: 720, height: 136 },
  subscription: { x: 0, y: 152, width: 720, height: 268 },
  subscriptionLabel: { x: 546, y: 402 },
  host: { x: 16, y: 180, width: 404, height: 176 },
  hostTitle: { x: 292, y: 198 },
  tab: { x: 250, y: 356 },
  places: {
    imds: { x: 36, y: 256, width: 128, height: 76 },
    application: { x: 292, y: 256, width: 112, height: 76 },
    entra: { x: 24, y: 44, width: 152, height: 68 },
    target: { x: 536, y: 266, width: 168, height: 56 },
  },
  seal: { x: 556, y: 48, width: 164 },
  role: { from: { x: 582, y: 102 }, via: [], to: { x: 582, y: 264 }, labelled: true },
  verdict: { x: 540, y: 332 },
};

export const tall: Layout = {
  width: 340,
  height: 640,
  tenant: { x: 0, y: 0, width: 340, height: 128 },
  subscription: { x: 0, y: 142, width: 340, height: 498 },
  subscriptionLabel: { x: 14, y: 624 },
  host: { x: 12, y: 174, width: 274, height: 284 },
  hostTitle: { x: 180, y: 194 },
  tab: { x: 136, y: 458 },
  places: {
    imds: { x: 28, y: 222, width: 132, height: 76 },
    application: { x: 28, y: 382, width: 132, height: 60 },
    entra: { x: 14, y: 40, width: 132, height: 64 },
    target: { x: 28, y: 542, width: 300, height: 56 },
  },
  seal: { x: 172, y: 46, width: 160 },
  role: {
    from: { x: 198, y: 100 },
    via: [
      { x: 198, y: 135 },
      { x: 312, y: 135 },
    ],
    to: { x: 312, y: 540 },
    labelled: false,
  },
  verdict: { x: 264, y: 606 },
};

/** Where the one who carries it over comes to rest: before the receiver's edge, so that it hides no name. */
export function rest([from, to]: readonly [Point, Point], halfWidth: number, halfHeight: number): Point {
  const level = from.y === to.y;
  return level
    ? { x: to.x - Math.sign(to.x - from.x) * halfWidth, y: to.y }
    : { x: to.x, y: to.y - Math.sign(to.y - from.y) * halfHeight };
}

/** The ends of a message: from edge to edge, requests and responses a little apart. */
export function ends(layout: Layout, from: Place, to: Place, kind: 'request' | 'response'): readonly [Point, Point] {
  const a = layout.places[from];
  const b = layout.places[to];
  const aside = kind === 'request' ? -10 : 10;
  const gap = 4;
  if (overlap(a.y, a.height, b.y, b.height)) {
    const y = middle(Math.max(a.y, b.y), Math.min(a.y + a.height, b.y + b.height)) + aside;
    return a.x < b.x
      ? [
          { x: a.x + a.width + gap, y },
          { x: b.x - gap, y },
        ]
      : [
          { x: a.x - gap, y },
          { x: b.x + b.width + gap, y },
        ];
  }
  const x = middle(Math.max(a.x, b.x), Math.min(a.x + a.width, b.x + b.width)) + aside;
  return a.y < b.y
    ? [
        { x, y: a.y + a.height + gap },
        { x, y: b.y - gap },
      ]
    : [
        { x, y: a.y - gap },
        { x, y: b.y + b.height + gap },
      ];
}

function overlap(a: number, aSize: number, b: number, bSize: number): boolean {
  return a < b + bSize && b < a + aSize;
}

function middle(low: number, high: number): number {
  return (low + high) / 2;
}
