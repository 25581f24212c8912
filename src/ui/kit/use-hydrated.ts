import { useSyncExternalStore } from 'react';

/**
 * False while a prerendered page is taken over, true from then on. What depends on the reader, such as the hash of the
 * address, waits for it: the page must first be what the build wrote. So do styles: set by code the policy allows them,
 * written into a page it does not.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

function subscribe(): () => void {
  return () => {};
}
