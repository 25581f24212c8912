import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setFirewall(_draft: Draft, _command: CommandOf<'SetFirewall'>): void {
  throw new Error('not built');
}
