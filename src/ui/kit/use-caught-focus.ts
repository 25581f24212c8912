import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Catches the focus where its holder went away when `signal` changed; it would fall back to the top of the page. */
export function useCaughtFocus<Catcher extends HTMLElement>(signal: unknown): RefObject<Catcher | null> {
  const catcher = useRef<Catcher>(null);
  const seen = useRef(signal);
  useLayoutEffect(() => {
    if (seen.current === signal) return;
    seen.current = signal;
    if (document.activeElement === document.body) catcher.current?.focus({ preventScroll: true });
  }, [signal]);
  return catcher;
}
