import { isJsonList, isJsonObject } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';

/** JSON as `az` prints it: two spaces, keys sorted by code point (knack's `sort_keys`). */
export function jsonText(value: Json): string {
  return JSON.stringify(sorted(value), null, 2);
}

function sorted(value: Json): Json {
  if (isJsonList(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, held]) => [key, sorted(held)]));
}
