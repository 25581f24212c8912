import { describe, expect, it } from 'vitest';
import { textHash } from '#domain/kernel/text-hash.ts';

describe('textHash', () => {
  it('is a signed 32-bit integer', () => {
    for (const text of ['', 'a', '\uFFFF', 'x'.repeat(10_000)]) expect(textHash(text)).toBe(textHash(text) | 0);
  });

  it('never changes, since the order of dictionaries follows from it', () => {
    expect(['', 'a', 'vm-1', 'Größe', '\u{1F511}'].map(textHash)).toEqual([
      -1_421_968_373, 444_641_715, 934_960_546, 1_417_032_896, -1_409_160_436,
    ]);
  });

  it('reads all sixteen bits of a code unit', () => {
    expect(textHash('\u0141')).not.toBe(textHash('\u0041'));
  });

  it('spreads ids that differ in their last digits over every group of five bits', () => {
    const hashes = Array.from({ length: 3_200 }, (_, index) =>
      textHash(`/resourceGroups/lab/virtualMachines/vm-${index}`),
    );
    for (let shift = 0; shift < 30; shift += 5) {
      const counts = Array.from({ length: 32 }, () => 0);
      for (const hash of hashes) counts[(hash >>> shift) & 31] = (counts[(hash >>> shift) & 31] ?? 0) + 1;
      // A hundred are expected in each; six standard deviations are sixty.
      expect(Math.min(...counts)).toBeGreaterThan(40);
      expect(Math.max(...counts)).toBeLessThan(160);
    }
  });
});
