import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function createDenyAssignment(_draft: Draft, _command: CommandOf<'CreateDenyAssignment'>): void {
  throw new Error('not built');
}

export function deleteDenyAssignment(_draft: Draft, _command: CommandOf<'DeleteDenyAssignment'>): void {
  throw new Error('not built');
}
