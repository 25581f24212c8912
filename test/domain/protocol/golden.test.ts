import { describe, expect, it } from 'vitest';
import { updatesGolden } from '#test/support/golden.ts';

describe('golden files', () => {
  it('are compared where nothing is said', () => {
    expect(updatesGolden({})).toBe(false);
    expect(updatesGolden({ CI: 'true' })).toBe(false);
    expect(updatesGolden({ UPDATE_GOLDEN: '' })).toBe(false);
  });

  it('are written on demand, but never in CI', () => {
    expect(updatesGolden({ UPDATE_GOLDEN: '1' })).toBe(true);
    expect(() => updatesGolden({ UPDATE_GOLDEN: '1', CI: 'true' })).toThrow('unset one of them');
  });
});
