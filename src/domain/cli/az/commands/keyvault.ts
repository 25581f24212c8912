import * as dictionary from '#domain/kernel/dictionary.ts';
import { findDeletedVault, vaultOf } from '#domain/keyvault/state.ts';
import type { DeletedVault } from '#domain/keyvault/state.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { PermissionModel, SecretPermission } from '#domain/keyvault/settings.ts';
import type { Target } from '#domain/arm/resource.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { has, isOn, need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import {
  groupArgument,
  ignored,
  ignoredFlag,
  ignoredSwitch,
  locationArgument,
  nameArgument,
  noWaitArgument,
  requiredGroup,
  tagsArgument,
} from '../command.ts';
import type { AzCommand } from '../command.ts';
import { findGlobally, readRefusal } from '../find.ts';
import { defaultActionArguments, networkRuleCommands, firewallFrom } from '../network-rules.ts';
import { findPrincipalByText } from '../principals.ts';
import { createPlain, listCommand } from '../resource-verbs.ts';
import { resourceJson, shownAt } from '../shapes.ts';

type VaultResource = Extract<Target, { kind: 'keyVault' }>;

const vaultName: Argument = nameArgument('vault');
const permissions: Argument = {
  key: 'secretPermissions',
  names: ['--secret-permissions'],
  help: 'Space-separated list of secret permissions to assign.',
  takes: 'any',
  choices: ['all', 'get', 'list', 'set', 'delete', 'recover', 'purge', 'backup', 'restore'],
};
const principal: readonly Argument[] = [
  { key: 'objectId', names: ['--object-id'], help: 'A GUID that identifies the principal.' },
  { key: 'spn', names: ['--spn'], help: 'Name of a service principal that will receive permissions.' },
  { key: 'upn', names: ['--upn'], help: 'Name of a user principal that will receive permissions.' },
];

/** Runs with a vault, or says as the CLI does that there is none. */
export function withVault(
  context: Context,
  name: string,
  act: (vault: VaultResource) => Reply,
  asks: 'vault' | 'data' = 'vault',
): Reply {
  const vault = findGlobally(context.state, 'keyVault', name);
  if (vault !== undefined) {
    // The data plane is asked without the management plane: only its own commands read the vault itself.
    const refusal = asks === 'vault' ? readRefusal(context, vault.id) : null;
    return refusal === null ? act(vault) : failed(refusal);
  }
  const message = `The Vault '${name}' not found within subscription.`;
  return failed(message);
}

function create(context: Context, given: Given): Reply {
  const days = Number(one(given, 'retention') ?? 90);
  if (!Number.isInteger(days) || days < 7 || days > 90) {
    return failed('--retention-days must be in range [7, 90].');
  }
  return createPlain(context, given, 'keyVault', {
    ...(isOn(given, 'rbac') === null ? {} : { permissionModel: modelOf(given) }),
    ...(has(given, 'retention') ? { retentionDays: days } : {}),
  });
}

function modelOf(given: Given): PermissionModel {
  return isOn(given, 'rbac') === false ? 'accessPolicies' : 'rbac';
}

/** On a vault of Azure roles the CLI refuses by itself (facts: corrections 6). */
const rolesVault = "Cannot set policies to a vault with '--enable-rbac-authorization' specified";
const usage = 'usage error: --spn SPN | --upn UPN | --object-id GUID';

function setPolicy(context: Context, given: Given): Reply {
  return withVault(context, need(given, 'name'), (vault) => {
    if (vaultOf(context.state.keyVault, vault.id).settings.model === 'rbac') return failed(rolesVault);
    const objectId = principalOf(context, given);
    if (objectId === null) return failed(usage);
    return writePolicy(context, vault, objectId, readPermissions(some(given, 'secretPermissions')));
  });
}

function writePolicy(
  context: Context,
  vault: VaultResource,
  objectId: PrincipalId,
  secrets: readonly SecretPermission[],
): Reply {
  return give(
    context,
    () => ({ type: 'SetAccessPolicy', vaultId: vault.id, objectId, secrets }),
    ({ after }) => ({ value: resourceJson(after, vault) }),
  );
}

function principalOf(context: Context, given: Given): PrincipalId | null {
  // An object id is taken as it is: nobody looks it up.
  const objectId = one(given, 'objectId');
  if (objectId !== null) return objectId as PrincipalId;
  const text = one(given, 'spn') ?? one(given, 'upn');
  return text === null ? null : (findPrincipalByText(context.state, text)?.id ?? null);
}

function readPermissions(words: readonly string[]): readonly SecretPermission[] {
  const typed = words.map((word) => word.toLowerCase());
  return secretPermissions.filter((permission) => typed.includes('all') || typed.includes(permission));
}

