import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsWith, rolesOfPrincipal, rolesOfUser } from '#domain/entra/directory.ts';
import { signInName } from '#domain/entra/built-in.ts';
import type { AppRoleAssignment, Directory, Group } from '#domain/entra/state.ts';
import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Instant } from '#domain/kernel/instant.ts';

const ids = ['g0', 'g1', 'g2', 'g3', 'g4', 'p'] as readonly PrincipalId[] | readonly string[];
const groupIds = ids.filter((id) => id !== 'p') as PrincipalId[];

function directoryOf(
  membership: Readonly<Record<string, readonly string[]>>,
  appRoles: readonly AppRoleAssignment[] = [],
): Directory {
  const groups = groupIds.map((id): readonly [string, Group] => [
    id,
    { id, displayName: id, createdAt: 0 as Instant, members: (membership[id] ?? []) as PrincipalId[] },
  ]);
  const empty = dictionary.empty<never>();
  const others = { servicePrincipals: empty, deleted: empty, users: empty, applications: empty };
  return { ...others, groups: dictionary.fromEntries(groups), appRoles };
}

/** Whether a way leads from the principal to the group, by looking at every way without a circle. */
function reaches(
  membership: Readonly<Record<string, readonly string[]>>,
  from: string,
  to: string,
  seen: string[],
): boolean {
  return groupIds.some((group) => {
    if (seen.includes(group) || !(membership[group] ?? []).includes(from)) return false;
    return group === to || reaches(membership, group, to, [...seen, group]);
  });
}

const anyMembership = fc.record(
  Object.fromEntries(groupIds.map((id) => [id, fc.subarray([...ids] as string[])])),
) as fc.Arbitrary<Record<string, string[]>>;

describe('membership', () => {
  it('[DIR-03] is what a walk over all ways finds, each group once and sorted', () => {
    fc.assert(
      fc.property(anyMembership, fc.constantFrom(...(ids as string[])), (membership, id) => {
        const expected = groupIds.filter((group) => reaches(membership, id, group, []));
        expect(groupsWith(directoryOf(membership), id)).toEqual(expected);
      }),
    );
  });

  it('[DIR-03] only grows by more members', () => {
    fc.assert(
      fc.property(
        anyMembership,
        fc.constantFrom(...groupIds),
        fc.constantFrom(...(ids as string[])),
        (before, to, who) => {
          const after = { ...before, [to]: [...(before[to] ?? []), who] };
          const more = groupsWith(directoryOf(after), 'p');
          expect(groupsWith(directoryOf(before), 'p').filter((id) => !more.includes(id))).toEqual([]);
        },
      ),
    );
  });

  const api = 'api' as ClientId;
  const role = (principalId: string, name: string, resource = api): AppRoleAssignment => ({
    principalId: principalId as PrincipalId,
    resource,
    role: name,
  });

  it.each([
    ['its own', [role('p', 'B'), role('p', 'A')], ['A', 'B'], ['A', 'B']],
    ['those of a group it is in', [role('g0', 'A')], [], ['A']],
    ['both, each once', [role('p', 'A'), role('g0', 'A'), role('g0', 'B')], ['A'], ['A', 'B']],
    ['none of a group of its group', [role('g1', 'A')], [], []],
    ['none of another API', [role('p', 'A', 'other' as ClientId)], [], []],
    ['none of somebody else', [role('q', 'A')], [], []],
  ])('[DIR-08] gives %s', (_what, appRoles, ofPrincipal, ofUser) => {
    const directory = directoryOf({ g0: ['p'], g1: ['g0'] }, appRoles);
    expect(rolesOfPrincipal(directory, 'p', api)).toEqual(ofPrincipal);
    expect(rolesOfUser(directory, 'p', api)).toEqual(ofUser);
  });
});

describe('sign-in names', () => {
  it('[DIR-01] are the same for names that differ in case and marks only', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 }), (words) => {
        const name = signInName(words.join(' '));
        expect(signInName(words.join(', ').toUpperCase())).toBe(name);
        expect(name).toBe(`${words.join('.')}@contoso.onmicrosoft.com`);
      }),
    );
  });
});
