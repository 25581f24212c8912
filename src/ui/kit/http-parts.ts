import { carriesToken, jsonPieces, prettyJson, startLinePieces, type Piece } from './syntax.ts';

/** A part of a message that has a meaning of its own. */
export interface HttpPart {
  readonly kind: 'method' | 'path' | 'query' | 'version' | 'status' | 'header' | 'field' | 'body';
  /** Of a query parameter, a header or a field: its name; of a field within others, the way to it: `error.code`. */
  readonly name: string;
  readonly value: string;
}

/** Text of one part, or text between parts (`part` null). */
export interface Segment {
  readonly part: number | null;
  readonly pieces: readonly Piece[];
}

export interface HttpLine {
  /** Characters by which it is indented. */
  readonly indent: number;
  readonly segments: readonly Segment[];
}

export interface HttpText {
  readonly parts: readonly HttpPart[];
  readonly lines: readonly HttpLine[];
}

interface Message {
  readonly startLine: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Reads a message into lines and the parts in them. */
export function httpText({ startLine, headers, body }: Message): HttpText {
  const writer = new Writer();
  writer.line(0, startSegments(startLine, writer));
  for (const [name, value] of headers) {
    const pieces: Piece[] = [
      { kind: 'name', text: name },
      { kind: 'mark', text: ': ' },
      { kind: carriesToken(value) ? 'token' : 'text', text: value },
    ];
    writer.line(0, [writer.part({ kind: 'header', name, value }, pieces)]);
  }
  writer.line(0, []);
  if (body !== '') writeBody(body, writer);
  return writer;
}

class Writer implements HttpText {
  readonly parts: HttpPart[] = [];
  readonly lines: HttpLine[] = [];

  line(indent: number, segments: readonly Segment[]): void {
    this.lines.push({ indent, segments });
  }

  part(part: HttpPart, pieces: readonly Piece[]): Segment {
    this.parts.push(part);
    return { part: this.parts.length - 1, pieces };
  }
}

function between(...pieces: readonly Piece[]): Segment {
  return { part: null, pieces };
}

function startSegments(line: string, writer: Writer): readonly Segment[] {
  const pieces = startLinePieces(line);
  const status = pieces.find(({ kind }) => kind === 'allowed' || kind === 'refused');
  if (status !== undefined) {
    return pieces.map((piece) =>
      piece === status
        ? writer.part({ kind: 'status', name: piece.text.slice(0, 3), value: piece.text }, [piece])
        : writer.part({ kind: 'version', name: '', value: piece.text.trim() }, [piece]),
    );
  }
  const [method, path, ...rest] = pieces;
  if (method?.kind !== 'method' || path === undefined) {
    return [writer.part({ kind: 'path', name: '', value: line }, pieces)];
  }
  const version = rest.at(-1);
  return [
    writer.part({ kind: 'method', name: '', value: method.text.trim() }, [method]),
    writer.part({ kind: 'path', name: '', value: path.text }, [path]),
    ...querySegments(rest.slice(0, -1), writer),
    ...(version === undefined || version.text === '' ? [] : versionSegments(version, writer)),
  ];
}

/** The blank before it is none of it. */
function versionSegments({ kind, text }: Piece, writer: Writer): readonly Segment[] {
  const value = text.trim();
  return [between({ kind, text: ' ' }), writer.part({ kind: 'version', name: '', value }, [{ kind, text: value }])];
}

/** `?` and `&` stand between the parameters. */
function querySegments(pieces: readonly Piece[], writer: Writer): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'mark' && piece.text !== '=') segments.push(between(piece));
    if (piece.kind !== 'name') continue;
    const [equals, value] = pieces.slice(index + 1, index + 3);
    const text = equals?.text === '=' ? (value?.text ?? '') : '';
    const own = equals?.text === '=' && value !== undefined ? [piece, equals, value] : [piece];
    segments.push(writer.part({ kind: 'query', name: piece.text, value: text }, own));
  }
  return segments;
}

function writeBody(body: string, writer: Writer): void {
  const pretty = prettyJson(body);
  if (/^\s*[{[]/.test(pretty)) writeJson(pretty, writer);
  else if (/^[\w.-]+=[^\s]*(?:&[\w.-]+=[^\s]*)*$/.test(body)) writeForm(body, writer);
  else {
    const part = writer.part({ kind: 'body', name: '', value: body }, []).part;
    for (const text of body.split('\n')) writer.line(0, [{ part, pieces: jsonPieces(text) }]);
  }
}

function writeForm(body: string, writer: Writer): void {
  const segments = body.split('&').flatMap((pair, index): Segment[] => {
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=');
    const pieces: Piece[] = [
      { kind: 'name', text: name },
      { kind: 'mark', text: '=' },
      { kind: carriesToken(value) ? 'token' : 'text', text: value },
    ];
    const own = writer.part({ kind: 'field', name, value }, pieces);
    return index === 0 ? [own] : [between({ kind: 'mark', text: '&' }), own];
  });
  writer.line(0, segments);
}

/** Walks the lines of indented JSON; each named field is a part. */
function writeJson(pretty: string, writer: Writer): void {
  const way: string[] = [];
  for (const line of pretty.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const text = line.slice(indent);
    const pieces = jsonPieces(text);
    const field = /^"((?:[^"\\]|\\.)*)": (.*?),?$/.exec(text);
    if (/^[}\]]/.test(text)) way.pop();
    if (field === null) {
      writer.line(indent, [between(...pieces)]);
      if (/[{[]$/.test(text)) way.push('');
      continue;
    }
    const [, name = '', value = ''] = field;
    const full = [...way, name].filter((step) => step !== '').join('.');
    const opens = /^[{[]$/.test(value);
    const shown = opens ? (value === '{' ? '{…}' : '[…]') : value.replace(/^"(.*)"$/, '$1');
    writer.line(indent, [writer.part({ kind: 'field', name: full, value: shown }, pieces)]);
    if (opens) way.push(value === '[' ? `${name}[]` : name);
  }
}
