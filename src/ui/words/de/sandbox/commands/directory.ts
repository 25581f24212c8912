import type { DirectoryCommand } from '#domain/cloud/commands/directory.ts';
import type { Sentences } from './sentence.ts';

export const directoryCommands: Sentences<DirectoryCommand['type']> = {
  CreateUser: ({ name }) => `Person ${name} erstellen`,
  CreateGroup: ({ name }) => `Gruppe ${name} erstellen`,
  AddGroupMember: ({ groupId, memberId }, { member }) => `${member(memberId)} zu ${member(groupId)} hinzufügen`,
  RemoveGroupMember: ({ groupId, memberId }, { member }) => `${member(memberId)} aus ${member(groupId)} entfernen`,
  RegisterApplication: ({ name }) => `Anwendung ${name} registrieren`,
  AssignAppRole: ({ principalId, resource, role }, { member, api }) =>
    `App-Rolle ${role} in ${api(resource)} für ${member(principalId)} zuweisen`,
  RemoveAppRole: ({ principalId, resource, role }, { member, api }) =>
    `App-Rolle ${role} in ${api(resource)} von ${member(principalId)} entfernen`,
};
