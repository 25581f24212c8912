import { laneTargets } from '#app/lanes/lane.ts';
import type { LaneKind, LaneTarget } from '#app/lanes/lane.ts';
import type { LanePicture } from '#app/lanes/lane-picture.ts';
import type { LanePlan } from '#app/lanes/lane-plan.ts';
import type { Point } from '#ui/subject/geometry.ts';

/** Sizes of the small shapes of a lane, in units of the drawing. */
export const sizes = {
  host: 38,
  tab: 15,
  identity: 38,
  seal: 13,
  target: 58,
} as const;

const gap = 10;
const rowOfHosts = sizes.host + sizes.tab + 12;

/** What stays the same from moment to moment, so that nothing moves that does not change. */
export interface LaneFrame {
  readonly width: number;
  readonly height: number;
  readonly hostWidth: number;
  readonly hostAt: (index: number) => Point;
  readonly identityWidth: number;
  readonly identityAt: (index: number, count: number) => Point;
  readonly band: { readonly y: number; readonly height: number };
  readonly sealAt: (principalId: string) => Point;
  readonly targetWidth: number;
  readonly targetAt: (target: LaneTarget) => Point;
  /** Where the line of a principal's role ends. */
  readonly grantAt: (principalId: string, target: LaneTarget) => Point;
}

/** Lays out a lane for everything that it will ever hold. `room` is the width there is, in the drawing's units. */
export function frameOf(plan: LanePlan, kind: LaneKind, room: number): LaneFrame {
  const pictures = plan.moments.map(({ lanes }) => lanes[kind].picture);
  const columns = room >= 440 ? 4 : 2;
  const width = columns === 4 ? 560 : 300;
  const hostWidth = (width - gap * (columns + 1)) / columns;
  const rows = Math.ceil(mostHosts(plan) / columns);
  const slots = slotsOf(pictures, columns);
  const identityY = 8 + rows * rowOfHosts + 8;
  const band = { y: identityY + sizes.identity + 18, height: 60 };
  const targetY = band.y + band.height + 64;
  const targetWidth = (width - 3 * gap) / 2;
  const targetAt = (target: LaneTarget): Point => ({
    x: gap + laneTargets.indexOf(target) * (targetWidth + gap),
    y: targetY,
  });
  const share = (principalId: string) => (slots.indexOf(principalId) + 1) / (slots.length + 1);
  const identityWidth = Math.min(176, (width - 3 * gap) / 2);
  return {
    width,
    height: targetY + sizes.target + 8,
    hostWidth,
    hostAt: (index) => ({
      x: gap + (index % columns) * (hostWidth + gap),
      y: 8 + Math.floor(index / columns) * rowOfHosts,
    }),
    identityWidth,
    identityAt: (index, count) => ({
      x: (width * (2 * index + 1)) / (2 * count) - identityWidth / 2,
      y: identityY,
    }),
    band,
    sealAt: (principalId) => ({ x: width * share(principalId), y: band.y + 36 }),
    targetWidth,
    targetAt,
    grantAt: (principalId, target) => ({ x: targetAt(target).x + targetWidth * share(principalId), y: targetY }),
  };
}

/** Both lanes keep room for the larger of them. */
function mostHosts({ moments }: LanePlan): number {
  return Math.max(
    ...moments.flatMap(({ lanes }) => [lanes.system, lanes.user].map(({ picture }) => picture.hosts.length)),
  );
}

/**
 * A place for each principal that there ever is: below its machine, column by column, so that few lines cross; those
 * of shared identities in the order in which they come.
 */
function slotsOf(pictures: readonly LanePicture[], columns: number): readonly string[] {
  const hosts = [...new Set(pictures.flatMap((picture) => picture.hosts.map(({ name }) => name)))];
  const names = new Map(pictures.flatMap(({ principals }) => principals.map(({ id, name }) => [id, name])));
  const place = (id: string) => {
    const index = hosts.indexOf(names.get(id) ?? '');
    return (index % columns) * hosts.length + index;
  };
  return [...names.keys()].sort((a, b) => place(a) - place(b));
}
