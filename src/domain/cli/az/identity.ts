import { attachedTo } from '#domain/arm/identity-block.ts';
import { sameId, resourceId } from '#domain/arm/resource-id.ts';
import type { UserAssignedIdentity } from '#domain/arm/resource.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import { has, need, some } from '../arguments.ts';
import type { JsonObject } from '../json.ts';
import { give, value } from '../reply.ts';
import type { Context } from '../reply.ts';
import { groupArgument, ignored, locationArgument, named, requiredGroup, tagsArgument } from './command.ts';
import type { AzCommand } from './command.ts';
import { addressed, armTypeOf, groupName, listed, locationFor, readTags, withResource } from './find.ts';
import { findResource } from '#domain/arm/state.ts';
import { resourceJson } from './shapes.ts';

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
    run: (context, given) => {
      const group = groupName(context, given) ?? '';
      const name = need(given, 'name');
      return give(
        context,
        () => ({
          type: 'CreateResource',
          kind: 'userAssignedIdentity',
          resourceGroup: group,
          name,
          location: locationFor(context, given, group),
          ...(has(given, 'tags') ? { tags: readTags(some(given, 'tags')) } : {}),
        }),
        ({ after }) => {
          const made = findResource(after.arm, resourceId(after.subscriptionId, group, 'userAssignedIdentity', name));
          return { value: made && resourceJson(after, made) };
        },
      );
    },
  },
  {
    name: 'identity show',
    help: 'Get the identity.',
    takes: place,
    run: (context, given) =>
      withResource(context, given, ['userAssignedIdentity'], (identity) =>
        value(resourceJson(context.state, identity)),
      ),
  },
  {
    name: 'identity list',
    help: 'List Managed Identities.',
    takes: [groupArgument, ignored('--max-items'), ignored('--next-token')],
    run: (context, given) =>
      value(listed(context, given, ['userAssignedIdentity']).map((identity) => resourceJson(context.state, identity))),
  },
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
          ({ after }) => ({ value: resourceJson(after, findResource(after.arm, id) ?? identity) }),
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
      return give(
        context,
        () => ({ type: 'DeleteResource', id: address.id }),
        () => ({}),
      );
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
