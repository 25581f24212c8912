import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { idsOf } from '#app/lens/ids.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import { LensProvider } from './LensProvider.tsx';

/** The ID lens over a world that lives: ids mean what they mean when they are looked at. */
export function WorldLens({ children }: { readonly children: ReactNode }) {
  const store = useWorldStore();
  const book = useCallback(() => idsOf(store.getState().world.state), [store]);
  return <LensProvider book={book}>{children}</LensProvider>;
}
