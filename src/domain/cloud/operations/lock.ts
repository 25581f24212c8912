import { lockBody } from '#domain/arm/body.ts';
import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import { lockApiVersion, lockId } from '#domain/arm/lock.ts';
import { isWithin, subscriptionScope } from '#domain/arm/resource-id.ts';
import { findLock } from '#domain/arm/state.ts';
import { armEmpty, armJson, invalidName, scopeNotFound } from '#domain/arm/wire.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { findScope } from '../scope.ts';
import type { CloudState } from '../state.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';

/** PUT of a lock: the same name again changes its level. Management groups have none. */
export function createLock(draft: Draft, { scope, name, level }: CommandOf<'CreateLock'>): void {
  const at = lockableScope(draft.state, scope);
  const url = armUrl(lockId(at ?? scope, name), lockApiVersion);
  if (at === null) return answer(draft, 'PUT', url, scopeNotFound(scope));
  if (!fitsNameRule(name, nameRules.lock)) {
    return answer(draft, 'PUT', url, invalidName('lock', name, nameRules.lock.says));
  }
  const existing = findLock(draft.state.arm, lockId(at, name));
  const lock = { id: existing?.id ?? lockId(at, name), scope: at, name: existing?.name ?? name, level };
  if (existing?.level !== level) draft.emit({ type: 'LockCreated', lock });
  answer(draft, 'PUT', url, armJson(existing === undefined ? 201 : 200, lockBody(lock), 'docs'));
}

/** DELETE of a lock: 204 where there is none. */
export function deleteLock(draft: Draft, { scope, name }: CommandOf<'DeleteLock'>): void {
  const lock = findLock(draft.state.arm, lockId(scope, name));
  const url = armUrl(lock?.id ?? lockId(scope, name), lockApiVersion);
  if (lock === undefined) return answer(draft, 'DELETE', url, armEmpty(204));
  draft.emit({ type: 'LockDeleted', id: lock.id });
  answer(draft, 'DELETE', url, armEmpty(200));
}

/** The subscription and what is in it. */
function lockableScope(state: CloudState, scope: string): ResourceId | null {
  const found = findScope(state, scope);
  return found !== null && isWithin(subscriptionScope(state.subscriptionId), found) ? found : null;
}
