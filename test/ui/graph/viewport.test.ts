import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seed } from '#test/support/seed.ts';
import { clamped, fit, hidden, overlaps, revealing, shownBox, zoomed } from '#ui/graph/viewport.ts';

const limits = { least: 0.5, most: 1.2, margin: 10 };
const window = { width: 800, height: 600 };
const bare = { width: 400, height: 200, spare: 0 };

describe('fitting', () => {
  it('centres what is small and does not blow it up', () => {
    expect(fit(bare, window, limits)).toEqual({ x: 160, y: 180, scale: 1.2 });
  });

  it('leaves room below for what is soon to come, where there is some', () => {
    expect(fit({ ...bare, spare: 100 }, window, limits)).toEqual({ x: 160, y: 120, scale: 1.2 });
  });

  it('shrinks what is large, but not until nobody can read it', () => {
    expect(fit({ width: 1560, height: 100, spare: 0 }, window, limits).scale).toBe(0.5);
    const view = fit({ width: 4000, height: 4000, spare: 0 }, window, limits);
    expect(view).toEqual({ x: 10, y: 10, scale: 0.5 });
    expect(hidden(view, { width: 4000, height: 4000 }, window)).toEqual({
      left: false,
      up: false,
      right: true,
      down: true,
    });
  });
});

const anyView = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  scale: fc.double({ min: 0.2, max: 2, noNaN: true }),
});

describe('moving', () => {
  it('keeps the point under the pointer when zooming', () => {
    fc.assert(
      fc.property(anyView, fc.integer({ min: -2, max: 2 }), (view, steps) => {
        const at = { x: 321, y: 123 };
        const next = zoomed(view, steps, at);
        expect((at.x - next.x) / next.scale).toBeCloseTo((at.x - view.x) / view.scale, 6);
        expect((at.y - next.y) / next.scale).toBeCloseTo((at.y - view.y) / view.scale, 6);
      }),
      { seed },
    );
  });

  it('never loses the drawing from sight', () => {
    const drawing = { width: 1000, height: 700 };
    fc.assert(
      fc.property(anyView, (view) => {
        expect(overlaps({ x: 0, y: 0, ...drawing }, shownBox(clamped(view, drawing, window), window, 0))).toBe(true);
      }),
      { seed },
    );
  });

  it('moves no farther than to reveal a box', () => {
    const view = { x: 0, y: 0, scale: 1 };
    expect(revealing(view, { x: 20, y: 20, width: 100, height: 50 }, window)).toBe(view);
    expect(revealing(view, { x: 750, y: 20, width: 100, height: 50 }, window)).toEqual({ x: -58, y: 0, scale: 1 });
    expect(revealing(view, { x: 20, y: -30, width: 100, height: 50 }, window)).toEqual({ x: 0, y: 38, scale: 1 });
  });
});
