import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { JournalError } from './journal-error.ts';

/** Locks of this process: its own id in a lock that it does not hold is left of an earlier process. */
const held = new Set<string>();

/** Keeps a file for this process, by a file beside it that names the process; resolves to what lets it go again. */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  const own = `${process.pid} ${randomUUID()}\n`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await created(lock, own)) {
      held.add(own);
      return async () => {
        held.delete(own);
        await rm(lock, { force: true });
      };
    }
    const other = await readFile(lock, 'utf8').catch(() => null);
    if (other === null) continue;
    if (isAlive(other)) throw taken(file, lock, other);
    await setAside(lock, other);
  }
  throw taken(file, lock, 'another');
}

async function created(lock: string, text: string): Promise<boolean> {
  try {
    await writeFile(lock, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Takes a stale lock away. Of two that try, one may have the new lock of the other in its hands, and puts it back. */
async function setAside(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${process.pid}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const found = await readFile(aside, 'utf8');
  if (found === stale) await rm(aside, { force: true });
  else await rename(aside, lock);
}

/** Whether the process that a lock names may still hold it. A lock that names none was torn while it was written. */
function isAlive(lock: string): boolean {
  const pid = Number.parseInt(lock, 10);
  if (!(pid > 0)) return false;
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function taken(file: string, lock: string, other: string): JournalError {
  const by = other.split(' ')[0] ?? other;
  return new JournalError(
    `${file} is in use by a companion that runs as process ${by}. Stop it, or name another file; if no companion runs, delete ${lock}.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
