/** A JSON value that somebody sent: nothing in it is known until it is asked for. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Levels of lists and objects within one another that are read; Azure's own bodies have ten. */
const deepest = 64;

/** Reads a JSON text; undefined where it is none, or where it nests deeper than anybody means. */
export function readJson(text: string): Json | undefined {
  // Most requests have no body, and to throw and catch an error costs more than to read one.
  if (text === '') return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isDeeperThan(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Level by level, for a text that nests without end would exhaust the stack. */
function isDeeperThan(value: Json, levels: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** What stands at a path of names; undefined where nothing does. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found = value;
  for (const name of path) found = isJsonObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** The text at a path, or null where there is none. */
export function textAt(value: Json | undefined, ...path: readonly string[]): string | null {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : null;
}

/** The texts of the list at a path; empty where there is none, and without what is no text. */
export function textsAt(value: Json | undefined, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((each) => typeof each === 'string');
}

/** The list at a path; empty where there is none. */
export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path);
  return isJsonList(found) ? found : [];
}

/** The pairs of the object at a path; empty where there is none. */
export function pairsAt(value: Json | undefined, ...path: readonly string[]): readonly (readonly [string, Json])[] {
  const found = at(value, ...path);
  return isJsonObject(found) ? Object.entries(found) : [];
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonList(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
