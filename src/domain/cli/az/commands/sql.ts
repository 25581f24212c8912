import { sameId } from '#domain/arm/resource-id.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { CosmosAssignment, CosmosRole } from '#domain/cosmos/state.ts';
import { findResource } from '#domain/arm/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { guid } from '#domain/kernel/guid.ts';
import { administratorOf } from '#domain/sql/state.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import {
  groupArgument,
  ignored,
  ignoredFlag,
  nameArgument,
  requiredGroup,
  tagsArgument,
  yesArgument,
} from '../command.ts';
import type { AzCommand } from '../command.ts';
import { createPlain, plainCommands } from '../plain-resource.ts';
import { withResource } from '../find.ts';
import { findPrincipalByText, principalsOf } from '../principals.ts';

const server: Argument = {
  key: 'server',
  names: ['--server', '-s', '--server-name'],
  help: 'Name of the Azure SQL Server.',
  required: true,
};

/** Arguments of a child that name its parent otherwise. */
function of(given: Given, key: string): Given {
  return { values: new Map([...given.values, ['name', given.values.get(key) ?? []]]) };
}

function withServer(context: Context, given: Given, act: (id: ResourceId) => Reply): Reply {
  return withResource(context, of(given, 'server'), ['sqlServer'], ({ id }) => act(id));
}

function administratorJson(context: Context, state: Context['state'], id: ResourceId): JsonObject | null {
  const sid = administratorOf(state.sql, id);
  if (sid === null) return null;
  const login = principalsOf(state).find((each) => each.id === sid)?.displayName ?? sid;
  return {
    administratorType: 'ActiveDirectory',
    id: `${id}/administrators/ActiveDirectory`,
    login,
    name: 'ActiveDirectory',
    sid,
    tenantId: context.state.tenantId,
    type: 'Microsoft.Sql/servers/administrators',
  };
}

/** `az sql` (facts: control-plane §6.1). */
export const sqlCommands: readonly AzCommand[] = [
  ...plainCommands({
    prefix: 'sql server',
    kind: 'sqlServer',
    noun: 'SQL server',
    accepts: [ignored('--admin-user', '-u'), ignored('--admin-password', '-p'), ignoredFlag('--enable-ad-only-auth')],
  }),
  {
    name: 'sql db create',
    help: 'Create a database.',
    takes: [
      nameArgument('database'),
      server,
      requiredGroup,
      ignored('--service-objective'),
      ignored('--edition', '-e'),
    ],
    run: (context, given) =>
      withServer(context, given, (id) =>
        createPlain(context, given, 'sqlDatabase', {
          name: `${need(given, 'server')}/${need(given, 'name')}`,
          // A database is where its server is.
          location: findResource(context.state.arm, id)?.location ?? null,
        }),
      ),
  },
  {
    name: 'sql server ad-admin create',
    help: 'Create a new server Active Directory administrator.',
    takes: [
      server,
      requiredGroup,
      { key: 'display', names: ['--display-name', '-u'], help: 'Display name of the administrator.', required: true },
      { key: 'objectId', names: ['--object-id', '-i'], help: 'The unique ID of the administrator.', required: true },
    ],
    run: (context, given) =>
      withServer(context, given, (id) => {
        const principal = findPrincipalByText(context.state, need(given, 'objectId'));
        if (principal === undefined) {
          return failed(`Cannot find user or service principal in graph database for '${need(given, 'objectId')}'.`);
        }
        return give(
          context,
          () => ({ type: 'SetSqlAdministrator', serverId: id, principalId: principal.id }),
          ({ after }) => ({ value: administratorJson(context, after, id) }),
        );
      }),
  },
  {
    name: 'sql server ad-admin list',
    help: 'Gets a list of Azure Active Directory administrators in a server.',
    takes: [server, requiredGroup],
    run: (context, given) =>
      withServer(context, given, (id) => {
        const held = administratorJson(context, context.state, id);
        return value(held === null ? [] : [held]);
      }),
  },
  {
    name: 'sql server ad-admin delete',
    help: 'Deletes the Azure Active Directory administrator with the given name.',
    takes: [server, requiredGroup, yesArgument],
    run: (context, given) =>
      withServer(context, given, (id) =>
        giveSilently(context, () => ({ type: 'SetSqlAdministrator', serverId: id, principalId: null })),
      ),
  },
];

/** The built-in data roles of Cosmos DB (facts: tokens §7.4). */
const cosmosRoles: Readonly<Record<CosmosRole, { readonly id: string; readonly name: string }>> = {
  reader: { id: '00000000-0000-0000-0000-000000000001', name: 'Cosmos DB Built-in Data Reader' },
  contributor: { id: '00000000-0000-0000-0000-000000000002', name: 'Cosmos DB Built-in Data Contributor' },
};

const account: Argument = {
  key: 'account',
  names: ['--account-name', '-a'],
  help: 'Cosmosdb account name.',
  required: true,
};

function readCosmosRole(given: Given): CosmosRole | null {
  const id = one(given, 'roleId');
  const name = one(given, 'roleName');
  const found = Object.entries(cosmosRoles).find(
    ([, role]) => (id !== null && id.toLowerCase().endsWith(role.id)) || (name !== null && name === role.name),
  );
  if (found === undefined) return null;
  return found[0] === 'reader' ? 'reader' : 'contributor';
}

