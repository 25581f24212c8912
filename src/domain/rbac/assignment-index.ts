import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey, nameOf } from '#domain/arm/resource-id.ts';
import type { EndingAssignment, RoleAssignment } from './assignment.ts';

/** What there is under one id: an assignment in force, and one on its way out whose GUID may be used again. */
export interface Held {
  readonly present: RoleAssignment | null;
  readonly ending: EndingAssignment | null;
}

type HeldById = Dictionary<Held>;

/**
 * Where to find assignments without looking at all of them. It follows from the assignments and from those on their
 * way out, and from nothing else. Keys are ids in lower case.
 */
export interface AssignmentIndex {
  /** By principal. */
  readonly byPrincipal: Dictionary<HeldById>;
  /** By each group, resource or part of one within which the scope lies. */
  readonly byPlace: Dictionary<HeldById>;
  /** Those in force by scope, role and principal. */
  readonly byGrant: Dictionary<RoleAssignment>;
  /** Those in force by their GUID, which is unique in the tenant. */
  readonly byName: Dictionary<RoleAssignment>;
}

export const emptyIndex: AssignmentIndex = {
  byPrincipal: dictionary.empty(),
  byPlace: dictionary.empty(),
  byGrant: dictionary.empty(),
  byName: dictionary.empty(),
};

export function grantKey({ scope, roleId, principalId }: Pick<RoleAssignment, 'scope' | 'roleId' | 'principalId'>) {
  return `${idKey(scope)}|${idKey(roleId)}|${idKey(principalId)}`;
}

export function nameKey(name: string): string {
  return idKey(nameOf(name));
}

/** What a principal holds. */
export function heldBy({ byPrincipal }: AssignmentIndex, principalId: string): Iterable<Held> {
  return heldUnder(byPrincipal, idKey(principalId));
}

/** What is held at this group, resource or part of one, or within it. */
export function heldWithin({ byPlace }: AssignmentIndex, place: string): Iterable<Held> {
  return heldUnder(byPlace, idKey(place));
}

function heldUnder(index: Dictionary<HeldById>, key: string): Iterable<Held> {
  const held = dictionary.get(index, key);
  return held === undefined ? [] : dictionary.values(held);
}

/** What was held under an id gives way to what is held now. */
export function reindex(index: AssignmentIndex, id: string, before: Held, now: Held): AssignmentIndex {
  return remember(forget(index, idKey(id), before), idKey(id), now);
}

function forget(index: AssignmentIndex, key: string, held: Held): AssignmentIndex {
  const { present } = held;
  return {
    byPrincipal: principalsOf(held).reduce((all, principal) => drop(all, principal, key), index.byPrincipal),
    byPlace: placesOf(held).reduce((all, place) => drop(all, place, key), index.byPlace),
    byGrant: present === null ? index.byGrant : dictionary.remove(index.byGrant, grantKey(present)),
    byName: present === null ? index.byName : dictionary.remove(index.byName, nameKey(present.id)),
  };
}

function remember(index: AssignmentIndex, key: string, held: Held): AssignmentIndex {
  const { present } = held;
  return {
    byPrincipal: principalsOf(held).reduce(
      (all, principal) => add(all, principal, key, ofPrincipal(held, principal)),
      index.byPrincipal,
    ),
    byPlace: placesOf(held).reduce((all, place) => add(all, place, key, held), index.byPlace),
    byGrant: present === null ? index.byGrant : dictionary.set(index.byGrant, grantKey(present), present),
    byName: present === null ? index.byName : dictionary.set(index.byName, nameKey(present.id), present),
  };
}

function assignmentsIn({ present, ending }: Held): readonly RoleAssignment[] {
  return [...(present === null ? [] : [present]), ...(ending === null ? [] : [ending.assignment])];
}

function principalsOf(held: Held): readonly string[] {
  return [...new Set(assignmentsIn(held).map(({ principalId }) => idKey(principalId)))];
}

function ofPrincipal({ present, ending }: Held, principal: string): Held {
  const isOwn = (assignment: RoleAssignment) => idKey(assignment.principalId) === principal;
  return {
    present: present !== null && isOwn(present) ? present : null,
    ending: ending !== null && isOwn(ending.assignment) ? ending : null,
  };
}

/** Assignments of one id are at one scope, for the scope is part of the id. */
function placesOf(held: Held): readonly string[] {
  const [first] = assignmentsIn(held);
  return first === undefined ? [] : placesAround(first.scope);
}

/** The scope and what encloses it, from the resource group inwards. */
function placesAround(scope: string): readonly string[] {
  const segments = idKey(scope).split('/');
  const places: string[] = [];
  // '', subscriptions, <id>, resourcegroups, <name>, providers, <provider>, then <type>, <name> again and again.
  if (segments.length >= 5) places.push(segments.slice(0, 5).join('/'));
  for (let length = 9; length <= segments.length; length += 2) places.push(segments.slice(0, length).join('/'));
  return places;
}

function add(index: Dictionary<HeldById>, key: string, id: string, held: Held): Dictionary<HeldById> {
  const all = dictionary.get(index, key) ?? dictionary.empty<Held>();
  return dictionary.set(index, key, dictionary.set(all, id, held));
}

function drop(index: Dictionary<HeldById>, key: string, id: string): Dictionary<HeldById> {
  const all = dictionary.get(index, key);
  if (all === undefined) return index;
  const left = dictionary.remove(all, id);
  return dictionary.size(left) === 0 ? dictionary.remove(index, key) : dictionary.set(index, key, left);
}
