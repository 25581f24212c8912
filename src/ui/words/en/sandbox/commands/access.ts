import type { AccessCommand } from '#domain/cloud/commands/access.ts';
import { scope } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const accessCommands: Sentences<AccessCommand['type']> = {
  CreateRoleAssignment: (command, { role }) => `assign ${role(command.roleId)} on ${scope(command.scope)}`,
  DeleteRoleAssignment: ({ id }) =>
    `remove a role assignment on ${scope(id.split('/providers/Microsoft.Authorization')[0] ?? '')}`,
  CreateDenyAssignment: (command) => `deny actions on ${scope(command.scope)} (${command.name})`,
  DeleteDenyAssignment: (command) => `remove the deny assignment ${command.name} on ${scope(command.scope)}`,
};
