import type { HostKind, TargetKind } from '#domain/arm/resource.ts';

/** Everything that a sequence diagram shows, as plain data: drawn by `Sequence`, listed by `StepList`. */
export interface Picture {
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly lanes: readonly Lane[];
  readonly enclosures: readonly Enclosure[];
  readonly roles: readonly RoleMark[];
  readonly rows: readonly Row[];
}

/** A vertical line with somebody at its head. */
export interface Lane {
  readonly id: string;
  /** False for a bystander: the flow ends before it comes here. */
  readonly reached: boolean;
  readonly head: Head;
}

export type Head =
  | { readonly kind: 'plain'; readonly label: string }
  | {
      readonly kind: 'station';
      readonly icon: 'application' | 'imds' | 'identityEndpoint' | 'platform' | 'entra';
      readonly label: string;
      /** For where there is little room. */
      readonly short: string;
      readonly note: string;
    }
  | { readonly kind: 'principals'; readonly label: string; readonly seals: readonly Seal[] }
  | { readonly kind: 'target'; readonly label: string; readonly target: TargetKind | null };

export interface Seal {
  readonly id: string;
  readonly name: string;
  readonly of: 'system' | 'user' | 'person' | 'group' | 'application';
  /** Set for a deleted principal: when it is purged. */
  readonly deleted: string | null;
}

/** A border around neighbouring lanes. */
export type Enclosure =
  | {
      readonly kind: 'host';
      readonly lanes: readonly string[];
      readonly host: HostKind | 'aksCluster' | 'external' | 'laptop';
      readonly label: string;
      /** What can be reached only from inside; empty where nothing is. */
      readonly inside: string;
      readonly systemAssigned: boolean;
      readonly userAssigned: readonly { readonly name: string; readonly stale: boolean }[];
    }
  | { readonly kind: 'tenant'; readonly lanes: readonly string[]; readonly label: string; readonly short: string };

/** A role assignment, or the lack of one (`role` null), between a seal and a target. */
export interface RoleMark {
  readonly seal: string;
  readonly lane: string;
  readonly role: string | null;
  readonly state: 'effective' | 'pending' | 'orphaned';
}

/** A token as it is seen on a line. */
export interface TokenMark {
  readonly id: string;
  /** What remains of its life, from 1 to 0. */
  readonly life: number;
}

export interface Verdict {
  readonly allowed: boolean;
  /** Null where nobody answered. */
  readonly status: number | null;
}

interface RowWords {
  /** The step in a line, for the list. */
  readonly title: string;
  /** What the picture has room for. */
  readonly label: string;
}

/** One step, from top to bottom. */
export type Row =
  | (RowWords & {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      /** Solid out, dashed back. */
      readonly line: 'solid' | 'dashed';
      /** True for a message that does not arrive. */
      readonly lost: boolean;
      readonly token: TokenMark | null;
      /** Decided by the sender of an answer. */
      readonly verdict: Verdict | null;
    })
  /** It turns out that the message before got no answer. */
  | (RowWords & { readonly kind: 'silence'; readonly from: string; readonly to: string; readonly verdict: Verdict })
  /** Time passes. */
  | (RowWords & { readonly kind: 'pause' });

export type MessageRow = Extract<Row, { kind: 'message' }>;
