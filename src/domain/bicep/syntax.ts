import { assertNever } from '#domain/kernel/invariant.ts';
import { isJsonList, isJsonObject } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';

/** A value of Bicep, as far as declarations of resources need it. */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  /** `vault`, `vault.id` */
  | { readonly kind: 'reference'; readonly symbol: string; readonly property: string | null }
  /** `guid(…)`, `subscriptionResourceId(…)` */
  | { readonly kind: 'call'; readonly name: string; readonly items: readonly Value[] };

export type Entry = readonly [key: string, value: Value];

/** `resource <symbol> '<type>@<version>' [existing] = { … }` */
export interface Declaration {
  readonly symbol: string;
  readonly type: string;
  readonly version: string;
  readonly existing: boolean;
  readonly entries: readonly Entry[];
}

/** A file: where it is deployed to, and what it declares. */
export interface BicepFile {
  readonly target: 'resourceGroup' | 'subscription';
  /** The group that the line at its top deploys it to. */
  readonly group: string | null;
  readonly declarations: readonly Declaration[];
}

export function literal(value: string | number | boolean | null): Value {
  return { kind: 'literal', value };
}

export function object(entries: readonly Entry[]): Value {
  return { kind: 'object', entries };
}

export function reference(symbol: string, property: string | null = null): Value {
  return { kind: 'reference', symbol, property };
}

export function call(name: string, ...items: readonly Value[]): Value {
  return { kind: 'call', name, items };
}

/** A JSON value as Bicep writes it. */
export function fromJson(json: Json): Value {
  if (isJsonList(json)) return { kind: 'array', items: json.map(fromJson) };
  if (isJsonObject(json)) return object(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
  return literal(json);
}

/** The text of a file; `az deployment` at its top says where to. */
export function fileText({ target, group, declarations }: BicepFile): string {
  const head =
    target === 'subscription'
      ? ['// az deployment sub create --location westeurope --template-file main.bicep', "targetScope = 'subscription'"]
      : [`// az deployment group create --resource-group ${group ?? ''} --template-file main.bicep`];
  return [...head, ...declarations.flatMap((each) => ['', declarationText(each)]), ''].join('\n');
}

function declarationText({ symbol, type, version, existing, entries }: Declaration): string {
  const head = `resource ${symbol} '${type}@${version}'${existing ? ' existing' : ''} =`;
  return `${head} ${valueText(object(entries), '')}`;
}

function valueText(value: Value, indent: string): string {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? quoted(value.value) : String(value.value);
    case 'object':
      return block(
        '{',
        '}',
        value.entries.map(([key, held]) => `${keyText(key)}: ${valueText(held, `${indent}  `)}`),
        indent,
      );
    case 'array':
      return block(
        '[',
        ']',
        value.items.map((item) => valueText(item, `${indent}  `)),
        indent,
      );
    case 'reference':
      return value.property === null ? value.symbol : `${value.symbol}.${value.property}`;
    case 'call':
      return `${value.name}(${value.items.map((item) => valueText(item, indent)).join(', ')})`;
    default:
      return assertNever(value);
  }
}

function block(open: string, close: string, lines: readonly string[], indent: string): string {
  if (lines.length === 0) return `${open}${close}`;
  return [open, ...lines.map((line) => `${indent}  ${line}`), `${indent}${close}`].join('\n');
}

function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in single quotes; `${` would begin an expression. */
function quoted(text: string): string {
  const escaped = text
    .replace(/[\\'\n\r\t]/g, (mark) => escapes[mark] ?? mark)
    .replaceAll('${', String.raw`\${`)
    .replace(/\p{Cc}|\p{Cs}/gu, (mark) => `\\u{${mark.charCodeAt(0).toString(16)}}`);
  return `'${escaped}'`;
}
