import type { Caller } from './command.ts';
import type { CloudEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { CloudState } from './state.ts';

/** What an operation writes to: each emitted event evolves the state, so that later steps see earlier ones. */
export interface Draft {
  /** Who gave the command. */
  readonly caller: Caller;
  readonly state: CloudState;
  readonly events: readonly CloudEvent[];
  readonly emit: (event: CloudEvent) => void;
}

export function openDraft(start: CloudState, caller: Caller): Draft {
  let state = start;
  const events: CloudEvent[] = [];
  return {
    caller,
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
