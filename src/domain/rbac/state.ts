import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever, invariant } from '#domain/kernel/invariant.ts';
import { emptyIndex, grantKey, heldBy, heldWithin, nameKey, reindex } from './assignment-index.ts';
import type { AssignmentIndex, Held } from './assignment-index.ts';
import type { EndingAssignment, RoleAssignment } from './assignment.ts';

export type { EndingAssignment, PrincipalType, RoleAssignment } from './assignment.ts';

/** Takes operations away whatever roles grant them; made by a deployment stack or a managed application. */
export interface DenyAssignment {
  /** `<scope>/providers/Microsoft.Authorization/denyAssignments/<name>` */
  readonly id: ResourceId;
  readonly scope: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
  /** Empty for everyone. */
  readonly principals: readonly PrincipalId[];
}

export type RbacEvent =
  | { readonly type: 'RoleAssignmentCreated'; readonly assignment: RoleAssignment }
  | { readonly type: 'RoleAssignmentTookEffect'; readonly id: RoleAssignmentId }
  | {
      readonly type: 'RoleAssignmentDeleted';
      readonly id: RoleAssignmentId;
      /** When services stop honoring it; the moment of deletion where the scope itself went. */
      readonly endsAt: Instant;
    }
  | { readonly type: 'RoleRemovalTookEffect'; readonly id: RoleAssignmentId }
  | { readonly type: 'DenyAssignmentCreated'; readonly assignment: DenyAssignment }
  | { readonly type: 'DenyAssignmentDeleted'; readonly id: ResourceId };

export interface RbacState {
  readonly assignments: Dictionary<RoleAssignment>;
  readonly ending: Dictionary<EndingAssignment>;
  readonly denies: Dictionary<DenyAssignment>;
  readonly index: AssignmentIndex;
}

export const emptyRbac: RbacState = {
  assignments: dictionary.empty(),
  ending: dictionary.empty(),
  denies: dictionary.empty(),
  index: emptyIndex,
};

export function findAssignment(rbac: RbacState, id: string): RoleAssignment | undefined {
  return dictionary.get(rbac.assignments, idKey(id));
}

/** The assignment in force of that scope, role and principal. */
export function findGrant(
  { index }: RbacState,
  grant: Pick<RoleAssignment, 'scope' | 'roleId' | 'principalId'>,
): RoleAssignment | undefined {
  return dictionary.get(index.byGrant, grantKey(grant));
}

/** The assignment in force with that GUID, wherever in the tenant it is. */
export function findAssignmentNamed({ index }: RbacState, name: string): RoleAssignment | undefined {
  return dictionary.get(index.byName, nameKey(name));
}

/** What was assigned, as far as somebody may still honor it. */
export interface HeldAssignments {
  readonly present: readonly RoleAssignment[];
  readonly ending: readonly EndingAssignment[];
}

export function assignmentsOfPrincipal({ index }: RbacState, principalId: string): HeldAssignments {
  return apart(heldBy(index, principalId));
}

/** What was assigned at a group, a resource or a part of one, or within it. */
export function assignmentsWithin({ index }: RbacState, place: string): HeldAssignments {
  return apart(heldWithin(index, place));
}

function apart(held: Iterable<Held>): HeldAssignments {
  const all = [...held];
  return { present: all.flatMap(({ present }) => present ?? []), ending: all.flatMap(({ ending }) => ending ?? []) };
}

export function evolveRbac(rbac: RbacState, event: RbacEvent): RbacState {
  switch (event.type) {
    case 'RoleAssignmentCreated':
      return create(rbac, event.assignment);
    case 'RoleAssignmentTookEffect':
      return rbac;
    case 'RoleAssignmentDeleted':
      return end(rbac, event);
    case 'RoleRemovalTookEffect':
      return withHeld(rbac, event.id, { ...heldUnder(rbac, event.id), ending: null });
    case 'DenyAssignmentCreated': {
      const { assignment } = event;
      return { ...rbac, denies: dictionary.set(rbac.denies, idKey(assignment.id), assignment) };
    }
    case 'DenyAssignmentDeleted':
      return { ...rbac, denies: dictionary.remove(rbac.denies, idKey(event.id)) };
    default:
      return assertNever(event);
  }
}

function create(rbac: RbacState, assignment: RoleAssignment): RbacState {
  const held = heldUnder(rbac, assignment.id);
  invariant(held.present === null, `a second role assignment ${assignment.id}`);
  return withHeld(rbac, assignment.id, { ...held, present: assignment });
}

/** One GUID, used again and removed again: an earlier removal is over. */
function end(rbac: RbacState, { id, endsAt }: Extract<RbacEvent, { type: 'RoleAssignmentDeleted' }>): RbacState {
  const { present } = heldUnder(rbac, id);
  invariant(present !== null, `no role assignment ${id} to delete`);
  return withHeld(rbac, id, { present: null, ending: { assignment: present, endsAt } });
}

function heldUnder(rbac: RbacState, id: string): Held {
  const key = idKey(id);
  return {
    present: dictionary.get(rbac.assignments, key) ?? null,
    ending: dictionary.get(rbac.ending, key) ?? null,
  };
}

function withHeld(rbac: RbacState, id: string, held: Held): RbacState {
  const { present, ending } = held;
  const key = idKey(id);
  return {
    ...rbac,
    assignments:
      present === null ? dictionary.remove(rbac.assignments, key) : dictionary.set(rbac.assignments, key, present),
    ending: ending === null ? dictionary.remove(rbac.ending, key) : dictionary.set(rbac.ending, key, ending),
    index: reindex(rbac.index, id, heldUnder(rbac, id), held),
  };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointRbac(rbac: RbacState): Generator<RbacEvent> {
  // What ends comes first: its id may be in force again.
  for (const { assignment, endsAt } of dictionary.values(rbac.ending)) {
    yield { type: 'RoleAssignmentCreated', assignment };
    yield { type: 'RoleAssignmentDeleted', id: assignment.id, endsAt };
  }
  for (const assignment of dictionary.values(rbac.assignments)) {
    yield { type: 'RoleAssignmentCreated', assignment };
  }
  for (const assignment of dictionary.values(rbac.denies)) yield { type: 'DenyAssignmentCreated', assignment };
}
