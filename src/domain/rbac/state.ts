import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever, invariant } from '#domain/kernel/invariant.ts';

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
}

export type PrincipalType = 'User' | 'Group' | 'ServicePrincipal';

/** Takes operations away whatever roles grant them; made by a deployment stack or a managed application. */
export interface DenyAssignment {
  /** `<scope>/providers/Microsoft.Authorization/denyAssignments/<name>` */
  readonly id: ResourceId;
  readonly scope: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
  /** Empty for everyone. */
  readonly principals: readonly PrincipalId[];
}

/** An assignment that was deleted and is honored until `endsAt`. */
export interface EndingAssignment {
  readonly assignment: RoleAssignment;
  readonly endsAt: Instant;
}

export type RbacEvent =
  | { readonly type: 'RoleAssignmentCreated'; readonly assignment: RoleAssignment }
  | { readonly type: 'RoleAssignmentTookEffect'; readonly id: RoleAssignmentId }
  | {
      readonly type: 'RoleAssignmentDeleted';
      readonly id: RoleAssignmentId;
      /** When services stop honoring it; the moment of deletion where the scope itself went. */
      readonly endsAt: Instant;
    }
  | { readonly type: 'RoleRemovalTookEffect'; readonly id: RoleAssignmentId }
  | { readonly type: 'DenyAssignmentCreated'; readonly assignment: DenyAssignment }
  | { readonly type: 'DenyAssignmentDeleted'; readonly id: ResourceId };

export interface RbacState {
  readonly assignments: Dictionary<RoleAssignment>;
  readonly ending: Dictionary<EndingAssignment>;
  readonly denies: Dictionary<DenyAssignment>;
}

export const emptyRbac: RbacState = {
  assignments: dictionary.empty(),
  ending: dictionary.empty(),
  denies: dictionary.empty(),
};

export function findAssignment(rbac: RbacState, id: string): RoleAssignment | undefined {
  return dictionary.get(rbac.assignments, idKey(id));
}

export function evolveRbac(rbac: RbacState, event: RbacEvent): RbacState {
  switch (event.type) {
    case 'RoleAssignmentCreated': {
      const { assignment } = event;
      return {
        ...rbac,
        assignments: dictionary.set(rbac.assignments, idKey(assignment.id), assignment),
      };
    }
    case 'RoleAssignmentTookEffect':
      return rbac;
    case 'RoleAssignmentDeleted': {
      const assignment = findAssignment(rbac, event.id);
      invariant(assignment !== undefined, `no role assignment ${event.id} to delete`);
      const ending = { assignment, endsAt: event.endsAt };
      return {
        ...rbac,
        assignments: dictionary.remove(rbac.assignments, idKey(event.id)),
        ending: dictionary.set(rbac.ending, idKey(event.id), ending),
      };
    }
    case 'RoleRemovalTookEffect':
      return { ...rbac, ending: dictionary.remove(rbac.ending, idKey(event.id)) };
    case 'DenyAssignmentCreated': {
      const { assignment } = event;
      return { ...rbac, denies: dictionary.set(rbac.denies, idKey(assignment.id), assignment) };
    }
    case 'DenyAssignmentDeleted':
      return { ...rbac, denies: dictionary.remove(rbac.denies, idKey(event.id)) };
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice. */
export function* checkpointRbac(rbac: RbacState): Generator<RbacEvent> {
  for (const assignment of dictionary.values(rbac.assignments)) {
    yield { type: 'RoleAssignmentCreated', assignment };
  }
  for (const { assignment, endsAt } of dictionary.values(rbac.ending)) {
    yield { type: 'RoleAssignmentCreated', assignment };
    yield { type: 'RoleAssignmentDeleted', id: assignment.id, endsAt };
  }
  for (const assignment of dictionary.values(rbac.denies)) yield { type: 'DenyAssignmentCreated', assignment };
}
