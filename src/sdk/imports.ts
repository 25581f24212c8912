/** The name of a package where a program imports it, without its quotes. */
export interface ImportedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

/** A word, a string, a comment or the like: enough of JavaScript to tell an import from the mention of one. */
const tokens =
  /\/\/.*|\/\*[^]*?\*\/|'(?:\\[^]|[^'\\\n])*'|"(?:\\[^]|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|[\p{ID_Start}$_][\p{ID_Continue}$]*|[^\s]/gu;

/** Every name from which a program imports or exports, with its place: `from '…'`, `import '…'` and `import('…')`. */
export function importsIn(program: string): readonly ImportedName[] {
  const found: ImportedName[] = [];
  let before: readonly string[] = [];
  for (const match of program.matchAll(tokens)) {
    const [text] = match;
    if (text.startsWith('//') || text.startsWith('/*')) continue;
    if (isString(text) && leadsToName(before)) {
      const start = match.index + 1;
      const end = match.index + text.length - 1;
      found.push({ name: program.slice(start, end), start, end, line: lineAt(program, start) });
    }
    before = [...before.slice(-2), text];
  }
  return found;
}

/** The program with other names in the places of those that it imports. */
export function withImports(program: string, nameFor: (name: string) => string): string {
  let written = '';
  let end = 0;
  for (const found of importsIn(program)) {
    written += program.slice(end, found.start) + nameFor(found.name);
    end = found.end;
  }
  return written + program.slice(end);
}

function isString(token: string): boolean {
  return token.startsWith("'") || token.startsWith('"');
}

/** `… from`, `import`, `import (`; but `.from('…')` and `.import('…')` are calls of something else. */
function leadsToName(before: readonly string[]): boolean {
  const [third, second, first] = [before.at(-3), before.at(-2), before.at(-1)];
  if (first === 'from') return second !== '.';
  if (first === 'import') return second !== '.';
  return first === '(' && second === 'import' && third !== '.';
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
