import type { Caller, Command } from '#domain/cloud/command.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** How a world came to be as it is now: a command tells a story, a step in time or another world does not. */
export type Change = 'command' | 'time' | 'replacement';

/** Told how it came where nobody in this page knows: others act in a world that is shared. */
export type WorldListener = (world: World, change?: Change) => void;

/**
 * Where a world lives: in this page, or behind a companion. `dispatch` gives a command to the present world, as its
 * owner where nobody else is named; `put` sets another one in its place, as undo, seek and import do.
 */
export interface WorldPort {
  /** Whether one can go back and forth in its time. A world that others see too knows only now. */
  readonly travels: boolean;
  readonly current: () => World;
  readonly dispatch: (command: Command, by?: Caller) => void;
  /** Resolves, where it takes time, to whether it was done. */
  readonly put: (world: World) => void | Promise<boolean>;
  /** Calls back after each change until the returned function is called. */
  readonly subscribe: (listener: WorldListener) => () => void;
}

/** A world in the memory of this page. */
export function localWorld(initial: World): WorldPort {
  let world = initial;
  const listeners = new Set<WorldListener>();
  const put = (next: World) => {
    if (next === world) return;
    world = next;
    for (const listener of listeners) listener(world);
  };
  return {
    travels: true,
    current: () => world,
    dispatch: (command, by) => put(dispatch(world, command, by)),
    put,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
