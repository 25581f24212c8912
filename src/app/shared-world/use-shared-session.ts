import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CompanionWorld } from './companion-world.ts';
import type { Link } from './link.ts';
import { sharedSession } from './shared-session.ts';
import type { OpenedSession } from './shared-session.ts';

/** The world of the companion with this secret, null while it is being opened; and the way to try that again. */
export function useSharedSession(secret: string): readonly [OpenedSession | null, () => void] {
  const [opened, setOpened] = useState<OpenedSession | null>(null);
  useEffect(() => {
    void sharedSession(secret).then(setOpened);
  }, [secret]);
  const retry = useCallback(() => {
    setOpened(null);
    void sharedSession(secret).then(setOpened);
  }, [secret]);
  return [opened, retry];
}

/** How this page stands with its companion at this moment. */
export function useLink(companion: CompanionWorld): Link {
  return useStore(companion.link);
}
