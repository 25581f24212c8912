import type { Caller, Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Json } from '#domain/kernel/json.ts';
import { refusalIn } from './refusal.ts';

/** What a line is read against. */
export interface Context {
  readonly state: CloudState;
  readonly caller: Caller;
  readonly at: Origin;
  /** Defaults of arguments by name: `group`, `location`. */
  readonly defaults: Readonly<Record<string, string>>;
  /** The events in force, oldest first. */
  readonly past: readonly CloudEvent[];
  /** Whether the command only reads: then its caller has to be allowed to read what it names. */
  readonly isRead?: boolean;
}

/** What a line changes about the terminal itself. */
export interface SessionChange {
  readonly caller?: Caller;
  readonly at?: Origin;
  readonly defaults?: Readonly<Record<string, string>>;
}

/** What the commands of a line led to. */
export interface Outcome {
  readonly before: CloudState;
  readonly after: CloudState;
  readonly events: readonly CloudEvent[];
}

/** What a line answers where nothing refuses it. */
export interface Answer {
  /** Printed in the format that was asked for; nothing where it is undefined or null. */
  readonly value?: Json | undefined;
  /** Printed as it is. */
  readonly text?: string;
  readonly warnings?: readonly string[];
  readonly change?: SessionChange;
}

export type Reply =
  | ({ readonly kind: 'answer' } & Answer)
  | { readonly kind: 'error'; readonly message: string; readonly change?: SessionChange }
  | Give;

/** Commands to be given, and what is printed of what came of them. */
export interface Give {
  readonly kind: 'give';
  readonly commands: readonly Command[];
  readonly finish: (outcome: Outcome) => Reply;
}

/** An answer with a value, printed in the format that was asked for. */
export function value(value: Json | undefined, warnings: readonly string[] = []): Reply {
  return { kind: 'answer', value, warnings };
}

/** An answer of plain text, printed as it is. */
export function text(text: string): Reply {
  return { kind: 'answer', text };
}

/** A refusal of the program itself, or Azure's in its words. */
export function failed(message: string): Reply {
  return { kind: 'error', message };
}

/** A command that is made of what the world holds by then; null where there is none to give. */
export type Next = (state: CloudState, events: readonly CloudEvent[]) => Command | null;

interface Giving {
  /** Codes of refusals that are as good as success. */
  readonly tolerates?: readonly string[];
}

/**
 * Gives one command, or several of which later ones are made of what earlier ones led to. Which ones is found by
 * deciding ahead: the same state and commands always lead to the same events. The first refusal ends the line.
 */
export function give(
  context: Context,
  next: Next | readonly Next[],
  finish: (outcome: Outcome) => Answer | string,
  { tolerates = [] }: Giving = {},
): Reply {
  const steps = typeof next === 'function' ? [next] : next;
  const commands = planned(context, steps, tolerates);
  return {
    kind: 'give',
    commands,
    finish(outcome) {
      const refusal = refusalIn(outcome.events, tolerates);
      if (refusal !== null) return failed(refusal);
      const answer = finish(outcome);
      return typeof answer === 'string' ? failed(answer) : { kind: 'answer', ...answer };
    },
  };
}

/** Gives one command of which nothing is printed where it succeeds. */
export function giveSilently(context: Context, next: Next): Reply {
  return give(context, next, () => ({}));
}

function planned(context: Context, steps: readonly Next[], tolerates: readonly string[]): readonly Command[] {
  const commands: Command[] = [];
  let { state } = context;
  const events: CloudEvent[] = [];
  for (const [index, step] of steps.entries()) {
    const command = step(state, events);
    if (command === null) continue;
    commands.push(command);
    if (index === steps.length - 1) break;
    const led = decide(state, command, context.caller);
    if (refusalIn(led, tolerates) !== null) break;
    events.push(...led);
    state = fold(state, led);
  }
  return commands;
}
