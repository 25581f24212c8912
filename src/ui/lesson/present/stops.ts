/** A little of what was seen stays in view when a long section is turned. */
const overlap = 0.85;
const near = 8;

/**
 * Where to scroll to, forwards or back: to the next section, or within one that is longer than the window
 * by most of a window. Positions are from the top of the page.
 */
export function nextStop(
  stops: readonly number[],
  view: { readonly top: number; readonly height: number },
  way: 1 | -1,
): number {
  const page = view.top + way * view.height * overlap;
  if (way === 1) {
    const next = stops.find((stop) => stop > view.top + near);
    return next === undefined ? page : Math.min(next, page);
  }
  const previous = stops.findLast((stop) => stop < view.top - near);
  return previous === undefined ? 0 : Math.max(previous, page);
}

/** The stop that is in view, from 0. */
export function stopAt(stops: readonly number[], top: number): number {
  return Math.max(
    stops.findLastIndex((stop) => stop <= top + near),
    0,
  );
}
