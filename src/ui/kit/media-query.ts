import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, and again when that changes. */
function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = listOf(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => listOf(query)?.matches ?? false,
    () => false,
  );
}

/** Whether the reader asks for no motion: steps jump, and a short highlight marks what changed. */
export function useReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}

/** Whether the window is as narrow as a phone. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 47.99rem)');
}

// jsdom has no matchMedia.
function listOf(query: string): MediaQueryList | null {
  return typeof matchMedia === 'function' ? matchMedia(query) : null;
}
