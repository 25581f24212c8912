import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setAppSettings(_draft: Draft, _command: CommandOf<'SetAppSettings'>): void {
  throw new Error('not built');
}

export function setReferenceIdentity(_draft: Draft, _command: CommandOf<'SetReferenceIdentity'>): void {
  throw new Error('not built');
}

export function setAuthentication(_draft: Draft, _command: CommandOf<'SetAuthentication'>): void {
  throw new Error('not built');
}

export function swapSlots(_draft: Draft, _command: CommandOf<'SwapSlots'>): void {
  throw new Error('not built');
}
