import { expect, it } from 'vitest';
import { nextPlace } from '#ui/kit/next-place.ts';

it.each([
  ['row', 'ArrowRight', 0, 1],
  ['row', 'ArrowRight', 2, 0],
  ['row', 'ArrowLeft', 0, 2],
  ['row', 'ArrowDown', 0, null],
  ['column', 'ArrowDown', 2, 0],
  ['column', 'ArrowUp', 1, 0],
  ['column', 'ArrowLeft', 1, null],
  ['column', 'Home', 2, 0],
  ['row', 'End', 0, 2],
  ['row', 'Enter', 0, null],
] as const)('in a %s of three %s leads from %i to %s', (along, key, from, to) => {
  expect(nextPlace(along, key, from, 3)).toBe(to);
});
