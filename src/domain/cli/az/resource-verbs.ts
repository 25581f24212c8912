import { resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { CreateResource } from '#domain/cloud/command.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { has, need, some } from '../arguments.ts';
import type { Argument, Given } from '../arguments.ts';
import { failed, give, giveSilently, value } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import { creationArguments, groupArgument, named, noPrompt, yesArgument } from './command.ts';
import type { AzCommand } from './command.ts';
import { groupName, listed, locationFor, readTags, withResource } from './find.ts';
import { resourceJson, shownAt } from './shapes.ts';

/** The creation that name, group, location and tags ask for; `more` stands in their place. */
export function creation(
  context: Context,
  given: Given,
  kind: ResourceKind,
  more: Partial<CreateResource> = {},
): CreateResource {
  const group = groupName(context, given) ?? '';
  return {
    type: 'CreateResource',
    kind,
    resourceGroup: group,
    name: need(given, 'name'),
    location: locationFor(context, given, group),
    ...(has(given, 'tags') ? { tags: readTags(some(given, 'tags')) } : {}),
    ...more,
  };
}

/** The id that a resource will have. */
export function idToBe({ state }: Context, { resourceGroup, kind, name }: CreateResource): ResourceId {
  return resourceId(state.subscriptionId, resourceGroup, kind, name);
}

/** Creates a resource and shows it; `name` of a child is `<parent>/<child>`. */
export function createPlain(
  context: Context,
  given: Given,
  kind: ResourceKind,
  more: Partial<CreateResource> = {},
): Reply {
  const command = creation(context, given, kind, more);
  return give(
    context,
    () => command,
    ({ after }) => shownAt(after, idToBe(context, command)),
  );
}

/** A command about resources of one kind: what Azure calls it and takes. */
interface Verb {
  /** The words after `az`. */
  readonly name: string;
  readonly help: string;
  readonly kind: ResourceKind;
  readonly takes: readonly Argument[];
}

interface Showing extends Verb {
  readonly row?: (item: Json) => Json;
  /** What an argument adds to each resource. */
  readonly adds?: (context: Context, given: Given, id: ResourceId) => JsonObject;
}

/** `show`: one resource, by name and group or by id. */
export function showCommand({ kind, adds, ...rest }: Showing): AzCommand {
  return {
    ...rest,
    run: (context, given) =>
      withResource<ResourceKind>(context, given, [kind], (resource) =>
        value({ ...resourceJson(context.state, resource), ...adds?.(context, given, resource.id) }),
      ),
  };
}

/** `list`: those of the subscription, or of one group. */
export function listCommand({ kind, adds, ...rest }: Showing): AzCommand {
  return {
    ...rest,
    run: (context, given) =>
      value(
        listed(context, given, [kind]).map((resource) => ({
          ...resourceJson(context.state, resource),
          ...adds?.(context, given, resource.id),
        })),
      ),
  };
}

/** `delete`; where the CLI prompts, it fails without `--yes`, because here is nobody to ask. */
export function deleteCommand({ kind, prompts, ...rest }: Verb & { readonly prompts: boolean }): AzCommand {
  return {
    ...rest,
    run: (context, given) =>
      withResource<ResourceKind>(context, given, [kind], ({ id }) =>
        prompts && !has(given, 'yes')
          ? failed(noPrompt)
          : giveSilently(context, () => ({ type: 'DeleteResource', id })),
      ),
  };
}

interface Family {
  readonly prefix: string;
  readonly kind: ResourceKind;
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
    takes: [...creationArguments(noun), ...accepts],
    run: (context, given) => createPlain(context, given, kind),
  };
  return [
    ...(without === 'create' ? [] : [create]),
    showCommand({ name: `${prefix} show`, help: `Show the details of a ${noun}.`, kind, takes: named(noun) }),
    listCommand({ name: `${prefix} list`, help: `List each ${noun}.`, kind, takes: [groupArgument] }),
    deleteCommand({
      name: `${prefix} delete`,
      help: `Delete a ${noun}.`,
      kind,
      takes: [...named(noun), yesArgument],
      prompts: false,
    }),
  ];
}
