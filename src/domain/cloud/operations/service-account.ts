import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function createServiceAccount(_draft: Draft, _command: CommandOf<'CreateServiceAccount'>): void {
  throw new Error('not built');
}

export function deleteServiceAccount(_draft: Draft, _command: CommandOf<'DeleteServiceAccount'>): void {
  throw new Error('not built');
}
