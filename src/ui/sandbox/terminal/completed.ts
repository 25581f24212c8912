/** The line with its last word completed as far as all that it can become agree. */
export function completed(line: string, found: readonly string[]): string {
  const [first] = found;
  if (first === undefined) return line;
  const start = line.slice(0, line.length - lastWord(line).length);
  if (found.length === 1) return `${start}${first} `;
  const common = found.reduce((shared, each) => sharedStart(shared, each), first);
  return common.length > lastWord(line).length ? start + common : line;
}

function lastWord(line: string): string {
  return /\S*$/.exec(line)?.[0] ?? '';
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
