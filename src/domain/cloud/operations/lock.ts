import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function createLock(_draft: Draft, _command: CommandOf<'CreateLock'>): void {
  throw new Error('not built');
}

export function deleteLock(_draft: Draft, _command: CommandOf<'DeleteLock'>): void {
  throw new Error('not built');
}