function deletedJson(vault: DeletedVault, subscription: string): JsonObject {
  return {
    id: `/subscriptions/${subscription}/providers/Microsoft.KeyVault/locations/${vault.location}/deletedVaults/${vault.name}`,
    name: vault.name,
    properties: {
      deletionDate: toIso(vault.deletedAt),
      location: vault.location,
      purgeProtectionEnabled: null,
      scheduledPurgeDate: toIso(vault.purgeAt),
      tags: {},
      vaultId: vault.vaultId,
    },
    type: 'Microsoft.KeyVault/deletedVaults',
  };
}

/** `az keyvault` (facts: control-plane §6.1). */
export const vaultCommands: readonly AzCommand[] = [
  {
    name: 'keyvault create',
    help: 'Create a Vault or HSM.',
    takes: [
      vaultName,
      requiredGroup,
      locationArgument,
      {
        key: 'rbac',
        names: ['--enable-rbac-authorization'],
        help: 'Property that controls how data actions are authorized. Default: true.',
        takes: 'switch',
      },
      { key: 'retention', names: ['--retention-days'], help: 'Soft delete data retention days. Default: 90.' },
      tagsArgument,
      ignoredSwitch('--enable-purge-protection'),
      ignoredFlag('--no-self-perms'),
      ignored('--sku'),
      noWaitArgument,
    ],
    run: create,
  },
  {
    name: 'keyvault show',
    help: 'Show details of a Vault or HSM.',
    takes: [vaultName, groupArgument],
    run: (context, given) =>
      withVault(context, need(given, 'name'), (vault) => value(resourceJson(context.state, vault))),
  },
  listCommand({ name: 'keyvault list', help: 'List Vaults and/or HSMs.', kind: 'keyVault', takes: [groupArgument] }),
  {
    name: 'keyvault update',
    help: 'Update the properties of a Vault.',
    takes: [
      vaultName,
      groupArgument,
      {
        key: 'rbac',
        names: ['--enable-rbac-authorization'],
        help: 'How data actions are authorized.',
        takes: 'switch',
      },
      ...defaultActionArguments,
    ],
    run: (context, given) =>
      withVault(context, need(given, 'name'), ({ id }) =>
        give(
          context,
          [
            () => {
              if (isOn(given, 'rbac') === null) return null;
              return { type: 'SetPermissionModel', vaultId: id, model: modelOf(given) };
            },
            (state) => firewallFrom(state, given, id),
          ],
          ({ after }) => shownAt(after, id),
        ),
      ),
  },
  {
    name: 'keyvault delete',
    help: 'Delete a Vault or HSM.',
    takes: [vaultName, groupArgument, noWaitArgument],
    run: (context, given) =>
      withVault(context, need(given, 'name'), ({ id }) =>
        giveSilently(context, () => ({ type: 'DeleteResource', id })),
      ),
  },
  {
    name: 'keyvault list-deleted',
    help: 'Get information about the deleted Vaults or HSMs in a subscription.',
    takes: [ignored('--resource-type')],
    run: ({ state }) =>
      value([...dictionary.values(state.keyVault.deleted)].map((vault) => deletedJson(vault, state.subscriptionId))),
  },
  {
    name: 'keyvault show-deleted',
    help: 'Show details of a deleted Vault or HSM.',
    takes: [vaultName, ignored('--location', '-l')],
    run: ({ state }, given) => {
      const vault = findDeletedVault(state.keyVault, need(given, 'name'));
      if (vault === undefined) return failed(`No deleted Vault or HSM was found with name '${need(given, 'name')}'.`);
      return value(deletedJson(vault, state.subscriptionId));
    },
  },
  {
    name: 'keyvault recover',
    help: 'Recover a Vault or HSM.',
    takes: [vaultName, groupArgument, ignored('--location', '-l'), noWaitArgument],
    run: (context, given) =>
      give(
        context,
        () => ({ type: 'RecoverDeletedVault', name: need(given, 'name') }),
        ({ after }) => {
          const vault = findGlobally(after, 'keyVault', need(given, 'name'));
          return { value: vault && resourceJson(after, vault) };
        },
      ),
  },
  {
    name: 'keyvault purge',
    help: 'Permanently delete the specified Vault or HSM.',
    takes: [vaultName, ignored('--location', '-l'), noWaitArgument],
    run: (context, given) => giveSilently(context, () => ({ type: 'PurgeDeletedVault', name: need(given, 'name') })),
  },
  {
    name: 'keyvault set-policy',
    help: 'Update security policy settings for a Key Vault.',
    takes: [vaultName, groupArgument, ...principal, permissions, noWaitArgument],
    run: setPolicy,
  },
  {
    name: 'keyvault delete-policy',
    help: 'Delete security policy settings for a Key Vault.',
    takes: [vaultName, groupArgument, ...principal, noWaitArgument],
    run: (context, given) =>
      withVault(context, need(given, 'name'), (vault) => {
        const objectId = principalOf(context, given);
        return objectId === null ? failed(usage) : writePolicy(context, vault, objectId, []);
      }),
  },
  ...networkRuleCommands('keyvault', 'keyVault', 'key vault'),
];
