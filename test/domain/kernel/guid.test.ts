import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, guid, hexDigits, opaqueText } from '#domain/kernel/guid.ts';
import { seed } from '#test/support/seed.ts';

const anyParts = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 4 });

describe('guid', () => {
  it('never changes: saved worlds and lessons hold these ids', () => {
    expect(guid()).toBe('f5a5f498-4b27-4761-8355-4ecbb108621b');
    expect(guid('')).toBe('7736c9f9-cc40-4aef-8c5e-fccdbf930439');
    expect(guid('lab', 'principal', 'vm-1', '1')).toBe('796c342c-5b06-4fe2-a187-ceba000dd317');
    expect(guid('lab', 'principal', 'vm-1', '2')).toBe('839f4b88-d503-43db-9bd5-c077a62ae0c3');
    expect(guid('Größe', '\u{1F511}', '\uD800')).toBe('d98ad168-5051-4d30-8376-d189b0331299');
  });

  it('has the shape of a random UUID in lower case', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(guid(...parts)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
      { seed },
    );
  });

  it('uses all four variants', () => {
    const variants = new Set(Array.from({ length: 100 }, (_, index) => guid(String(index)).charAt(19)));
    expect([...variants].sort()).toEqual(['8', '9', 'a', 'b']);
  });

  it('gives the same parts the same id and others another', () => {
    fc.assert(
      fc.property(anyParts, anyParts, (some, others) => {
        expect(guid(...some)).toBe(guid(...some));
        if (JSON.stringify(some) !== JSON.stringify(others)) expect(guid(...some)).not.toBe(guid(...others));
      }),
      { seed },
    );
  });

  it('knows where one part ends and the next begins', () => {
    const splits = [
      ['abc'],
      ['ab', 'c'],
      ['a', 'bc'],
      ['a', 'b', 'c'],
      ['', 'abc'],
      ['abc', ''],
      ['abc', '', ''],
      [''],
      [],
    ];
    expect(new Set(splits.map((parts) => guid(...parts))).size).toBe(splits.length);
  });

  it('gives a hundred thousand different ids to as many owners', () => {
    const ids = new Set<string>();
    for (let owner = 0; owner < 1_000; owner += 1) {
      for (let time = 0; time < 100; time += 1) ids.add(guid('lab', 'principal', `vm-${owner}`, String(time)));
    }
    expect(ids.size).toBe(100_000);
  });

  it('changes about half of its bits when one bit of a part changes', () => {
    const part = '/subscriptions/s/vm';
    const original = hexDigits(32, part);
    for (let index = 0; index < part.length; index += 1) {
      for (let bit = 0; bit < 16; bit += 1) {
        const unit = String.fromCharCode(part.charCodeAt(index) ^ (1 << bit));
        const changed = hexDigits(32, part.slice(0, index) + unit + part.slice(index + 1));
        // Of 128 bits 64 are expected to change; six standard deviations are 34.
        expect(Math.abs(differingBits(original, changed) - 64)).toBeLessThan(34);
      }
    }
  });
});

describe('hexDigits', () => {
  it('never changes', () => {
    expect(hexDigits(40, 'thumbprint')).toBe('e0b7cdf9d1f3068270b08e0ca845a7a8080589ee');
  });

  it('gives as many digits as asked for, the first of a longer run', () => {
    fc.assert(
      fc.property(fc.nat(100), anyParts, (count, parts) => {
        const digits = hexDigits(count, ...parts);
        expect(digits).toMatch(/^[0-9a-f]*$/);
        expect(digits).toHaveLength(count);
        expect(hexDigits(count + 20, ...parts).startsWith(digits)).toBe(true);
      }),
      { seed },
    );
  });

  it('does not repeat the digits of a guid, nor itself', () => {
    expect(hexDigits(8, 'vm')).not.toBe(guid('vm').slice(0, 8));
    const words = hexDigits(8 * 1_000, 'vm').match(/.{8}/g);
    expect(new Set(words).size).toBe(1_000);
  });

  it('uses every digit about as often as any other', () => {
    expectEvenUse(hexDigits(16_000, 'even'), 16);
  });
});

describe('opaqueText', () => {
  it('never changes', () => {
    expect(opaqueText(22, 'token')).toBe('czhezJdW1WmBR3e5Smy-O9');
  });

  it('gives as many base64url digits as asked for', () => {
    fc.assert(
      fc.property(fc.nat(100), anyParts, (count, parts) => {
        const text = opaqueText(count, ...parts);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(text).toHaveLength(count);
      }),
      { seed },
    );
  });

  it('uses every digit about as often as any other', () => {
    expectEvenUse(opaqueText(64_000, 'even'), 64);
  });
});

describe('fraction', () => {
  it('never changes', () => {
    expect(fraction('delay', 'assignment-1')).toBe(0.4626899298598919);
  });

  it('is at least 0 and less than 1', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(fraction(...parts)).toBeGreaterThanOrEqual(0);
        expect(fraction(...parts)).toBeLessThan(1);
      }),
      { seed },
    );
  });

  it('falls into every tenth about equally often', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index += 1) {
      const tenth = Math.floor(fraction('delay', String(index)) * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    expect(counts).toHaveLength(10);
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(180);
  });
});

function differingBits(a: string, b: string): number {
  const bits = (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2);
  return bits.replaceAll('0', '').length;
}

/** A thousand of each digit are expected; six standard deviations are about 190. */
function expectEvenUse(digits: string, kinds: number): void {
  const counts = new Map<string, number>();
  for (const digit of digits) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  expect(counts.size).toBe(kinds);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(190);
}
