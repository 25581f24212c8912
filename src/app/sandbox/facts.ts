import * as dictionary from '#domain/kernel/dictionary.ts';
import { attachedTo, systemPrincipalOf as principalIdIn } from '#domain/arm/identity-block.ts';
import { findResource } from '#domain/arm/state.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import { nameOf, resourceGroupId, sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type {
  AttachedIdentity,
  Host,
  Resource,
  ResourceGroup,
  Target,
  UserAssignedIdentity,
} from '#domain/arm/resource.ts';
import { assignmentsOf, homeDirectory, hostsOf, resourcesOf } from '#domain/cloud/queries.ts';
import { rootScope } from '#domain/cloud/scope.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import { secretsOf } from '#domain/keyvault/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { scopeCovers } from '#domain/rbac/rules.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import { containerScope } from '#domain/storage/rules.ts';
import { containersOf } from '#domain/storage/state.ts';
import { findMember } from '#app/world/members.ts';

/** A role assignment as a list shows it. */
export interface AssignmentRow {
  readonly assignment: RoleAssignment;
  readonly role: string;
  /** Null where the principal is gone: *Identity not found*. */
  readonly principalName: string | null;
  readonly scopeName: string;
  readonly status: 'effective' | 'pending' | 'orphaned';
}

export function groupsIn(state: CloudState): ResourceGroup[] {
  return [...dictionary.values(state.arm.groups)].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function resourcesIn(state: CloudState, group: ResourceGroup): Resource[] {
  return resourcesOf(state).filter((each) =>
    sameId(resourceGroupId(state.subscriptionId, each.resourceGroup), group.id),
  );
}

export function identitiesIn(state: CloudState): UserAssignedIdentity[] {
  return resourcesOf(state).flatMap((each) => (each.kind === 'userAssignedIdentity' ? [each] : []));
}

function isTarget(resource: Resource): resource is Target {
  return resourceKinds[resource.kind].part === 'target';
}

export function targetsIn(state: CloudState): Target[] {
  return resourcesOf(state).filter(isTarget);
}

/** Hosts that carry a user-assigned identity. */
export function hostsCarrying(state: CloudState, identity: UserAssignedIdentity): Host[] {
  return hostsOf(state).filter((host) =>
    attachedTo(host.identity).some(({ identityId }) => sameId(identityId, identity.id)),
  );
}

/** Live principals that a role can be given to, by name. */
export function principalsIn(state: CloudState): ServicePrincipal[] {
  return [...dictionary.values(homeDirectory(state).servicePrincipals)].sort((a, b) =>
    a.displayName < b.displayName ? -1 : 1,
  );
}

export function rolesOf(state: CloudState, principalId: PrincipalId): AssignmentRow[] {
  return assignmentsOf(state)
    .filter((each) => each.principalId === principalId)
    .map((each) => assignmentRow(state, each));
}

/** Assignments that hold at a scope: its own, and those of the scopes around it. */
export function rolesAt(state: CloudState, scope: string): AssignmentRow[] {
  return assignmentsOf(state)
    .filter((each) => scopeCovers(each.scope, scope))
    .map((each) => assignmentRow(state, each));
}

/** Every role assignment, orphans included. */
export function allRoles(state: CloudState): AssignmentRow[] {
  return assignmentsOf(state).map((each) => assignmentRow(state, each));
}

function assignmentRow(state: CloudState, assignment: RoleAssignment): AssignmentRow {
  return {
    assignment,
    role: findRole(assignment.roleId)?.name ?? assignment.roleId,
    principalName: findMember(state, assignment.principalId)?.name ?? null,
    scopeName: scopeName(state, assignment.scope),
    status: statusOf(state, assignment),
  };
}

function statusOf(state: CloudState, assignment: RoleAssignment): AssignmentRow['status'] {
  if (findMember(state, assignment.principalId) === null) return 'orphaned';
  return assignment.effectiveAt > state.now ? 'pending' : 'effective';
}

/** The last segment of a scope; empty for the subscription. */
export function scopeName(state: CloudState, scope: string): string {
  return sameId(scope, subscriptionScope(state.subscriptionId)) ? '' : nameOf(scope);
}

/** Whether a scope lies above all subscriptions. */
export function isRootScope(scope: string): boolean {
  return /^\/providers\/Microsoft\.Management\/managementGroups\//i.test(scope);
}

export interface ScopeChoice {
  readonly scope: string;
  /** Empty for the subscription and for the group above it. */
  readonly name: string;
  readonly isTarget: boolean;
}

/** Scopes at which a role can be assigned: the subscription, groups, resources, and where asked for root and containers. */
export function scopesIn(state: CloudState, wide = false): ScopeChoice[] {
  const targets = new Set<string>(targetsIn(state).map(({ id }) => id));
  return [
    { scope: subscriptionScope(state.subscriptionId), name: '', isTarget: false },
    ...groupsIn(state).map(({ id, name }) => ({ scope: id, name, isTarget: false })),
    ...resourcesOf(state).map(({ id, name }) => ({ scope: id, name, isTarget: targets.has(id) })),
    ...(wide ? widerScopes(state) : []),
  ];
}

function widerScopes(state: CloudState): ScopeChoice[] {
  const containers = targetsIn(state).flatMap((target) =>
    target.kind !== 'storageAccount'
      ? []
      : containerNames(state, target).map((name) => ({
          scope: containerScope(target.id, name),
          name: `${target.name}/${name}`,
          isTarget: false,
        })),
  );
  return [...containers, { scope: rootScope(state.tenantId), name: '', isTarget: false }];
}

export interface StoredItem {
  /** The path by which it is read: a secret's name, or `container/blob`. */
  readonly path: string;
  readonly changedAt: Instant;
}

/** What a target holds that can be read. */
export function contentsOf(state: CloudState, target: Target): StoredItem[] {
  if (target.kind !== 'keyVault' && target.kind !== 'storageAccount') return [];
  const found =
    target.kind === 'keyVault'
      ? [...dictionary.values(secretsOf(state.keyVault, target.id))].map(({ name, createdAt }) => ({
          path: name,
          changedAt: createdAt,
        }))
      : [...dictionary.entries(containersOf(state.storage, target.id))].flatMap(([container, blobs]) =>
          [...dictionary.values(blobs)].map(({ name, lastModified }) => ({
            path: `${container}/${name}`,
            changedAt: lastModified,
          })),
        );
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function containerNames(state: CloudState, target: Target): string[] {
  return [...dictionary.entries(containersOf(state.storage, target.id))].map(([name]) => name).sort();
}

export { principalOf } from '#domain/cloud/queries.ts';

/** The object id of a host's system-assigned identity, or null where it is off. */
export function systemPrincipalOf(host: Host): PrincipalId | null {
  return principalIdIn(host.identity);
}

export interface AttachedRow {
  readonly identityId: ResourceId;
  readonly name: string;
  /** The identity was deleted, or made again since: the reference leads to nobody. */
  readonly isStale: boolean;
}

/** The user-assigned identities that a host refers to, by name. */
export function attachedIdentities(state: CloudState, host: Host): AttachedRow[] {
  return attachedTo(host.identity).map((held) => ({
    identityId: held.identityId,
    name: nameOf(held.identityId),
    isStale: isStale(state, held),
  }));
}

/** A host's reference to a user-assigned identity that is gone. */
export interface StaleReference {
  readonly host: Host;
  readonly identityId: ResourceId;
  readonly principalId: PrincipalId;
}

export function staleReferences(state: CloudState): StaleReference[] {
  return hostsOf(state).flatMap((host) =>
    attachedTo(host.identity)
      .filter((held) => isStale(state, held))
      .map(({ identityId, principalId }) => ({ host, identityId, principalId })),
  );
}

function isStale(state: CloudState, { identityId, principalId }: AttachedIdentity): boolean {
  const identity = findResource(state.arm, identityId);
  return identity?.kind !== 'userAssignedIdentity' || identity.principalId !== principalId;
}
