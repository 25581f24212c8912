import { percentDecode, percentEncode } from '#domain/kernel/percent.ts';

/** The 64 digits of base64url in the order of their values (RFC 4648 §5). */
export const base64urlAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Writes a text's UTF-8 bytes as base64url without padding, as the parts of a JWT are written. */
export function encodeText(text: string): string {
  const digits = [...regroup(utf8(text), 8, 6)];
  return digits.map((digit) => base64urlAlphabet.charAt(digit)).join('');
}

/**
 * Reads what `encodeText` wrote. Null for anything else (padding, stray bits after the last byte, bytes that
 * are not UTF-8), so that one text has one spelling and a tampered token is told from a sound one.
 */
export function decodeText(encoded: string): string | null {
  const digits = Array.from(encoded, (digit) => base64urlAlphabet.indexOf(digit));
  const spareBits = (digits.length * 6) % 8;
  if (digits.includes(-1) || spareBits === 6) return null;
  const bytes = [...regroup(digits, 6, 8)];
  if (spareBits > 0 && bytes.pop() !== 0) return null;
  return percentDecode(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}

function utf8(text: string): readonly number[] {
  const units = percentEncode(text).match(/%..|./g) ?? [];
  return units.map((unit) => (unit.length === 3 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0)));
}

/** Cuts a stream of `from`-bit numbers into `to`-bit numbers; the last is filled up with zero bits. */
function* regroup(numbers: Iterable<number>, from: number, to: number): Generator<number> {
  let bits = 0;
  let held = 0;
  for (const number of numbers) {
    bits = (bits << from) | number;
    held += from;
    while (held >= to) {
      held -= to;
      yield bits >>> held;
      bits &= (1 << held) - 1;
    }
  }
  if (held > 0) yield bits << (to - held);
}
