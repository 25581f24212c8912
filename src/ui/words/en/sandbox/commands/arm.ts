import type { ArmCommand } from '#domain/cloud/commands/arm.ts';
import { subjectWords } from '../../subject.ts';
import { last, scope } from './sentence.ts';
import type { Sentences } from './sentence.ts';

const levels = { CanNotDelete: 'deletion', ReadOnly: 'every change' } as const;

export const armCommands: Sentences<ArmCommand['type']> = {
  CreateResourceGroup: ({ name }) => `create resource group ${name}`,
  DeleteResourceGroup: ({ name }) => `delete resource group ${name} and everything in it`,
  CreateResource: ({ kind, name }) => `create ${subjectWords.kinds[kind]} ${name}`,
  DeleteResource: ({ id }) => `delete ${last(id)}`,
  SetTags: ({ id, tags }) => {
    const list = Object.entries(tags).map(([name, value]) => `${name}=${value}`);
    return list.length === 0 ? `take the tags off ${last(id)}` : `tag ${last(id)} with ${list.join(', ')}`;
  },
  MoveResource: ({ id, resourceGroup }) => `move ${last(id)} to ${resourceGroup}`,
  CreateLock: (command) => `lock ${scope(command.scope)} against ${levels[command.level]} (${command.name})`,
  DeleteLock: (command) => `remove the lock ${command.name} from ${scope(command.scope)}`,
  PurgeDeletedVault: ({ name }) => `purge the deleted vault ${name}`,
  RecoverDeletedVault: ({ name }) => `recover the deleted vault ${name}`,
};
