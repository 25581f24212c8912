import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { waitsAfter } from '#domain/credential/retries.ts';
import type { RetryingClient } from '#domain/credential/retries.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpResponse } from '#domain/http/message.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { dispatch, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import type { TokenChoice } from './meaning.ts';
import { ScriptError, callerOf } from './names.ts';
import type { Step } from './script.ts';
import { latestTokenOf } from './tokens.ts';
import { toCommand } from './to-command.ts';

/** Plays steps in a world, one entry each; a step that retries has one for each wait and request. Throws `ScriptError` where a step names what is not there. */
export function runScript(world: World, steps: readonly Step[]): World {
  const labels = new Map<string, PresentedToken>();
  let played = world;
  for (const [index, step] of steps.entries()) {
    const { command, by } = readStep(played, step, index, labels);
    played = dispatch(played, command, by);
    if (step.do === 'request-token' && step.retry !== undefined) played = sendAgain(played, command, step.retry);
    const label = 'label' in step ? step.label : undefined;
    if (label !== undefined && wasGivenToken(played)) {
      const token = latestTokenOf(pastEvents(played.timeline), originOf(command));
      if (token !== null) labels.set(label, token);
    }
  }
  return played;
}

/** Waits and asks again as a client would, until the answer tells it to stop. */
function sendAgain(world: World, command: Command, client: RetryingClient): World {
  let played = world;
  for (let count = 0; ; count += 1) {
    const last = played.timeline.entries.at(-1)?.events.findLast(({ type }) => type === 'ResponseReturned');
    if (last?.type !== 'ResponseReturned') return played;
    const endpoint = last.from.kind === 'identityEndpoint' ? 'identityEndpoint' : 'imds';
    const wait = waitsAfter({ client, endpoint, ...askedToWait(last.response) })[count];
    if (wait === undefined) return played;
    const seconds = Math.ceil(wait);
    if (seconds > 0) played = dispatch(played, { type: 'AdvanceClock', seconds });
    played = dispatch(played, command);
  }
}

function askedToWait({ status, headers }: HttpResponse) {
  const header = headerOf(headers, 'Retry-After') ?? '';
  return { status, retryAfter: /^\d+$/.test(header) ? Number(header) : null };
}

interface Read {
  readonly command: Command;
  readonly by: Caller;
}

function readStep(world: World, step: Step, index: number, labels: ReadonlyMap<string, PresentedToken>): Read {
  const { state } = world;
  const tokenOf: TokenChoice = (label, origin) => {
    if (label === 'none') return { kind: 'none' };
    if (label === undefined) return latestTokenOf(pastEvents(world.timeline), origin) ?? { kind: 'none' };
    const labelled = labels.get(label);
    if (labelled === undefined) throw new ScriptError(`No token is labelled ${label}.`);
    return labelled;
  };
  try {
    return { command: toCommand(state, step, tokenOf), by: giverOf(world, step) };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    throw new ScriptError(`Step ${index + 1} (${step.do}): ${error.message}`);
  }
}

function giverOf({ state }: World, step: Step): Caller {
  if (step.do === 'request-token' || step.by === undefined) return owner;
  return callerOf(state, step.by);
}

/** Whether the entry that was played last brought an application a token; a refused request labels none. */
function wasGivenToken({ timeline }: World): boolean {
  const events = timeline.entries.at(-1)?.events ?? [];
  return events.some(
    (event) => event.type === 'ResponseReturned' && event.to.kind === 'application' && event.tokenId !== null,
  );
}

/** Who was given the token that a command asked for. */
function originOf(command: Command): Origin {
  switch (command.type) {
    case 'RequestToken':
      return command.from;
    case 'RequestUserToken':
      return { kind: 'laptop' };
    default:
      throw new ScriptError('No token was requested.');
  }
}
