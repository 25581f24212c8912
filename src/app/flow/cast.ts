import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import type { Host, HostKind, Resource, Target, TargetKind } from '#domain/arm/resource.ts';
import { isWithin, nameOf, sameId } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { assignmentsOf, homeDirectory, isOrphaned, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ClientId, PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { findMember } from '../world/members.ts';
import { applicationOf, endpointOf, platformOf } from './board.ts';
import type { Board, BoardHost, BoardTarget } from './board.ts';

/** A machine with the identities that its code can speak as. */
export interface CastHost {
  readonly id: string;
  readonly kind: HostKind | 'aksCluster' | 'external' | 'laptop';
  readonly name: string;
  readonly systemAssigned: boolean;
  /** `stale`: the identity is deleted, the reference stayed. */
  readonly userAssigned: readonly { readonly name: string; readonly stale: boolean }[];
}

/** Somebody of the tenant: the service principal of an identity, or a person, a group, an application. */
export interface CastPrincipal {
  readonly id: PrincipalId;
  readonly name: string;
  readonly of: 'system' | 'user' | 'person' | 'group' | 'application';
  /** Null for people and groups. */
  readonly clientId: ClientId | null;
  /** When a deleted one leaves the deleted list; null while it lives. */
  readonly purgeAt: Instant | null;
}

/** Whoever sends or answers messages, or would have, had the flow come so far (`reached` false). */
export type Actor = { readonly id: string; readonly reached: boolean } & (
  | { readonly kind: 'application' | 'platform' | 'imds' | 'identityEndpoint'; readonly hostId: string }
  | { readonly kind: 'entra' }
  | {
      readonly kind: 'target';
      readonly name: string;
      /** Null where no resource has that name. */
      readonly target: TargetKind | null;
    }
);

/** A role assignment between a principal and a target of the cast. */
export interface CastRole {
  readonly principalId: PrincipalId;
  readonly target: string;
  readonly name: string;
  readonly state: 'effective' | 'pending' | 'orphaned';
}

export interface Cast {
  readonly hosts: readonly CastHost[];
  /** In the order in which they stand side by side. */
  readonly actors: readonly Actor[];
  readonly principals: readonly CastPrincipal[];
  readonly roles: readonly CastRole[];
}

/** Everybody in a flow, named as the world was before its first step. */
export function castOf(before: CloudState, board: Board): Cast {
  const targets = board.targets.length > 0 ? board.targets : spectators(before);
  const hosts = board.hosts.map((host) => castHost(before, host));
  const principals = principalsOf(before, board);
  return {
    hosts,
    actors: [
      ...board.hosts.flatMap((host) => hostActors(host, board)),
      ...(board.usesEntra ? [{ id: 'entra', kind: 'entra', reached: board.reached.has('entra') } as const] : []),
      ...targets.map((target) => targetActor(before, target, board)),
    ],
    principals,
    roles: targets.flatMap((target) => rolesAt(before, target, principals)),
  };
}

/** A flow that ends early still shows where it would have led, if the world leaves no choice. */
function spectators(before: CloudState): readonly BoardTarget[] {
  const [only, ...others] = resourcesOf(before).filter(isTarget);
  return only === undefined || others.length > 0 ? [] : [{ id: 'target1', host: only.name, resourceId: only.id }];
}

function isTarget(resource: Resource): resource is Target {
  return resourceKinds[resource.kind].part === 'target';
}

function castHost(before: CloudState, { id, place, resourceId }: BoardHost): CastHost {
  const host = hostOf(before, resourceId);
  if (host === null) {
    const cluster = resourceId === null ? undefined : findResource(before.arm, resourceId);
    if (cluster?.kind === 'aksCluster') {
      return { id, kind: cluster.kind, name: cluster.name, systemAssigned: false, userAssigned: [] };
    }
    const kind = place === 'azure' ? 'virtualMachine' : place;
    return { id, kind, name: '', systemAssigned: false, userAssigned: [] };
  }
  return {
    id,
    kind: host.kind,
    name: host.name,
    systemAssigned: systemPrincipalOf(host.identity) !== null,
    userAssigned: attachedTo(host.identity).map(({ identityId }) => ({
      name: nameOf(identityId),
      stale: findResource(before.arm, identityId) === undefined,
    })),
  };
}

function hostOf(before: CloudState, id: ResourceId | null): Host | null {
  const resource = id === null ? undefined : findResource(before.arm, id);
  return resource !== undefined && isHost(resource) ? resource : null;
}

function hostActors({ id, speaks, platform, endpoint }: BoardHost, { reached }: Board): readonly Actor[] {
  const actors: Actor[] = [];
  if (speaks || (endpoint === null && !platform)) {
    actors.push({ id: applicationOf(id), kind: 'application', hostId: id, reached: speaks });
  }
  if (platform) actors.push({ id: platformOf(id), kind: 'platform', hostId: id, reached: true });
  if (endpoint !== null) {
    actors.push({ id: endpointOf(id), kind: endpoint, hostId: id, reached: reached.has(endpointOf(id)) });
  }
  return actors;
}

function targetActor(before: CloudState, { id, host, resourceId }: BoardTarget, { reached }: Board): Actor {
  const resource = resourceId === null ? undefined : findResource(before.arm, resourceId);
  const isKnown = resource !== undefined && isTarget(resource);
  return {
    id,
    kind: 'target',
    name: isKnown ? resource.name : host,
    target: isKnown ? resource.kind : null,
    reached: reached.has(id),
  };
}

/** Those of the hosts' identities, and those that tokens were made for: a deleted one may still be spoken for. */
function principalsOf(before: CloudState, board: Board): readonly CastPrincipal[] {
  const ids = [
    ...board.hosts.flatMap(({ resourceId }) => principalIdsOf(hostOf(before, resourceId))),
    ...[...board.tokens, ...board.heldBefore.map(({ token }) => token)].map(({ claims }) => claims.oid),
  ];
  return [...new Set(ids)].flatMap((id) => {
    const { servicePrincipals, deleted } = homeDirectory(before);
    const live = dictionary.get(servicePrincipals, id);
    if (live !== undefined) return [castPrincipal(live, null)];
    const gone = dictionary.get(deleted, id);
    if (gone !== undefined) return [castPrincipal(gone.principal, gone.purgeAt)];
    const member = findMember(before, id);
    if (member === null || member.kind === 'identity') return [];
    return [{ id, name: member.name, of: member.kind, clientId: null, purgeAt: null }];
  });
}

function principalIdsOf(host: Host | null): readonly PrincipalId[] {
  if (host === null) return [];
  const system = systemPrincipalOf(host.identity);
  const attached = attachedTo(host.identity).map(({ principalId }) => principalId);
  return system === null ? attached : [system, ...attached];
}

function castPrincipal(principal: ServicePrincipal, purgeAt: Instant | null): CastPrincipal {
  const { id, displayName, identityKind, appId } = principal;
  return { id, name: displayName, of: identityKind === 'SystemAssigned' ? 'system' : 'user', clientId: appId, purgeAt };
}

function rolesAt(
  before: CloudState,
  { id, resourceId }: BoardTarget,
  principals: readonly CastPrincipal[],
): readonly CastRole[] {
  if (resourceId === null) return [];
  return assignmentsOf(before)
    .filter(({ scope }) => isWithin(scope, resourceId))
    .filter(({ principalId }) => principals.some((principal) => sameId(principal.id, principalId)))
    .map((assignment) => ({
      principalId: assignment.principalId,
      target: id,
      name: findRole(assignment.roleId)?.name ?? assignment.roleId,
      state: stateOf(before, assignment),
    }));
}

function stateOf(before: CloudState, assignment: ReturnType<typeof assignmentsOf>[number]): CastRole['state'] {
  if (isOrphaned(before, assignment)) return 'orphaned';
  return assignment.effectiveAt > before.now ? 'pending' : 'effective';
}
