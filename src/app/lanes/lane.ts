import type { TokenClaims } from '#domain/entra/token.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** The design of a lane: each host with its own identity, or all of them with one. */
export type LaneKind = 'system' | 'user';

export const laneKinds: readonly LaneKind[] = ['system', 'user'];

/** What every host of a lane reads. */
export const laneTargets = ['kv-shop', 'stshopimages'] as const;
export type LaneTarget = (typeof laneTargets)[number];

/** One try of a host to read from a target: a token, and the call with it. */
export interface Read {
  readonly host: string;
  readonly target: LaneTarget;
  readonly allowed: boolean;
  /** Of the token that was presented; null where there was none. */
  readonly claims: TokenClaims | null;
}

/** A world in which a script is at some moment, and what was read in it so far. */
export interface Lane {
  readonly world: World;
  readonly reads: readonly Read[];
  /** Hosts that are meant to read no more. */
  readonly cutOff: readonly string[];
}

/** Something that is done in a lane. */
export type Deed = (lane: Lane) => Lane;
