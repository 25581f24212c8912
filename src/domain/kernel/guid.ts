import { base64urlAlphabet } from '#domain/kernel/base64url.ts';

/** An id in the shape of a random (version 4) UUID, derived from what it names: the same parts, the same id, for ever. */
export function guid(...parts: readonly string[]): string {
  const digits = hexDigits(32, 'guid', ...parts);
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4);
  const timeHigh = `4${digits.slice(13, 16)}`;
  const clock = `${variant}${digits.slice(17, 20)}`;
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${timeHigh}-${clock}-${digits.slice(20)}`;
}

/** Whether a text is a GUID, as Azure writes them, in any case. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** That many lower-case hexadecimal digits, derived from the parts. */
export function hexDigits(count: number, ...parts: readonly string[]): string {
  const digits = words(Math.ceil(count / 8), parts).map((word) => word.toString(16).padStart(8, '0'));
  return digits.join('').slice(0, count);
}

/** That many digits of base64url, derived from the parts: for ids that Azure leaves opaque. */
export function opaqueText(count: number, ...parts: readonly string[]): string {
  const digits = words(Math.ceil(count / 5), parts).flatMap((word) =>
    [0, 6, 12, 18, 24].map((bit) => base64urlAlphabet.charAt((word >>> bit) & 63)),
  );
  return digits.join('').slice(0, count);
}

/** A number from 0 up to but not including 1, derived from the parts: chance without a die. */
export function fraction(...parts: readonly string[]): number {
  const [high = 0, low = 0] = words(2, parts);
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
}

interface Sponge {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const drySponge: Sponge = { a: 0x736f6d65, b: 0x646f7261, c: 0x6c796765, d: 0x74656462 };

/** No UTF-16 code unit has these values, so that what ends a part is never taken for a part's text. */
const endOfPart = 0x10000;
const endOfWord = 0x10001;

/** Derives 32-bit numbers from the parts: soaks them up, then wrings out one number after another. */
function words(count: number, parts: readonly string[]): readonly number[] {
  let sponge = drySponge;
  for (const part of parts) sponge = absorb(sponge, part, endOfPart);
  const result: number[] = [];
  while (result.length < count) {
    sponge = absorb(sponge, 'word', endOfWord);
    result.push((sponge.a ^ sponge.b ^ sponge.c ^ sponge.d) >>> 0);
  }
  return result;
}

/**
 * Stirs a text into 128 bits, a round of SipHash (on words of 32 bits) for every code unit. It spreads well and
 * keeps no secrets. A round can be undone, so that states which differ stay different under the same text.
 */
function absorb(sponge: Sponge, text: string, end: number): Sponge {
  let { a, b, c, d } = sponge;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : end;
    d ^= unit;
    a = (a + b) | 0;
    b = rotated(b, 5) ^ a;
    a = rotated(a, 16);
    c = (c + d) | 0;
    d = rotated(d, 8) ^ c;
    a = (a + d) | 0;
    d = rotated(d, 7) ^ a;
    c = (c + b) | 0;
    b = rotated(b, 13) ^ c;
    c = rotated(c, 16);
    a ^= unit;
  }
  return { a, b, c, d };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
