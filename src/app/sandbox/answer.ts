import { flowBetween } from '#app/flow/flow-run.ts';
import { sceneOf } from '#app/flow/scene.ts';
import type { FlowScene, MessageStep } from '#app/flow/scene.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { tokensGivenTo } from '#domain/script/tokens.ts';
import type { HeldToken } from '#domain/script/tokens.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { past, pastEvents, seek } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

export type RequestCommand = CommandOf<'RequestToken'> | CommandOf<'CallTarget'>;

/** The last request that an application made, as a scene to be read or watched. */
export interface LastRequest {
  /** The cursor at which it is the last entry in force. */
  readonly cursor: number;
  readonly command: RequestCommand;
  readonly scene: FlowScene;
  /** What the application got: the scene's last message. */
  readonly outcome: MessageStep;
}

export function lastRequest(world: World): LastRequest | null {
  const entries = past(world.timeline);
  const index = entries.findLastIndex(({ command }) => isRequestCommand(command));
  const command = entries[index]?.command;
  if (command === undefined || !isRequestCommand(command)) return null;
  const scene = sceneOf(flowBetween(seek(world, index), seek(world, index + 1)));
  const outcome = scene.steps.at(-1);
  return outcome?.kind === 'message' ? { cursor: index + 1, command, scene, outcome } : null;
}

export function isRequestCommand(command: { readonly type: string }): command is RequestCommand {
  return command.type === 'RequestToken' || command.type === 'CallTarget';
}

/** Every token that this origin was given, newest first; expired ones too. */
export function tokensHeldBy(world: World, origin: Origin): readonly HeldToken[] {
  return tokensGivenTo(pastEvents(world.timeline), origin);
}
