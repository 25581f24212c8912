import * as dictionary from '#domain/kernel/dictionary.ts';
import { applicationsOf, usersOf } from '#domain/cloud/directory.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { PrincipalType } from '#domain/rbac/state.ts';

/** A principal of the directory, as the CLI finds it. */
interface FoundPrincipal {
  readonly id: PrincipalId;
  readonly type: PrincipalType;
  readonly displayName: string;
  /** The client ID of a service principal, the sign-in name of a user, the name of a group. */
  readonly name: string;
}

/** Everybody in the directory. */
export function principalsOf(state: CloudState): readonly FoundPrincipal[] {
  const { servicePrincipals, groups } = homeDirectory(state);
  return [
    ...[...dictionary.values(servicePrincipals)].map(({ id, displayName, appId }) => ({
      id,
      type: 'ServicePrincipal' as const,
      displayName,
      name: appId,
    })),
    ...applicationsOf(state).map(({ id, displayName, appId }) => ({
      id,
      type: 'ServicePrincipal' as const,
      displayName,
      name: appId,
    })),
    ...usersOf(state).map(({ id, displayName, userPrincipalName }) => ({
      id,
      type: 'User' as const,
      displayName,
      name: userPrincipalName,
    })),
    ...[...dictionary.values(groups)].map(({ id, displayName }) => ({
      id,
      type: 'Group' as const,
      displayName,
      name: displayName,
    })),
  ];
}

/** By object id, client ID or sign-in name, as `--assignee` is looked up; a group by its object id alone (facts: control-plane §6.3). */
export function findPrincipalByText(state: CloudState, text: string): FoundPrincipal | undefined {
  const wanted = text.toLowerCase();
  return principalsOf(state).find(
    ({ id, type, name }) => id === wanted || (type !== 'Group' && name.toLowerCase() === wanted),
  );
}

/** What `principalName` shows: for a service principal its client ID, nothing for one that is gone (facts: control-plane §6.6). */
export function principalName(state: CloudState, id: string): string {
  return principalsOf(state).find((each) => each.id === id)?.name ?? '';
}

/** The groups that a principal is in, directly or through others. */
export function groupsHolding(state: CloudState, id: string): readonly string[] {
  const groups = [...dictionary.values(homeDirectory(state).groups)];
  const found = new Set<string>();
  const waiting = [id];
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    for (const group of groups) {
      const holds = group.members.some((each) => each === member);
      if (!holds || found.has(group.id)) continue;
      found.add(group.id);
      waiting.push(group.id);
    }
  }
  return [...found];
}
