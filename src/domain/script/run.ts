import type { Command } from '#domain/cloud/command.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { dispatch, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { ScriptError } from './names.ts';
import type { CallStep, Step } from './script.ts';
import { latestTokenOf } from './tokens.ts';
import { toCommand } from './to-command.ts';

/** Plays steps in a world, one entry each. Throws `ScriptError` where a step names what is not there. */
export function runScript(world: World, steps: readonly Step[]): World {
  const labels = new Map<string, PresentedToken>();
  let played = world;
  for (const [index, step] of steps.entries()) {
    played = dispatch(played, commandFor(played, step, index, labels));
    if (step.do === 'request-token' && step.label !== undefined && wasGivenToken(played)) {
      const token = latestTokenOf(pastEvents(played.timeline), originOf(played));
      if (token !== null) labels.set(step.label, token);
    }
  }
  return played;
}

function commandFor(world: World, step: Step, index: number, labels: ReadonlyMap<string, PresentedToken>): Command {
  const tokenOf = (call: CallStep, origin: Origin): PresentedToken => {
    if (call.token === 'none') return { kind: 'none' };
    if (call.token === undefined) {
      return latestTokenOf(pastEvents(world.timeline), origin) ?? { kind: 'none' };
    }
    const labelled = labels.get(call.token);
    if (labelled === undefined) throw new ScriptError(`No token is labelled ${call.token}.`);
    return labelled;
  };
  try {
    return toCommand(world.state, step, tokenOf);
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    throw new ScriptError(`Step ${index + 1} (${step.do}): ${error.message}`);
  }
}

/** Whether the entry that was played last brought an application a token; a refused request labels none. */
function wasGivenToken({ timeline }: World): boolean {
  const events = timeline.entries.at(-1)?.events ?? [];
  return events.some(
    (event) => event.type === 'ResponseReturned' && event.to.kind === 'application' && event.tokenId !== null,
  );
}

/** The origin of the request that was played last. */
function originOf({ timeline }: World): Origin {
  const command = timeline.entries.at(-1)?.command;
  if (command?.type !== 'RequestToken') throw new ScriptError('No token was requested.');
  return command.from;
}
