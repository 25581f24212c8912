import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function resolveKeyVaultReference(_draft: Draft, _command: CommandOf<'ResolveKeyVaultReference'>): void {
  throw new Error('not built');
}

export function openConnection(_draft: Draft, _command: CommandOf<'OpenConnection'>): void {
  throw new Error('not built');
}
