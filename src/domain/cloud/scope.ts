import { sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { CloudState } from './state.ts';

/** A scope in its own spelling: the subscription, a resource group or a resource; null where there is none. */
export function findScope({ subscriptionId, arm }: CloudState, scope: string): ResourceId | null {
  const subscription = subscriptionScope(subscriptionId);
  if (sameId(scope, subscription)) return subscription;
  return findGroup(arm, scope)?.id ?? findResource(arm, scope)?.id ?? null;
}

/** Whether a role can be assigned there. */
export function scopeExists(state: CloudState, scope: string): boolean {
  return findScope(state, scope) !== null;
}
