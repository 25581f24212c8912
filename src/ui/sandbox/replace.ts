import { createContext, useCallback, useContext } from 'react';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { World } from '#domain/timeline/timeline.ts';

/** Opens another world in the place of the present one. */
export type Replace = (world: World) => void;

/** A world that others share is not replaced without asking; null for one's own, which has a way back. */
export const ReplaceContext = createContext<Replace | null>(null);

export function useReplace(): Replace {
  const store = useWorldStore();
  const own = useCallback((world: World) => store.getState().replace(world), [store]);
  return useContext(ReplaceContext) ?? own;
}
