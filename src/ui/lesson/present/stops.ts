/** A little of what was seen stays in view when a long section is turned. */
const overlap = 0.85;
const near = 8;

interface View {
  readonly top: number;
  readonly height: number;
}

/**
 * Where to scroll to, forwards or back: to the next section, or within one that is longer than the window
 * by most of a window, and never past its end. Positions are from the top of the page.
 */
export function nextStop(stops: readonly number[], { top, height }: View, way: 1 | -1): number {
  const page = height * overlap;
  if (way === 1) {
    const next = stops.find((stop) => stop > top + near);
    if (next === undefined) return top + page;
    return next <= top + height + near ? next : Math.min(next - height, top + page);
  }
  const previous = stops.findLast((stop) => stop < top - near);
  if (previous === undefined) return 0;
  // At a section's beginning the end of the one before it comes first.
  const isAtStart = stops.some((stop) => Math.abs(stop - top) <= near);
  return Math.max(previous, top - (isAtStart ? height : page));
}

/** The stop that is in view, from 0. */
export function stopAt(stops: readonly number[], top: number): number {
  return Math.max(
    stops.findLastIndex((stop) => stop <= top + near),
    0,
  );
}
