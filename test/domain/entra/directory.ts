import * as dictionary from '#domain/kernel/dictionary.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { applicationsOf, usersOf } from '#domain/cloud/directory.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import { microsoftGraphAppId } from '#domain/entra/built-in.ts';
import type { Application, Group, User } from '#domain/entra/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { idsOf } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';

/* Commands of the directory, with names in the place of ids. */

export const user = (name: string): CommandOf<'CreateUser'> => ({ type: 'CreateUser', name });
export const group = (name: string): CommandOf<'CreateGroup'> => ({ type: 'CreateGroup', name });

export function registered(
  name: string,
  appRoles: readonly string[] = [],
  assignmentRequired = false,
): CommandOf<'RegisterApplication'> {
  return { type: 'RegisterApplication', name, appRoles, assignmentRequired };
}

export function userNamed({ state }: Played, name: string): User {
  return only(
    usersOf(state).filter(({ displayName }) => displayName === name),
    name,
  );
}

export function groupNamed({ state }: Played, name: string): Group {
  return only(
    [...dictionary.values(homeDirectory(state).groups)].filter(({ displayName }) => displayName === name),
    name,
  );
}

export function applicationNamed({ state }: Played, name: string): Application {
  return only(
    applicationsOf(state).filter(({ displayName }) => displayName === name),
    name,
  );
}

/** The object ID of a user, a group, or an identity by the name of its host or its own. */
export function principalIdOf(after: Played, name: string): PrincipalId {
  const users = usersOf(after.state).filter(({ displayName }) => displayName === name);
  const groups = [...dictionary.values(homeDirectory(after.state).groups)];
  const found = [...users, ...groups.filter(({ displayName }) => displayName === name)][0];
  return found?.id ?? (idsOf(after, name).principalId as PrincipalId);
}

export function member(groupName: string, name: string): MadeDeed {
  return (after) => ({
    type: 'AddGroupMember',
    groupId: groupNamed(after, groupName).id,
    memberId: principalIdOf(after, name),
  });
}

export function noMember(groupName: string, name: string): MadeDeed {
  return (after) => ({
    type: 'RemoveGroupMember',
    groupId: groupNamed(after, groupName).id,
    memberId: principalIdOf(after, name),
  });
}

/** Assigns an app role; of Microsoft Graph where no application is named. */
export function appRole(role: string, to: string, of: string | null = null): MadeDeed {
  return (after) => ({
    type: 'AssignAppRole',
    principalId: principalIdOf(after, to),
    resource: of === null ? microsoftGraphAppId : applicationNamed(after, of).appId,
    role,
  });
}

export function noAppRole(role: string, from: string, of: string | null = null): MadeDeed {
  return (after) => ({
    type: 'RemoveAppRole',
    principalId: principalIdOf(after, from),
    resource: of === null ? microsoftGraphAppId : applicationNamed(after, of).appId,
    role,
  });
}

function only<Value>(found: readonly Value[], name: string): Value {
  const [first, second] = found;
  if (first === undefined || second !== undefined) throw new Error(`There are ${found.length} of the name ${name}.`);
  return first;
}
