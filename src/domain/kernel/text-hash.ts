/**
 * A 32-bit hash of a text's UTF-16 code units, for placing keys and never for telling texts apart.
 * The order in which a dictionary lists its entries follows from it.
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // The low bits choose the first branch, and multiplying alone never carries a high bit down to them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
