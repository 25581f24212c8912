import { createContext, useContext } from 'react';

const PreloadContext = createContext<(href: string) => void>(() => {});

/** Hands links the means to fetch a page; a context, so that pages need not import the table that imports them. */
export const PreloadProvider = PreloadContext.Provider;

export function usePreload(): (href: string) => void {
  return useContext(PreloadContext);
}
