const deepest = 3;
const longest = 100;

/** What `console.log` prints of its arguments, much as Node does. */
export function printed(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
}

/** A value as text: strings in quotes, objects down to the third level, errors with what they carry. */
export function inspect(value: unknown, depth = 0, above: readonly object[] = []): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return value.toString();
  if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (above.includes(value)) return '[Circular]';
  return ofObject(value, depth, [...above, value]);
}

function ofObject(value: object, depth: number, above: readonly object[]): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const name = nameOf(value);
  if (depth >= deepest) return `[${name === '' ? 'Object' : name}]`;
  return ofParts(value, name, (held) => inspect(held, depth + 1, above));
}

function ofParts(value: object, name: string, inner: (held: unknown) => string): string {
  if (Array.isArray(value)) return inBrackets('', '[', value.slice(0, longest).map(inner), ']');
  if (ArrayBuffer.isView(value)) return `${name}(${value.byteLength})`;
  if (value instanceof Map) {
    const pairs = [...value].map(([key, held]) => `${inner(key)} => ${inner(held)}`);
    return inBrackets(`Map(${value.size}) `, '{', pairs, '}');
  }
  if (value instanceof Set) return inBrackets(`Set(${value.size}) `, '{', [...value].map(inner), '}');
  const fields = Object.keys(value).slice(0, longest);
  const pairs = fields.map((key) => `${keyText(key)}: ${inner(read(value, key))}`);
  return inBrackets(name === '' || name === 'Object' ? '' : `${name} `, '{', pairs, '}');
}

/** A getter may throw. */
function read(value: object, key: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[key];
  } catch (error) {
    return error;
  }
}

function nameOf(value: object): string {
  const maker: unknown = (Object.getPrototypeOf(value) as { constructor?: unknown } | null)?.constructor;
  return typeof maker === 'function' ? maker.name : '';
}

function keyText(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : inspect(key);
}

function inBrackets(name: string, open: string, parts: readonly string[], close: string): string {
  if (parts.length === 0) return `${name}${open}${close}`;
  const line = `${name}${open} ${parts.join(', ')} ${close}`;
  if (line.length <= 72 && !line.includes('\n')) return line;
  const lines = parts.map((part) => `  ${part.replaceAll('\n', '\n  ')}`);
  return `${name}${open}\n${lines.join(',\n')}\n${close}`;
}
