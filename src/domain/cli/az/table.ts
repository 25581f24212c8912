import type { AzCommand } from './command.ts';
import { accountCommands } from './commands/account.ts';
import { directoryCommands } from './commands/ad.ts';
import { clusterCommands } from './commands/aks.ts';
import { containerAppCommands } from './commands/containerapp.ts';
import { cosmosCommands } from './commands/cosmosdb.ts';
import { groupCommands } from './commands/group.ts';
import { federatedCommands } from './commands/identity-federated-credential.ts';
import { identityResourceCommands } from './commands/identity.ts';
import { secretCommands } from './commands/keyvault-secret.ts';
import { vaultCommands } from './commands/keyvault.ts';
import { lockCommands } from './commands/lock.ts';
import { namespaceCommands } from './commands/messaging.ts';
import { resourceCommands } from './commands/resource.ts';
import { restCommands } from './commands/rest.ts';
import { roleCommands } from './commands/role.ts';
import { sqlCommands } from './commands/sql.ts';
import { storageCommands } from './commands/storage-account.ts';
import { blobCommands } from './commands/storage-blob.ts';
import { vmCommands } from './commands/vm.ts';
import { scaleSetCommands } from './commands/vmss.ts';
import { appCommands } from './commands/webapp.ts';

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
  ...namespaceCommands,
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
