import { headerOf } from '#domain/http/message.ts';
import type { Headers } from '#domain/http/message.ts';
import { percentDecode, percentEncode } from '#domain/kernel/percent.ts';

/** A part of a blob, counted in bytes. */
export type Part =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'part';
      readonly text: string;
      readonly first: number;
      readonly last: number;
      readonly size: number;
    }
  | { readonly kind: 'outside' }
  /** Contents are texts here, and half a character is none. */
  | { readonly kind: 'cutsCharacter' };

/** The part of a content that a request asks for; `x-ms-range` goes before `Range` (docs: the Range header of Blob operations). */
export function partOf(content: string, headers: Headers): Part {
  const asked = headerOf(headers, 'x-ms-range') ?? headerOf(headers, 'Range') ?? '';
  const range = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asked.trim());
  if (range === null) return { kind: 'whole' };
  const bytes = percentEncode(content).match(/%..|./g) ?? [];
  const size = bytes.length;
  const first = Number(range[1]);
  const last = Math.min(range[2] === '' ? size - 1 : Number(range[2]), size - 1);
  if (last < first) return { kind: 'outside' };
  const text = percentDecode(bytes.slice(first, last + 1).join(''));
  return text === null ? { kind: 'cutsCharacter' } : { kind: 'part', text, first, last, size };
}

/** The bytes of a text in UTF-8. */
export function sizeOf(text: string): number {
  return percentEncode(text).replaceAll(/%../g, '.').length;
}
