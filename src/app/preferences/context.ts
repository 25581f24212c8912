import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Preferences } from './preferences.ts';

const PreferencesContext = createContext<StoreApi<Preferences> | null>(null);

export const PreferencesProvider = PreferencesContext.Provider;

export function usePreferences<Selected>(select: (preferences: Preferences) => Selected): Selected {
  const store = useContext(PreferencesContext);
  if (store === null) throw new Error('usePreferences needs a PreferencesProvider above it');
  return useStore(store, select);
}
