import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Lock } from '#domain/arm/lock.ts';
import type { ArmState } from '#domain/arm/state.ts';
import { scopeCovers } from '#domain/rbac/rules.ts';
import type { LockOperation } from './demand.ts';

/** What an operation touches: a scope with all that lies within, or a part of it such as an assignment. */
export type Touched = 'scope' | 'part';

/**
 * The locks that forbid an operation at a scope (facts: control-plane §2.7). Locks are inherited; read-only ones forbid
 * every write, action and deletion. The deletion of a scope is forbidden by what is locked within, too: never is half
 * a group deleted.
 */
export function locksInTheWay(
  { locks }: ArmState,
  operation: LockOperation,
  scope: string,
  touched: Touched,
): readonly Lock[] {
  if (dictionary.size(locks) === 0) return [];
  return [...dictionary.values(locks)]
    .filter((lock) =>
      operation === 'delete'
        ? scopeCovers(lock.scope, scope) || (touched === 'scope' && scopeCovers(scope, lock.scope))
        : lock.level === 'ReadOnly' && scopeCovers(lock.scope, scope),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
