import { useLocation } from '#ui/router/navigation.ts';
import { useHydrated } from '#ui/kit/use-hydrated.ts';

/** The anchor in the address. The browser’s own `:target` knows nothing of links that the app follows itself. */
export function useTarget(): string {
  const { hash } = useLocation();
  return useHydrated() ? decodeURIComponent(hash.slice(1)) : '';
}
