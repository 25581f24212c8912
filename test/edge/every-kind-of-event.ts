import type { CloudEvent } from '#domain/cloud/event.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { dispatch, newWorld, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import type { Command } from '#domain/cloud/command.ts';

/** Written as a record so that a new kind of event fails to compile here until a world shows it. */
const kinds: Readonly<Record<CloudEvent['type'], true>> = {
  ResourceGroupCreated: true,
  ResourceGroupDeleted: true,
  ResourceCreated: true,
  ResourceDeleted: true,
  SystemAssignedIdentityEnabled: true,
  SystemAssignedIdentityDisabled: true,
  UserAssignedIdentityAttached: true,
  UserAssignedIdentityDetached: true,
  ServicePrincipalCreated: true,
  ServicePrincipalDeleted: true,
  ServicePrincipalPurged: true,
  RoleAssignmentCreated: true,
  RoleAssignmentTookEffect: true,
  RoleAssignmentDeleted: true,
  RoleRemovalTookEffect: true,
  SecretSet: true,
  VaultSoftDeleted: true,
  DeletedVaultPurged: true,
  ContainerCreated: true,
  BlobUploaded: true,
  StorageAccountEmptied: true,
  TokenIssued: true,
  TokenExpired: true,
  TokenCacheCleared: true,
  RequestSent: true,
  ResponseReturned: true,
  ConnectionFailed: true,
  ManagementAnswered: true,
  ClockAdvanced: true,
  RoleDelaySet: true,
  OrdinalsRestored: true,
};

/** Only a checkpoint writes it; no command does. */
const writtenByCheckpoint: readonly string[] = ['OrdinalsRestored'];

const steps: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
  {
    do: 'create',
    kind: 'virtualMachine',
    name: 'vm-web',
    in: 'rg-shop',
    systemAssigned: true,
    userAssigned: ['id-shop-reader'],
  },
  { do: 'create', kind: 'webApp', name: 'app-shop', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'functionApp', name: 'func-orders', in: 'rg-shop' },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'pears-and-plums' },
  { do: 'create', kind: 'storageAccount', name: 'stshopimages', in: 'rg-shop' },
  { do: 'create-container', account: 'stshopimages', name: 'images' },
  { do: 'upload-blob', account: 'stshopimages', container: 'images', name: 'logo.svg', content: '<svg/>' },
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
  { do: 'assign-role', role: 'Reader', to: 'id-shop-reader', at: 'subscription' },
  { do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' },
  { do: 'request-token', from: 'app-shop', resource: 'https://vault.azure.net' },
  { do: 'request-token', from: 'laptop', resource: 'https://vault.azure.net' },
  { do: 'call', from: 'vm-web', get: 'kv-shop/secrets/db-password' },
  { do: 'call', from: 'laptop', get: 'stshopimages/images/logo.svg' },
  { do: 'advance', minutes: 10 },
  { do: 'call', from: 'vm-web', get: 'kv-shop/secrets/db-password' },
  { do: 'remove-role', role: 'Reader', from: 'id-shop-reader', at: 'subscription' },
  { do: 'detach', identity: 'id-shop-reader', from: 'vm-web' },
  { do: 'attach', identity: 'id-shop-reader', to: 'func-orders' },
  { do: 'disable-system-assigned', on: 'app-shop' },
  { do: 'delete', name: 'vm-web' },
  { do: 'delete', name: 'id-shop-reader' },
  { do: 'advance', days: 31 },
  { do: 'set-role-delay', minutes: 3 },
  { do: 'delete', name: 'kv-shop' },
  { do: 'delete-group', name: 'rg-shop' },
];

const purge: Command = { type: 'PurgeDeletedVault', name: 'kv-shop' };

/** A world whose log holds every kind of event that commands lead to, and the kinds that it lacks. */
export function everyKindOfEvent(): { readonly world: World; readonly missing: readonly string[] } {
  const world = dispatch(runScript(newWorld('every kind'), steps), purge);
  const seen = new Set<string>(pastEvents(world.timeline).map(({ type }) => type));
  const missing = Object.keys(kinds).filter((kind) => !seen.has(kind) && !writtenByCheckpoint.includes(kind));
  return { world, missing };
}
