import * as dictionary from '#domain/kernel/dictionary.ts';
import { applicationsOf, findAnyPrincipal, usersOf } from '#domain/cloud/directory.ts';
import { assignmentsOf, homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';

/** Whoever has an object id in the home directory and is not deleted. */
export interface Member {
  readonly id: PrincipalId;
  readonly name: string;
  readonly kind: 'identity' | 'person' | 'group' | 'application';
}

/** The member with that object id, or null where nobody has it. */
export function findMember(state: CloudState, id: string): Member | null {
  const found = findAnyPrincipal(state, id);
  if (found === undefined) return null;
  return { id: found.id, name: found.displayName, kind: kindOf(state, found) };
}

function kindOf(state: CloudState, { id, type }: NonNullable<ReturnType<typeof findAnyPrincipal>>): Member['kind'] {
  if (type === 'User') return 'person';
  if (type === 'Group') return 'group';
  return dictionary.has(homeDirectory(state).servicePrincipals, id) ? 'identity' : 'application';
}

/** Everybody a role can be given to: identities by name, then people, groups and applications. */
export function membersIn(state: CloudState): Member[] {
  const { servicePrincipals, groups } = homeDirectory(state);
  return [
    ...byName(dictionary.values(servicePrincipals), 'identity'),
    ...usersOf(state).map(({ id, displayName }) => ({ id, name: displayName, kind: 'person' as const })),
    ...byName(dictionary.values(groups), 'group'),
    ...applicationsOf(state).map(({ id, displayName }) => ({ id, name: displayName, kind: 'application' as const })),
  ];
}

/** People, groups and applications that a picture shows: those that were made, and built-in ones with a role. */
export function othersIn(state: CloudState): Member[] {
  const { users, groups, applications } = homeDirectory(state);
  const made = new Set<string>([
    ...[...dictionary.values(users), ...dictionary.values(groups)].map(({ id }) => id),
    ...[...dictionary.values(applications)].map(({ id }) => id),
    ...assignmentsOf(state).map(({ principalId }) => principalId),
  ]);
  return membersIn(state).filter(({ id, kind }) => kind !== 'identity' && made.has(id));
}

function byName(
  found: Iterable<{ readonly id: PrincipalId; readonly displayName: string }>,
  kind: Member['kind'],
): Member[] {
  return [...found]
    .map(({ id, displayName }) => ({ id, name: displayName, kind }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
