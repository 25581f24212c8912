import * as dictionary from '#domain/kernel/dictionary.ts';
import { everyKind, resourceKinds } from '#domain/arm/kinds.ts';
import type { Lock } from '#domain/arm/lock.ts';
import { resourceGroupId, resourceId, sameId, subscriptionScope, groupNameOf } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { chosen, need, one } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { groupArgument, ignored, nameArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';

const place: readonly Argument[] = [
  groupArgument,
  { key: 'resource', names: ['--resource-name', '--resource'], help: 'Name or ID of the resource being locked.' },
  { key: 'type', names: ['--resource-type'], help: 'The name of the resource type - may have a provider namespace.' },
  ignored('--namespace'),
];

/** The subscription, a group, or a resource by its name and type, or by its id. */
export function scopeOf({ state, defaults }: Context, given: Given): ResourceId | string {
  const group = one(given, 'group') ?? defaults['group'] ?? null;
  const name = one(given, 'resource');
  if (name?.startsWith('/') === true) return name;
  if (name === null)
    return group === null ? subscriptionScope(state.subscriptionId) : resourceGroupId(state.subscriptionId, group);
  const type = one(given, 'type');
  if (group === null || type === null) {
    return `usage error: --resource-name NAME --resource-type TYPE --resource-group GROUP`;
  }
  const kind = kindOfType(type);
  if (kind === undefined) return `The resource type ${type} is not simulated here.`;
  return resourceId(state.subscriptionId, group, kind, name);
}

/** The kind of an ARM type, with or without its provider. */
function kindOfType(type: string): ResourceKind | undefined {
  const wanted = type.toLowerCase();
  return everyKind.find((kind) => {
    const full = resourceKinds[kind].armType.toLowerCase();
    return full === wanted || full.slice(full.indexOf('/') + 1) === wanted;
  });
}

function lockJson(lock: Lock): JsonObject {
  return {
    id: lock.id,
    level: lock.level,
    name: lock.name,
    notes: null,
    owners: null,
    resourceGroup: groupNameOf(lock.scope),
    type: 'Microsoft.Authorization/locks',
  };
}

function locksOf(state: CloudState): readonly Lock[] {
  return [...dictionary.values(state.arm.locks)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function withScope(context: Context, given: Given, act: (scope: ResourceId) => Reply): Reply {
  const scope = scopeOf(context, given);
  return scope.startsWith('/') ? act(scope as ResourceId) : failed(scope);
}

function createLock(): AzCommand {
  return {
    name: 'lock create',
    help: 'Create a lock.',
    takes: [
      {
        key: 'level',
        names: ['--lock-type', '-t'],
        help: 'The type of lock restriction.',
        required: true,
        choices: ['CanNotDelete', 'ReadOnly'],
      },
      nameArgument('lock'),
      ...place,
      ignored('--notes'),
    ],
    run: (context, given) =>
      withScope(context, given, (scope) => {
        const name = need(given, 'name');
        const level = chosen(given, 'level', ['CanNotDelete', 'ReadOnly']) ?? 'CanNotDelete';
        return give(
          context,
          () => ({ type: 'CreateLock', scope, name, level }),
          ({ after }) => {
            const lock = locksOf(after).find((each) => sameId(each.scope, scope) && sameId(each.name, name));
            return { value: lock && lockJson(lock) };
          },
        );
      }),
  };
}

/** `az lock` (facts: control-plane §6.1). */
export const lockCommands: readonly AzCommand[] = [
  createLock(),
  {
    name: 'lock list',
    help: 'List lock information.',
    takes: place,
    run: (context, given) =>
      withScope(context, given, (scope) =>
        value(
          locksOf(context.state)
            .filter((lock) => lock.scope.toLowerCase().startsWith(scope.toLowerCase()))
            .map(lockJson),
        ),
      ),
  },
  {
    name: 'lock delete',
    help: 'Delete a lock.',
    takes: [nameArgument('lock'), ...place],
    run: (context, given) =>
      withScope(context, given, (scope) =>
        giveSilently(context, () => ({ type: 'DeleteLock', scope, name: need(given, 'name') })),
      ),
  },
];
