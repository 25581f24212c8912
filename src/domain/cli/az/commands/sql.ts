import type { Resource } from '#domain/arm/resource.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { need } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { ignored, ignoredFlag, nameArgument, requiredGroup, yesArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { namedBy, withResource } from '../find.ts';
import { findPrincipalByText } from '../principals.ts';
import { createPlain, plainCommands } from '../resource-verbs.ts';
import { administratorJson } from '../shapes.ts';

const server: Argument = {
  key: 'server',
  names: ['--server', '-s', '--server-name'],
  help: 'Name of the Azure SQL Server.',
  required: true,
};

function withServer(context: Context, given: Given, act: (server: Resource) => Reply): Reply {
  return withResource(context, namedBy(given, 'server'), ['sqlServer'], act);
}

/** The administrator as the child of the server that it is to ARM. */
function administratorAt(state: CloudState, id: ResourceId): JsonObject | null {
  const administrator = administratorJson(state, id);
  return (
    administrator && {
      ...administrator,
      id: `${id}/administrators/ActiveDirectory`,
      name: 'ActiveDirectory',
      type: 'Microsoft.Sql/servers/administrators',
    }
  );
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
      // A database is where its server is.
      withServer(context, given, ({ location }) =>
        createPlain(context, given, 'sqlDatabase', {
          name: `${need(given, 'server')}/${need(given, 'name')}`,
          location,
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
      withServer(context, given, ({ id }) => {
        const principal = findPrincipalByText(context.state, need(given, 'objectId'));
        if (principal === undefined) {
          return failed(`Cannot find user or service principal in graph database for '${need(given, 'objectId')}'.`);
        }
        return give(
          context,
          () => ({ type: 'SetSqlAdministrator', serverId: id, principalId: principal.id }),
          ({ after }) => ({ value: administratorAt(after, id) }),
        );
      }),
  },
  {
    name: 'sql server ad-admin list',
    help: 'Gets a list of Azure Active Directory administrators in a server.',
    takes: [server, requiredGroup],
    run: (context, given) =>
      withServer(context, given, ({ id }) => {
        const held = administratorAt(context.state, id);
        return value(held === null ? [] : [held]);
      }),
  },
  {
    name: 'sql server ad-admin delete',
    help: 'Deletes the Azure Active Directory administrator with the given name.',
    takes: [server, requiredGroup, yesArgument],
    run: (context, given) =>
      withServer(context, given, ({ id }) =>
        giveSilently(context, () => ({ type: 'SetSqlAdministrator', serverId: id, principalId: null })),
      ),
  },
];
