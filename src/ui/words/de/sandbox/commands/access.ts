import type { AccessCommand } from '#domain/cloud/commands/access.ts';
import { scope } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const accessCommands: Sentences<AccessCommand['type']> = {
  CreateRoleAssignment: (command, { role }) =>
    `Rolle ${role(command.roleId)} im Bereich ${scope(command.scope)} zuweisen`,
  DeleteRoleAssignment: ({ id }) =>
    `Rollenzuweisung im Bereich ${scope(id.split('/providers/Microsoft.Authorization')[0] ?? '')} entfernen`,
  CreateDenyAssignment: (command) => `Aktionen im Bereich ${scope(command.scope)} ablehnen (${command.name})`,
  DeleteDenyAssignment: (command) => `Ablehnungszuweisung ${command.name} im Bereich ${scope(command.scope)} entfernen`,
};
