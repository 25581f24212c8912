import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { Viewing } from './useView.ts';

/** From this many px on a press is a drag and not a click. */
const dragBegins = 5;

interface Drag {
  readonly pointer: number;
  x: number;
  y: number;
  isMoving: boolean;
}

/** Moves the picture by dragging it, and zooms it by the wheel: with Ctrl, or once the picture has the focus. */
export function usePan(canvas: RefObject<HTMLElement | null>, viewing: Viewing) {
  const drag = useRef<Drag | null>(null);
  const latest = useRef(viewing);
  useEffect(() => {
    latest.current = viewing;
  });

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    // React listens to wheels passively, and a passive listener cannot keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const steps = Math.max(-1, Math.min(1, -event.deltaY / 100));
      latest.current.zoom(steps, { x: event.clientX - left, y: event.clientY - top });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [canvas]);

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      drag.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = drag;
      if (current === null || current.pointer !== event.pointerId) return;
      const dx = event.clientX - current.x;
      const dy = event.clientY - current.y;
      if (!current.isMoving && Math.hypot(dx, dy) < dragBegins) return;
      if (!current.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
      current.isMoving = true;
      current.x = event.clientX;
      current.y = event.clientY;
      viewing.move(dx, dy);
    },
    onPointerUp: () => {
      // The click that follows a drag must find it, so it is forgotten only afterwards.
      const { current } = drag;
      setTimeout(() => {
        if (drag.current === current) drag.current = null;
      });
    },
    onPointerCancel: () => {
      drag.current = null;
    },
  };
  return { handlers, wasDragged: () => drag.current?.isMoving === true };
}
