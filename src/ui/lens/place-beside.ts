const gap = 8;

/** Puts a fixed element below another, or above it where there is no room, and within the window. */
export function placeBeside(element: HTMLElement, anchor: Element): void {
  // Of an id that breaks across lines the first.
  const at = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const whole = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const { clientHeight } = document.documentElement;
  // The body leaves out the room that is kept for a scroll bar.
  const { clientWidth } = document.body;
  const below = whole.bottom + gap;
  const top = below + height > clientHeight && at.top - gap - height > 0 ? at.top - gap - height : below;
  const left = Math.max(Math.min(at.left, clientWidth - width - gap), gap);
  element.style.setProperty('--lens-top', `${Math.round(top)}px`);
  element.style.setProperty('--lens-left', `${Math.round(left)}px`);
}
