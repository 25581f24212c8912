import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Lock } from '#domain/arm/lock.ts';
import { isWithin, nameOf, sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { DenyAssignment } from '#domain/rbac/state.ts';

export interface LockRow extends Lock {
  readonly isInherited: boolean;
}

/** Locks that hold at a scope: its own, and those of the scopes around it. */
export function locksAt({ arm }: CloudState, scope: string): LockRow[] {
  return [...dictionary.values(arm.locks)]
    .filter((lock) => isWithin(lock.scope, scope))
    .map((lock) => ({ ...lock, isInherited: !sameId(lock.scope, scope) }));
}

/** Deny assignments that hold at a scope. */
export function deniesAt({ rbac }: CloudState, scope: string): DenyAssignment[] {
  return [...dictionary.values(rbac.denies)].filter((each) => isWithin(each.scope, scope));
}

/** The last segment of a scope; null for the subscription. */
export function scopeLabel({ subscriptionId }: CloudState, scope: string): string | null {
  return sameId(scope, subscriptionScope(subscriptionId)) ? null : nameOf(scope);
}
