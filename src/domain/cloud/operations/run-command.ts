import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function runCommand(_draft: Draft, _command: CommandOf<'RunCommand'>): void {
  throw new Error('not built');
}
