import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from '#ui/router/navigation.ts';
import { useScrollMemory } from './scroll-memory.ts';

/**
 * What a browser does for a new page: the top for a link, the old place for Back, and the focus at the
 * beginning. Stands beside the page inside its Suspense, so it acts when the page is there.
 */
export function Arrival() {
  const { pathname, hash, key } = useLocation();
  const returning = useNavigationType() === NavigationType.Pop;
  const heightOf = useScrollMemory();
  const seen = useRef<string | null>(null);

  useEffect(() => {
    // Only another page is an arrival: steps and filters change the query alone.
    if (seen.current === pathname) return;
    const first = seen.current === null;
    seen.current = pathname;
    const height = returning ? heightOf(key) : undefined;
    const anchor = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (height !== undefined) window.scrollTo(0, height);
    else if (anchor !== null) anchor.scrollIntoView?.();
    // The first page may be read already while its code comes.
    else if (!first) window.scrollTo(0, 0);
    if (!first) focusHeading();
  });

  return null;
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
