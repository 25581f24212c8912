import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function recoverDeletedVault(_draft: Draft, _command: CommandOf<'RecoverDeletedVault'>): void {
  throw new Error('not built');
}
