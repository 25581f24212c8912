import { describe, it } from 'vitest';
import { expectProperty, propertyNames } from '#test/support/properties.ts';
import { seed } from '#test/support/seed.ts';

/** The laws of `test/domain/laws.test.ts` over tens of thousands of histories. */
describe('in a great many histories', () => {
  const rows = propertyNames.map((name, index) => [name, seed + 1_000 + index] as const);

  it.each(rows)('%s', (name, ownSeed) => {
    expectProperty(name, ownSeed, 1_000);
  });
});
