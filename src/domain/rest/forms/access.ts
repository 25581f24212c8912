import { nameOf, sameId } from '#domain/arm/resource-id.ts';
import { idOfNewAssignment } from '#domain/cloud/operations/role-assignment.ts';
import type { PrincipalId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { textAt } from '#domain/kernel/json.ts';
import type { PrincipalType } from '#domain/rbac/state.ts';
import { authorizationApiVersion, badRequestFormat } from '#domain/rbac/wire.ts';
import { armRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';

type AccessForm = 'CreateRoleAssignment' | 'DeleteRoleAssignment' | 'CreateDenyAssignment' | 'DeleteDenyAssignment';

/** Role assignments. Deny assignments are made by deployment stacks: nobody sends a request for one. */
export const accessPrinters: Printers<AccessForm> = {
  CreateRoleAssignment: (state, wanted) => {
    const { scope, roleId, principalId, principalType, condition } = wanted;
    const name = nameOf(idOfNewAssignment(state, wanted));
    const path = `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
    return armRequest('PUT', path, authorizationApiVersion, {
      properties: {
        roleDefinitionId: `/subscriptions/${state.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
        principalId,
        ...(principalType === undefined ? {} : { principalType }),
        ...(condition === undefined ? {} : { condition, conditionVersion: '2.0' }),
      },
    });
  },
  DeleteRoleAssignment: (_state, { id }) => armRequest('DELETE', id, authorizationApiVersion),
  CreateDenyAssignment: () => null,
  DeleteDenyAssignment: () => null,
};

const assignment = '{+scope}/providers/Microsoft.Authorization/roleAssignments/{name}';

export const accessRoutes: readonly Route[] = [
  route('PUT', assignment, createAssignment),
  route('DELETE', assignment, ({ path }) => command({ type: 'DeleteRoleAssignment', id: path as RoleAssignmentId })),
];

const principalTypes: readonly PrincipalType[] = ['User', 'Group', 'ServicePrincipal'];

function createAssignment({ param, body }: Incoming): Parsed {
  const definition = textAt(body, 'properties', 'roleDefinitionId') ?? '';
  const principalId = textAt(body, 'properties', 'principalId');
  if (!definition.includes('/') || principalId === null) return refused(badRequestFormat());
  const type = textAt(body, 'properties', 'principalType');
  const principalType = principalTypes.find((each) => type !== null && sameId(each, type));
  const condition = textAt(body, 'properties', 'condition');
  return command({
    type: 'CreateRoleAssignment',
    scope: param('scope'),
    roleId: nameOf(definition) as RoleId,
    principalId: principalId as PrincipalId,
    name: param('name'),
    ...(principalType === undefined ? {} : { principalType }),
    ...(condition === null ? {} : { condition }),
  });
}
