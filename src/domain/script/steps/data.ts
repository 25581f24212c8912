import type { CosmosRole } from '#domain/cosmos/state.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PermissionModel, SecretPermission } from '#domain/keyvault/settings.ts';
import { addressOf } from '#domain/network/rules.ts';
import { openFirewall } from '#domain/network/state.ts';
import type { Meanings } from '../meaning.ts';
import { anyPrincipalNamed, kindNamed, resourceNamed } from '../names.ts';
import { originNamed } from '../origins.ts';

/** What targets hold and whom they let in, other than by Azure roles. */
export type DataStep =
  | { readonly do: 'set-secret'; readonly vault: string; readonly name: string; readonly value: string }
  | { readonly do: 'delete-secret'; readonly vault: string; readonly name: string }
  | { readonly do: 'permission-model'; readonly vault: string; readonly model: PermissionModel }
  /** An empty list takes the policy away. */
  | {
      readonly do: 'access-policy';
      readonly vault: string;
      readonly to: string;
      readonly secrets: readonly SecretPermission[];
    }
  | { readonly do: 'create-container'; readonly account: string; readonly name: string }
  | {
      readonly do: 'upload-blob';
      readonly account: string;
      readonly container: string;
      readonly name: string;
      readonly content: string;
    }
  | FirewallStep
  /** Without `to` the server has no administrator. */
  | { readonly do: 'sql-admin'; readonly server: string; readonly to?: string }
  | { readonly do: 'cosmos-role'; readonly account: string; readonly role: CosmosRole; readonly to: string };

interface FirewallStep {
  readonly do: 'firewall';
  readonly on: string;
  /** Deny where nothing is said. */
  readonly default?: 'Allow' | 'Deny';
  /** IPv4 addresses or ranges, and names of whoever sends from one: a host, `laptop`. */
  readonly allow?: readonly string[];
  readonly trustedServices?: boolean;
  readonly publicAccess?: boolean;
}

export const dataMeanings: Meanings<DataStep> = {
  'set-secret': (state, { vault, name, value }) => ({
    type: 'SetSecret',
    vaultId: kindNamed(state, vault, 'keyVault').id,
    name,
    value,
  }),
  'delete-secret': (state, { vault, name }) => ({
    type: 'DeleteSecret',
    vaultId: kindNamed(state, vault, 'keyVault').id,
    name,
  }),
  'permission-model': (state, { vault, model }) => ({
    type: 'SetPermissionModel',
    vaultId: kindNamed(state, vault, 'keyVault').id,
    model,
  }),
  'access-policy': (state, { vault, to, secrets }) => ({
    type: 'SetAccessPolicy',
    vaultId: kindNamed(state, vault, 'keyVault').id,
    objectId: anyPrincipalNamed(state, to).id,
    secrets,
  }),
  'create-container': (state, { account, name }) => ({
    type: 'CreateContainer',
    accountId: kindNamed(state, account, 'storageAccount').id,
    name,
  }),
  'upload-blob': (state, { account, container, name, content }) => ({
    type: 'UploadBlob',
    accountId: kindNamed(state, account, 'storageAccount').id,
    container,
    name,
    content,
  }),
  firewall: firewallCommand,
  'sql-admin': (state, { server, to }) => ({
    type: 'SetSqlAdministrator',
    serverId: kindNamed(state, server, 'sqlServer').id,
    principalId: to === undefined ? null : anyPrincipalNamed(state, to).id,
  }),
  'cosmos-role': (state, { account, role, to }) => ({
    type: 'AssignCosmosRole',
    accountId: kindNamed(state, account, 'cosmosAccount').id,
    principalId: anyPrincipalNamed(state, to).id,
    role,
  }),
};

function firewallCommand(state: CloudState, step: FirewallStep): Command {
  const { default: defaultAction = 'Deny', allow = [] } = step;
  const { trustedServices = openFirewall.trustedServices, publicAccess = openFirewall.publicAccess } = step;
  const allowedAddresses = allow.map((each) =>
    /^\d/.test(each) ? each : addressOf(state.seed, originNamed(state, each)),
  );
  return {
    type: 'SetFirewall',
    resourceId: resourceNamed(state, step.on).id,
    firewall: { defaultAction, allowedAddresses, trustedServices, publicAccess },
  };
}
