import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';

/** Brings the picture into view when something is deleted: what happens there is what there is to see. */
export function useDeletionView(report: DeletionReport | null, picture: RefObject<HTMLElement | null>): void {
  // A report that is there on arrival is no news.
  const shown = useRef(report);
  useLayoutEffect(() => {
    if (report === shown.current) return;
    shown.current = report;
    if (report === null || picture.current === null) return;
    const { top } = picture.current.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) picture.current.scrollIntoView();
  }, [report, picture]);
}
