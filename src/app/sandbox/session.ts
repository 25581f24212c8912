import { useEffect, useState } from 'react';
import { browserStorage } from '#app/world/keeping/browser-storage.ts';
import { keepWorld, openKeptWorld } from '#app/world/keeping/keep-world.ts';
import type { KeptWorld, WorldKeeper } from '#app/world/keeping/keep-world.ts';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import type { WorldStorage } from '#app/world/keeping/world-storage.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import type { SharedSession } from '../shared-world/shared-session.ts';
import { emptyWorld } from './open-world.ts';

/** An open sandbox: over a world of this page's own, or over one that a companion shares. */
export type SandboxSession = OwnSession | SharedSession;

/** A world of this page's own, what keeps it, and what was left of the last visit. */
export interface OwnSession {
  readonly kind: 'own';
  readonly store: WorldStoreApi;
  readonly keeper: WorldKeeper;
  readonly kept: KeptWorld;
}

/** Opens the sandbox with the world of the last visit, or an empty one. */
export async function openSandbox(storage: WorldStorage): Promise<OwnSession> {
  const kept = await openKeptWorld(storage);
  const store = createWorldStore(kept.kind === 'world' ? kept.world : emptyWorld());
  return { kind: 'own', store, keeper: keepWorld(store, storage), kept };
}

/** The sandbox of this page, null while it is being opened; it is saved and let go of when the page is left. */
export function useSandboxSession(storage?: WorldStorage): OwnSession | null {
  const [session, setSession] = useState<OwnSession | null>(null);
  useEffect(() => {
    let left = false;
    let opened: OwnSession | null = null;
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
