import { textHash } from '#domain/kernel/text-hash.ts';

const allBits = -1;

/** Finds that many texts whose hashes agree in the bits of a mask, so that a trie has to look at the others to part them. */
export function keysAgreeingIn(mask: number, count: number, prefix = ''): readonly string[] {
  const groups = new Map<number, string[]>();
  for (let number = 0; number < 2_000_000; number += 1) {
    const key = `${prefix}${number.toString(36).padStart(4, '0')}`;
    const bits = textHash(key) & mask;
    const group = groups.get(bits);
    if (group === undefined) groups.set(bits, [key]);
    else if (group.push(key) === count) return group;
  }
  throw new Error(`No ${count} keys that agree in ${mask.toString(2)}`);
}

/**
 * Texts of one and the same hash. The hash reads from left to right: after two prefixes of one hash every ending
 * collides, so each pair of colliding blocks doubles their number.
 */
export function collidingKeys(blocks: number): readonly string[] {
  let keys: readonly string[] = [''];
  for (let block = 0; block < blocks; block += 1) {
    const [prefix = ''] = keys;
    const endings = keysAgreeingIn(allBits, 2, prefix).map((key) => key.slice(prefix.length));
    keys = keys.flatMap((key) => endings.map((ending) => key + ending));
  }
  return keys;
}
