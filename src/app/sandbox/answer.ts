import { flowBetween } from '#app/flow/flow-run.ts';
import { sceneOf } from '#app/flow/scene.ts';
import type { FlowScene, MessageStep } from '#app/flow/scene.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { issuedTokens, sameOrigin } from '#domain/script/tokens.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
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

/** A token that code at some origin was given, newest first. */
export interface HeldToken {
  readonly token: Extract<PresentedToken, { kind: 'jwt' }>;
  readonly receivedAt: Instant;
}

/** Every token that this origin was given, each once, newest first; expired ones too. */
export function tokensHeldBy(world: World, origin: Origin): readonly HeldToken[] {
  const events = pastEvents(world.timeline);
  const issued = issuedTokens(events);
  const held = new Map<string, HeldToken>();
  for (const event of events.toReversed()) {
    if (event.type !== 'ResponseReturned' || event.tokenId === null || held.has(event.tokenId)) continue;
    if (event.to.kind !== 'application' || !sameOrigin(event.to.origin, origin)) continue;
    const token = issued.get(event.tokenId);
    if (token === undefined) continue;
    held.set(event.tokenId, {
      token: { kind: 'jwt', claims: token.claims, signature: 'valid' },
      receivedAt: token.claims.iat as Instant,
    });
  }
  return [...held.values()];
}
