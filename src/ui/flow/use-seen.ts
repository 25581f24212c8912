import { useCallback, useState } from 'react';

/** How near it may come before it is fetched. */
const ahead = '600px';

interface Seen {
  readonly seen: boolean;
  readonly ref: (element: Element | null) => (() => void) | undefined;
}

/** Whether an element has come near the window, once and for all. Without an observer everything is near. */
export function useSeen(): Seen {
  const [seen, setSeen] = useState(false);
  const ref = useCallback((element: Element | null) => {
    if (element === null) return undefined;
    if (typeof IntersectionObserver === 'undefined') {
      setSeen(true);
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: ahead },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { seen, ref };
}
