import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsStorage } from './storage.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

/** index.html reads the same key before the first paint. */
const themeKey = 'mil:theme';

/**
 * The reader's settings, kept across visits. The store's initial state is what the prerendered page shows; what
 * was kept comes over it.
 */
export function createPreferences(storage: SettingsStorage): StoreApi<Preferences> {
  const store = createStore<Preferences>()((set) => ({
    theme: 'system',
    setTheme: (theme) => {
      storage.write(themeKey, theme);
      set({ theme });
    },
  }));
  const kept = storage.read(themeKey);
  const theme = themes.find((candidate) => candidate === kept);
  if (theme !== undefined) store.setState({ theme });
  return store;
}
