import type { Json } from '#domain/kernel/json.ts';
import { jsonText } from './json.ts';
import { tableText } from './table.ts';
import { tsvText } from './tsv.ts';
import { yamlText } from './yaml.ts';

export const outputFormats = ['json', 'jsonc', 'none', 'table', 'tsv', 'yaml', 'yamlc'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Prints a value; nothing where there is none. `keepsOrder` for what a query has put in order (facts: control-plane §6). */
export function formatted(value: Json | undefined, format: OutputFormat, keepsOrder: boolean): string {
  if (value === undefined || value === null) return '';
  switch (format) {
    case 'none':
      return '';
    case 'table':
      return tableText(value, keepsOrder);
    case 'tsv':
      return tsvText(value, keepsOrder);
    case 'yaml':
    case 'yamlc':
      return yamlText(value);
    default:
      return jsonText(value);
  }
}
