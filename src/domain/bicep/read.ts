import type { BicepFile, Declaration, Entry, Value } from './syntax.ts';
import { literal } from './syntax.ts';

/** What cannot be read, and in which line of the file. */
interface Unreadable {
  readonly kind: 'unreadable';
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

type ReadFile = { readonly kind: 'file'; readonly file: BicepFile } | Unreadable;

interface Token {
  readonly kind: 'text' | 'word' | 'number' | 'mark' | 'newline';
  readonly text: string;
  readonly line: number;
}

/** Ends a reading; `readBicep` makes an answer of it. */
class Problem extends Error {
  override readonly name = 'Problem';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Reads a Bicep file of resource declarations. Modules, loops, conditions and parameters are not simulated. */
export function readBicep(text: string): ReadFile {
  try {
    return { kind: 'file', file: new Reader(tokensOf(text), groupIn(text)).file() };
  } catch (problem) {
    if (problem instanceof Problem) return { kind: 'unreadable', message: problem.message, line: problem.line };
    throw problem;
  }
}

/** The group in the `az deployment group create` at the top. */
function groupIn(text: string): string | null {
  const found = /^\/\/ az deployment group create.*?(?:--resource-group|-g) (?<group>.+?)(?: --|$)/m.exec(text);
  return found?.groups?.['group'] ?? null;
}

const pattern =
  /(?<blank>[ \t]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<newline>\r?\n)|(?<text>'(?:[^'\\\n]|\\.)*')|(?<number>-?\d+)|(?<word>[A-Za-z_]\w*)|(?<mark>[{}[\]():=,.@])/uy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  const reading = new RegExp(pattern);
  while (reading.lastIndex < text.length) {
    const from = reading.lastIndex;
    const found = reading.exec(text);
    if (found === null)
      throw new Problem(`This is not simulated here: ${text.slice(from, from + 20).split('\n')[0] ?? ''}`, line);
    const [kind] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? ['blank'];
    if (isKind(kind)) tokens.push({ kind, text: found[0], line });
    line += found[0].split('\n').length - 1;
  }
  return tokens;
}

function isKind(kind: string): kind is Token['kind'] {
  return kind !== 'blank';
}

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly group: string | null;

  constructor(tokens: readonly Token[], group: string | null) {
    this.tokens = tokens;
    this.group = group;
  }

  file(): BicepFile {
    let target: BicepFile['target'] = 'resourceGroup';
    const declarations: Declaration[] = [];
    for (let token = this.next(); token !== null; token = this.next()) {
      if (token.text === 'targetScope') {
        this.expect('=');
        target = this.text() === 'subscription' ? 'subscription' : 'resourceGroup';
      } else if (token.text === 'resource') declarations.push(this.declaration());
      else throw new Problem(`Only resources are simulated here, not: ${token.text}`, token.line);
    }
    return { target, group: this.group, declarations };
  }

  private declaration(): Declaration {
    const symbol = this.word();
    const [type = '', version = ''] = this.text().split('@');
    const isExisting = this.peek()?.text === 'existing';
    if (isExisting) this.next();
    this.expect('=');
    const body = this.value();
    if (body.kind !== 'object') throw new Problem('A resource is declared by an object.', this.line());
    return { symbol, type, version, existing: isExisting, entries: body.entries };
  }

  private value(): Value {
    const token = this.need();
    if (token.kind === 'text') return literal(textOf(token));
    if (token.kind === 'number') return literal(Number(token.text));
    if (token.text === '{') return { kind: 'object', entries: this.entries() };
    if (token.text === '[') return { kind: 'array', items: this.items(']') };
    if (token.kind !== 'word') throw new Problem(`A value was expected, not: ${token.text}`, token.line);
    return this.named(token.text);
  }

  private named(word: string): Value {
    if (word === 'true' || word === 'false') return literal(word === 'true');
    if (word === 'null') return literal(null);
    const after = this.tokens[this.at]?.text;
    if (after === '(') {
      this.at += 1;
      const items = this.items(')');
      return { kind: 'call', name: word, items };
    }
    if (after !== '.') return { kind: 'reference', symbol: word, property: null };
    this.at += 1;
    return { kind: 'reference', symbol: word, property: this.word() };
  }

  private entries(): readonly Entry[] {
    const entries: Entry[] = [];
    for (let token = this.need(); token.text !== '}'; token = this.need()) {
      if (token.text === ',') continue;
      const key = token.kind === 'text' ? textOf(token) : token.text;
      this.expect(':');
      entries.push([key, this.value()]);
    }
    return entries;
  }

  private items(close: string): readonly Value[] {
    const items: Value[] = [];
    while (this.peek()?.text !== close) {
      if (this.peek()?.text === ',') this.next();
      else items.push(this.value());
    }
    this.next();
    return items;
  }

  private word(): string {
    const token = this.need();
    if (token.kind !== 'word') throw new Problem(`A name was expected, not: ${token.text}`, token.line);
    return token.text;
  }

  private text(): string {
    const token = this.need();
    if (token.kind !== 'text') throw new Problem(`A text in quotes was expected, not: ${token.text}`, token.line);
    return textOf(token);
  }

  private expect(text: string): void {
    const token = this.need();
    if (token.text !== text) throw new Problem(`${text} was expected, not: ${token.text}`, token.line);
  }

  private need(): Token {
    const token = this.next();
    if (token === null) throw new Problem('The file ends too early.', this.line());
    return token;
  }

  /** The next token that is no end of a line, without taking it. */
  private peek(): Token | null {
    while (this.tokens[this.at]?.kind === 'newline') this.at += 1;
    return this.tokens[this.at] ?? null;
  }

  private next(): Token | null {
    const token = this.peek();
    if (token !== null) this.at += 1;
    return token;
  }

  private line(): number {
    return this.tokens.at(-1)?.line ?? 1;
  }
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function textOf({ text, line }: Token): string {
  const inner = text.slice(1, -1);
  if (/(?:^|[^\\])(?:\\\\)*\$\{/.test(inner)) throw new Problem('Expressions in texts are not simulated here.', line);
  return inner.replace(
    /\\(?:u\{(?<code>[0-9a-f]+)\}|(?<mark>.))/giu,
    (_all, code: string | undefined, mark: string | undefined) =>
      code === undefined ? (escaped[mark ?? ''] ?? mark ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
