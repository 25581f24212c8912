import { groupNameOf, nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { cosmosRoles } from '#domain/cosmos/rules.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { az, line } from './line.ts';

/** `--value=` in one word: a secret may begin with a dash. */
export function printSecret(
  verb: 'set' | 'delete' | 'recover' | 'purge',
  vaultId: string,
  name: string,
  value?: string,
): string {
  const what = value === undefined ? [] : [`--value=${value}`];
  return line(['az', 'keyvault', 'secret', verb, '--vault-name', nameOf(vaultId), '-n', name], what);
}

/** The CLI refuses policies on a vault of Azure roles (facts: corrections 6): there is no line for them. */
export function printPolicy(state: CloudState, command: CommandOf<'SetAccessPolicy'>): string | null {
  const { vaultId, objectId, secrets } = command;
  const name = nameOf(vaultId);
  if (secrets.length === 0) return line(['az', 'keyvault', 'delete-policy', '-n', name, '--object-id', objectId]);
  if (vaultOf(state.keyVault, vaultId).settings.model === 'rbac') return null;
  return line([
    'az',
    'keyvault',
    'set-policy',
    '-n',
    name,
    '--object-id',
    objectId,
    '--secret-permissions',
    ...secrets,
  ]);
}

/** With the caller's token, not with the account's key: what a command does, its caller does. */
export function printContainer(verb: 'create' | 'delete', accountId: string, name: string): string {
  return line([
    'az',
    'storage',
    'container',
    verb,
    '--account-name',
    nameOf(accountId),
    '-n',
    name,
    '--auth-mode',
    'login',
  ]);
}

/** `--data=` in one word: content may begin with a dash. */
export function printBlob(
  verb: 'upload' | 'delete',
  { accountId, container, name }: { readonly accountId: string; readonly container: string; readonly name: string },
  content?: string,
): string {
  const words = ['az', 'storage', 'blob', verb, '--account-name', nameOf(accountId), '-c', container, '-n', name];
  return line(words, content === undefined ? null : [`--data=${content}`], ['--auth-mode', 'login']);
}

/** `update` for what is open to all, `network-rule` for addresses: the CLI has no line for both at once. */
export function printFirewall(state: CloudState, { resourceId, firewall }: CommandOf<'SetFirewall'>): string | null {
  const resource = findResource(state.arm, resourceId);
  if (resource?.kind !== 'keyVault' && resource?.kind !== 'storageAccount') return null;
  const held = firewallOf(state.network, resourceId);
  const added = without(firewall.allowedAddresses, held.allowedAddresses);
  const removed = without(held.allowedAddresses, firewall.allowedAddresses);
  if (added.length + removed.length === 0) {
    return line(az(resource.kind, 'update'), ['-g', resource.resourceGroup, '-n', resource.name], rules(firewall));
  }
  if (!sameRules(held, firewall) || (added.length > 0 && removed.length > 0)) return null;
  const target = resource.kind === 'keyVault' ? '-n' : '--account-name';
  const change = added.length > 0 ? 'add' : 'remove';
  const words = [target, resource.name, '--ip-address', ...added, ...removed];
  return line(az(resource.kind, 'network-rule', change), words);
}

function without(addresses: readonly string[], others: readonly string[]): readonly string[] {
  return addresses.filter((address) => !others.includes(address));
}

function sameRules(a: Firewall, b: Firewall): boolean {
  return (
    a.defaultAction === b.defaultAction && a.trustedServices === b.trustedServices && a.publicAccess === b.publicAccess
  );
}

function rules({ defaultAction, trustedServices, publicAccess }: Firewall): readonly string[] {
  const bypass = trustedServices ? 'AzureServices' : 'None';
  const access = publicAccess ? 'Enabled' : 'Disabled';
  return ['--default-action', defaultAction, '--bypass', bypass, '--public-network-access', access];
}

/** The CLI wants a display name besides the id, and takes any. */
export function printAdministrator(
  state: CloudState,
  { serverId, principalId }: CommandOf<'SetSqlAdministrator'>,
): string {
  const at = ['-g', groupNameOf(serverId) ?? '', '--server', nameOf(serverId)];
  if (principalId === null) return line(['az', 'sql', 'server', 'ad-admin', 'delete', ...at]);
  const display = findAnyPrincipal(state, principalId)?.displayName ?? principalId;
  return line(['az', 'sql', 'server', 'ad-admin', 'create', ...at, '-u', display, '-i', principalId]);
}

/** At the account: narrower scopes are not simulated. */
export function printCosmosRole({ accountId, principalId, role }: CommandOf<'AssignCosmosRole'>): string {
  const at = ['-g', groupNameOf(accountId) ?? '', '-a', nameOf(accountId)];
  const what = ['--principal-id', principalId, '--scope', '/', '--role-definition-id', cosmosRoles[role].id];
  return line(['az', 'cosmosdb', 'sql', 'role', 'assignment', 'create', ...at, ...what]);
}

/** Null where settings are both set and removed: the CLI has no line for both at once. */
export function printSettings(
  words: readonly string[],
  at: readonly string[],
  settings: CommandOf<'SetAppSettings'>['settings'],
): string | null {
  const entries = Object.entries(settings);
  const gone = entries.filter(([, setting]) => setting === null).map(([name]) => name);
  if (gone.length > 0 && gone.length < entries.length) return null;
  if (gone.length > 0) return line(words, 'config', 'appsettings', 'delete', at, ['--setting-names', ...gone]);
  const typed = (sticky: boolean) =>
    entries.flatMap(([name, setting]) => (setting?.sticky === sticky ? [`${name}=${setting.value}`] : []));
  const [free, held] = [typed(false), typed(true)];
  if (free.length + held.length === 0) return null;
  return line(
    words,
    ['config', 'appsettings', 'set'],
    at,
    free.length === 0 ? null : ['--settings', ...free],
    held.length === 0 ? null : ['--slot-settings', ...held],
  );
}
