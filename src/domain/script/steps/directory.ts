import type { Meanings } from '../meaning.ts';
import { anyPrincipalNamed, directoryGroupNamed } from '../names.ts';

/** Users and groups of the directory. */
export type DirectoryStep =
  | { readonly do: 'user'; readonly name: string }
  | { readonly do: 'group'; readonly name: string }
  /** `member`: a host, a user-assigned identity, a user or another group. */
  | { readonly do: 'add-member'; readonly group: string; readonly member: string };

export const directoryMeanings: Meanings<DirectoryStep> = {
  user: (_state, { name }) => ({ type: 'CreateUser', name }),
  group: (_state, { name }) => ({ type: 'CreateGroup', name }),
  'add-member': (state, { group, member }) => ({
    type: 'AddGroupMember',
    groupId: directoryGroupNamed(state, group),
    memberId: anyPrincipalNamed(state, member).id,
  }),
};
