import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function deleteSecret(_draft: Draft, _command: CommandOf<'DeleteSecret'>): void {
  throw new Error('not built');
}

export function recoverDeletedSecret(_draft: Draft, _command: CommandOf<'RecoverDeletedSecret'>): void {
  throw new Error('not built');
}

export function purgeDeletedSecret(_draft: Draft, _command: CommandOf<'PurgeDeletedSecret'>): void {
  throw new Error('not built');
}

export function setPermissionModel(_draft: Draft, _command: CommandOf<'SetPermissionModel'>): void {
  throw new Error('not built');
}

export function setAccessPolicy(_draft: Draft, _command: CommandOf<'SetAccessPolicy'>): void {
  throw new Error('not built');
}
