import * as dictionary from '#domain/kernel/dictionary.ts';
import { answerRead } from '#domain/rest/read.ts';
import { has, need, one, some } from '../../arguments.ts';
import type { Argument } from '../../arguments.ts';
import { failed, give, giveSilently, text, value } from '../../reply.ts';
import type { Context } from '../../reply.ts';
import { ignored, locationArgument, noPrompt, noWaitArgument, tagsArgument, yesArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { armText, groupNamed, hasTag, readTags } from '../find.ts';
import { groupJson } from '../shapes.ts';

const groupName: Argument = {
  key: 'name',
  names: ['--name', '--resource-group', '-n', '-g'],
  help: 'Name of the resource group.',
  required: true,
};

function groups({ state, caller }: Context) {
  return [...dictionary.values(state.arm.groups)]
    .filter(({ name }) => answerRead(state, { kind: 'group', name }, caller).response.status < 400)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** `az group` (facts: control-plane §6.1). */
export const groupCommands: readonly AzCommand[] = [
  {
    name: 'group create',
    help: 'Create a new resource group.',
    takes: [groupName, { ...locationArgument, required: true }, tagsArgument, ignored('--managed-by')],
    run: (context, given) => {
      const name = need(given, 'name');
      const tags = has(given, 'tags') ? { tags: readTags(some(given, 'tags')) } : {};
      return give(
        context,
        () => ({ type: 'CreateResourceGroup', name, location: need(given, 'location'), ...tags }),
        ({ after }) => {
          const group = groupNamed(after, name);
          return { value: group && groupJson(group) };
        },
      );
    },
  },
  {
    name: 'group delete',
    help: 'Delete a resource group.',
    takes: [groupName, yesArgument, noWaitArgument, ignored('--force-deletion-types', '-f')],
    run: (context, given) => {
      if (!has(given, 'yes')) return failed(noPrompt);
      return giveSilently(context, () => ({ type: 'DeleteResourceGroup', name: need(given, 'name') }));
    },
  },
  {
    name: 'group exists',
    help: 'Check if a resource group exists.',
    takes: [groupName],
    run: ({ state }, given) => text(String(groupNamed(state, need(given, 'name')) !== undefined)),
  },
  {
    name: 'group show',
    help: 'Gets a resource group.',
    takes: [groupName],
    run: ({ state, caller }, given) => {
      const name = need(given, 'name');
      const answer = answerRead(state, { kind: 'group', name }, caller);
      const group = groupNamed(state, name);
      return group === undefined || answer.response.status >= 400 ? failed(armText(answer)) : value(groupJson(group));
    },
  },
  {
    name: 'group list',
    help: 'List resource groups.',
    takes: [{ key: 'tag', names: ['--tag'], help: "A single tag in 'key[=value]' format." }],
    run: (context, given) => {
      const wanted = one(given, 'tag');
      const found = groups(context).filter((group) => wanted === null || hasTag(group, wanted));
      return value(found.map(groupJson));
    },
    row: (item) => {
      const { name, location } = item as { name: string; location: string };
      return { Name: name, Location: location, Status: 'Succeeded' };
    },
  },
];
