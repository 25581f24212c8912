import { textHash } from '#domain/kernel/text-hash.ts';

/**
 * A persistent map from strings: `set` and `remove` answer a new one that shares all but a few nodes with the old.
 * It is plain data in a canonical shape: two dictionaries are deeply equal exactly when they hold the same pairs,
 * whatever their history, and list them in the same order.
 */
export interface Dictionary<V> {
  readonly count: number;
  readonly root: Node<V> | null;
}

/*
 * A hash array mapped trie. Canonical because a branch exists only where two hashes have to be told apart below it:
 * whatever would leave a branch with a lone bucket puts the bucket in its place.
 */
type Node<V> = Branch<V> | Bucket<V>;

/** One child for every set bit of `slots`, in the order of the bits; five bits of the hash name a slot. */
interface Branch<V> {
  readonly slots: number;
  readonly children: readonly Node<V>[];
}

/** The entries of one hash, nearly always one; sorted by key, so that history leaves no trace. */
interface Bucket<V> {
  readonly hash: number;
  readonly pairs: readonly Pair<V>[];
}

type Pair<V> = readonly [key: string, value: V];

const bitsPerLevel = 5;

const nothing: Dictionary<never> = { count: 0, root: null };

/** The dictionary without entries. */
export function empty<V>(): Dictionary<V> {
  return nothing;
}

/** The value under a key, or undefined. */
export function get<V>(dictionary: Dictionary<V>, key: string): V | undefined {
  return find(dictionary.root, textHash(key), key)?.[1];
}

/** Whether the key has a value, even an undefined one. */
export function has<V>(dictionary: Dictionary<V>, key: string): boolean {
  return find(dictionary.root, textHash(key), key) !== undefined;
}

/** The dictionary with this value under the key; the same one where it is there already. */
export function set<V>(dictionary: Dictionary<V>, key: string, value: V): Dictionary<V> {
  const { count, root } = dictionary;
  const hash = textHash(key);
  const present = find(root, hash, key);
  if (present !== undefined && Object.is(present[1], value)) return dictionary;
  return {
    count: present === undefined ? count + 1 : count,
    root: root === null ? { hash, pairs: [[key, value]] } : insert(root, 0, hash, [key, value]),
  };
}

/** The dictionary without the key; the same one where the key is absent. */
export function remove<V>(dictionary: Dictionary<V>, key: string): Dictionary<V> {
  const { count, root } = dictionary;
  const hash = textHash(key);
  if (root === null || find(root, hash, key) === undefined) return dictionary;
  return { count: count - 1, root: without(root, 0, hash, key) };
}

/** The number of entries. */
export function size<V>(dictionary: Dictionary<V>): number {
  return dictionary.count;
}

/** The values, in the order of `entries`. */
export function* values<V>(dictionary: Dictionary<V>): IterableIterator<V> {
  for (const [, value] of entries(dictionary)) yield value;
}

/** The entries, in an order that depends on the keys alone and means nothing. */
export function* entries<V>(dictionary: Dictionary<V>): IterableIterator<Pair<V>> {
  const waiting = dictionary.root === null ? [] : [dictionary.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isBucket(node)) yield* node.pairs;
    else waiting.push(...node.children);
  }
}

/** The dictionary of these pairs; of two with the same key the later counts. */
export function fromEntries<V>(pairs: Iterable<readonly [string, V]>): Dictionary<V> {
  let dictionary = empty<V>();
  for (const [key, value] of pairs) dictionary = set(dictionary, key, value);
  return dictionary;
}

function find<V>(root: Node<V> | null, hash: number, key: string): Pair<V> | undefined {
  let node = root ?? undefined;
  for (let shift = 0; node !== undefined; shift += bitsPerLevel) {
    if (isBucket(node)) return node.pairs.find(([candidate]) => candidate === key);
    const bit = slotBit(hash, shift);
    node = (node.slots & bit) === 0 ? undefined : node.children[position(node, bit)];
  }
  return undefined;
}

function insert<V>(node: Node<V>, shift: number, hash: number, pair: Pair<V>): Node<V> {
  if (isBucket(node)) {
    return node.hash === hash ? bucketWith(node, pair) : insert(branchOver(node, shift), shift, hash, pair);
  }
  const bit = slotBit(hash, shift);
  const at = position(node, bit);
  const child = (node.slots & bit) === 0 ? undefined : node.children[at];
  return child === undefined
    ? { slots: node.slots | bit, children: node.children.toSpliced(at, 0, { hash, pairs: [pair] }) }
    : withChild(node, at, insert(child, shift + bitsPerLevel, hash, pair));
}

function bucketWith<V>({ hash, pairs }: Bucket<V>, pair: Pair<V>): Bucket<V> {
  const others = pairs.filter(([key]) => key !== pair[0]);
  return { hash, pairs: [...others, pair].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function branchOver<V>(bucket: Bucket<V>, shift: number): Branch<V> {
  return { slots: slotBit(bucket.hash, shift), children: [bucket] };
}

function without<V>(node: Node<V>, shift: number, hash: number, key: string): Node<V> | null {
  if (isBucket(node)) {
    const pairs = node.pairs.filter(([candidate]) => candidate !== key);
    return pairs.length === 0 ? null : { hash, pairs };
  }
  const bit = slotBit(hash, shift);
  const at = position(node, bit);
  const child = node.children[at];
  if (child === undefined) return node;
  const rest = without(child, shift + bitsPerLevel, hash, key);
  return collapsed(
    rest === null ? { slots: node.slots & ~bit, children: node.children.toSpliced(at, 1) } : withChild(node, at, rest),
  );
}

function collapsed<V>(branch: Branch<V>): Node<V> {
  const [only] = branch.children;
  return branch.children.length === 1 && only !== undefined && isBucket(only) ? only : branch;
}

function withChild<V>(branch: Branch<V>, at: number, child: Node<V>): Branch<V> {
  return { slots: branch.slots, children: branch.children.with(at, child) };
}

function isBucket<V>(node: Node<V>): node is Bucket<V> {
  return 'pairs' in node;
}

function slotBit(hash: number, shift: number): number {
  return 1 << ((hash >>> shift) & 31);
}

/** Where the child of a slot stands: after the children of all lower slots. */
function position<V>(branch: Branch<V>, bit: number): number {
  return bitCount(branch.slots & (bit - 1));
}

function bitCount(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  sum = (sum + (sum >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sum, 0x01010101) >>> 24;
}
