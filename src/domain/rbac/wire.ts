import { armError, armJson } from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { SubscriptionId, TenantId } from '#domain/kernel/brand.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { RoleAssignment } from './state.ts';

export const authorizationApiVersion = '2022-04-01';

/** A role assignment as ARM prints it (facts: control-plane §5.3). */
export function assignmentAnswer(
  status: 200 | 201,
  assignment: RoleAssignment,
  subscription: SubscriptionId,
): SourcedResponse {
  const created = toIso(assignment.createdAt);
  const body = {
    id: assignment.id,
    name: nameOf(assignment.id),
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: roleDefinitionPath(subscription, assignment.roleId),
      principalId: assignment.principalId,
      principalType: 'ServicePrincipal',
      scope: assignment.scope,
      createdOn: created,
      updatedOn: created,
    },
  };
  return armJson(status, body, 'docs');
}

function roleDefinitionPath(subscription: SubscriptionId, roleId: string): string {
  return `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
}

/** facts: control-plane §5.3 */
export function roleAssignmentExists(existing: RoleAssignment): SourcedResponse {
  const id = nameOf(existing.id).replaceAll('-', '');
  return armError(
    409,
    'RoleAssignmentExists',
    `The role assignment already exists. The ID of the existing role assignment is ${id}.`,
    'capture',
  );
}

/** The two spaces before `See` are Azure's (facts: control-plane §5.3). */
export function principalNotFound(principalId: string, tenantId: TenantId): SourcedResponse {
  return armError(
    400,
    'PrincipalNotFound',
    `Principal ${principalId} does not exist in the directory ${tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype`,
    'docs',
  );
}

/** The code is confirmed, the text is not (facts: control-plane §5.3, corrections 23). */
export function roleDefinitionNotFound(roleId: string): SourcedResponse {
  return armError(
    404,
    'RoleDefinitionDoesNotExist',
    `The specified role definition with ID '${roleId}' does not exist.`,
    'docs',
  );
}

export function scopeNotFound(scope: string): SourcedResponse {
  return armError(
    404,
    'ResourceNotFound',
    `The scope '${scope}' was not found. Choose the subscription, a resource group or a resource that exists.`,
    'unconfirmed',
  );
}
