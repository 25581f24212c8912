import { fraction } from '#domain/kernel/guid.ts';

/** The items in an order derived from the seed: every order is as likely as any other, the same seed gives the same. */
export function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const left = [...items];
  const result: Item[] = [];
  while (left.length > 0) {
    const drawn = Math.floor(fraction('quiz order', seed, String(left.length)) * left.length);
    result.push(...left.splice(drawn, 1));
  }
  return result;
}
