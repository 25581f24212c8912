import { idKey } from '#domain/arm/resource-id.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';

/** Ids of the picture's nodes and edges, for whoever selects something in it. */
export const subscriptionNodeId = 'subscription';

/** A resource or a resource group. */
export function resourceNodeId(id: ResourceId | string): string {
  return `resource:${idKey(id)}`;
}

/** A service principal; the same while it lives and on the deleted list. */
export function principalNodeId(id: PrincipalId): string {
  return `principal:${id}`;
}

export function missingIdentityNodeId(id: PrincipalId): string {
  return `missing:${id}`;
}

export function roleEdgeId(assignmentId: string): string {
  return `role:${assignmentId}`;
}

export function tetherEdgeId(host: ResourceId, identity: PrincipalId): string {
  return `tether:${idKey(host)}|${identity}`;
}

export function principalEdgeId(id: PrincipalId): string {
  return `principal-of:${id}`;
}
