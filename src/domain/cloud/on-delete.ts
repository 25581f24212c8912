import type { PrincipalId, RoleAssignmentId } from '#domain/kernel/brand.ts';
import type { RbacState } from '#domain/rbac/state.ts';

/** The role assignments that go with a deleted principal: none, Azure keeps them (facts: control-plane §2.3). */
export function onDelete(_rbac: RbacState, _principalId: PrincipalId): readonly RoleAssignmentId[] {
  return [];
}
