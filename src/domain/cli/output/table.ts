import { isJsonList, isJsonObject } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';

/** Not shown in a table unless a query asks for them (knack's TableOutput). */
const skipped: ReadonlySet<string> = new Set(['id', 'type', 'etag']);

/** tabulate's MIN_PADDING: a column is wider than its heading by this at least. */
const padding = 2;

type Row = readonly (readonly [heading: string, cell: string])[];

/** A table with headings, in the `simple` format of Python's tabulate; only plain values are shown. */
export function tableText(value: Json, keepsOrder: boolean): string {
  const items = isJsonList(value) ? value : [value];
  const rows = items.map((item) => rowOf(item, keepsOrder)).filter((row) => row.length > 0);
  const headings = [...new Set(rows.flatMap((row) => row.map(([heading]) => heading)))];
  if (headings.length === 0) return '';
  const cells = rows.map((row) => {
    const byHeading = new Map(row);
    return headings.map((heading) => byHeading.get(heading) ?? '');
  });
  const widths = headings.map((heading, column) =>
    Math.max(heading.length + padding, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headings), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

function rowOf(item: Json, keepsOrder: boolean): Row {
  if (isJsonList(item)) return item.flatMap((cell, index) => cellOf(`Column${index + 1}`, cell));
  if (!isJsonObject(item)) return cellOf('Result', item);
  const pairs = Object.entries(item);
  const ordered = keepsOrder ? pairs : pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ordered.flatMap(([key, cell]) => (skipped.has(key) ? [] : cellOf(capitalized(key), cell)));
}

function cellOf(heading: string, cell: Json): Row {
  if (cell === null || typeof cell === 'object') return [];
  if (typeof cell === 'boolean') return [[heading, cell ? 'True' : 'False']];
  return [[heading, String(cell).replaceAll('\n', ' ')]];
}

function capitalized(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
