import { idKey, isWithin, nameOf, sameId } from '#domain/arm/resource-id.ts';
import { armError, armJson } from '#domain/arm/wire.ts';
import { groupsOf } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { denyAssignmentBody } from '#domain/rbac/arm.ts';
import type { DenyAssignment } from '#domain/rbac/state.ts';
import type { Reader } from '../may-read.ts';

/** What of the assignments at a scope is asked for. */
export interface AssignmentFilter {
  readonly scope: string;
  /** Of this principal alone; `throughGroups`: those of its groups too, as `assignedTo` asks. */
  readonly principalId: string | null;
  readonly throughGroups: boolean;
  /** `atScope()`: nothing below. */
  readonly atScope: boolean;
}

export type DenyRead =
  | ({ readonly kind: 'denyAssignments' } & AssignmentFilter)
  | { readonly kind: 'denyAssignment'; readonly id: string };

const readDenies = 'Microsoft.Authorization/denyAssignments/read';

export const denyReaders = {
  denyAssignments: (state: CloudState, asked: AssignmentFilter, reader: Reader) =>
    reader.list(
      [...dictionary.values(state.rbac.denies)]
        .filter((each) => isAsked(state, each, asked))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      readDenies,
      { id: ({ scope }) => scope, body: (each) => denyAssignmentBody(each) },
    ),
  denyAssignment: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(readDenies, id.split(/\/providers\/Microsoft\.Authorization\//i)[0] ?? '', () => {
      const found = dictionary.get(state.rbac.denies, idKey(id));
      if (found !== undefined) return armJson(200, denyAssignmentBody(found), 'docs');
      const message = `The deny assignment '${nameOf(id)}' is not found.`;
      return armError(404, 'DenyAssignmentNotFound', message, 'unconfirmed');
    }),
};

/** At the scope and above it, and below it unless that is left out. One for everyone is everybody's. */
function isAsked(state: CloudState, { scope, principals }: DenyAssignment, asked: AssignmentFilter): boolean {
  if (!isWithin(scope, asked.scope) && (asked.atScope || !isWithin(asked.scope, scope))) return false;
  const { principalId } = asked;
  if (principalId === null || principals.length === 0) return true;
  if (principals.some((each) => sameId(each, principalId))) return true;
  return asked.throughGroups && groupsOf(state, principalId).some((group) => principals.includes(group));
}
