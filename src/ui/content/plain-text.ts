import type { Inline } from '#content/types.ts';

/** What a reader sees, without marks: for ears and for names. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => ('children' in inline ? plainText(inline.children) : inline.value)).join('');
}
