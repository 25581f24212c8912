const arrows = {
  row: { ArrowRight: 1, ArrowLeft: -1 },
  column: { ArrowDown: 1, ArrowUp: -1 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

/** Where a key leads in a list of so many, whose ends meet; null for a key that does not move. */
export function nextPlace(along: keyof typeof arrows, key: string, from: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const keys: Readonly<Record<string, number>> = arrows[along];
  const by = keys[key];
  return by === undefined ? null : (from + by + count) % count;
}
