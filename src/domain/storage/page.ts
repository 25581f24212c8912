import type { QueryPairs } from '#domain/kernel/uri.ts';

const mostResults = 5000;

/** What a list was asked for. */
export interface ListQuestion {
  readonly prefix: string;
  /** Empty for none: names that go on after it are told by their beginning alone. */
  readonly delimiter: string;
  /** The name to go on from; empty for the beginning. */
  readonly marker: string;
  readonly maxResults: number | null;
}

/** A line of a list: something of that name, or the beginning that several names share. */
export type Line<Item> =
  | { readonly kind: 'item'; readonly name: string; readonly item: Item }
  | { readonly kind: 'prefix'; readonly name: string };

export interface Page<Item> {
  readonly asked: ListQuestion;
  readonly lines: readonly Line<Item>[];
  /** The name that the next page begins with; empty at the end. */
  readonly next: string;
}

/** Reads the query of a list; null where `maxresults` is no number from 1 (docs: List Blobs, List Containers). */
export function readListQuestion(query: QueryPairs): ListQuestion | null {
  const [prefix, delimiter, marker, asked] = ['prefix', 'delimiter', 'marker', 'maxresults'].map(
    (name) => query.find(([each]) => each === name)?.[1] ?? '',
  );
  const isNumber = /^[1-9]\d{0,8}$/.test(asked ?? '');
  if (asked !== '' && !isNumber) return null;
  const maxResults = isNumber ? Number(asked) : null;
  return { prefix: prefix ?? '', delimiter: delimiter ?? '', marker: marker ?? '', maxResults };
}

/** One page of what is there, by name. */
export function pageOf<Item>(items: Iterable<readonly [name: string, item: Item]>, asked: ListQuestion): Page<Item> {
  const { prefix, delimiter, marker, maxResults } = asked;
  const lines = new Map<string, Line<Item>>();
  for (const [name, item] of items) {
    if (!name.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
    const shared = name.slice(0, end + delimiter.length);
    if (end === -1) lines.set(name, { kind: 'item', name, item });
    else lines.set(shared, { kind: 'prefix', name: shared });
  }
  const sorted = [...lines.values()].toSorted((a, b) => compare(a.name, b.name)).filter(({ name }) => name >= marker);
  const size = Math.min(maxResults ?? mostResults, mostResults);
  return { asked, lines: sorted.slice(0, size), next: sorted[size]?.name ?? '' };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
