import { useCallback, useState } from 'react';
import type { Room } from './layout.ts';

/** What a page without a browser is laid out for. */
const unmeasured: Room = { width: 760, height: null };

interface Measured {
  readonly room: Room;
  /** For the element whose room counts. */
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
}

/** How high a picture may be: what it needs, the height of its element, or the window's less what stands around it. */
export type Height = 'needed' | 'element' | { readonly windowLess: number };

/**
 * The room inside an element, in units that grow with the page's font, so that a picture for a projector
 * is drawn larger and not wider.
 */
export function useRoom(height: Height): Measured {
  const [room, setRoom] = useState(unmeasured);
  const less = typeof height === 'object' ? height.windowLess : null;
  const keeps = height === 'element';
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null || typeof ResizeObserver === 'undefined') return undefined;
      const measure = (): void => {
        const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
        const width = Math.floor(element.clientWidth / unit);
        if (width === 0) return;
        const kept = keeps ? Math.floor(element.clientHeight / unit) : null;
        const limit = less === null ? kept : Math.floor(window.innerHeight / unit) - less;
        setRoom((known) => (known.width === width && known.height === limit ? known : { width, height: limit }));
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      window.addEventListener('resize', measure);
      return () => {
        observer.disconnect();
        window.removeEventListener('resize', measure);
      };
    },
    [keeps, less],
  );
  return { room, ref };
}
