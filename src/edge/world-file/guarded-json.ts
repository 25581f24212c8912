/** How deep the JSON of a world nests at most. */
const deepestNesting = 24;

/** What a text of JSON holds, or why it is not read. */
export type ReadJson =
  | { readonly value: unknown }
  | { readonly problem: { readonly kind: 'tooDeep' } | { readonly kind: 'notJson'; readonly detail: string } };

/** Reads JSON that somebody else wrote: how deep it nests is seen before it is parsed. */
export function parseGuardedJson(text: string): ReadJson {
  if (nesting(text) > deepestNesting) return { problem: { kind: 'tooDeep' } };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { problem: { kind: 'notJson', detail } };
  }
}

/** How deep brackets nest outside strings, read before the text is parsed. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
