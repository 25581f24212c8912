import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setSqlAdministrator(_draft: Draft, _command: CommandOf<'SetSqlAdministrator'>): void {
  throw new Error('not built');
}
