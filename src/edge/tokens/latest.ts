/** Remembers what was used latest, up to so many; what was not used for longest is forgotten first. */
export interface Latest<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

export function createLatest<Value extends {}>(most: number): Latest<Value> {
  // Two halves: to move an entry of one map to its end with each use would cost more.
  let newer = new Map<string, Value>();
  let older = newer;

  function set(key: string, value: Value): void {
    newer.set(key, value);
    if (newer.size * 2 < most) return;
    older = newer;
    newer = new Map();
  }

  return {
    get(key) {
      const value = newer.get(key);
      if (value !== undefined) return value;
      const aged = older.get(key);
      if (aged !== undefined) set(key, aged);
      return aged;
    },
    set,
  };
}
