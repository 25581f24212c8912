import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './viewport.ts';

export interface Measured extends Size {
  /** How much larger than usual text is: a reader's setting, or the projector's. */
  readonly text: number;
}

/** Width and height of an element in px, or null before it was measured and where nothing can be. */
export function useSize(element: RefObject<HTMLElement | null>): Measured | null {
  const [size, setSize] = useState<Measured | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width === 0 || height === 0) return;
      const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      const isSame = (last: Measured) => last.width === width && last.height === height && last.text === text;
      setSize((last) => (last !== null && isSame(last) ? last : { width, height, text }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
