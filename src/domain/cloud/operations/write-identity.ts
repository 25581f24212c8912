import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function writeIdentity(_draft: Draft, _command: CommandOf<'WriteIdentity'>): void {
  throw new Error('not built');
}