function assignmentName(accountId: ResourceId, { principalId, role }: CosmosAssignment): string {
  return guid('cosmos role assignment', accountId.toLowerCase(), principalId, role);
}

function assignmentJson(accountId: ResourceId, { principalId, role }: CosmosAssignment): JsonObject {
  const name = assignmentName(accountId, { principalId, role });
  return {
    id: `${accountId}/sqlRoleAssignments/${name}`,
    name,
    principalId,
    roleDefinitionId: `${accountId}/sqlRoleDefinitions/${cosmosRoles[role].id}`,
    scope: accountId,
    type: 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
  };
}

/** `az cosmosdb` (facts: control-plane §6.1). */
export const cosmosCommands: readonly AzCommand[] = [
  ...plainCommands({
    prefix: 'cosmosdb',
    kind: 'cosmosAccount',
    noun: 'Azure Cosmos DB account',
    without: 'create',
  }),
  {
    name: 'cosmosdb create',
    help: 'Creates a new Azure Cosmos DB database account.',
    takes: [
      nameArgument('Cosmos DB account'),
      requiredGroup,
      tagsArgument,
      {
        key: 'locations',
        names: ['--locations'],
        help: 'Add a location to the account: regionName=<name>.',
        takes: 'some',
      },
      ignored('--kind'),
      { ...ignored('--disable-local-auth'), takes: 'switch' },
    ],
    run: (context, given) => {
      const region = some(given, 'locations').find((word) => word.startsWith('regionName='));
      return createPlain(context, given, 'cosmosAccount', { location: region?.slice('regionName='.length) ?? null });
    },
  },
  {
    name: 'cosmosdb sql role assignment create',
    help: 'Create a SQL role assignment under an Azure Cosmos DB account.',
    takes: [
      account,
      requiredGroup,
      { key: 'principal', names: ['--principal-id', '-p'], help: 'AAD object id of the principal.', required: true },
      {
        key: 'scope',
        names: ['--scope', '-s'],
        help: 'Data plane resource path. Here: the account, `/`.',
        required: true,
      },
      { key: 'roleId', names: ['--role-definition-id', '-d'], help: 'Unique id of the role definition.' },
      { key: 'roleName', names: ['--role-definition-name', '-n'], help: 'Unique name of the role definition.' },
    ],
    run: (context, given) =>
      withResource(context, of(given, 'account'), ['cosmosAccount'], ({ id }) => {
        const role = readCosmosRole(given);
        const principal = findPrincipalByText(context.state, need(given, 'principal'));
        const scope = need(given, 'scope');
        if (role === null)
          return failed('--role-definition-id or --role-definition-name must name a built-in data role.');
        if (scope !== '/' && !sameId(scope, id))
          return failed('A scope below the account is not simulated here: use /');
        const principalId = principal?.id ?? (need(given, 'principal') as CosmosAssignment['principalId']);
        return give(
          context,
          () => ({ type: 'AssignCosmosRole', accountId: id, principalId, role }),
          () => ({ value: assignmentJson(id, { principalId, role }) }),
        );
      }),
  },
  {
    name: 'cosmosdb sql role assignment list',
    help: 'List all SQL role assignments under an Azure Cosmos DB account.',
    takes: [account, groupArgument],
    run: (context, given) =>
      withResource(context, of(given, 'account'), ['cosmosAccount'], ({ id }) =>
        value(cosmosAssignments(context.state.cosmos, id).map((held) => assignmentJson(id, held))),
      ),
  },
  {
    name: 'cosmosdb sql role assignment delete',
    help: 'Delete a SQL role assignment under an Azure Cosmos DB account.',
    takes: [
      account,
      requiredGroup,
      { key: 'id', names: ['--role-assignment-id', '-i'], help: 'Unique ID of the role assignment.', required: true },
      yesArgument,
    ],
    run: (context, given) =>
      withResource(context, of(given, 'account'), ['cosmosAccount'], ({ id }) => {
        const wanted = need(given, 'id').toLowerCase();
        const held = cosmosAssignments(context.state.cosmos, id).find(({ principalId, role }) =>
          wanted.endsWith(assignmentName(id, { principalId, role })),
        );
        if (held === undefined) return failed(`The SQL Role Assignment '${need(given, 'id')}' was not found.`);
        return giveSilently(context, () => ({ type: 'RemoveCosmosRole', accountId: id, ...held }));
      }),
  },
];

/** `az servicebus` and `az eventhubs`: namespaces alone. */
export const busCommands: readonly AzCommand[] = [
  ...plainCommands({
    prefix: 'servicebus namespace',
    kind: 'serviceBusNamespace',
    noun: 'Service Bus namespace',
    accepts: [ignored('--sku'), { ...ignored('--disable-local-auth'), takes: 'switch' }],
  }),
  ...plainCommands({
    prefix: 'eventhubs namespace',
    kind: 'eventHubsNamespace',
    noun: 'Event Hubs namespace',
    accepts: [ignored('--sku'), { ...ignored('--disable-local-auth'), takes: 'switch' }],
  }),
];
