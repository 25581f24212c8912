import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setReplicationDelay(_draft: Draft, _command: CommandOf<'SetReplicationDelay'>): void {
  throw new Error('not built');
}
