import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CloudState } from '#domain/cloud/state.ts';
import type { WorldStore, WorldStoreApi } from './world-store.ts';

const WorldContext = createContext<WorldStoreApi | null>(null);

/** Hands a world down: everything below reads and changes this one. */
export function WorldProvider({ store, children }: { store: WorldStoreApi; children: ReactNode }) {
  return <WorldContext value={store}>{children}</WorldContext>;
}

/** The store itself, for event handlers and effects that must not render on change. */
export function useWorldStore(): WorldStoreApi {
  const store = useContext(WorldContext);
  if (store === null) throw new Error('There is no WorldProvider above this component.');
  return store;
}

/** A part of the world's store; renders when that part changes. Select stable values, not new objects. */
export function useWorld<Part>(select: (store: WorldStore) => Part): Part {
  return useStore(useWorldStore(), select);
}

/** The simulated cloud as it is now. */
export function useCloud(): CloudState {
  return useWorld((store) => store.world.state);
}
