import * as dictionary from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';

/** The dictionary with what was under one key put under another; itself where there was nothing. */
export function rekey<Value>(values: Dictionary<Value>, from: string, to: string): Dictionary<Value> {
  const value = dictionary.get(values, from);
  return value === undefined ? values : dictionary.set(dictionary.remove(values, from), to, value);
}

/** The dictionary with this list under the key; without the key where the list is empty. */
export function setList<Item>(
  values: Dictionary<readonly Item[]>,
  key: string,
  list: readonly Item[],
): Dictionary<readonly Item[]> {
  return list.length === 0 ? dictionary.remove(values, key) : dictionary.set(values, key, list);
}
