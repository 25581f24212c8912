import * as v from 'valibot';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { FieldPath, Place } from './problem.ts';
import type { Report } from './report.ts';

export interface Parsed<Value> {
  readonly value: Value;
  readonly place: Place;
}

interface YamlSource {
  readonly text: string;
  /** How many lines of the file come before the text, for YAML inside Markdown. */
  readonly linesBefore?: number;
  /** What precedes every field in a message: `check` gives `check.choices[1].why`. */
  readonly prefix?: string;
}

/** Reads YAML into the schema's type, or adds every mismatch to the report. */
export function readYaml<Schema extends v.GenericSchema>(
  report: Report,
  { text, linesBefore = 0, prefix }: YamlSource,
  schema: Schema,
): Parsed<v.InferOutput<Schema>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => linesBefore + lines.linePos(offset).line;
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      report.problem({ line: lineAt(error.pos[0]) }, `this is not YAML: ${oneSentence(error.message)}`);
    }
    return undefined;
  }
  const place = placeIn(document, lineAt, prefix === undefined ? [] : [prefix], []);
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { value: result.output, place };
  for (const issue of result.issues) report.problem(place.spot(...pathOf(issue)), issue.message);
  return undefined;
}

function placeIn(document: Document, lineAt: (offset: number) => number, shown: FieldPath, base: FieldPath): Place {
  return {
    spot(...path) {
      const field = fieldName([...shown, ...base, ...path]);
      const line = lineAt(offsetOf(document, [...base, ...path]));
      return field === '' ? { line } : { line, field };
    },
    within: (...path) => placeIn(document, lineAt, shown, [...base, ...path]),
  };
}

/** Where the deepest part of the path that exists begins: its key in a map, its item in a list. */
function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const found = child(isAlias(node) ? node.resolve(document) : node, step);
    if (found === undefined) break;
    offset = startOf(found.mark) ?? offset;
    node = found.value;
  }
  return offset;
}

function child(node: unknown, step: string | number): { mark: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const item: unknown = typeof step === 'number' ? node.items[step] : undefined;
    return item === undefined ? undefined : { mark: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair === undefined ? undefined : { mark: pair.key, value: pair.value };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** `['questions', 2, 'why']` → `questions[2].why` */
function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}

function pathOf(issue: v.BaseIssue<unknown>): FieldPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function oneSentence(message: string): string {
  return message.replaceAll(/\s+/g, ' ').trim();
}
