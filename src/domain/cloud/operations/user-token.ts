import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function requestUserToken(_draft: Draft, _command: CommandOf<'RequestUserToken'>): void {
  throw new Error('not built');
}
