import { resourceKinds } from '#domain/arm/kinds.ts';
import { nameOf, sameId } from '#domain/arm/resource-id.ts';
import { armEmpty } from '#domain/arm/wire.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { CosmosRole } from '#domain/cosmos/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { listAt, textAt, textsAt } from '#domain/kernel/json.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { SecretPermission } from '#domain/keyvault/settings.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { badRequestFormat } from '#domain/rbac/wire.ts';
import { cosmosAssignmentName, cosmosAssignmentProperties } from '#domain/cosmos/assignment.ts';
import { cosmosRoles } from '#domain/cosmos/rules.ts';
import { invalidContent } from '../refusals.ts';
import { armRequest, resourceRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';
import { printFirewall } from './firewall.ts';

type DataForm =
  | 'SetPermissionModel'
  | 'SetAccessPolicy'
  | 'SetSharedKeyAccess'
  | 'ListAccountKeys'
  | 'RegenerateAccountKey'
  | 'SetFirewall'
  | 'SetSqlAdministrator'
  | 'AssignCosmosRole'
  | 'RemoveCosmosRole';

/** What Azure Resource Manager keeps of targets. */
export const dataPrinters: Printers<DataForm> = {
  SetPermissionModel: (_state, { vaultId, model }) =>
    resourceRequest('PATCH', vaultId, '', { properties: { enableRbacAuthorization: model === 'rbac' } }),
  SetAccessPolicy: (state, { vaultId, objectId, secrets }) => printPolicy(state, vaultId, objectId, secrets),
  SetSharedKeyAccess: (_state, { accountId, allowed }) =>
    resourceRequest('PATCH', accountId, '', { properties: { allowSharedKeyAccess: allowed } }),
  ListAccountKeys: (_state, { accountId }) => resourceRequest('POST', accountId, '/listKeys'),
  RegenerateAccountKey: (_state, { accountId, key }) =>
    resourceRequest('POST', accountId, '/regenerateKey', { keyName: `key${key}` }),
  SetFirewall: printFirewall,
  SetSqlAdministrator: ({ tenantId }, { serverId, principalId }) => {
    const path = '/administrators/ActiveDirectory';
    if (principalId === null) return resourceRequest('DELETE', serverId, path);
    const properties = { administratorType: 'ActiveDirectory', login: principalId, sid: principalId, tenantId };
    return resourceRequest('PUT', serverId, path, { properties });
  },
  AssignCosmosRole: (state, { accountId, principalId, role }) => {
    const properties = cosmosAssignmentProperties(accountId, { principalId, role });
    return cosmosRequest('PUT', accountId, cosmosAssignmentName(state.seed, accountId, { principalId, role }), {
      properties,
    });
  },
  RemoveCosmosRole: (state, { accountId, principalId, role }) =>
    cosmosRequest('DELETE', accountId, cosmosAssignmentName(state.seed, accountId, { principalId, role })),
};

/** `add` joins permissions with those held, `replace` puts others in their place, `remove` takes the policy away. */
function printPolicy(
  { keyVault, tenantId }: CloudState,
  vaultId: ResourceId,
  objectId: PrincipalId,
  secrets: readonly SecretPermission[],
): HttpRequest {
  const held = vaultOf(keyVault, vaultId).settings.policies.find((policy) => policy.objectId === objectId);
  const keepsAll = held?.secrets.every((each) => secrets.includes(each)) ?? true;
  const growing = keepsAll ? 'add' : 'replace';
  const operation = secrets.length === 0 ? 'remove' : growing;
  const policy = { tenantId, objectId, permissions: { secrets } };
  return armRequest('PUT', `${vaultId}/accessPolicies/${operation}`, resourceKinds.keyVault.apiVersion, {
    properties: { accessPolicies: [policy] },
  });
}

function cosmosRequest(method: 'PUT' | 'DELETE', accountId: string, name: string, body?: unknown): HttpRequest {
  return armRequest(method, `${accountId}/sqlRoleAssignments/${name}`, resourceKinds.cosmosAccount.apiVersion, body);
}

const cosmosAssignment = '{+account}/sqlRoleAssignments/{name}';
const administrator = '{+server}/administrators/ActiveDirectory';

export const dataRoutes: readonly Route[] = [
  route('PUT', '{+vault}/accessPolicies/{operation}', parsePolicy),
  route('POST', '{+account}/listKeys', ({ param }) =>
    command({ type: 'ListAccountKeys', accountId: param('account') as ResourceId }),
  ),
  route('POST', '{+account}/regenerateKey', ({ param, body }) => {
    const key = textAt(body, 'keyName')?.toLowerCase();
    if (key !== 'key1' && key !== 'key2') return refused(invalidContent('keyName is key1 or key2.'));
    const accountId = param('account') as ResourceId;
    return command({ type: 'RegenerateAccountKey', accountId, key: key === 'key1' ? 1 : 2 });
  }),
  route('PUT', administrator, ({ param, body }) => {
    const principalId = textAt(body, 'properties', 'sid');
    if (principalId === null) return refused(badRequestFormat());
    return command({
      type: 'SetSqlAdministrator',
      serverId: param('server') as ResourceId,
      principalId: principalId as PrincipalId,
    });
  }),
  route('DELETE', administrator, ({ param }) =>
    command({ type: 'SetSqlAdministrator', serverId: param('server') as ResourceId, principalId: null }),
  ),
  route('PUT', cosmosAssignment, assignCosmosRole),
  route('DELETE', cosmosAssignment, removeCosmosRole),
];

function parsePolicy({ state, param, body }: Incoming): Parsed {
  const vaultId = param('vault') as ResourceId;
  const [policy, ...more] = listAt(body, 'properties', 'accessPolicies');
  const objectId = textAt(policy, 'objectId');
  if (objectId === null || more.length > 0) return refused(invalidContent('one access policy is expected.'));
  const sent = textsAt(policy, 'permissions', 'secrets').map((each) => each.toLowerCase());
  const held = vaultOf(state.keyVault, vaultId).settings.policies.find((each) => each.objectId === objectId);
  const operation = param('operation').toLowerCase();
  const kept: readonly string[] = operation === 'add' ? (held?.secrets ?? []) : [];
  const wanted = operation === 'remove' ? [] : [...new Set([...sent, ...kept])];
  const isAll = wanted.includes('all');
  const secrets = isAll ? secretPermissions : secretPermissions.filter((each) => wanted.includes(each));
  return command({ type: 'SetAccessPolicy', vaultId, objectId: objectId as PrincipalId, secrets });
}

function assignCosmosRole({ param, body }: Incoming): Parsed {
  const definition = nameOf(textAt(body, 'properties', 'roleDefinitionId') ?? '');
  const role = roles.find((each) => sameId(cosmosRoles[each].id, definition));
  const principalId = textAt(body, 'properties', 'principalId');
  if (role === undefined || principalId === null) return refused(badRequestFormat());
  const accountId = param('account') as ResourceId;
  return command({ type: 'AssignCosmosRole', accountId, principalId: principalId as PrincipalId, role });
}

const roles: readonly CosmosRole[] = ['reader', 'contributor'];

/** 204 where no assignment has the name. */
function removeCosmosRole({ state, param }: Incoming): Parsed {
  const accountId = param('account') as ResourceId;
  const held = cosmosAssignments(state.cosmos, accountId).find((each) =>
    sameId(cosmosAssignmentName(state.seed, accountId, each), param('name')),
  );
  return held === undefined ? refused(armEmpty(204)) : command({ type: 'RemoveCosmosRole', accountId, ...held });
}
