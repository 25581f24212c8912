import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function setPower(_draft: Draft, _command: CommandOf<'SetPower'>): void {
  throw new Error('not built');
}

export function updateScaleSetInstances(_draft: Draft, _command: CommandOf<'UpdateScaleSetInstances'>): void {
  throw new Error('not built');
}
