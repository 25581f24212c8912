import type { Box } from '#app/world/graph/model.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of the drawing stands at `x + point * scale` of the window onto it. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What is looked at, and how much it is soon to grow downwards: that room is left, where there is some. */
export interface Drawing extends Size {
  readonly spare: number;
}

export interface Limits {
  /** Below it nobody can read: what does not fit is reached by moving. */
  readonly least: number;
  readonly most: number;
  /** Left free around the drawing, in px. */
  readonly margin: number;
}

/** How far one may zoom by hand, whatever fits. */
const closest = 2.5;
const farthest = 0.15;
const zoomStep = 1.25;

/** All of the drawing where it is still legible so; else from its left top corner on. */
export function fit(drawing: Drawing, window: Size, { least, most, margin }: Limits): View {
  const room = { width: window.width - 2 * margin, height: window.height - 2 * margin };
  const whole = Math.min(room.width / drawing.width, room.height / drawing.height);
  const scale = Math.min(most, Math.max(least, whole));
  const start = (available: number, needed: number) => margin + Math.max(0, (available - needed * scale) / 2);
  return { x: start(room.width, drawing.width), y: start(room.height, drawing.height + drawing.spare), scale };
}

/** Zooms in or out around a point of the window, which stays where it is. */
export function zoomed(view: View, steps: number, at: { readonly x: number; readonly y: number }): View {
  const scale = Math.min(closest, Math.max(farthest, view.scale * zoomStep ** steps));
  const ratio = scale / view.scale;
  return { x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, scale };
}

export function moved(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Keeps a part of the drawing in the window, so that nobody gets lost. */
export function clamped(view: View, drawing: Size, window: Size): View {
  const along = (start: number, length: number, room: number) => {
    const kept = Math.min(room / 2, (length * view.scale) / 2);
    return Math.min(room - kept, Math.max(kept - length * view.scale, start));
  };
  return {
    scale: view.scale,
    x: along(view.x, drawing.width, window.width),
    y: along(view.y, drawing.height, window.height),
  };
}

/** The view moved just so far that a box can be seen; the same view where it can be already. */
export function revealing(view: View, box: Box, window: Size, margin = 8): View {
  const along = (start: number, from: number, length: number, room: number) => {
    const low = start + from * view.scale;
    const high = low + length * view.scale;
    if (low < margin) return start + margin - low;
    return high > room - margin ? start + Math.max(room - margin - high, margin - low) : start;
  };
  const x = along(view.x, box.x, box.width, window.width);
  const y = along(view.y, box.y, box.height, window.height);
  return x === view.x && y === view.y ? view : { ...view, x, y };
}

/** In which directions there is more than the window shows. */
export function hidden(view: View, drawing: Size, window: Size) {
  const slack = 6;
  return {
    left: view.x < -slack,
    up: view.y < -slack,
    right: view.x + drawing.width * view.scale > window.width + slack,
    down: view.y + drawing.height * view.scale > window.height + slack,
  };
}

/** What the window shows, in units of the drawing, with some room around it. */
export function shownBox(view: View, window: Size, around = 160): Box {
  return {
    x: -view.x / view.scale - around,
    y: -view.y / view.scale - around,
    width: window.width / view.scale + 2 * around,
    height: window.height / view.scale + 2 * around,
  };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
