import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { nameOf, sameId } from '#domain/arm/resource-id.ts';
import { assignmentsOf, homeDirectory, hostsOf, isOrphaned, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { laneTargets } from './lane.ts';
import type { LaneKind, LaneTarget, Read } from './lane.ts';

/** What is drawn of a lane, as plain data; ids stay the same from moment to moment. */
export interface LanePicture {
  readonly hosts: readonly LaneHost[];
  /** The user-assigned identities. */
  readonly identities: readonly { readonly name: string; readonly principalId: string }[];
  readonly principals: readonly LanePrincipal[];
  readonly grants: readonly LaneGrant[];
}

export interface LaneHost {
  readonly id: string;
  readonly name: string;
  readonly systemAssigned: boolean;
  /** Names of the user-assigned identities that it carries. */
  readonly carries: readonly string[];
  /** What came of reading at this moment; null where it did not read. */
  readonly read: 'allowed' | 'refused' | null;
}

export interface LanePrincipal {
  readonly id: string;
  readonly name: string;
  readonly of: LaneKind;
  readonly deleted: boolean;
}

export interface LaneGrant {
  readonly id: string;
  readonly principalId: string;
  readonly target: LaneTarget;
  readonly state: 'effective' | 'pending' | 'orphaned';
}

/** Draws a state; `reads` are those of this moment. */
export function pictureOf(state: CloudState, reads: readonly Read[]): LanePicture {
  return {
    hosts: hostsOf(state).map(({ id, name, identity }) => ({
      id,
      name,
      systemAssigned: systemPrincipalOf(identity) !== null,
      carries: attachedTo(identity).map(({ identityId }) => nameOf(identityId)),
      read: readBy(name, reads),
    })),
    identities: resourcesOf(state).flatMap((each) =>
      each.kind === 'userAssignedIdentity' ? [{ name: each.name, principalId: each.principalId }] : [],
    ),
    principals: principalsOf(state),
    grants: grantsOf(state),
  };
}

function readBy(host: string, reads: readonly Read[]): LaneHost['read'] {
  const own = reads.filter((each) => sameId(each.host, host));
  if (own.length === 0) return null;
  return own.every(({ allowed }) => allowed) ? 'allowed' : 'refused';
}

/** Those that live and those on the deleted list, in the order in which they were made. */
function principalsOf(state: CloudState): readonly LanePrincipal[] {
  const { servicePrincipals, deleted } = homeDirectory(state);
  const live = [...dictionary.values(servicePrincipals)].map((principal) => ({ principal, gone: false }));
  const gone = [...dictionary.values(deleted)].map(({ principal }) => ({ principal, gone: true }));
  return [...live, ...gone]
    .map(({ principal, gone: isGone }): LanePrincipal => ({
      id: principal.id,
      name: principal.displayName,
      of: principal.identityKind === 'SystemAssigned' ? 'system' : 'user',
      deleted: isGone,
    }))
    .sort((a, b) => Number(a.deleted) - Number(b.deleted) || compare(a.name, b.name) || compare(a.id, b.id));
}

function grantsOf(state: CloudState): readonly LaneGrant[] {
  return assignmentsOf(state).flatMap((assignment): LaneGrant[] => {
    const target = laneTargets.find((name) => nameOf(assignment.scope) === name);
    if (target === undefined) return [];
    const { id, principalId, effectiveAt } = assignment;
    if (isOrphaned(state, assignment)) return [{ id, principalId, target, state: 'orphaned' }];
    return [{ id, principalId, target, state: effectiveAt > state.now ? 'pending' : 'effective' }];
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
