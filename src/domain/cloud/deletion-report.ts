import * as dictionary from '#domain/kernel/dictionary.ts';
import { attachedTo } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Host, Resource, ResourceGroup, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import type { DeletedServicePrincipal } from '#domain/entra/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { IssuedToken } from '#domain/managedidentity/token-cache.ts';
import { findAssignment } from '#domain/rbac/state.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import type { CloudEvent } from './event.ts';
import { assignmentsOf, homeDirectory, hostsOf } from './queries.ts';
import type { CloudState } from './state.ts';

/** What went and what stayed when something was deleted. */
export interface DeletionReport {
  readonly groups: readonly ResourceGroup[];
  readonly resources: readonly Resource[];
  /** The host whose system-assigned identity was turned off; it lives on. */
  readonly turnedOffAt: Host | null;
  readonly principals: readonly DeletedServicePrincipal[];
  /** Assignments at a scope that is gone: they went with it. */
  readonly removedAssignments: readonly RoleAssignment[];
  /** Assignments that stay although their principal is gone. */
  readonly orphanedAssignments: readonly RoleAssignment[];
  /** Tokens of the principals that are gone, good until they expire. */
  readonly liveTokens: readonly IssuedToken[];
  /** User-assigned identities that a deleted host carried and that live on. */
  readonly survivors: readonly UserAssignedIdentity[];
  /** Hosts that still refer to a deleted user-assigned identity. */
  readonly staleReferences: readonly { readonly host: Host; readonly identityId: ResourceId }[];
  /** Deleted vaults whose names stay taken. */
  readonly heldNames: readonly { readonly name: string; readonly until: Instant }[];
}

/** Reads the report out of an entry's events, or null where nothing of an identity's life ended. */
export function deletionReport(
  before: CloudState,
  events: readonly CloudEvent[],
  after: CloudState,
): DeletionReport | null {
  const principals = deletedPrincipals(events, after);
  const resources = ofType(events, 'ResourceDeleted').flatMap(({ id }) => orNone(findResource(before.arm, id)));
  const groups = ofType(events, 'ResourceGroupDeleted').flatMap(({ id }) => orNone(findGroup(before.arm, id)));
  if (resources.length + groups.length + principals.length === 0) return null;
  const gone = new Set<string>(principals.map(({ principal }) => principal.id));
  return {
    groups,
    resources,
    turnedOffAt: turnedOffAt(events, after),
    principals,
    removedAssignments: ofType(events, 'RoleAssignmentDeleted').flatMap(({ id }) =>
      orNone(findAssignment(before.rbac, id)),
    ),
    orphanedAssignments: assignmentsOf(after).filter((each) => gone.has(each.principalId)),
    liveTokens: [...dictionary.values(after.tokens.live)].filter(({ claims }) => gone.has(claims.oid)),
    survivors: survivorsOf(resources, after),
    staleReferences: staleReferences(resources, after),
    heldNames: ofType(events, 'VaultSoftDeleted').map(({ name, purgeAt }) => ({
      name,
      until: purgeAt,
    })),
  };
}

function deletedPrincipals(events: readonly CloudEvent[], after: CloudState): DeletedServicePrincipal[] {
  const { deleted } = homeDirectory(after);
  return ofType(events, 'ServicePrincipalDeleted').flatMap(({ principalId }) =>
    orNone(dictionary.get(deleted, principalId)),
  );
}

function turnedOffAt(events: readonly CloudEvent[], after: CloudState): Host | null {
  const [off] = ofType(events, 'SystemAssignedIdentityDisabled');
  const host = off === undefined ? undefined : findResource(after.arm, off.resourceId);
  return host !== undefined && isHost(host) ? host : null;
}

function survivorsOf(deleted: readonly Resource[], after: CloudState): UserAssignedIdentity[] {
  const carried = new Map(
    deleted
      .filter(isHost)
      .flatMap(({ identity }) => attachedTo(identity).map((each) => [each.principalId, each.identityId])),
  );
  return [...carried].flatMap(([principalId, id]) => {
    const identity = findResource(after.arm, id);
    // A later identity of the same name is not the one that was carried.
    return identity?.kind === 'userAssignedIdentity' && identity.principalId === principalId ? [identity] : [];
  });
}

function staleReferences(deleted: readonly Resource[], after: CloudState) {
  const identities = deleted.filter((resource) => resource.kind === 'userAssignedIdentity');
  return hostsOf(after).flatMap((host) =>
    attachedTo(host.identity)
      .filter((held) => identities.some(({ id }) => sameId(id, held.identityId)))
      .map(({ identityId }) => ({ host, identityId })),
  );
}

function ofType<Type extends CloudEvent['type']>(
  events: readonly CloudEvent[],
  type: Type,
): Extract<CloudEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<CloudEvent, { type: Type }> => event.type === type);
}

function orNone<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}
