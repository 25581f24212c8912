import type { PrincipalId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import type { PrincipalType } from '#domain/rbac/state.ts';

/** Azure RBAC. */
export type AccessCommand =
  | CreateRoleAssignment
  | { readonly type: 'DeleteRoleAssignment'; readonly id: RoleAssignmentId }
  /** As a deployment stack makes one: nobody writes deny assignments directly. */
  | {
      readonly type: 'CreateDenyAssignment';
      readonly scope: string;
      readonly name: string;
      readonly actions: readonly string[];
      readonly dataActions: readonly string[];
      /** Empty for everyone. */
      readonly principals: readonly PrincipalId[];
    }
  | { readonly type: 'DeleteDenyAssignment'; readonly scope: string; readonly name: string };

export interface CreateRoleAssignment {
  readonly type: 'CreateRoleAssignment';
  /** A management group, subscription, resource group, resource or blob container. */
  readonly scope: string;
  readonly roleId: RoleId;
  readonly principalId: PrincipalId;
  /** Given, the directory is not asked (facts: control-plane §5.3). */
  readonly principalType?: PrincipalType;
  /** The GUID of the assignment, which clients choose; derived where it is absent. */
  readonly name?: string;
  readonly condition?: string;
}
