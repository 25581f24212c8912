import * as v from 'valibot';
import type { Entry } from '#domain/timeline/timeline.ts';
import { parseGuardedJson } from '#edge/world-file/guarded-json.ts';
import { entry as entrySchema } from '#edge/world-file/schema/entry.ts';

/** An entry with the length of the line that it is written in. */
export interface SizedEntry {
  readonly entry: Entry;
  readonly length: number;
}

export type ReadLine =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'notJson' | 'refused'; readonly detail: string };

export function sized(entry: Entry): SizedEntry {
  return { entry, length: JSON.stringify(entry).length };
}

/** Reads the line of an entry, which somebody may have edited. */
export function readLine(line: string): ReadLine {
  const json = parseGuardedJson(line);
  if ('problem' in json) {
    return json.problem.kind === 'tooDeep'
      ? { kind: 'refused', detail: 'it nests too deep' }
      : { kind: 'notJson', detail: json.problem.detail };
  }
  const parsed = v.safeParse(entrySchema, json.value, { abortEarly: true });
  if (parsed.success) return { kind: 'entry', entry: parsed.output };
  const [issue] = parsed.issues;
  return { kind: 'refused', detail: `${v.getDotPath(issue) ?? 'entry'}: ${issue.message}` };
}

/**
 * Whether an entry that was decided will be read again, by the next start or by a page. Azure answers whatever it is
 * asked, also what is too long or too much for a log: headers by the hundred, names without end.
 */
export function isReadable(entry: Entry): boolean {
  // JSON drops what is undefined, the schema does not: what fails is looked at again as it would be written.
  return v.is(entrySchema, entry) || readLine(JSON.stringify(entry)).kind === 'entry';
}
