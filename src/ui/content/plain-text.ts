import type { Inline } from '#content/types.ts';

/** What a reader sees, without marks: for ears and for names. */
export function plainText(content: readonly Inline[]): string {
  return content.map(textOf).join('');
}

function textOf(inline: Inline): string {
  if (inline.type === 'rule') return '';
  return 'children' in inline ? plainText(inline.children) : inline.value;
}
