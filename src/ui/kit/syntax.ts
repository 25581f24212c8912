/** A coloured piece of wire text. */
export interface Piece {
  readonly kind: 'name' | 'text' | 'value' | 'mark' | 'token' | 'method' | 'allowed' | 'refused';
  readonly text: string;
}

const jsonPiece =
  /"(?:[^"\\]|\\.)*"(?=\s*:)|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]|\s+|./gu;

/** Splits one line of JSON into its pieces; text that is not JSON comes out whole, piece by piece. */
export function jsonPieces(line: string): readonly Piece[] {
  const found = line.match(jsonPiece) ?? [];
  let rest = line;
  return found.map((text) => {
    rest = rest.slice(text.length);
    return { kind: kindOfJson(text, rest), text };
  });
}

function kindOfJson(text: string, rest: string): Piece['kind'] {
  if (text.startsWith('"')) {
    if (/^\s*:/.test(rest)) return 'name';
    return carriesToken(text.slice(1, -1)) ? 'token' : 'text';
  }
  return /^[-\dtfn]/.test(text) ? 'value' : 'mark';
}

/** Whether the text is, or holds, a signed token or the reference that stands for one. */
export function carriesToken(text: string): boolean {
  return /^(?:Bearer )?(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|\{token:[^}]*\})$/.test(text.trim());
}

/** Whether a piece is one unbroken value longer than a line: a token, a key. Sentences are not, nor are paths, which break and are read. */
export function isLong(text: string): boolean {
  return text.length > 72 && !/\s|\/subscriptions\//.test(text.replace(/^Bearer /, ''));
}

/** Whether any value in the JSON, or the other text, is long. */
export function hasLongValue(text: string): boolean {
  return text.split('\n').some((line) => jsonPieces(line).some((piece) => isLong(piece.text)));
}

/** Splits a request line (`GET /path?query HTTP/1.1`) or a status line (`HTTP/1.1 403 Forbidden`). */
export function startLinePieces(line: string): readonly Piece[] {
  const status = /^(HTTP\/\S+ )(\d{3}.*)$/.exec(line);
  if (status !== null) {
    const [, version = '', rest = ''] = status;
    return [
      { kind: 'mark', text: version },
      { kind: /^[23]/.test(rest) ? 'allowed' : 'refused', text: rest },
    ];
  }
  const request = /^([A-Z]+ )(\S+)(.*)$/.exec(line);
  if (request === null) return [{ kind: 'text', text: line }];
  const [, method = '', target = '', version = ''] = request;
  return [{ kind: 'method', text: method }, ...targetPieces(target), { kind: 'mark', text: version }];
}

function targetPieces(target: string): readonly Piece[] {
  const cut = target.indexOf('?');
  if (cut < 0) return [{ kind: 'text', text: target }];
  const pairs = target.slice(cut + 1).split('&');
  return [
    { kind: 'text', text: target.slice(0, cut) },
    ...pairs.flatMap((pair, index): readonly Piece[] => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [
        { kind: 'mark', text: index === 0 ? '?' : '&' },
        { kind: 'name', text: name },
        ...(equals < 0
          ? []
          : [{ kind: 'mark', text: '=' } as const, { kind: 'text', text: pair.slice(equals + 1) } as const]),
      ];
    }),
  ];
}

/** The text indented by two spaces where it is JSON, else as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
