import { useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import type { Point } from '#app/world/graph/model.ts';
import type { Focusable } from './focusables.ts';
import { length } from './geometry.ts';

/** One stop of the Tab key for all things of the picture; which of them it is, and whether it has the focus. */
export function useRoving(
  canvas: RefObject<HTMLElement | null>,
  stops: readonly Focusable[],
  preferred: string | null,
) {
  const [last, setLast] = useState<Focusable | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const mustFocus = useRef(false);
  const stop = stopOf(last?.id, stops) ?? nearest(last?.at, stops) ?? stopOf(preferred, stops) ?? stops[0];
  const stopId = stop?.id ?? null;

  // What has the focus may leave the world: then the focus goes on to what is the stop now, not to the page.
  useEffect(() => {
    const isLost = hasFocus && (document.activeElement === document.body || document.activeElement === null);
    if (!isLost && !mustFocus.current) return;
    mustFocus.current = false;
    elementOf(canvas.current, stopId)?.focus();
  }, [canvas, hasFocus, stopId]);

  const goTo = (next: Focusable) => {
    const element = elementOf(canvas.current, next.id);
    mustFocus.current = element === null;
    setLast(next);
    element?.focus();
  };
  const handlers = {
    onFocus: (event: FocusEvent) => {
      const focused = stopOf(graphIdAt(event.target), stops);
      if (focused === undefined) return;
      setLast(focused);
      setHasFocus(true);
    },
    onBlur: (event: FocusEvent) => {
      // An element that is taken away is blurred without another taking its place: the focus is not given up.
      if (event.relatedTarget === null && !event.target.isConnected) return;
      setHasFocus(false);
    },
  };
  return { stop, focusedId: hasFocus ? stopId : null, goTo, handlers };
}

function stopOf(id: string | null | undefined, stops: readonly Focusable[]): Focusable | undefined {
  return stops.find((stop) => stop.id === id);
}

/** What took the place of something that is gone, or stands next to it. */
function nearest(at: Point | undefined, stops: readonly Focusable[]): Focusable | undefined {
  if (at === undefined) return undefined;
  const distance = (stop: Focusable) => length(stop.at, at);
  return stops.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The id of the thing that an element belongs to. */
export function graphIdAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<SVGElement>('[data-graph-id]')?.dataset['graphId'] ?? null) : null;
}

function elementOf(canvas: HTMLElement | null, id: string | null): SVGElement | null {
  if (canvas === null || id === null) return null;
  const all = canvas.querySelectorAll<SVGElement>('[role=button][data-graph-id]');
  return [...all].find((element) => element.dataset['graphId'] === id) ?? null;
}
