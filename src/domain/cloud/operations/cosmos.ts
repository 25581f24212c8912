import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function assignCosmosRole(_draft: Draft, _command: CommandOf<'AssignCosmosRole'>): void {
  throw new Error('not built');
}

export function removeCosmosRole(_draft: Draft, _command: CommandOf<'RemoveCosmosRole'>): void {
  throw new Error('not built');
}
