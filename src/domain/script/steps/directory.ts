import type { Meanings } from '../meaning.ts';
import { anyPrincipalNamed, applicationCalled, directoryGroupNamed } from '../names.ts';

/** Users and groups of the directory. */
export type DirectoryStep =
  | { readonly do: 'user'; readonly name: string }
  | { readonly do: 'group'; readonly name: string }
  /** `member`: a host, a user-assigned identity, a user or another group. */
  | { readonly do: 'add-member'; readonly group: string; readonly member: string }
  /** An application of one's own with its app roles; `assignmentRequired`: nobody gets a token without one. */
  | {
      readonly do: 'register-application';
      readonly name: string;
      readonly appRoles?: readonly string[];
      readonly assignmentRequired?: boolean;
    }
  /** `of`: the API that has the role, an application or `Microsoft Graph`. */
  | { readonly do: 'app-role'; readonly role: string; readonly of: string; readonly to: string };

export const directoryMeanings: Meanings<DirectoryStep> = {
  user: (_state, { name }) => ({ type: 'CreateUser', name }),
  group: (_state, { name }) => ({ type: 'CreateGroup', name }),
  'add-member': (state, { group, member }) => ({
    type: 'AddGroupMember',
    groupId: directoryGroupNamed(state, group),
    memberId: anyPrincipalNamed(state, member).id,
  }),
  'register-application': (_state, { name, appRoles = [], assignmentRequired = false }) => ({
    type: 'RegisterApplication',
    name,
    appRoles,
    assignmentRequired,
  }),
  'app-role': (state, { role, of, to }) => ({
    type: 'AssignAppRole',
    principalId: anyPrincipalNamed(state, to).id,
    resource: applicationCalled(state, of).appId,
    role,
  }),
};
