import { useMemo, useState } from 'react';
import type { Box } from '#app/world/graph/model.ts';
import { clamped, fit, moved, revealing, zoomed } from './viewport.ts';
import type { Drawing, Limits, Size, View } from './viewport.ts';

export interface Viewing {
  readonly view: View;
  /** Follows the drawing as it grows and shrinks, until somebody moves or zooms. */
  readonly isFitted: boolean;
  readonly zoom: (steps: number, at?: { readonly x: number; readonly y: number }) => void;
  readonly move: (dx: number, dy: number) => void;
  readonly fitAll: () => void;
  readonly reveal: (box: Box) => void;
}

/** Where in the drawing the window looks. */
export function useView(drawing: Drawing, window: Size, limits: Limits): Viewing {
  const [own, setOwn] = useState<View | null>(null);
  const { width, height, spare } = drawing;
  const fitted = useMemo(() => fit({ width, height, spare }, window, limits), [width, height, spare, window, limits]);
  const view = own === null ? fitted : clamped(own, drawing, window);
  const change = (next: View) => setOwn(clamped(next, drawing, window));
  return {
    view,
    isFitted: own === null,
    zoom: (steps, at = { x: window.width / 2, y: window.height / 2 }) => change(zoomed(view, steps, at)),
    move: (dx, dy) => change(moved(view, dx, dy)),
    fitAll: () => setOwn(null),
    reveal(box) {
      const next = revealing(view, box, window);
      if (next !== view) change(next);
    },
  };
}
