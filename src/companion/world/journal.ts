import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import type { SizedEntry } from './entry-line.ts';
import { JournalError } from './journal-error.ts';
import { entryLine, headerLine, readJournal } from './journal-text.ts';
import { lockFile } from './lock.ts';

/** Where a world is kept, entry by entry. */
export interface Journal {
  readonly seed: string;
  /** What was in it when it was opened, and what that folds to. */
  readonly entries: readonly SizedEntry[];
  readonly state: CloudState;
  /** Throws once nothing more can be written: a world must not go on without its journal. */
  readonly expectSound: () => void;
  readonly isSound: () => boolean;
  /** Resolves when these lines of entries, and all before them, are written. */
  readonly append: (lines: readonly string[]) => Promise<void>;
  /** Resolves when all that was appended so far is written. */
  readonly written: () => Promise<void>;
  /** Writes these entries, which fold to the same state, in the place of all. A file that cannot be written stays as it was. */
  readonly compact: (entries: readonly Entry[]) => Promise<void>;
  /** Begins again with another world. */
  readonly replace: (seed: string, entries: readonly Entry[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The same ids wherever nobody asks for others. */
export const defaultSeed = 'companion';

/** It holds secrets. */
const privateMode = 0o600;

/**
 * Opens the journal in a file, or begins one for a world of that seed. Throws a `JournalError`, and leaves the file as
 * it is, where it is none, is broken or in use.
 *
 * What is written is with the operating system, which keeps it whatever becomes of this process. It is not forced to
 * the disk: that costs milliseconds for each write and matters only where the whole machine stops.
 */
export async function openJournal(named: string, newSeed = defaultSeed): Promise<Journal> {
  const file = await realpath(named).catch(() => path.resolve(named));
  const unlock = await lockFile(file);
  try {
    return await openLocked(file, newSeed, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openLocked(file: string, newSeed: string, unlock: () => Promise<void>): Promise<Journal> {
  const found = await stat(file).catch(() => null);
  if (found !== null && !found.isFile()) throw new JournalError(`${file} is no file that a world can be kept in.`);
  const mode = found === null ? privateMode : found.mode & 0o777;
  if (found === null || found.size === 0) await writeWhole(file, mode, newSeed, []);
  const bytes = await readFile(file);
  const contents = readJournal(file, bytes);
  const handle = await open(file, 'a');
  try {
    if (bytes.length > contents.wholeBytes) await handle.truncate(contents.wholeBytes);
    if (contents.lacksLineEnd) await handle.appendFile('\n');
  } catch (error) {
    await handle.close();
    throw error;
  }
  const { seed, entries, state } = contents;
  return { seed, entries, state, ...writer({ file, mode, seed }, handle, unlock) };
}

interface Place {
  readonly file: string;
  readonly mode: number;
  readonly seed: string;
}

type Writer = Omit<Journal, 'seed' | 'entries' | 'state'>;

function writer({ file, mode, seed: firstSeed }: Place, firstHandle: FileHandle, unlock: () => Promise<void>): Writer {
  let seed = firstSeed;
  let handle = firstHandle;
  const queue = createQueue((error) => new JournalError(`${file} cannot be written: ${messageOf(error)}`));
  /** Lines whose turn has not come: they are written together. */
  let waiting: { readonly lines: string[]; readonly written: Promise<void> } | null = null;
  const nothing = Promise.resolve();
  let unwritten = nothing;

  function append(lines: readonly string[]): Promise<void> {
    waiting ??= newBatch();
    waiting.lines.push(...lines);
    return waiting.written;
  }

  function newBatch(): { readonly lines: string[]; readonly written: Promise<void> } {
    const lines: string[] = [];
    const written = queue.add(async () => {
      if (waiting?.lines === lines) waiting = null;
      await handle.appendFile(lines.join(''));
    });
    unwritten = written;
    // A failure stays to be told to whoever asks later.
    written.then(
      () => {
        if (unwritten === written) unwritten = nothing;
      },
      () => {},
    );
    return { lines, written };
  }

  async function rewrite(newSeed: string, entries: readonly Entry[]): Promise<void> {
    await writeBeside(file, mode, newSeed, entries);
    // Not every system lets an open file be replaced.
    await handle.close();
    try {
      await rename(besideOf(file), file);
      seed = newSeed;
    } finally {
      handle = await open(file, 'a');
    }
  }

  return {
    expectSound: queue.expectOpen,
    isSound: queue.isOpen,
    append,
    written: () => unwritten,
    compact(entries) {
      waiting = null;
      // The old file is whole and goes on being written where no new one can be.
      return queue.add(() => rewrite(seed, entries).catch(() => clear(besideOf(file))));
    },
    replace(newSeed, entries) {
      waiting = null;
      return queue.add(() => rewrite(newSeed, entries));
    },
    async close() {
      await queue.close();
      await handle.sync().catch(() => {});
      await handle.close();
      await unlock();
    },
  };
}

interface Queue {
  /** Does a job after all before it. The first failure is the end of the queue, and what every later job is told. */
  readonly add: (job: () => Promise<void>) => Promise<void>;
  readonly expectOpen: () => void;
  readonly isOpen: () => boolean;
  readonly close: () => Promise<void>;
}

function createQueue(failureOf: (error: unknown) => JournalError): Queue {
  let last = Promise.resolve();
  let failure: JournalError | null = null;
  let isClosed = false;

  async function turn(before: Promise<void>, job: () => Promise<void>): Promise<void> {
    await before.catch(() => {});
    try {
      if (failure === null) await job();
    } catch (error) {
      failure = failureOf(error);
    }
    if (failure !== null) throw failure;
  }

  function expectOpen(): void {
    if (failure !== null) throw failure;
    if (isClosed) throw new JournalError('The journal is closed.');
  }

  return {
    add(job) {
      expectOpen();
      last = turn(last, job);
      // Whoever waits is told; nobody has to wait.
      last.catch(() => {});
      return last;
    },
    expectOpen,
    isOpen: () => failure === null && !isClosed,
    async close() {
      isClosed = true;
      await last.catch(() => {});
    },
  };
}

function besideOf(file: string): string {
  return `${file}.new`;
}

/** Writes a whole journal at once: one that is half written is never seen under its name. */
async function writeWhole(file: string, mode: number, seed: string, entries: readonly Entry[]): Promise<void> {
  try {
    await writeBeside(file, mode, seed, entries);
    await rename(besideOf(file), file);
  } catch (error) {
    throw new JournalError(`${file} cannot be written: ${messageOf(error)}`);
  }
}

async function writeBeside(file: string, mode: number, seed: string, entries: readonly Entry[]): Promise<void> {
  const beside = besideOf(file);
  await rm(beside, { force: true });
  const handle = await open(beside, 'wx', privateMode);
  try {
    await handle.chmod(mode);
    await handle.appendFile(headerLine(seed));
    for (const entry of entries) await handle.appendFile(entryLine(entry));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What cannot be taken away is in the way of the next attempt too, which says so. */
async function clear(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => {});
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
