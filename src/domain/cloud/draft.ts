import type { Caller, Command } from './command.ts';
import type { CloudEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { Rules } from './rules.ts';
import type { CloudState } from './state.ts';

/** What an operation writes to: each emitted event evolves the state, so that later steps see earlier ones. */
export interface Draft {
  /** Who gave the command. */
  readonly caller: Caller;
  readonly rules: Rules;
  readonly state: CloudState;
  readonly events: readonly CloudEvent[];
  readonly emit: (event: CloudEvent) => void;
  /** What would come of a command: for operations whose target is given commands itself. */
  readonly decide: Decide;
}

/** As `decide` does it, handed in: operations are below it. */
export type Decide = (state: CloudState, command: Command, by: Caller, rules: Rules) => readonly CloudEvent[];

/** A draft without events, upon a state that stays as it is. */
export function openDraft(start: CloudState, caller: Caller, rules: Rules, decide: Decide): Draft {
  let state = start;
  const events: CloudEvent[] = [];
  return {
    caller,
    rules,
    decide,
    get state() {
      return state;
    },
    events,
    emit(event) {
      state = evolve(state, event);
      events.push(event);
    },
  };
}
