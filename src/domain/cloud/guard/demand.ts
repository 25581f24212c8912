import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Demand } from '#domain/rbac/rules.ts';

/** What locks think a command does: they tell a write and a call of an action from a deletion. */
export type LockOperation = 'write' | 'delete';

/** One operation of Azure Resource Manager that a command is. */
export interface ManagementDemand {
  readonly action: string;
  /** Where it has to be permitted, and what a refusal names. */
  readonly scope: ResourceId;
  readonly attributes?: Demand['attributes'];
  /** What a lock may forbid; at `scope` where it touches a part of that only; null for what no lock concerns. */
  readonly lock: { readonly operation: LockOperation; readonly scope?: ResourceId } | null;
}

/** What a command demands of its caller. */
export type Demanded =
  /** What code does, settings of the simulator, and the caller's own token. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'management';
      /** All of them; the first that is not permitted is answered. */
      readonly operations: readonly ManagementDemand[];
      /** User-assigned identities that the request names with a value: each has to be assignable (facts: corrections 3). */
      readonly linked: readonly ResourceId[];
    }
  /** Microsoft Graph asks roles of the directory, not of Azure. */
  | { readonly kind: 'directory' }
  /** The data plane of a service decides as it does for everybody. */
  | { readonly kind: 'data' };

export const nothing: Demanded = { kind: 'nothing' };
export const directory: Demanded = { kind: 'directory' };
export const data: Demanded = { kind: 'data' };

export function manages(...operations: readonly ManagementDemand[]): Demanded {
  return { kind: 'management', operations, linked: [] };
}

/** A write of something: only a read-only lock forbids it. */
export function write(action: string, scope: string): ManagementDemand {
  return { action, scope: scope as ResourceId, lock: { operation: 'write' } };
}

/** A deletion: every lock forbids it. */
export function remove(action: string, scope: string): ManagementDemand {
  return { action, scope: scope as ResourceId, lock: { operation: 'delete' } };
}

/** What is told at one scope and may be locked at another, such as a part of a resource. */
export function lockedAt(demand: ManagementDemand, scope: ResourceId): ManagementDemand {
  return demand.lock === null ? demand : { ...demand, lock: { ...demand.lock, scope } };
}
