import type { ResourceKind } from '#domain/arm/resource.ts';
import { groupNameOf, nameOf } from '#domain/arm/resource-id.ts';
import { quoted } from '../words.ts';

/** A line of words, quoted where a shell needs it; nothing stands for an argument that is left out. */
export function line(...words: readonly (string | null | readonly string[])[]): string {
  return words
    .flatMap((word) => (word === null ? [] : word))
    .map(quoted)
    .join(' ');
}

/** `-g <group> -n <name>` of an id. */
export function place(id: string): readonly string[] {
  return ['-g', groupNameOf(id) ?? '', '-n', nameOf(id)];
}

/** The name of the resource above a child. */
export function parentName(id: string): string {
  return id.split('/').at(-3) ?? '';
}

/** Tags as they are typed. */
export function tagWords(tags: Readonly<Record<string, string>>): readonly string[] {
  const words = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return ['--tags', ...(words.length === 0 ? [''] : words)];
}

/** The commands of a kind. */
export const prefixes: Readonly<Record<ResourceKind, string>> = {
  virtualMachine: 'vm',
  vmScaleSet: 'vmss',
  webApp: 'webapp',
  webAppSlot: 'webapp',
  functionApp: 'functionapp',
  containerApp: 'containerapp',
  aksCluster: 'aks',
  keyVault: 'keyvault',
  storageAccount: 'storage account',
  sqlServer: 'sql server',
  sqlDatabase: 'sql db',
  cosmosAccount: 'cosmosdb',
  serviceBusNamespace: 'servicebus namespace',
  eventHubsNamespace: 'eventhubs namespace',
  userAssignedIdentity: 'identity',
};

/** `az`, the words of a kind's commands, and more words. */
export function az(kind: ResourceKind, ...more: readonly string[]): readonly string[] {
  return ['az', ...prefixes[kind].split(' '), ...more];
}
