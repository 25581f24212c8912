import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { redo, seek, undo } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';
import { findMember } from './members.ts';
import { localWorld } from './world-port.ts';
import type { Change, WorldPort } from './world-port.ts';

export interface WorldStore {
  readonly world: World;
  readonly cameBy: Change;
  /** Whether there is undo, redo and seek: a world that is shared has none. */
  readonly travels: boolean;
  /** What this page gave last, as it was recorded then; null where it gave nothing yet. */
  readonly given: Entry | null;
  /** The world that was replaced last, for a way back; null where none was. */
  readonly replaced: World | null;
  /** In whose name commands are given that name nobody: the learner, or a person who is played. */
  readonly actor: Caller;
  readonly actAs: (actor: Caller) => void;
  /** Gives a command and returns what was recorded of it. */
  readonly dispatch: (command: Command, by?: Caller) => Entry;
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
    travels: port.travels,
    given: null,
    replaced: null,
    actor: owner,
    actAs: (actor) => set({ actor }),
    dispatch(command, by = get().actor) {
      set({ cameBy: 'command' });
      port.dispatch(command, by);
      const { entries, cursor } = port.current().timeline;
      const entry = entries[cursor - 1];
      if (entry === undefined) throw new Error('The world recorded nothing of a command.');
      set({ given: entry });
      return entry;
    },
    undo: () => travel(undo),
    redo: () => travel(redo),
    seek: (cursor) => travel((world) => seek(world, cursor)),
    replace(world) {
      set({ cameBy: 'replacement', replaced: get().world });
      void Promise.resolve(port.put(world)).then((done) => {
        if (done === false) set({ replaced: null });
      });
    },
    restoreReplaced() {
      const { replaced } = get();
      if (replaced === null) return;
      set({ cameBy: 'replacement', replaced: null });
      void port.put(replaced);
    },
  }));
  function travel(through: (world: World) => World): void {
    if (!port.travels) return;
    store.setState({ cameBy: 'time' });
    void port.put(through(port.current()));
  }
  port.subscribe((world, change) =>
    store.setState(({ actor, cameBy }) => ({
      world,
      actor: presentActor(world, actor),
      cameBy: change ?? cameBy,
    })),
  );
  return store;
}

/** Whoever is played, while the world knows them: a step back in time, or another world, may not. */
function presentActor({ state }: World, actor: Caller): Caller {
  const { principalId } = actor;
  return principalId === undefined || findMember(state, principalId) !== null ? actor : owner;
}
