import type { Caller, Command } from '#domain/cloud/command.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

/**
 * Where a world lives: in this page, or one day behind a companion. `dispatch` gives a command to the
 * present world, as its owner where nobody else is named; `put` sets another one in its place, as undo, seek and import do.
 */
export interface WorldPort {
  readonly current: () => World;
  readonly dispatch: (command: Command, by?: Caller) => void;
  readonly put: (world: World) => void;
  /** Calls back after each change until the returned function is called. */
  readonly subscribe: (listener: (world: World) => void) => () => void;
}

/** A world in the memory of this page. */
export function localWorld(initial: World): WorldPort {
  let world = initial;
  const listeners = new Set<(world: World) => void>();
  const put = (next: World) => {
    if (next === world) return;
    world = next;
    for (const listener of listeners) listener(world);
  };
  return {
    current: () => world,
    dispatch: (command, by) => put(dispatch(world, command, by)),
    put,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
