import { useEffect, useState } from 'react';
import { browserStorage } from '#app/world/keeping/browser-storage.ts';
import { keepWorld, openKeptWorld } from '#app/world/keeping/keep-world.ts';
import type { KeptWorld, WorldKeeper } from '#app/world/keeping/keep-world.ts';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import type { WorldStorage } from '#app/world/keeping/world-storage.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import { emptyWorld } from './open-world.ts';

/** An open sandbox: its world, what keeps it, and what was left of the last visit. */
export interface SandboxSession {
  readonly store: WorldStoreApi;
  readonly keeper: WorldKeeper;
  readonly kept: KeptWorld;
}

/** Opens the sandbox with the world of the last visit, or an empty one. */
export async function openSandbox(storage: WorldStorage): Promise<SandboxSession> {
  const kept = await openKeptWorld(storage);
  const store = createWorldStore(kept.kind === 'world' ? kept.world : emptyWorld());
  return { store, keeper: keepWorld(store, storage), kept };
}

/** The sandbox of this page, null while it is being opened; it is saved and let go of when the page is left. */
export function useSandboxSession(storage?: WorldStorage): SandboxSession | null {
  const [session, setSession] = useState<SandboxSession | null>(null);
  useEffect(() => {
    let left = false;
    let opened: SandboxSession | null = null;
    void openSandbox(storage ?? pageStorage()).then((found) => {
      opened = found;
      if (left) found.keeper.stop();
      else setSession(found);
    });
    return () => {
      left = true;
      opened?.keeper.stop();
    };
  }, [storage]);
  return session;
}

function pageStorage(): WorldStorage {
  return typeof indexedDB === 'undefined' ? memoryStorage() : browserStorage();
}
