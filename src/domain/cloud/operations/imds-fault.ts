import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setImdsFault(_draft: Draft, _command: CommandOf<'SetImdsFault'>): void {
  throw new Error('not built');
}
