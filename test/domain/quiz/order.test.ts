import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shuffled } from '#domain/quiz/order.ts';
import { seed } from '#test/support/seed.ts';

it('the same seed gives the same order for ever', () => {
  expect(shuffled(['a', 'b', 'c', 'd', 'e', 'f'], '4711')).toEqual(shuffled(['a', 'b', 'c', 'd', 'e', 'f'], '4711'));
  expect(shuffled([1, 2, 3, 4, 5, 6, 7, 8], '4711')).toMatchInlineSnapshot(`
    [
      5,
      3,
      4,
      2,
      7,
      6,
      8,
      1,
    ]
  `);
});

it('keeps every item, once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, order) => {
      const before = [...items];
      expect(shuffled(items, order).toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      expect(items).toEqual(before);
    }),
    { seed },
  );
});

it('is fair: each of the 24 orders of four comes up about as often', () => {
  const orders = new Map<string, number>();
  for (let drawn = 0; drawn < 4800; drawn += 1) {
    const order = shuffled(['a', 'b', 'c', 'd'], String(drawn)).join('');
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  expect(orders.size).toBe(24);
  // 200 each, with a spread of 14.
  for (const count of orders.values()) expect(Math.abs(count - 200)).toBeLessThan(70);
});
