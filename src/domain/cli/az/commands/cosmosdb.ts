import { sameId } from '#domain/arm/resource-id.ts';
import { cosmosAssignmentBody, cosmosAssignmentName } from '#domain/cosmos/assignment.ts';
import { cosmosRoles } from '#domain/cosmos/rules.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { CosmosAssignment, CosmosRole } from '#domain/cosmos/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context } from '../../reply.ts';
import {
  groupArgument,
  ignored,
  ignoredSwitch,
  nameArgument,
  requiredGroup,
  tagsArgument,
  yesArgument,
} from '../command.ts';
import type { AzCommand } from '../command.ts';
import { namedBy, withResource } from '../find.ts';
import { findPrincipalByText } from '../principals.ts';
import { createPlain, plainCommands } from '../resource-verbs.ts';

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

/** What ARM nests under `properties` stands beside the name. */
function assignmentJson({ state }: Context, accountId: ResourceId, held: CosmosAssignment): JsonObject {
  const { properties, ...envelope } = cosmosAssignmentBody(state.seed, accountId, held);
  return { ...envelope, ...properties };
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
      ignoredSwitch('--disable-local-auth'),
    ],
    run: (context, given) => {
      const region = some(given, 'locations').find((word) => word.startsWith('regionName='));
      return createPlain(
        context,
        given,
        'cosmosAccount',
        region === undefined ? {} : { location: region.slice('regionName='.length) },
      );
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
      withResource(context, namedBy(given, 'account'), ['cosmosAccount'], ({ id }) => {
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
          () => ({ value: assignmentJson(context, id, { principalId, role }) }),
        );
      }),
  },
  {
    name: 'cosmosdb sql role assignment list',
    help: 'List all SQL role assignments under an Azure Cosmos DB account.',
    takes: [account, groupArgument],
    run: (context, given) =>
      withResource(context, namedBy(given, 'account'), ['cosmosAccount'], ({ id }) =>
        value(cosmosAssignments(context.state.cosmos, id).map((held) => assignmentJson(context, id, held))),
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
      withResource(context, namedBy(given, 'account'), ['cosmosAccount'], ({ id }) => {
        const wanted = need(given, 'id').toLowerCase();
        const held = cosmosAssignments(context.state.cosmos, id).find((each) =>
          wanted.endsWith(cosmosAssignmentName(context.state.seed, id, each)),
        );
        if (held === undefined) return failed(`The SQL Role Assignment '${need(given, 'id')}' was not found.`);
        return giveSilently(context, () => ({ type: 'RemoveCosmosRole', accountId: id, ...held }));
      }),
  },
];
