const gap = 6;
const margin = 8;

/** Puts a popover under its link, or above it where there is more room, and never beyond the window. */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = bottom + gap;
  const fits = below + height <= window.innerHeight - margin || top < window.innerHeight - bottom;
  const x = Math.max(margin, Math.min(left, document.documentElement.clientWidth - width - margin));
  popover.style.setProperty('left', `${x}px`);
  popover.style.setProperty('top', `${fits ? below : Math.max(margin, top - gap - height)}px`);
}
