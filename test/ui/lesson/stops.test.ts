import { expect, it } from 'vitest';
import { nextStop, stopAt } from '#ui/lesson/present/stops.ts';

const stops = [0, 700, 2200, 2900];
const at = (top: number) => ({ top, height: 720 });

it('goes from section to section', () => {
  expect(nextStop(stops, at(0), 1)).toBe(700);
  expect(nextStop(stops, at(2200), 1)).toBe(2900);
  expect(nextStop(stops, at(700), -1)).toBe(0);
});

it('goes through a section that is longer than the window, to its end and not past it', () => {
  expect(nextStop(stops, at(700), 1)).toBe(1312);
  expect(nextStop(stops, at(1312), 1)).toBe(1480);
  expect(nextStop(stops, at(1480), 1)).toBe(2200);
});

it('comes back the same way', () => {
  expect(nextStop(stops, at(2200), -1)).toBe(1480);
  expect(nextStop(stops, at(1480), -1)).toBe(868);
  expect(nextStop(stops, at(868), -1)).toBe(700);
  expect(nextStop(stops, at(0), -1)).toBe(0);
});

it('knows which section is in view', () => {
  expect([0, 699, 700, 2500, 5000].map((top) => stopAt(stops, top))).toEqual([0, 1, 1, 2, 3]);
});
