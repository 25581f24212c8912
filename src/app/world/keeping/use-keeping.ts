import { useStore } from 'zustand';
import type { Keeping, WorldKeeper } from './keep-world.ts';

/** How the world is being kept at this moment. */
export function useKeeping(keeper: WorldKeeper): Keeping {
  return useStore(keeper.keeping);
}
