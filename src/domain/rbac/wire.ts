import { armError, armJson } from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { PrincipalId, SubscriptionId, TenantId } from '#domain/kernel/brand.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { DenyAssignment, PrincipalType, RoleAssignment } from './state.ts';

export const authorizationApiVersion = '2022-04-01';

/** What an assignment is printed with: its subscription, and who wrote those that name nobody. */
export interface AssignmentHome {
  readonly subscription: SubscriptionId;
  readonly owner: PrincipalId;
}

export function assignmentAnswer(status: 200 | 201, assignment: RoleAssignment, home: AssignmentHome): SourcedResponse {
  return armJson(status, assignmentBody(assignment, home), 'docs');
}

/** A role assignment as ARM prints it (facts: control-plane §5.3). */
export function assignmentBody(assignment: RoleAssignment, { subscription, owner }: AssignmentHome): unknown {
  const created = toIso(assignment.createdAt);
  return {
    id: assignment.id,
    name: nameOf(assignment.id),
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: roleDefinitionPath(subscription, assignment.roleId),
      principalId: assignment.principalId,
      principalType: assignment.principalType ?? 'ServicePrincipal',
      scope: assignment.scope,
      ...(assignment.condition === undefined ? {} : { condition: assignment.condition, conditionVersion: '2.0' }),
      createdOn: created,
      updatedOn: created,
      createdBy: null,
      updatedBy: assignment.updatedBy ?? owner,
    },
  };
}

/** A deny assignment as ARM prints it; the principal of everyone is the empty GUID (docs: deny assignments REST). */
export function denyAnswer(status: 200 | 201, deny: DenyAssignment): SourcedResponse {
  const { id, name, scope, actions, dataActions, principals } = deny;
  const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };
  const body = {
    id,
    name,
    type: 'Microsoft.Authorization/denyAssignments',
    properties: {
      denyAssignmentName: name,
      permissions: [{ actions, notActions: [], dataActions, notDataActions: [] }],
      scope,
      principals: principals.length === 0 ? [everyone] : principals.map((each) => ({ id: each })),
      excludePrincipals: [],
      isSystemProtected: true,
    },
  };
  return armJson(status, body, 'unconfirmed');
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

/** The role definition is not the path of one with a GUID at its end (facts: control-plane §5.3). */
export function invalidRoleDefinitionId(id: string): SourcedResponse {
  return armError(400, 'InvalidRoleDefinitionId', `The role definition ID '${id}' is not valid.`, 'capture');
}

/** A bare GUID in the place of a role definition's path (facts: control-plane §5.3). */
export function badRequestFormat(): SourcedResponse {
  return armError(400, 'BadRequestFormat', 'The request was incorrectly formatted.', 'capture');
}

/** The text is confirmed, its status assumed (facts: control-plane §5.3). */
export function invalidRoleAssignmentId(): SourcedResponse {
  return armError(400, 'InvalidRoleAssignmentId', 'The role assignment ID must be a GUID', 'capture');
}

/** The GUID of an assignment with another principal, role or scope (facts: control-plane §5.3). */
export function roleAssignmentUpdateNotPermitted(): SourcedResponse {
  return armError(
    400,
    'RoleAssignmentUpdateNotPermitted',
    'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    'docs',
  );
}

export function invalidPrincipalId(): SourcedResponse {
  return armError(
    400,
    'InvalidPrincipalId',
    'A valid principal ID must be provided for role assignment.',
    'unconfirmed',
  );
}

export function unmatchedPrincipalType(id: string, given: PrincipalType, actual: PrincipalType): SourcedResponse {
  return armError(
    400,
    'UnmatchedPrincipalType',
    `The PrincipalId '${id}' has type '${actual}', which is different from specified PrincipalType '${given}'.`,
    'unconfirmed',
  );
}

export function invalidCondition(): SourcedResponse {
  return armError(
    400,
    'InvalidRoleAssignmentCondition',
    'The given role assignment condition is invalid.',
    'unconfirmed',
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
