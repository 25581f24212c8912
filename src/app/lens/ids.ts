import { resourceKinds } from '#domain/arm/kinds.ts';
import { groupNameOf, idKey, nameOf, readResourceId } from '#domain/arm/resource-id.ts';
import { applicationsOf, usersOf } from '#domain/cloud/directory.ts';
import { assignmentsOf, homeDirectory, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { azureCliAppId } from '#domain/entra/built-in.ts';
import { claimFacts } from '#domain/entra/claims.ts';
import type { ClaimFacts, ClaimReader } from '#domain/entra/claims.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { builtInRoles, findRole } from '#domain/rbac/roles.ts';

/** What an id is an id of. */
export type IdKind =
  | 'clientId'
  | 'objectId'
  | 'tenantId'
  | 'subscriptionId'
  | 'groupId'
  | 'resourceId'
  | 'roleDefinitionId'
  | 'roleAssignmentId';

/** Whose it is. */
export type IdOwner =
  | 'systemAssignedIdentity'
  | 'userAssignedIdentity'
  | 'person'
  | 'group'
  | 'application'
  | 'resource'
  | 'resourceGroup'
  | 'role'
  | 'subscription'
  | 'tenant';

export interface IdMeaning {
  readonly kind: IdKind;
  readonly owner: IdOwner;
  /** The owner's name; empty where there is but one. */
  readonly of: string;
  /** The owner is deleted: only its ids are still to be found. */
  readonly gone: boolean;
}

/** What the ids of a world mean, by the id in lower case. */
export type IdBook = ReadonlyMap<string, IdMeaning>;

/** The meaning of every id in these states; where they differ, the last one has it. */
export function idsOf(...states: readonly CloudState[]): IdBook {
  const book = new Map<string, IdMeaning>();
  for (const state of states) {
    for (const [id, meaning] of entriesOf(state)) book.set(idKey(id), meaning);
  }
  return book;
}

type Entry = readonly [id: string, meaning: IdMeaning];

function entriesOf(state: CloudState): readonly Entry[] {
  const { tenantId, subscriptionId } = state;
  return [
    [tenantId, { kind: 'tenantId', owner: 'tenant', of: '', gone: false }],
    [subscriptionId, { kind: 'subscriptionId', owner: 'subscription', of: '', gone: false }],
    ...builtInRoles.map(({ id, name }): Entry => [id, named('roleDefinitionId', 'role', name)]),
    ...resourcesOf(state).map(({ id, name }): Entry => [id, named('resourceId', 'resource', name)]),
    ...assignmentsOf(state).map(({ id, roleId }): Entry => [
      nameOf(id),
      named('roleAssignmentId', 'role', findRole(roleId)?.name ?? ''),
    ]),
    ...principalsIn(state),
  ];
}

function principalsIn(state: CloudState): readonly Entry[] {
  const { servicePrincipals, deleted, groups } = homeDirectory(state);
  return [
    [azureCliAppId, named('clientId', 'application', 'Azure CLI')],
    ...applicationsOf(state).flatMap(({ id, appId, displayName }): Entry[] => [
      [appId, named('clientId', 'application', displayName)],
      [id, named('objectId', 'application', displayName)],
    ]),
    ...usersOf(state).map(({ id, displayName }): Entry => [id, named('objectId', 'person', displayName)]),
    ...[...dictionary.values(groups)].map((group): Entry => [group.id, named('objectId', 'group', group.displayName)]),
    ...[...dictionary.values(deleted)].flatMap(({ principal }) => identity(principal, true)),
    ...[...dictionary.values(servicePrincipals)].flatMap((principal) => identity(principal, false)),
  ];
}

function identity({ id, appId, displayName, identityKind }: ServicePrincipal, gone: boolean): readonly Entry[] {
  const owner = identityKind === 'SystemAssigned' ? 'systemAssignedIdentity' : 'userAssignedIdentity';
  return [
    [appId, { kind: 'clientId', owner, of: displayName, gone }],
    [id, { kind: 'objectId', owner, of: displayName, gone }],
  ];
}

function named(kind: IdKind, owner: IdOwner, of: string): IdMeaning {
  return { kind, owner, of, gone: false };
}

/** What an id means: as the book has it, or as a path tells by itself. Null for a GUID that is nobody's here. */
export function meaningOf(book: IdBook, value: string): IdMeaning | null {
  const id = plainId(value);
  const known = book.get(idKey(id));
  if (known !== undefined) return known;
  if (!id.startsWith('/')) return null;
  const last = book.get(idKey(nameOf(id)));
  if (last !== undefined && isOfLast(last.kind, id)) return last;
  const resource = readResourceId(id);
  if (resource !== null) {
    // A path to a resource that is not in the world: deleted, or never there.
    const isListed = Object.values(resourceKinds).some(({ armType }) => sameText(armType, resource.armType));
    return { kind: 'resourceId', owner: 'resource', of: resource.name, gone: isListed };
  }
  const group = groupNameOf(id);
  return group === null ? null : named('groupId', 'resourceGroup', group);
}

/** Whether a path is named by its last segment: a subscription, a role definition, a role assignment. */
function isOfLast(kind: IdKind, id: string): boolean {
  if (kind === 'subscriptionId') return /^\/subscriptions\/[^/]+$/i.test(id);
  if (kind === 'roleDefinitionId') return /\/roleDefinitions\/[^/]+$/i.test(id);
  return kind === 'roleAssignmentId' && /\/roleAssignments\/[^/]+$/i.test(id);
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The claim of a token in which an id of that kind stands; null where none holds it. */
const claimOf: Readonly<Record<IdKind, ClaimFacts['meaning'] | null>> = {
  clientId: 'clientId',
  objectId: 'objectId',
  tenantId: 'tenant',
  resourceId: 'identityResource',
  subscriptionId: null,
  groupId: null,
  roleDefinitionId: null,
  roleAssignmentId: null,
};

/** Who compares an id of that kind when a token is presented. */
export function readersOf(kind: IdKind): readonly ClaimReader[] {
  const meaning = claimOf[kind];
  return claimFacts.find((claim) => claim.meaning === meaning)?.comparedBy ?? [];
}

/** A piece of a text: an id, or what stands between. */
export interface IdPiece {
  readonly text: string;
  readonly isId: boolean;
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const slash = '(?:/|%2F)';
const anId = new RegExp(`${slash}subscriptions${slash}${guid}(?:${slash}[\\w.()-]+)*|${guid}`, 'giu');

/** Cuts a text at the GUIDs and resource IDs in it, those of a query included. */
export function splitIds(text: string): readonly IdPiece[] {
  const pieces: IdPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(anId)) {
    // A sentence's full stop is none of the path's.
    const id = found.replace(/\.+$/u, '');
    if (index > end) pieces.push({ text: text.slice(end, index), isId: false });
    pieces.push({ text: id, isId: true });
    end = index + id.length;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), isId: false });
  return pieces;
}

/** An id as it is compared: out of a query, and in lower case. */
export function idValue(text: string): string {
  return idKey(plainId(text));
}

function plainId(text: string): string {
  return text.replaceAll(/%2F/giu, '/');
}
