import type { PrincipalId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';

export interface RoleAssignment {
  readonly id: RoleAssignmentId;
  readonly scope: string;
  readonly roleId: RoleId;
  readonly principalId: PrincipalId;
  readonly createdAt: Instant;
  /** When services begin to honor it: up to ten minutes after `createdAt`. */
  readonly effectiveAt: Instant;
  /** `ServicePrincipal` where it is absent. */
  readonly principalType?: PrincipalType;
  /** An expression of Azure ABAC, as it was written. */
  readonly condition?: string;
  /** Who wrote it; the learner where it is absent. */
  readonly updatedBy?: PrincipalId;
}

export type PrincipalType = 'User' | 'Group' | 'ServicePrincipal';

/** An assignment that was deleted and is honored until `endsAt`. */
export interface EndingAssignment {
  readonly assignment: RoleAssignment;
  readonly endsAt: Instant;
}
