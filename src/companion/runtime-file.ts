import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the companion that was started last can be reached. */
export interface Running {
  readonly base: string;
  readonly secret: string;
  readonly pid: number;
}

/** In a folder of this user's own, for it holds the secret. */
function runtimeFile(): string {
  return path.join(os.tmpdir(), `managed-identity-lab-${os.userInfo().username}`, 'companion.json');
}

/** Says where this companion is; the function that is returned takes it back. */
export function announceRunning(running: Running): () => void {
  const file = runtimeFile();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  chmodSync(path.dirname(file), 0o700);
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => {
    if (findRunning()?.pid === running.pid) rmSync(file, { force: true });
  };
}

/** The companion that runs, or null. */
export function findRunning(): Running | null {
  try {
    const read = JSON.parse(readFileSync(runtimeFile(), 'utf8')) as Partial<Running>;
    const { base, secret, pid } = read;
    if (typeof base !== 'string' || typeof secret !== 'string' || typeof pid !== 'number') return null;
    return { base, secret, pid };
  } catch {
    return null;
  }
}
