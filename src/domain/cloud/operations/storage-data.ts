import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function deleteContainer(_draft: Draft, _command: CommandOf<'DeleteContainer'>): void {
  throw new Error('not built');
}

export function deleteBlob(_draft: Draft, _command: CommandOf<'DeleteBlob'>): void {
  throw new Error('not built');
}

export function setSharedKeyAccess(_draft: Draft, _command: CommandOf<'SetSharedKeyAccess'>): void {
  throw new Error('not built');
}

export function listAccountKeys(_draft: Draft, _command: CommandOf<'ListAccountKeys'>): void {
  throw new Error('not built');
}

export function regenerateAccountKey(_draft: Draft, _command: CommandOf<'RegenerateAccountKey'>): void {
  throw new Error('not built');
}
