import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { textHash } from '#domain/kernel/text-hash.ts';
import { seed } from '#test/support/seed.ts';
import { collidingKeys, keysAgreeingIn } from './colliding-keys.ts';

const colliding = collidingKeys(3);
/** Hashes that differ in a single bit, at the edges of the first five and in the last two, and hashes that begin alike. */
const nearlyColliding = [
  ...new Set([
    ...[4, 5, 31].flatMap((bit) => keysAgreeingIn(~(1 << bit), 2)),
    ...keysAgreeingIn(0xfffff, 3),
    ...keysAgreeingIn(0x3ff, 4),
  ]),
];

/** Few keys, so that operations meet; many of them hard to tell apart by their hash. */
const anyKey = fc.oneof(
  fc.constantFrom(...colliding),
  fc.constantFrom(...nearlyColliding),
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '\uD800', 'key'),
  fc.integer({ min: 0, max: 40 }).map((number) => `/subscriptions/s/resourceGroups/rg-${number}`),
);

type Operation =
  | { readonly do: 'set'; readonly key: string; readonly value: number }
  | { readonly do: 'remove'; readonly key: string };

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key: anyKey, value: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('remove' as const), key: anyKey }),
);

const anyPairs = fc.uniqueArray(fc.tuple(anyKey, fc.nat(3)), { selector: ([key]) => key, maxLength: 30 });

