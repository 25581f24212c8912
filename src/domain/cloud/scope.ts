import { sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';
import { containerScope } from '#domain/storage/rules.ts';
import { findContainer } from '#domain/storage/state.ts';
import type { CloudState } from './state.ts';

/** The scope above all subscriptions of a tenant (docs: the root management group has the tenant's id). */
export function rootScope(tenantId: TenantId): ResourceId {
  return `/providers/Microsoft.Management/managementGroups/${tenantId}` as ResourceId;
}

/**
 * A scope in its own spelling: the root management group, the subscription, a resource group, a resource or a
 * blob container; null where there is none.
 */
export function findScope(state: CloudState, scope: string): ResourceId | null {
  const { subscriptionId, tenantId, arm } = state;
  const roots = [subscriptionScope(subscriptionId), rootScope(tenantId)];
  const root = roots.find((each) => sameId(scope, each));
  return root ?? findGroup(arm, scope)?.id ?? findResource(arm, scope)?.id ?? findContainerScope(state, scope);
}

function findContainerScope({ arm, storage }: CloudState, scope: string): ResourceId | null {
  const [, account = '', container = ''] = /^(.+)\/blobservices\/default\/containers\/([^/]+)$/i.exec(scope) ?? [];
  const holder = findResource(arm, account);
  if (holder?.kind !== 'storageAccount') return null;
  const name = container.toLowerCase();
  return findContainer(storage, holder.id, name) === undefined ? null : (containerScope(holder.id, name) as ResourceId);
}

/** Whether a role can be assigned there. */
export function scopeExists(state: CloudState, scope: string): boolean {
  return findScope(state, scope) !== null;
}
