import type { DenyAssignment } from './state.ts';

/** Whom a deny assignment names that is for everyone (docs: list deny assignments). */
const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };

/** A deny assignment as ARM prints it (docs: Deny Assignments, Get). */
export function denyAssignmentBody(assignment: DenyAssignment): unknown {
  const { id, name, scope, actions, dataActions, principals } = assignment;
  return {
    id,
    name,
    type: 'Microsoft.Authorization/denyAssignments',
    properties: {
      denyAssignmentName: name,
      scope,
      doNotApplyToChildScopes: false,
      isSystemProtected: true,
      permissions: [{ actions, notActions: [], dataActions, notDataActions: [] }],
      principals: principals.length === 0 ? [everyone] : principals.map((principal) => ({ id: principal })),
      excludePrincipals: [],
    },
  };
}