describe('dictionary', () => {
  it('is empty at first', () => {
    const nothing = dictionary.empty<string>();
    expect(dictionary.size(nothing)).toBe(0);
    expect(dictionary.get(nothing, 'web')).toBeUndefined();
    expect(dictionary.has(nothing, 'web')).toBe(false);
    expect([...dictionary.entries(nothing)]).toEqual([]);
    expect(dictionary.remove(nothing, 'web')).toBe(nothing);
  });

  it('holds what was set last under each key', () => {
    const hosts = dictionary.fromEntries([
      ['vm', 1],
      ['web', 2],
      ['vm', 3],
    ]);
    expect(dictionary.get(hosts, 'vm')).toBe(3);
    expect(dictionary.get(hosts, 'web')).toBe(2);
    expect(dictionary.size(hosts)).toBe(2);
    expect(new Set(dictionary.values(hosts))).toEqual(new Set([2, 3]));
  });

  it('tells an undefined value from an absent key', () => {
    const settings = dictionary.set(dictionary.empty<undefined>(), 'unset', undefined);
    expect(dictionary.has(settings, 'unset')).toBe(true);
    expect(dictionary.has(settings, 'absent')).toBe(false);
    expect(dictionary.size(settings)).toBe(1);
  });

  it('stays the same object where nothing changes', () => {
    const identity = { name: 'web' };
    const identities = dictionary.set(dictionary.empty<{ name: string }>(), 'web', identity);
    expect(dictionary.set(identities, 'web', identity)).toBe(identities);
    expect(dictionary.remove(identities, 'vm')).toBe(identities);
    expect(dictionary.set(identities, 'web', { name: 'web' })).not.toBe(identities);
  });

  it('behaves like a Map under any operations, on frozen data, and keeps every earlier version', () => {
    fc.assert(
      fc.property(fc.array(anyOperation, { maxLength: 60 }), (operations) => {
        const model = new Map<string, number>();
        let current = deepFreeze(dictionary.empty<number>());
        const versions: [Dictionary<number>, ReadonlyMap<string, number>][] = [];
        for (const operation of operations) {
          current = deepFreeze(apply(current, operation));
          if (operation.do === 'set') model.set(operation.key, operation.value);
          else model.delete(operation.key);
          versions.push([current, new Map(model)]);
        }
        for (const [version, expected] of versions) expectSame(version, expected);
      }),
      { seed },
    );
  });

  it('has one shape for the same pairs, whatever was done before', () => {
    fc.assert(
      fc.property(
        anyPairs,
        fc.array(anyOperation, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (pairs, detour, ranks) => {
          const direct = dictionary.fromEntries(pairs);
          let roundabout = detour.reduce(apply, dictionary.empty<number>());
          for (const [key, value] of shuffled(pairs, ranks)) roundabout = dictionary.set(roundabout, key, value);
          const wanted = new Set(pairs.map(([key]) => key));
          for (const [key] of dictionary.entries(roundabout)) {
            if (!wanted.has(key)) roundabout = dictionary.remove(roundabout, key);
          }
          expect(roundabout).toEqual(direct);
          expect([...dictionary.entries(roundabout)]).toEqual([...dictionary.entries(direct)]);
        },
      ),
      { seed },
    );
  });

  it('differs in shape where one pair is missing, or its value or key is another', () => {
    const somePairs = anyPairs.filter((pairs) => pairs.length > 0);
    fc.assert(
      fc.property(somePairs, fc.nat(), (pairs, choice) => {
        const chosen = choice % pairs.length;
        const others = pairs.filter((_, index) => index !== chosen);
        const [key, value] = pairs[chosen] ?? ['', 0];
        const original = dictionary.fromEntries(pairs);
        expect(dictionary.fromEntries(others)).not.toEqual(original);
        expect(dictionary.fromEntries([...others, [key, value + 1]])).not.toEqual(original);
        expect(dictionary.fromEntries([...others, [`another ${key}`, value]])).not.toEqual(original);
      }),
      { seed },
    );
  });

  it('keeps apart keys of one hash, and sorts them', () => {
    expect(new Set(colliding).size).toBe(8);
    expect(new Set(colliding.map(textHash)).size).toBe(1);
    const forwards = dictionary.fromEntries(colliding.map((key) => [key, key]));
    const backwards = dictionary.fromEntries(colliding.toReversed().map((key) => [key, key]));
    for (const key of colliding) expect(dictionary.get(forwards, key)).toBe(key);
    expect([...dictionary.values(forwards)]).toEqual([...colliding].sort());
    expect(backwards).toEqual(forwards);
  });

  it('collapses when keys that are told apart late go one by one', () => {
    const all = dictionary.fromEntries(nearlyColliding.map((key) => [key, key]));
    let left = all;
    for (const [index, key] of nearlyColliding.entries()) {
      left = dictionary.remove(left, key);
      expect(left).toEqual(dictionary.fromEntries(nearlyColliding.slice(index + 1).map((kept) => [kept, kept])));
    }
    expect(left).toEqual(dictionary.empty());
  });

  it('is plain data that survives JSON', () => {
    const ports = dictionary.fromEntries([...colliding, ...nearlyColliding].map((key, index) => [key, index]));
    expect(JSON.parse(JSON.stringify(ports))).toEqual(ports);
  });

  it('makes a handful of new nodes for a change among ten thousand entries', () => {
    const before = manyResources();
    const known = new Set(nodesOf(before.root));
    const changes = [
      dictionary.set(before, resourceId(10_000), -1),
      dictionary.set(before, resourceId(5_000), -1),
      dictionary.remove(before, resourceId(5_000)),
    ];
    for (const after of changes) {
      const made = nodesOf(after.root).filter((node) => !known.has(node)).length;
      expect(made).toBeGreaterThan(0);
      expect(made).toBeLessThan(20);
    }
  });

  it('finds each of ten thousand entries and lists each once', () => {
    const resources = manyResources();
    expect(dictionary.size(resources)).toBe(10_000);
    expect(new Set(dictionary.values(resources)).size).toBe(10_000);
    for (let index = 0; index < 10_000; index += 1) expect(dictionary.get(resources, resourceId(index))).toBe(index);
  });
});

function apply(current: Dictionary<number>, operation: Operation): Dictionary<number> {
  return operation.do === 'set'
    ? dictionary.set(current, operation.key, operation.value)
    : dictionary.remove(current, operation.key);
}

function expectSame(actual: Dictionary<number>, expected: ReadonlyMap<string, number>): void {
  expect(dictionary.size(actual)).toBe(expected.size);
  const listed = [...dictionary.entries(actual)];
  expect(listed).toHaveLength(expected.size);
  expect(new Map(listed)).toEqual(expected);
  expect([...dictionary.values(actual)]).toEqual(listed.map(([, value]) => value));
  for (const [key, value] of expected) expect(dictionary.get(actual, key)).toBe(value);
  for (const key of [...colliding, ...nearlyColliding]) {
    expect(dictionary.has(actual, key)).toBe(expected.has(key));
    expect(dictionary.get(actual, key)).toBe(expected.get(key));
  }
}

function shuffled<T>(items: readonly T[], ranks: Iterator<number>): readonly T[] {
  const ranked = items.map((item) => [Number(ranks.next().value), item] as const);
  return ranked.sort(([a], [b]) => a - b).map(([, item]) => item);
}

function resourceId(index: number): string {
  const provider = 'Microsoft.Compute/virtualMachines';
  return `/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/lab/providers/${provider}/vm-${index}`;
}

function manyResources(): Dictionary<number> {
  return dictionary.fromEntries(Array.from({ length: 10_000 }, (_, index) => [resourceId(index), index] as const));
}

/** Every object in the tree below, itself included: branches, buckets, lists and pairs. */
function nodesOf(node: unknown): readonly object[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

function deepFreeze<T>(value: T): T {
  for (const node of nodesOf(value)) Object.freeze(node);
  return value;
}
