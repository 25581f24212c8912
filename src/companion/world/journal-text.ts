import * as v from 'valibot';
import { fold } from '#domain/cloud/evolve.ts';
import { violations } from '#domain/cloud/invariants.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { InvariantError } from '#domain/kernel/invariant.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import { name } from '#edge/world-file/schema/primitives.ts';
import { application } from '#edge/world-file/world-file.ts';
import { readLine } from './entry-line.ts';
import type { SizedEntry } from './entry-line.ts';
import { JournalError } from './journal-error.ts';

/*
 * The file: a line that says what it is, then one entry a line, oldest first. Nothing is ever changed in it; what is
 * written last may be torn by the end of the process that wrote it, and was then not acknowledged to anybody.
 */

/** What a journal holds. */
export interface JournalContents {
  readonly seed: string;
  readonly entries: readonly SizedEntry[];
  /** What the entries fold to. */
  readonly state: CloudState;
  /** Bytes up to the end of the last line that is whole; what follows is torn. */
  readonly wholeBytes: number;
  /** Whether the last entry is whole but for the end of its line. */
  readonly lacksLineEnd: boolean;
}

const headerSchema = v.object({
  app: v.literal(application),
  kind: v.literal('journal'),
  format: v.literal(1),
  seed: name,
});

/** The first line. */
export function headerLine(seed: string): string {
  return `${JSON.stringify({ app: application, kind: 'journal', format: 1, seed })}\n`;
}

/** The line of an entry. */
export function entryLine(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** Reads a whole journal, which somebody may have edited. Throws a `JournalError` that names file and line. */
export function readJournal(file: string, bytes: Uint8Array): JournalContents {
  const refuse = refusals(file);
  const first = lineAt(bytes, 0);
  const seed = seedIn(first === null ? null : decoded(first.bytes), refuse);
  const entries: SizedEntry[] = [];
  let state = newCloud(seed);
  let whole = first;
  for (let line = nextLine(bytes, first); line !== null; line = nextLine(bytes, line)) {
    const number = entries.length + 2;
    const read = entryIn(line, number, refuse);
    if (read === null) break;
    state = folded(state, read.entry, () => refuse(number, 'it does not fit what is before it'));
    entries.push(read);
    whole = line;
  }
  const [violation] = violations(state);
  if (violation !== undefined) {
    refuse(entries.length + 1, `it leads to a state that no history has (${violation.rule}: ${violation.id})`);
  }
  return { seed, entries, state, wholeBytes: whole?.end ?? 0, lacksLineEnd: whole?.isEnded === false };
}

type Refuse = (line: number, why: string) => never;

function refusals(file: string): Refuse {
  return (line, why) => {
    throw new JournalError(`${file}, line ${line}: ${why}. The file is left as it is.`);
  };
}

interface Line {
  readonly bytes: Uint8Array;
  /** Where the next line begins. */
  readonly end: number;
  readonly isEnded: boolean;
}

const newline = 0x0a;

function lineAt(bytes: Uint8Array, start: number): Line | null {
  if (start >= bytes.length) return null;
  const found = bytes.indexOf(newline, start);
  const isEnded = found !== -1;
  const stop = isEnded ? found : bytes.length;
  return { bytes: bytes.subarray(start, stop), end: isEnded ? stop + 1 : stop, isEnded };
}

function nextLine(bytes: Uint8Array, line: Line | null): Line | null {
  return line === null ? null : lineAt(bytes, line.end);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function seedIn(line: string | null, refuse: Refuse): string {
  const header = line === null ? null : objectIn(line);
  if (header === null || header['app'] !== application) {
    return refuse(1, 'this is no journal of a companion; name another file');
  }
  if ('entries' in header) {
    return refuse(1, 'this is a world file, not a journal; name a new file, and open this one in the page');
  }
  if (typeof header['format'] === 'number' && header['format'] > 1) {
    return refuse(1, 'the journal was written by a newer version');
  }
  const parsed = v.safeParse(headerSchema, header);
  return parsed.success ? parsed.output.seed : refuse(1, 'this is no journal of a companion; name another file');
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The entry of a line; null for a last one that is torn. */
function entryIn({ bytes, isEnded }: Line, number: number, refuse: Refuse): SizedEntry | null {
  const text = decoded(bytes);
  const read: ReturnType<typeof readLine> =
    text === null ? { kind: 'notJson', detail: 'bytes that are not UTF-8' } : readLine(text);
  if (read.kind === 'entry') return { entry: read.entry, length: text?.length ?? 0 };
  if (read.kind === 'notJson' && !isEnded) return null;
  return refuse(number, read.kind === 'notJson' ? `it is no JSON (${read.detail})` : `it is no entry (${read.detail})`);
}

function folded(state: CloudState, entry: Entry, refuse: () => never): CloudState {
  try {
    return fold(state, entry.events);
  } catch (error) {
    if (error instanceof InvariantError) return refuse();
    throw error;
  }
}
