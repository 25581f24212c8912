import { accountCommands } from './account.ts';
import { blobCommands } from './blob.ts';
import type { AzCommand } from './command.ts';
import { clusterCommands, containerAppCommands } from './container.ts';
import { busCommands, cosmosCommands, sqlCommands } from './database.ts';
import { directoryCommands } from './directory.ts';
import { federatedCommands } from './federated.ts';
import { groupCommands } from './group.ts';
import { identityResourceCommands } from './identity.ts';
import { vaultCommands } from './key-vault.ts';
import { lockCommands } from './lock.ts';
import { resourceCommands } from './resource.ts';
import { restCommands } from './rest.ts';
import { roleCommands } from './role.ts';
import { secretCommands } from './secret.ts';
import { appCommands } from './site.ts';
import { storageCommands } from './storage.ts';
import { vmCommands } from './vm.ts';
import { scaleSetCommands } from './vmss.ts';

/** Every command of `az` that is simulated here. */
export const azCommands: readonly AzCommand[] = [
  ...accountCommands,
  ...groupCommands,
  ...vmCommands,
  ...scaleSetCommands,
  ...identityResourceCommands,
  ...federatedCommands,
  ...appCommands,
  ...containerAppCommands,
  ...clusterCommands,
  ...vaultCommands,
  ...secretCommands,
  ...storageCommands,
  ...blobCommands,
  ...sqlCommands,
  ...cosmosCommands,
  ...busCommands,
  ...roleCommands,
  ...directoryCommands,
  ...lockCommands,
  ...resourceCommands,
  ...restCommands,
];

const byName = new Map(azCommands.map((command) => [command.name, command]));

/** The command of that name, its words parted by a blank. */
export function commandNamed(name: string): AzCommand | undefined {
  return byName.get(name);
}

/** The words that may follow these: of commands and of groups; none where nothing begins like that. */
export function wordsAfter(words: readonly string[]): readonly string[] {
  const prefix = words.length === 0 ? '' : `${words.join(' ')} `;
  const next = azCommands
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name }) => name.slice(prefix.length).split(' ')[0] ?? '');
  return [...new Set(next)].filter((word) => word !== '').toSorted();
}
