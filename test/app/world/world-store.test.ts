import { describe, expect, it } from 'vitest';
import { createWorldStore } from '#app/world/world-store.ts';
import { newWorld } from '#domain/timeline/timeline.ts';

const createGroup = { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' } as const;

function groupsIn(store: ReturnType<typeof createWorldStore>): number {
  const { timeline } = store.getState().world;
  return timeline.entries.slice(0, timeline.cursor).filter(({ command }) => command.type === 'CreateResourceGroup')
    .length;
}

describe('the store of a world', () => {
  it('returns what was recorded of a command', () => {
    const store = createWorldStore(newWorld('store'));
    const entry = store.getState().dispatch(createGroup);
    expect(entry.command).toEqual(createGroup);
    expect(entry.events.map(({ type }) => type)).toEqual(['ResourceGroupCreated', 'ManagementAnswered']);
  });

  it('goes back and forward, and takes another way from the past', () => {
    const store = createWorldStore(newWorld('store'));
    store.getState().dispatch(createGroup);
    store.getState().undo();
    expect(groupsIn(store)).toBe(0);
    store.getState().redo();
    expect(groupsIn(store)).toBe(1);
    store.getState().seek(0);
    store.getState().dispatch({ ...createGroup, name: 'rg-other' });
    expect(store.getState().world.timeline.entries).toHaveLength(1);
  });

  it('keeps the world that was replaced, once', () => {
    const store = createWorldStore(newWorld('store'));
    store.getState().dispatch(createGroup);
    store.getState().replace(newWorld('another'));
    expect(groupsIn(store)).toBe(0);
    store.getState().restoreReplaced();
    expect(groupsIn(store)).toBe(1);
    expect(store.getState().replaced).toBeNull();
  });

  it('keeps two worlds on a page apart', () => {
    const [one, other] = [createWorldStore(newWorld('one')), createWorldStore(newWorld('other'))];
    one.getState().dispatch(createGroup);
    expect(groupsIn(other)).toBe(0);
  });
});
