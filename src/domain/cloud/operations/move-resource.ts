import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function moveResource(_draft: Draft, _command: CommandOf<'MoveResource'>): void {
  throw new Error('not built');
}
