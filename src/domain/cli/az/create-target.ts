import { resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CreateResource } from '#domain/cloud/command.ts';
import { has, need, some } from '../arguments.ts';
import type { Argument, Given } from '../arguments.ts';
import { give, value } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import {
  groupArgument,
  locationArgument,
  nameArgument,
  named,
  requiredGroup,
  tagsArgument,
  yesArgument,
} from './command.ts';
import type { AzCommand } from './command.ts';
import { groupName, listed, locationFor, readTags, withResource } from './find.ts';
import { resourceJson } from './shapes.ts';

/** Creates a resource that carries no identity; `name` of a child is `<parent>/<child>`. */
export function createPlain(
  context: Context,
  given: Given,
  kind: ResourceKind,
  { name = need(given, 'name'), location }: { readonly name?: string; readonly location?: string | null } = {},
): Reply {
  const group = groupName(context, given) ?? '';
  const command: CreateResource = {
    type: 'CreateResource',
    kind,
    resourceGroup: group,
    name,
    location: location ?? locationFor(context, given, group),
    ...(has(given, 'tags') ? { tags: readTags(some(given, 'tags')) } : {}),
  };
  return give(
    context,
    () => command,
    ({ after }) => {
      const made = findResource(after.arm, resourceId(after.subscriptionId, group, kind, name));
      return { value: made && resourceJson(after, made) };
    },
  );
}

interface Family {
  readonly prefix: string;
  readonly kind: Exclude<ResourceKind, 'userAssignedIdentity'>;
  readonly noun: string;
  readonly accepts?: readonly Argument[];
  /** The verb is left to the service. */
  readonly without?: 'create';
}

/** `create`, `show`, `list` and `delete` of a kind that has nothing of its own about them. */
export function plainCommands({ prefix, kind, noun, accepts = [], without }: Family): readonly AzCommand[] {
  const create: AzCommand = {
    name: `${prefix} create`,
    help: `Create a ${noun}.`,
    takes: [nameArgument(noun), requiredGroup, locationArgument, tagsArgument, ...accepts],
    run: (context, given) => createPlain(context, given, kind),
  };
  return [
    ...(without === 'create' ? [] : [create]),
    {
      name: `${prefix} show`,
      help: `Show the details of a ${noun}.`,
      takes: named(noun),
      run: (context, given) =>
        withResource<ResourceKind>(context, given, [kind], (resource) => value(resourceJson(context.state, resource))),
    },
    {
      name: `${prefix} list`,
      help: `List each ${noun}.`,
      takes: [groupArgument],
      run: (context, given) =>
        value(listed(context, given, [kind]).map((resource) => resourceJson(context.state, resource))),
    },
    {
      name: `${prefix} delete`,
      help: `Delete a ${noun}.`,
      takes: [...named(noun), yesArgument],
      run: (context, given) =>
        withResource<ResourceKind>(context, given, [kind], ({ id }) =>
          give(
            context,
            () => ({ type: 'DeleteResource', id }),
            () => ({}),
          ),
        ),
    },
  ];
}
