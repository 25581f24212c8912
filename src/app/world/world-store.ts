import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Command } from '#domain/cloud/command.ts';
import { redo, seek, undo } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';
import { localWorld } from './world-port.ts';
import type { WorldPort } from './world-port.ts';

export interface WorldStore {
  readonly world: World;
  /** How the world came to be as it is now: a command tells a story, a step in time or another world does not. */
  readonly cameBy: 'command' | 'time' | 'replacement';
  /** The world that was replaced last, for a way back; null where none was. */
  readonly replaced: World | null;
  /** Gives a command and returns what was recorded of it. */
  readonly dispatch: (command: Command) => Entry;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Looks at the world after its first `cursor` entries. */
  readonly seek: (cursor: number) => void;
  /** Opens another world in the place of this one, which is kept for `restoreReplaced`. */
  readonly replace: (world: World) => void;
  readonly restoreReplaced: () => void;
}

export type WorldStoreApi = StoreApi<WorldStore>;

/** A store over one world. Make one for each world on a page; never a module singleton. */
export function createWorldStore(initial: World, port: WorldPort = localWorld(initial)): WorldStoreApi {
  const store = createStore<WorldStore>()((set, get) => ({
    world: port.current(),
    cameBy: 'replacement',
    replaced: null,
    dispatch(command) {
      set({ cameBy: 'command' });
      port.dispatch(command);
      const { entries, cursor } = port.current().timeline;
      const entry = entries[cursor - 1];
      if (entry === undefined) throw new Error('The world recorded nothing of a command.');
      return entry;
    },
    undo: () => travel(undo),
    redo: () => travel(redo),
    seek: (cursor) => travel((world) => seek(world, cursor)),
    replace(world) {
      set({ cameBy: 'replacement', replaced: get().world });
      port.put(world);
    },
    restoreReplaced() {
      const { replaced } = get();
      if (replaced === null) return;
      set({ cameBy: 'replacement', replaced: null });
      port.put(replaced);
    },
  }));
  function travel(through: (world: World) => World): void {
    store.setState({ cameBy: 'time' });
    port.put(through(port.current()));
  }
  port.subscribe((world) => store.setState({ world }));
  return store;
}
