import { isJsonList, isJsonObject } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';

/** Block YAML as PyYAML's `safe_dump` writes it: keys sorted, lists not indented under their key. */
export function yamlText(value: Json): string {
  return block(value, '').join('\n');
}

function block(value: Json, indent: string): readonly string[] {
  if (isJsonList(value) && value.length > 0) return value.flatMap((item) => listItem(item, indent));
  if (isJsonObject(value) && Object.keys(value).length > 0) return mapping(value, indent);
  return [`${indent}${scalar(value)}`];
}

function listItem(item: Json, indent: string): readonly string[] {
  const [first = '', ...rest] = block(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function mapping(value: JsonObject, indent: string): readonly string[] {
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pairs.flatMap(([key, held]) => {
    const name = `${indent}${scalar(key)}:`;
    if (isJsonList(held) && held.length > 0) return [name, ...block(held, indent)];
    if (isJsonObject(held) && Object.keys(held).length > 0) return [name, ...block(held, `${indent}  `)];
    return [`${name} ${scalar(held)}`];
  });
}

function scalar(value: Json): string {
  if (isJsonList(value)) return '[]';
  if (isJsonObject(value)) return '{}';
  if (typeof value !== 'string') return value === null ? 'null' : String(value);
  if (/\p{Cc}/u.test(value)) return JSON.stringify(value);
  return isPlain(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** Whether a reader takes the unquoted text for this very string. */
function isPlain(text: string): boolean {
  if (text === '' || /^\s|\s$/.test(text)) return false;
  if (/^(?:null|~|true|false|yes|no|on|off)$/i.test(text)) return false;
  if (/^[-+]?[\d.]/.test(text) && /^[-+]?(?:\d[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|\.\d+|0x[\da-f]+)$/i.test(text))
    return false;
  if (/^\d{4}-\d\d-\d\d/.test(text)) return false;
  return !/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #/.test(text);
}
