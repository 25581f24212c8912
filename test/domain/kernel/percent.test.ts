import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentDecode, percentEncode } from '#domain/kernel/percent.ts';
import { seed } from '#test/support/seed.ts';

describe('percentEncode', () => {
  it('escapes what has a meaning in a URI', () => {
    expect(percentEncode('https://vault.azure.net/?a=1&b=#')).toBe(
      'https%3A%2F%2Fvault.azure.net%2F%3Fa%3D1%26b%3D%23',
    );
  });

  it('writes a lone surrogate as the replacement character, and keeps a pair', () => {
    expect(percentEncode('a\uD800b\uD800')).toBe('a%EF%BF%BDb%EF%BF%BD');
    expect(percentEncode('\uDC00')).toBe('%EF%BF%BD');
    expect(percentEncode('\uD83D\uDD11')).toBe('%F0%9F%94%91');
  });

  it('never throws, and is undone for every well-formed text', () => {
    const anyCodeUnits = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
    fc.assert(
      fc.property(anyCodeUnits, fc.string({ unit: 'binary' }), (anything, wellFormed) => {
        expect(percentEncode(anything)).toMatch(/^[\w.!~*'()%-]*$/);
        expect(percentDecode(percentEncode(wellFormed))).toBe(wellFormed);
      }),
      { seed },
    );
  });
});

describe('percentDecode', () => {
  it.each(['%', '%4', '%zz', '%80', '%C3', '%C0%80', '%ED%A0%80', '%F5%80%80%80'])('answers null for %s', (text) => {
    expect(percentDecode(text)).toBeNull();
  });
});
