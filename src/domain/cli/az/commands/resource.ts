import { groupNameOf, sameId } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { has, need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { groupArgument, idsArgument, ignored, ignoredFlag, tagsArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { armText, armTypeOf, groupName, hasTag, missingAt, readRefusal, readTags } from '../find.ts';
import { scopeOf } from './lock.ts';
import { genericJson } from '../shapes.ts';

const place: readonly Argument[] = [
  idsArgument,
  groupArgument,
  { key: 'resource', names: ['--name', '-n'], help: 'The resource name.' },
  { key: 'type', names: ['--resource-type'], help: "The resource type (Ex: 'Microsoft.Compute/virtualMachines')." },
];

function withResource(context: Context, given: Given, act: (resource: Resource) => Reply): Reply {
  const [id] = some(given, 'ids');
  if (id === undefined && !['resource', 'type'].every((key) => has(given, key))) {
    return failed('(--ids IDS | --resource-group -g GROUP --name -n NAME --resource-type TYPE)');
  }
  const scope = id ?? scopeOf(context, given);
  if (!scope.startsWith('/')) return failed(scope);
  const resource = findResource(context.state.arm, scope);
  if (resource === undefined) return failed(armText(missingAt(context.state, scope)));
  const refusal = readRefusal(context, resource.id);
  return refusal === null ? act(resource) : failed(refusal);
}

/** The filters of `az resource list`: what a resource has to be like for each that is given. */
const listFilters: readonly (readonly [key: string, fits: (resource: Resource, wanted: string) => boolean])[] = [
  ['type', ({ kind }, wanted) => sameId(armTypeOf(kind), wanted)],
  ['resource', ({ name }, wanted) => sameId(name, wanted)],
  ['location', ({ location }, wanted) => sameId(location, wanted)],
  ['tag', hasTag],
];

function list(context: Context, given: Given): Reply {
  const group = groupName(context, given);
  const found = resourcesOf(context.state)
    .filter(
      ({ resourceGroup, id }) => (group === null || sameId(group, resourceGroup)) && readRefusal(context, id) === null,
    )
    .filter((each) =>
      listFilters.every(([key, fits]) => {
        const wanted = one(given, key);
        return wanted === null || fits(each, wanted);
      }),
    );
  return value(found.map((each) => genericJson(context.state, each)));
}

function setTags(context: Context, given: Given): Reply {
  return withResource(context, given, ({ id }) =>
    give(
      context,
      () => ({ type: 'SetTags', id, tags: readTags(some(given, 'tags')) }),
      ({ after }) => {
        const resource = findResource(after.arm, id);
        return { value: resource && genericJson(after, resource) };
      },
    ),
  );
}

function move(context: Context, given: Given): Reply {
  const [id, second] = some(given, 'ids');
  if (id === undefined) return failed('the following arguments are required: --ids');
  if (second !== undefined) return failed('Several --ids at once are not simulated here: give one.');
  return giveSilently(context, () => ({
    type: 'MoveResource',
    id: id as ResourceId,
    resourceGroup: need(given, 'to'),
  }));
}

/** `az tag`: the tags of one resource (facts: control-plane §6.1). */
function tagsJson(id: string, resource: Resource | undefined): JsonObject {
  return {
    id: `${id}/providers/Microsoft.Resources/tags/default`,
    name: 'default',
    properties: { tags: resource?.tags ?? {} },
    resourceGroup: groupNameOf(id),
    type: 'Microsoft.Resources/tags',
  };
}

const tagged: Argument = {
  key: 'id',
  names: ['--resource-id'],
  help: 'The resource identifier for the tagged entity.',
  required: true,
};

function tagCommand(verb: 'create' | 'update' | 'delete', help: string): AzCommand {
  return {
    name: `tag ${verb}`,
    help,
    takes: [
      tagged,
      ...(verb === 'delete' ? [] : [{ ...tagsArgument, required: true } as const]),
      ...(verb === 'update'
        ? [
            {
              key: 'operation',
              names: ['--operation'],
              help: 'The update operation.',
              required: true,
              choices: ['Merge', 'Replace', 'Delete'],
            } as const,
          ]
        : []),
      ignoredFlag('--yes', '-y'),
    ],
    run: (context, given) => {
      const id = need(given, 'id') as ResourceId;
      const held = findResource(context.state.arm, id)?.tags ?? {};
      const typed = readTags(some(given, 'tags'));
      const operation = verb === 'update' ? need(given, 'operation').toLowerCase() : 'replace';
      const left = Object.fromEntries(Object.entries(held).filter(([key]) => !(key in typed)));
      const tags = { merge: { ...held, ...typed }, replace: typed, delete: left }[operation] ?? typed;
      return give(
        context,
        () => ({ type: 'SetTags', id, tags }),
        ({ after }) => ({ value: tagsJson(id, findResource(after.arm, id)) }),
      );
    },
  };
}

/** `az resource` and `az tag` (facts: control-plane §6.1). */
export const resourceCommands: readonly AzCommand[] = [
  {
    name: 'resource list',
    help: 'List resources.',
    takes: [
      groupArgument,
      { key: 'type', names: ['--resource-type'], help: 'The resource type.' },
      { key: 'resource', names: ['--name', '-n'], help: 'The resource name.' },
      { key: 'location', names: ['--location', '-l'], help: 'Location.' },
      { key: 'tag', names: ['--tag'], help: "A single tag in 'key[=value]' format." },
      ignored('--namespace'),
    ],
    run: list,
    row: (item) => {
      const { name, resourceGroup, location, type } = item as JsonObject;
      return {
        Name: name ?? null,
        ResourceGroup: resourceGroup ?? null,
        Location: location ?? null,
        Type: type ?? null,
        Status: '',
      };
    },
  },
  {
    name: 'resource show',
    help: 'Get the details of a resource.',
    takes: place,
    run: (context, given) => withResource(context, given, (resource) => value(genericJson(context.state, resource))),
  },
  {
    name: 'resource delete',
    help: 'Delete a resource.',
    takes: place,
    run: (context, given) =>
      withResource(context, given, ({ id }) => giveSilently(context, () => ({ type: 'DeleteResource', id }))),
  },
  {
    name: 'resource tag',
    help: 'Tag a resource.',
    takes: [...place, { ...tagsArgument, required: true }],
    run: setTags,
  },
  {
    name: 'resource move',
    help: 'Move a resource from one resource group to another (can be to another subscription).',
    takes: [
      { ...idsArgument, required: true },
      { key: 'to', names: ['--destination-group'], help: 'The destination resource group name.', required: true },
      ignored('--destination-subscription-id'),
    ],
    run: move,
  },
  tagCommand('create', 'Create tags on a specific resource.'),
  tagCommand('update', 'Selectively update the set of tags on a specific resource.'),
  tagCommand('delete', 'Delete the tags on a specific resource.'),
  {
    name: 'tag list',
    help: 'List the entire set of tags on a specific resource.',
    takes: [tagged],
    run: ({ state }, given) => value(tagsJson(need(given, 'id'), findResource(state.arm, need(given, 'id')))),
  },
];
