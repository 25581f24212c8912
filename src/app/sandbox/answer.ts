import { flowBetween } from '#app/flow/flow-run.ts';
import { worldAt } from '#app/world/world-at.ts';
import { sceneOf } from '#app/flow/scene.ts';
import type { FlowScene, MessageStep } from '#app/flow/scene.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { tokensGivenTo } from '#domain/script/tokens.ts';
import type { HeldToken } from '#domain/script/tokens.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { past, pastEvents } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';

const requestTypes = [
  'RequestToken',
  'RequestUserToken',
  'CallTarget',
  'RunCommand',
  'ResolveKeyVaultReference',
  'OpenConnection',
] as const;

export type { HeldToken };

export type RequestCommand = CommandOf<(typeof requestTypes)[number]>;

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
  return requestAt(world, lastRequestCursor(world));
}

/** The cursor at which the last request is the last entry in force; 0 where there was none. */
export function lastRequestCursor({ timeline }: World): number {
  return past(timeline).findLastIndex((entry) => isRequest(entry)) + 1;
}

/** The request of the entry that is the last in force at this cursor; null where that entry is none, or not there. */
export function requestAt(world: World, cursor: number): LastRequest | null {
  const entry = world.timeline.entries[cursor - 1];
  if (entry === undefined || !isRequest(entry) || !isRequestCommand(entry.command)) return null;
  const scene = sceneOf(flowBetween(worldAt(world, cursor - 1), worldAt(world, cursor)));
  const outcome = scene.steps.at(-1);
  return outcome?.kind === 'message' ? { cursor, command: entry.command, scene, outcome } : null;
}

/** Whether an entry sent something: a command that Azure refused to perform did not. */
export function isRequest({ command, events }: Entry): boolean {
  return isRequestCommand(command) && events.some(({ type }) => type === 'RequestSent');
}

function isRequestCommand(command: Command): command is RequestCommand {
  const types: readonly string[] = requestTypes;
  return types.includes(command.type);
}

/** The token that a request just brought; none where it was refused, whatever was held before. */
export function tokenBroughtBy(world: World, { command, events }: Entry): PresentedToken {
  const given = events.findLast((event) => event.type === 'ResponseReturned' && event.to.kind === 'application');
  const tokenId = given?.type === 'ResponseReturned' ? given.tokenId : null;
  const origin = command.type === 'RequestToken' ? command.from : ({ kind: 'laptop' } as const);
  const held = tokenId === null ? [] : tokensHeldBy(world, origin);
  return held.find(({ claims }) => claims.uti === tokenId) ?? { kind: 'none' };
}

/** Every token that this origin was given, newest first; expired ones too. */
export function tokensHeldBy(world: World, origin: Origin): readonly HeldToken[] {
  return tokensGivenTo(pastEvents(world.timeline), origin);
}
