import { sameId } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { chosen, isOn, need, one } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { at } from '#domain/kernel/json.ts';
import { failed, give } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { creationArguments, groupArgument, ignored, ignoredSwitch, nameArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';

import { answeredJson } from '../data-call.ts';
import { findGlobally } from '../find.ts';
import { defaultActionArguments, firewallFrom, networkRuleCommands } from '../network-rules.ts';
import { creation, idToBe, plainCommands } from '../resource-verbs.ts';
import { shownAt } from '../shapes.ts';

const sharedKey: Argument = {
  key: 'sharedKey',
  names: ['--allow-shared-key-access', '-k'],
  help: 'Indicate whether the storage account permits requests to be authorized with the account access key via Shared Key.',
  takes: 'switch',
};
const account: Argument = {
  key: 'name',
  names: ['--account-name', '-n'],
  help: 'The storage account name.',
  required: true,
};

/** Runs with an account of that name, wherever it lies. */
export function withAccount(context: Context, given: Given, key: string, act: (account: Resource) => Reply): Reply {
  const name = need(given, key);
  const found = findGlobally(context.state, 'storageAccount', name);
  const group = one(given, 'group');
  if (found !== undefined && (group === null || sameId(group, found.resourceGroup))) return act(found);
  return failed(`The storage account '${name}' not found.`);
}

/** `az storage account` (facts: control-plane §6.1; corrections, classes 4). */
export const storageCommands: readonly AzCommand[] = [
  {
    name: 'storage account create',
    help: 'Create a storage account.',
    takes: [
      ...creationArguments('storage account'),
      sharedKey,
      ...defaultActionArguments,
      ignored('--sku'),
      ignored('--kind'),
      ignoredSwitch('--allow-blob-public-access'),
    ],
    run: (context, given) => {
      const command = creation(context, given, 'storageAccount');
      const id = idToBe(context, command);
      return give(
        context,
        [
          () => command,
          () =>
            isOn(given, 'sharedKey') === false ? { type: 'SetSharedKeyAccess', accountId: id, allowed: false } : null,
          (state) => firewallFrom(state, given, id),
        ],
        ({ after }) => shownAt(after, id),
      );
    },
  },
  ...plainCommands({ prefix: 'storage account', kind: 'storageAccount', noun: 'storage account', without: 'create' }),
  {
    name: 'storage account update',
    help: 'Update the properties of a storage account.',
    takes: [nameArgument('storage account'), groupArgument, sharedKey, ...defaultActionArguments],
    run: (context, given) =>
      withAccount(context, given, 'name', ({ id }) =>
        give(
          context,
          [
            () => {
              const allowed = isOn(given, 'sharedKey');
              return allowed === null ? null : { type: 'SetSharedKeyAccess', accountId: id, allowed };
            },
            (state) => firewallFrom(state, given, id),
          ],
          ({ after }) => shownAt(after, id),
        ),
      ),
  },
  {
    name: 'storage account keys list',
    help: 'List the access keys or Kerberos keys (if active directory enabled) for a storage account.',
    takes: [account, groupArgument],
    run: (context, given) =>
      withAccount(context, given, 'name', ({ id }) =>
        give(
          context,
          () => ({ type: 'ListAccountKeys', accountId: id }),
          (outcome) => ({ value: at(answeredJson(outcome), 'keys') }),
        ),
      ),
  },
  {
    name: 'storage account keys renew',
    help: 'Regenerate one of the access keys or Kerberos keys (if active directory enabled) for a storage account.',
    takes: [
      account,
      groupArgument,
      {
        key: 'key',
        names: ['--key'],
        help: 'The key options to regenerate.',
        required: true,
        choices: ['primary', 'secondary', 'key1', 'key2'],
      },
    ],
    run: (context, given) =>
      withAccount(context, given, 'name', ({ id }) => {
        const which = chosen(given, 'key', ['primary', 'key1']) === null ? 2 : 1;
        return give(
          context,
          () => ({ type: 'RegenerateAccountKey', accountId: id, key: which }),
          (outcome) => ({ value: at(answeredJson(outcome), 'keys') }),
        );
      }),
  },
  ...networkRuleCommands('storage account', 'storageAccount', 'storage account'),
];
