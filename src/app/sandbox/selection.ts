import * as dictionary from '#domain/kernel/dictionary.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Cluster, Host, ResourceGroup, Target, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { DeletedServicePrincipal, ServicePrincipal } from '#domain/entra/state.ts';
import {
  missingIdentityNodeId,
  principalNodeId,
  resourceNodeId,
  roleEdgeId,
  subscriptionNodeId,
} from '#app/world/graph/node-id.ts';
import { membersIn } from '#app/world/members.ts';
import type { Member } from '#app/world/members.ts';
import { allRoles, staleReferences } from './facts.ts';
import type { AssignmentRow, StaleReference } from './facts.ts';

/** What is selected in the picture. An id whose thing is gone selects nothing. */
export type Selected =
  | { readonly kind: 'subscription' }
  | { readonly kind: 'group'; readonly group: ResourceGroup }
  | { readonly kind: 'host'; readonly host: Host }
  | { readonly kind: 'cluster'; readonly cluster: Cluster }
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'identity'; readonly identity: UserAssignedIdentity }
  | { readonly kind: 'principal'; readonly principal: ServicePrincipal }
  /** A person, a group or an application. */
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'deletedPrincipal'; readonly deleted: DeletedServicePrincipal }
  | { readonly kind: 'role'; readonly row: AssignmentRow }
  /** A deleted user-assigned identity to which hosts still refer. */
  | { readonly kind: 'missingIdentity'; readonly references: readonly StaleReference[] };

/** Finds what a node of the picture stands for, or null. */
export function findSelected(state: CloudState, nodeId: string | null): Selected | null {
  if (nodeId === null) return null;
  if (nodeId === subscriptionNodeId) return { kind: 'subscription' };
  return (
    findResourceNode(state, nodeId) ??
    findPrincipalNode(state, nodeId) ??
    findRoleEdge(state, nodeId) ??
    findMissingIdentity(state, nodeId)
  );
}

function findResourceNode(state: CloudState, nodeId: string): Selected | null {
  for (const group of dictionary.values(state.arm.groups)) {
    if (resourceNodeId(group.id) === nodeId) return { kind: 'group', group };
  }
  for (const resource of dictionary.values(state.arm.resources)) {
    if (resourceNodeId(resource.id) !== nodeId) continue;
    if (isHost(resource)) return { kind: 'host', host: resource };
    if (resource.kind === 'aksCluster') return { kind: 'cluster', cluster: resource };
    return resource.kind === 'userAssignedIdentity'
      ? { kind: 'identity', identity: resource }
      : { kind: 'target', target: resource };
  }
  return null;
}

function findPrincipalNode(state: CloudState, nodeId: string): Selected | null {
  const { servicePrincipals, deleted } = homeDirectory(state);
  for (const principal of dictionary.values(servicePrincipals)) {
    if (principalNodeId(principal.id) === nodeId) return { kind: 'principal', principal };
  }
  for (const each of dictionary.values(deleted)) {
    if (principalNodeId(each.principal.id) === nodeId) {
      return { kind: 'deletedPrincipal', deleted: each };
    }
  }
  const member = membersIn(state).find(({ id }) => principalNodeId(id) === nodeId);
  return member === undefined ? null : { kind: 'member', member };
}

function findRoleEdge(state: CloudState, nodeId: string): Selected | null {
  const row = allRoles(state).find(({ assignment }) => roleEdgeId(assignment.id) === nodeId);
  return row === undefined ? null : { kind: 'role', row };
}

function findMissingIdentity(state: CloudState, nodeId: string): Selected | null {
  const references = staleReferences(state).filter(({ principalId }) => missingIdentityNodeId(principalId) === nodeId);
  return references.length === 0 ? null : { kind: 'missingIdentity', references };
}
