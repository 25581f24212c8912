import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { Explanation } from './explain.ts';
import type { AccessQuestion } from './question.ts';

/** What kind of change a fix makes. */
export type FixKind =
  | 'wait'
  | 'assignRole'
  | 'accessPolicy'
  | 'cosmosRole'
  | 'databaseUser'
  | 'firewall'
  | 'sharedKey'
  | 'removeDeny'
  | 'enableIdentity'
  | 'attachIdentity'
  | 'nameIdentity'
  | 'startHost'
  | 'otherAudience'
  | 'newToken';

/** How wide a scope is that a change opens: nothing, a part of a resource, a resource, a group, a subscription, all. */
export type Width = 0 | 1 | 2 | 3 | 4 | 5;

/** How big a change is; compared in this order. */
export interface FixSize {
  readonly width: Width;
  /** What it lets be done, to be compared only: see `breadthOf`. */
  readonly actions: number;
  readonly changes: number;
}

/** A change that may turn a refusal round. Those of a family do the same more or less widely, narrow ones first. */
export interface Candidate {
  readonly kind: FixKind;
  readonly commands: readonly Command[];
  /** What to ask afterwards: the same, unless the call itself has to change. */
  readonly question: AccessQuestion;
  /** When to ask, where that is a known moment to come. */
  readonly at?: Instant;
  readonly size: FixSize;
}

export type Family = readonly Candidate[];

/** A refusal, and what was asked. */
export interface Situation {
  readonly state: CloudState;
  readonly question: AccessQuestion;
  readonly found: Explanation;
}
