import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';

/** Brings the picture into view when something is deleted, and catches the focus where the pressed button went too. */
export function useDeletionView(report: DeletionReport | null): RefObject<HTMLElement | null> {
  const world = useRef<HTMLElement>(null);
  // A report that is there on arrival is no news.
  const shown = useRef(report);
  useLayoutEffect(() => {
    if (report === shown.current || world.current === null) return;
    shown.current = report;
    if (document.activeElement === document.body) world.current.focus({ preventScroll: true });
    if (report === null) return;
    const { top } = world.current.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) world.current.scrollIntoView();
  }, [report]);
  return world;
}
