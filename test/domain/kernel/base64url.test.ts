import { Buffer, isUtf8 } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlAlphabet, decodeText, encodeText } from '#domain/kernel/base64url.ts';
import { seed } from '#test/support/seed.ts';

describe('encodeText', () => {
  it('writes the header of a token as everybody knows it', () => {
    expect(encodeText('{"typ":"JWT","alg":"RS256"}')).toBe('eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9');
  });

  it('agrees with Buffer on any text, lone surrogates included', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(encodeText(text)).toBe(Buffer.from(text, 'utf8').toString('base64url'));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('uses the alphabet for URLs', () => {
    expect(encodeText('~~~???')).toBe('fn5-Pz8_');
    expect(base64urlAlphabet).toHaveLength(64);
  });
});

describe('decodeText', () => {
  it('reads back any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeText(encodeText(text))).toBe(text);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('keeps a byte order mark, which is part of the text', () => {
    expect(decodeText(encodeText('\uFEFFa'))).toBe('\uFEFFa');
  });

  it('accepts exactly the unpadded spelling of sound UTF-8', () => {
    const digits = fc.string({ unit: fc.constantFrom(...base64urlAlphabet.split('')), maxLength: 12 });
    const bytes = fc.uint8Array({ maxLength: 12 }).map((array) => Buffer.from(array).toString('base64url'));
    const ascii = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(digits, bytes, ascii, anyText().map(encodeText)), (encoded) => {
        const read = Buffer.from(encoded, 'base64url');
        const sound = read.toString('base64url') === encoded && isUtf8(read);
        expect(decodeText(encoded)).toBe(sound ? read.toString('utf8') : null);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it.each([
    ['padding', 'YQ=='],
    ['the other alphabet', 'fn5+Pz8/'],
    ['a space', 'YW Jj'],
    ['a line break', 'YWJj\n'],
    ['a lone digit', 'A'],
    ['a digit too many', 'YWJjA'],
    ['stray bits after the last byte', 'YR'],
    ['a byte that begins nothing', '_w'],
    ['a character cut short', '4oI'],
    ['an overlong form', 'wIA'],
    ['a surrogate', '7aCA'],
    ['something that is no ASCII', 'YWJ\u{1F511}'],
  ])('answers null for %s', (_, encoded) => {
    expect(decodeText(encoded)).toBeNull();
  });

  it('reads nothing as the empty text', () => {
    expect(decodeText('')).toBe('');
  });
});

function anyText(): fc.Arbitrary<string> {
  const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
  return fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: anyUnit }), fc.string({ unit: 'grapheme' }));
}
