import { useEffect, useRef } from 'react';
import { useLocation } from '#ui/router/navigation.ts';

const storageKey = 'mil:scroll';

/** Remembers how far each visited entry of the history was scrolled; answers with the height of an entry. */
export function useScrollMemory(): (key: string) => number | undefined {
  const { key } = useLocation();
  const heights = useRef<Map<string, number> | null>(null);
  heights.current ??= restored();
  const current = useRef(key);

  useEffect(() => {
    current.current = key;
  }, [key]);

  useEffect(() => {
    const before = history.scrollRestoration;
    // The browser would scroll before the page that it scrolls is there.
    history.scrollRestoration = 'manual';
    const onScroll = (): void => void heights.current?.set(current.current, window.scrollY);
    const onLeave = (): void => keep(heights.current ?? new Map());
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onLeave);
    return () => {
      history.scrollRestoration = before;
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', onLeave);
    };
  }, []);

  return (entry) => heights.current?.get(entry);
}

function restored(): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return new Map(Object.entries(kept as Record<string, number>).filter(([, height]) => Number.isFinite(height)));
  } catch {
    return new Map();
  }
}

function keep(heights: ReadonlyMap<string, number>): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(heights)));
  } catch {
    // Denied: a reload begins at the top.
  }
}
