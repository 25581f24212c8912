import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { World } from '#domain/timeline/timeline.ts';
import { readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';
import type { WorldFileProblem } from '#edge/world-file/world-file.ts';
import type { WorldStoreApi } from '../world-store.ts';
import type { WorldStorage } from './world-storage.ts';

/** Short enough that little is lost, long enough that a burst of commands is one write. */
const quietMilliseconds = 300;

export type Keeping =
  | { readonly status: 'saving' | 'saved' }
  /** Another tab saves; what happens here is not kept. */
  | { readonly status: 'elsewhere' }
  | { readonly status: 'failed'; readonly reason: string };

/** What is left of the last visit. */
export type KeptWorld =
  | { readonly kind: 'none' }
  | { readonly kind: 'world'; readonly world: World }
  /** The saved text could not be read; it was set aside. */
  | { readonly kind: 'unreadable'; readonly problem: WorldFileProblem; readonly text: string };

/** Opens the world of the last visit. Storage that is denied counts as none. */
export async function openKeptWorld(storage: WorldStorage): Promise<KeptWorld> {
  const text = await storage.load().catch(() => null);
  if (text === null) return { kind: 'none' };
  const read = readWorldFile(text);
  if (read.ok) return { kind: 'world', world: read.world };
  await storage.setAside(text).catch(() => {});
  return { kind: 'unreadable', problem: read.problem, text };
}

export interface WorldKeeper {
  readonly keeping: StoreApi<Keeping>;
  /** Makes this tab the one that saves. */
  readonly takeOver: () => void;
  readonly stop: () => void;
}

/** Saves the world of a store after each change, in one tab at a time. */
export function keepWorld(store: WorldStoreApi, storage: WorldStorage): WorldKeeper {
  const keeping = createStore<Keeping>()(() => ({ status: 'saved' }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let letGo: (() => void) | null = null;
  let stopped = false;
  let saved = store.getState().world;

  const report = (state: Keeping) => keeping.setState(state, true);
  const lose = () => {
    letGo = null;
    report({ status: 'elsewhere' });
  };

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const { world } = store.getState();
    if (letGo === null || world === saved) return;
    report({ status: 'saving' });
    try {
      await storage.save(writeWorldFile(world.timeline));
      saved = world;
      if (letGo !== null) report({ status: 'saved' });
    } catch (error) {
      report({ status: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  function saveSoon(): void {
    if (letGo === null) return;
    report({ status: 'saving' });
    clearTimeout(timer);
    timer = setTimeout(() => void save(), quietMilliseconds);
  }

  async function claim(steal: boolean): Promise<void> {
    const claimed = await storage.claim(lose, { steal });
    if (stopped) return claimed?.();
    letGo = claimed;
    if (letGo === null) return lose();
    report({ status: 'saved' });
    await save();
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.world !== before.world) saveSoon();
  });
  const saveNow = () => void save();
  globalThis.addEventListener?.('pagehide', saveNow);
  void claim(false);
  return {
    keeping,
    takeOver: () => void claim(true),
    stop() {
      stopped = true;
      unsubscribe();
      globalThis.removeEventListener?.('pagehide', saveNow);
      void save().then(() => letGo?.());
    },
  };
}
