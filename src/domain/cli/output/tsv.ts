import { isJsonList, isJsonObject } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';

/** Rows parted by tabs: a list shows its length, an object nothing, null `None` (knack's TsvOutput). */
export function tsvText(value: Json, keepsOrder: boolean): string {
  const rows = isJsonList(value) ? value : [value];
  return rows.map((row) => rowText(row, keepsOrder)).join('\n');
}

function rowText(row: Json, keepsOrder: boolean): string {
  if (isJsonList(row)) return row.map(cellText).join('\t');
  if (isJsonObject(row)) {
    const pairs = Object.entries(row);
    const ordered = keepsOrder ? pairs : pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return ordered.map(([, cell]) => cellText(cell)).join('\t');
  }
  return typeof row === 'boolean' ? String(row) : cellText(row);
}

function cellText(cell: Json): string {
  if (isJsonList(cell)) return String(cell.length);
  if (isJsonObject(cell)) return '';
  if (cell === null) return 'None';
  if (typeof cell === 'boolean') return cell ? 'True' : 'False';
  return String(cell);
}
