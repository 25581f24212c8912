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

/** The reader's settings, kept across visits. */
export function createPreferences(storage: SettingsStorage): StoreApi<Preferences> {
  const kept = storage.read(themeKey);
  return createStore<Preferences>()((set) => ({
    theme: themes.find((theme) => theme === kept) ?? 'system',
    setTheme: (theme) => {
      storage.write(themeKey, theme);
      set({ theme });
    },
  }));
}
