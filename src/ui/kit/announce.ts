import { createContext, useContext } from 'react';

export const AnnounceContext = createContext<(message: string) => void>(() => {});

/** Speaks a message once, politely, through the page's one live region. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}
