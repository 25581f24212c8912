import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setTags(_draft: Draft, _command: CommandOf<'SetTags'>): void {
  throw new Error('not built');
}
