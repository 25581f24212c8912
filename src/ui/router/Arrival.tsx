import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
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
    const anchor = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (anchor !== null && !returning) anchor.scrollIntoView?.();
    else window.scrollTo(0, returning ? heightOf(key) : 0);
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
