import * as dictionary from '#domain/kernel/dictionary.ts';
import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { nameOf, resourceGroupId, sameId } from '#domain/arm/resource-id.ts';
import type { Cluster, Host, Resource, ResourceGroup, Target } from '#domain/arm/resource.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import { findMember, othersIn } from '../members.ts';
import type { Member } from '../members.ts';
import type {
  DeletedPrincipalNode,
  GroupNode,
  HostNode,
  IdentityHue,
  IdentityNode,
  MissingIdentityNode,
  PrincipalNode,
  TargetNode,
} from './model.ts';
import { missingIdentityNodeId, principalNodeId, resourceNodeId } from './node-id.ts';

/** A node that has no place yet. */
export type Unplaced<Node> = Node extends unknown ? Omit<Node, 'box' | 'title'> : never;

export interface GroupContent {
  readonly group: Unplaced<GroupNode>;
  readonly hosts: readonly Unplaced<HostNode>[];
  readonly identities: readonly Unplaced<IdentityNode | MissingIdentityNode>[];
  readonly targets: readonly Unplaced<TargetNode>[];
}

/** The things of a world, each kind in its order: oldest first, then by name. */
export interface GraphContent {
  readonly groups: readonly GroupContent[];
  readonly principals: readonly Unplaced<PrincipalNode>[];
  readonly deleted: readonly Unplaced<DeletedPrincipalNode>[];
}

export function graphContent(state: CloudState): GraphContent {
  const resources = [...dictionary.values(state.arm.resources)].sort(byAge);
  const missing = missingIdentities(state, resources.filter(isHost));
  const groups = [...dictionary.values(state.arm.groups)]
    .sort(byAge)
    .map((group) => groupContent(state, group, resources, missing));
  const { servicePrincipals, deleted } = homeDirectory(state);
  const order = new Map(groups.flatMap(nodesOf).map(({ id }, index) => [id, index]));
  const rank = ({ ownerId }: Unplaced<PrincipalNode>) =>
    ownerId === null ? order.size + 1 : (order.get(ownerId) ?? order.size);
  return {
    groups,
    principals: [
      ...[...dictionary.values(servicePrincipals)].map(principalNode),
      ...othersIn(state).map(memberNode),
    ].sort((a, b) => rank(a) - rank(b) || compare(a.id, b.id)),
    deleted: [...dictionary.values(deleted)]
      .map(({ principal, deletedAt, purgeAt }) => ({
        kind: 'deletedPrincipal' as const,
        id: principalNodeId(principal.id),
        name: principal.displayName,
        principalId: principal.id,
        hue: hueOf(principal),
        deletedAt,
        purgeAt,
      }))
      .sort((a, b) => a.deletedAt - b.deletedAt || compare(a.name, b.name) || compare(a.id, b.id)),
  };
}

function groupContent(
  state: CloudState,
  group: ResourceGroup,
  resources: readonly Resource[],
  missing: readonly Unplaced<MissingIdentityNode>[],
): GroupContent {
  const groupId = resourceNodeId(group.id);
  const members = resources.filter((each) =>
    sameId(resourceGroupId(state.subscriptionId, each.resourceGroup), group.id),
  );
  const lost = missing.filter((each) => each.groupId === groupId);
  return {
    group: {
      kind: 'group',
      id: groupId,
      name: group.name,
      resourceId: group.id,
      location: group.location,
      isEmpty: members.length + lost.length === 0,
    },
    hosts: members.flatMap((each) => (isHost(each) || each.kind === 'aksCluster' ? [hostNode(each, groupId)] : [])),
    identities: [...members.flatMap((each) => identityNode(state, each, groupId)), ...lost],
    targets: members.flatMap((each) => targetNode(each, groupId)),
  };
}

function hostNode(host: Host | Cluster, groupId: string): Unplaced<HostNode> {
  const principalId = 'identity' in host ? systemPrincipalOf(host.identity) : null;
  return {
    kind: 'host',
    id: resourceNodeId(host.id),
    name: host.name,
    resourceId: host.id,
    groupId,
    hostKind: host.kind,
    tab: principalId === null ? null : principalNodeId(principalId),
  };
}

function identityNode(state: CloudState, resource: Resource, groupId: string): Unplaced<IdentityNode>[] {
  if (resource.kind !== 'userAssignedIdentity') return [];
  const { id, name, principalId } = resource;
  const trusts = credentialsOf(state.federation, id).map(({ subject }) => subject);
  return [{ kind: 'identity', id: resourceNodeId(id), name, resourceId: id, groupId, principalId, trusts }];
}

function targetNode(resource: Resource, groupId: string): Unplaced<TargetNode>[] {
  if (!isTarget(resource)) return [];
  const { id, name, kind } = resource;
  return [{ kind: 'target', id: resourceNodeId(id), name, resourceId: id, groupId, targetKind: kind }];
}

function isTarget(resource: Resource): resource is Target {
  return resourceKinds[resource.kind].part === 'target';
}

/** Identities that hosts refer to although they are gone; one created again under the old name is another. */
function missingIdentities(state: CloudState, hosts: readonly Host[]): Unplaced<MissingIdentityNode>[] {
  const lost = new Map<string, Unplaced<MissingIdentityNode>>();
  for (const host of hosts) {
    for (const { identityId, principalId } of attachedTo(host.identity)) {
      if (lost.has(principalId) || isAlive(state, identityId, principalId)) continue;
      const own = findGroup(state.arm, identityId.slice(0, identityId.search(/\/providers\//i)));
      const hostGroup = resourceGroupId(state.subscriptionId, host.resourceGroup);
      lost.set(principalId, {
        kind: 'missingIdentity',
        id: missingIdentityNodeId(principalId),
        name: nameOf(identityId),
        resourceId: identityId,
        groupId: resourceNodeId(own?.id ?? hostGroup),
        principalId,
      });
    }
  }
  return [...lost.values()];
}

export function isAlive(state: CloudState, identityId: string, principalId: string): boolean {
  const resource = findResource(state.arm, identityId);
  return resource?.kind === 'userAssignedIdentity' && resource.principalId === principalId;
}

/** The name of a principal that lives or is on the deleted list; null once it is purged. */
export function principalNameOf(state: CloudState, principalId: string): string | null {
  const living = findMember(state, principalId);
  if (living !== null) return living.name;
  return dictionary.get(homeDirectory(state).deleted, principalId)?.principal.displayName ?? null;
}

function principalNode(principal: ServicePrincipal): Unplaced<PrincipalNode> {
  return {
    kind: 'principal',
    id: principalNodeId(principal.id),
    name: principal.displayName,
    principalId: principal.id,
    hue: hueOf(principal),
    ownerId: resourceNodeId(principal.ownerId),
  };
}

function memberNode({ id, name, kind }: Member): Unplaced<PrincipalNode> {
  const hue = kind === 'identity' ? 'system' : kind;
  return { kind: 'principal', id: principalNodeId(id), name, principalId: id, hue, ownerId: null };
}

function hueOf({ identityKind }: ServicePrincipal): IdentityHue {
  return identityKind === 'SystemAssigned' ? 'system' : 'user';
}

/** A group with all that is in it, in reading order. */
function nodesOf({ group, hosts, identities, targets }: GroupContent): readonly { readonly id: string }[] {
  return [group, ...hosts, ...identities, ...targets];
}

function byAge(a: { createdAt: number; name: string; id: string }, b: { createdAt: number; name: string; id: string }) {
  return a.createdAt - b.createdAt || compare(a.name, b.name) || compare(a.id, b.id);
}

export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
