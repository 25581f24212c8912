import type { ArmCommand } from '#domain/cloud/commands/arm.ts';
import { asObject } from '../kinds.ts';
import { last, scope } from './sentence.ts';
import type { Sentences } from './sentence.ts';

const levels = { CanNotDelete: 'Löschen', ReadOnly: 'jede Änderung' } as const;

export const armCommands: Sentences<ArmCommand['type']> = {
  CreateResourceGroup: ({ name }) => `Ressourcengruppe ${name} erstellen`,
  DeleteResourceGroup: ({ name }) => `Ressourcengruppe ${name} und alles darin löschen`,
  CreateResource: ({ kind, name }) => `${asObject(kind)} ${name} erstellen`,
  DeleteResource: ({ id }) => `${last(id)} löschen`,
  SetTags: ({ id, tags }) => {
    const list = Object.entries(tags).map(([name, value]) => `${name}=${value}`);
    return list.length === 0 ? `Tags von ${last(id)} entfernen` : `Tags von ${last(id)} festlegen: ${list.join(', ')}`;
  },
  MoveResource: ({ id, resourceGroup }) => `${last(id)} in ${resourceGroup} verschieben`,
  CreateLock: (command) =>
    `Sperre ${command.name} im Bereich ${scope(command.scope)} hinzufügen (gegen ${levels[command.level]})`,
  DeleteLock: (command) => `Sperre ${command.name} im Bereich ${scope(command.scope)} entfernen`,
  PurgeDeletedVault: ({ name }) => `Gelöschten Tresor ${name} endgültig löschen`,
  RecoverDeletedVault: ({ name }) => `Gelöschten Tresor ${name} wiederherstellen`,
};
