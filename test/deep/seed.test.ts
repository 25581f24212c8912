import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seed } from '#test/support/seed.ts';

it('draws the same values for the same seed', () => {
  const draw = () => fc.sample(fc.integer(), { seed, numRuns: 20 });
  expect(draw()).toEqual(draw());
});
