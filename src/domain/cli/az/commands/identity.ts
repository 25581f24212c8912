import { attachedTo } from '#domain/arm/identity-block.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { UserAssignedIdentity } from '#domain/arm/resource.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import { has, some } from '../../arguments.ts';
import { give, giveSilently, value } from '../../reply.ts';
import type { Context } from '../../reply.ts';
import { groupArgument, ignored, locationArgument, named, requiredGroup, tagsArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { addressed, armTypeOf, readTags, withResource } from '../find.ts';
import { findResource } from '#domain/arm/state.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { createPlain, listCommand, showCommand } from '../resource-verbs.ts';
import { resourceJson, shownAt } from '../shapes.ts';

const noun = 'identity resource';
const place = named(noun).map((argument) =>
  argument.key === 'name' ? { ...argument, names: ['--name', '-n', '--resource-name'] } : argument,
);
const scopeOfIsolation = ignored('--isolation-scope');
const restriction = ignored('--resource-restriction');

/** `az identity` (facts: control-plane §6.1, §6.2). */
export const identityResourceCommands: readonly AzCommand[] = [
  {
    name: 'identity create',
    help: 'Create an identity in the specified subscription and resource group.',
    takes: [
      {
        key: 'name',
        names: ['--name', '-n', '--resource-name'],
        help: 'The name of the identity resource.',
        required: true,
      },
      requiredGroup,
      locationArgument,
      tagsArgument,
      scopeOfIsolation,
      restriction,
    ],
    run: (context, given) => createPlain(context, given, 'userAssignedIdentity'),
  },
  showCommand({ name: 'identity show', help: 'Get the identity.', kind: 'userAssignedIdentity', takes: place }),
  listCommand({
    name: 'identity list',
    help: 'List Managed Identities.',
    kind: 'userAssignedIdentity',
    takes: [groupArgument, ignored('--max-items'), ignored('--next-token')],
  }),
  {
    name: 'identity update',
    help: 'Update an identity in the specified subscription and resource group.',
    takes: [...place, tagsArgument, scopeOfIsolation, restriction],
    run: (context, given) =>
      withResource(context, given, ['userAssignedIdentity'], (identity) => {
        if (!has(given, 'tags')) return value(resourceJson(context.state, identity));
        const { id } = identity;
        return give(
          context,
          () => ({ type: 'SetTags', id, tags: readTags(some(given, 'tags')) }),
          ({ after }) => shownAt(after, id),
        );
      }),
  },
  {
    name: 'identity delete',
    help: 'Delete the identity.',
    takes: place,
    // No prompt, no look at who uses it, and silence for one that is not there (facts: control-plane §6.1, §6.7).
    run: (context, given) => {
      const address = addressed(context, given, 'userAssignedIdentity');
      if (address.kind === 'nowhere') return address.reply;
      if (findResource(context.state.arm, address.id) === undefined) return value(undefined);
      return giveSilently(context, () => ({ type: 'DeleteResource', id: address.id }));
    },
  },
  {
    name: 'identity list-resources',
    help: 'List the associated resources for this identity.',
    takes: place,
    run: (context, given) =>
      withResource(context, given, ['userAssignedIdentity'], (identity) => value(usersOf(context, identity))),
  },
  {
    name: 'identity list-operations',
    help: 'List available operations for the Managed Identity provider.',
    takes: [],
    run: () => value(operations.map((name) => ({ display: null, name }))),
  },
];

const operations = ['read', 'write', 'delete', 'assign/action', 'listAssociatedResources/action'].map(
  (verb) => `Microsoft.ManagedIdentity/userAssignedIdentities/${verb}`,
);

/** Group and type are in lower case here (facts: control-plane §6.2). */
function usersOf({ state }: Context, identity: UserAssignedIdentity): readonly JsonObject[] {
  return hostsOf(state)
    .filter((host) => attachedTo(host.identity).some(({ identityId }) => sameId(identityId, identity.id)))
    .map((host) => ({
      id: host.id,
      name: host.name,
      resourceGroup: host.resourceGroup.toLowerCase(),
      subscriptionDisplayName: 'Managed Identity Lab',
      subscriptionId: state.subscriptionId,
      type: armTypeOf(host.kind).toLowerCase(),
    }));
}
