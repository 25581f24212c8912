import type { DirectoryCommand } from '#domain/cloud/commands/directory.ts';
import type { Sentences } from './sentence.ts';

export const directoryCommands: Sentences<DirectoryCommand['type']> = {
  CreateUser: ({ name }) => `create the person ${name}`,
  CreateGroup: ({ name }) => `create the group ${name}`,
  AddGroupMember: ({ groupId, memberId }, { member }) => `add ${member(memberId)} to ${member(groupId)}`,
  RemoveGroupMember: ({ groupId, memberId }, { member }) => `take ${member(memberId)} out of ${member(groupId)}`,
  RegisterApplication: ({ name }) => `register the application ${name}`,
  AssignAppRole: ({ principalId, resource, role }, { member, api }) =>
    `give ${member(principalId)} the app role ${role} in ${api(resource)}`,
  RemoveAppRole: ({ principalId, resource, role }, { member, api }) =>
    `take the app role ${role} in ${api(resource)} from ${member(principalId)}`,
};
