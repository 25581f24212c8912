import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { idValue } from './ids.ts';

export interface LensState {
  /** The id that is looked at, as it is compared; null where none is. */
  readonly value: string | null;
  /** It stays until it is let go. */
  readonly pinned: boolean;
}

export interface Lens extends LensState {
  /** Looks at an id in passing; a pinned one stays. */
  readonly point: (id: string | null) => void;
  /** Keeps an id, or lets it go where it is kept already. */
  readonly pin: (id: string) => void;
  readonly release: () => void;
}

export type LensApi = StoreApi<Lens>;

const nothing: LensState = { value: null, pinned: false };

/** What a page looks at. One for each lens; never a module singleton. */
export function createLens(): LensApi {
  return createStore<Lens>()((set) => ({
    ...nothing,
    point: (id) => set((held) => (held.pinned ? held : { value: id === null ? null : idValue(id) })),
    pin: (id) =>
      set((held) => (held.pinned && held.value === idValue(id) ? nothing : { value: idValue(id), pinned: true })),
    release: () => set(nothing),
  }));
}

/** Which part of an id is the one that is looked at: all of it, a part such as the subscription of a path, or none. */
export function litPart({ value }: LensState, id: string): 'whole' | 'part' | 'none' {
  if (value === null) return 'none';
  const own = idValue(id);
  if (own === value) return 'whole';
  return own.includes(value) && !value.startsWith('/') ? 'part' : 'none';
}
