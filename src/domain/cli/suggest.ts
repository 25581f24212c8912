/** The number of letters to insert, remove, replace or swap with their neighbour to make one word of the other. */
export function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from.charAt(line - 1) === to.charAt(column - 1);
      const isSwapped =
        line > 1 &&
        column > 1 &&
        from.charAt(line - 1) === to.charAt(column - 2) &&
        from.charAt(line - 2) === to.charAt(column - 1);
      const changed = [at(row, column - 1) + (isSame ? 0 : 1), at(row, column) + 1, at(next, column - 1) + 1];
      next.push(Math.min(...changed, isSwapped ? at(before, column - 2) + 1 : Infinity));
    }
    before = row;
    row = next;
  }
  return at(row, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

/** The words that one may have meant, nearest first: at most a third of the letters differ. */
export function nearMisses(word: string, known: readonly string[]): readonly string[] {
  const typed = word.toLowerCase();
  const limit = Math.max(1, Math.floor(typed.length / 3));
  return known
    .map((name) => ({ name, distance: editDistance(typed, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}
