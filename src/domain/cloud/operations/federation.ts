import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function createFederatedCredential(_draft: Draft, _command: CommandOf<'CreateFederatedCredential'>): void {
  throw new Error('not built');
}

export function deleteFederatedCredential(_draft: Draft, _command: CommandOf<'DeleteFederatedCredential'>): void {
  throw new Error('not built');
}
