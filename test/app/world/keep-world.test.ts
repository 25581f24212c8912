import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepWorld, openKeptWorld } from '#app/world/keeping/keep-world.ts';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import type { WorldStorage } from '#app/world/keeping/world-storage.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import { newWorld } from '#domain/timeline/timeline.ts';

const createGroup = { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500);
}

describe('keeping a world', () => {
  it('saves after a change and opens it on the next visit', async () => {
    const storage = memoryStorage();
    const store = createWorldStore(newWorld('kept'));
    const keeper = keepWorld(store, storage);
    await settle();
    store.getState().dispatch(createGroup);
    expect(keeper.keeping.getState().status).toBe('saving');
    await settle();
    expect(keeper.keeping.getState().status).toBe('saved');
    expect(await openKeptWorld(storage)).toEqual({ kind: 'world', world: store.getState().world });
  });

  it('saves what is unsaved when it stops', async () => {
    const storage = memoryStorage();
    const store = createWorldStore(newWorld('kept'));
    const keeper = keepWorld(store, storage);
    await settle();
    store.getState().dispatch(createGroup);
    keeper.stop();
    await settle();
    expect((await openKeptWorld(storage)).kind).toBe('world');
  });

  it('says so when the browser has no room, and keeps the world in the page', async () => {
    const full: WorldStorage = {
      ...memoryStorage(),
      save: () => Promise.reject(new Error('QuotaExceededError')),
    };
    const store = createWorldStore(newWorld('kept'));
    const keeper = keepWorld(store, full);
    await settle();
    store.getState().dispatch(createGroup);
    await settle();
    expect(keeper.keeping.getState()).toEqual({ status: 'failed', reason: 'QuotaExceededError' });
    expect(store.getState().world.timeline.entries).toHaveLength(1);
  });

  it('leaves saving to the tab that has it, until it is asked to take over', async () => {
    let saves = 0;
    const storage: WorldStorage = {
      ...memoryStorage(),
      save: async () => void (saves += 1),
      claim: async (_lost, { steal = false } = {}) => (steal ? () => {} : null),
    };
    const store = createWorldStore(newWorld('kept'));
    const keeper = keepWorld(store, storage);
    await settle();
    store.getState().dispatch(createGroup);
    await settle();
    expect(keeper.keeping.getState().status).toBe('elsewhere');
    expect(saves).toBe(0);
    keeper.takeOver();
    await settle();
    expect(keeper.keeping.getState().status).toBe('saved');
    expect(saves).toBe(1);
  });

  it('lets go of saving when it stops, also before it was allowed to', async () => {
    const letGo = vi.fn<() => void>();
    const storage: WorldStorage = { ...memoryStorage(), claim: async () => letGo };
    const early = keepWorld(createWorldStore(newWorld('kept')), storage);
    early.stop();
    await settle();
    expect(letGo).toHaveBeenCalledTimes(1);
    const late = keepWorld(createWorldStore(newWorld('kept')), storage);
    await settle();
    late.stop();
    await settle();
    expect(letGo).toHaveBeenCalledTimes(2);
  });
});

describe('opening what was kept', () => {
  it('finds nothing where nothing was saved or storage is denied', async () => {
    expect(await openKeptWorld(memoryStorage())).toEqual({ kind: 'none' });
    const denied: WorldStorage = {
      ...memoryStorage(),
      load: () => Promise.reject(new Error('SecurityError')),
    };
    expect(await openKeptWorld(denied)).toEqual({ kind: 'none' });
  });

  it('sets aside what it cannot read and hands its text back', async () => {
    const aside = vi.fn<(text: string) => Promise<void>>(async () => {});
    const storage: WorldStorage = { ...memoryStorage('{"app":'), setAside: aside };
    expect(await openKeptWorld(storage)).toMatchObject({
      kind: 'unreadable',
      problem: { kind: 'notJson' },
      text: '{"app":',
    });
    expect(aside).toHaveBeenCalledWith('{"app":');
  });
});
