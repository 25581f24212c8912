import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The authority's certificate, where clients read it. */
export interface CaFile {
  readonly path: string;
  readonly remove: () => void;
}

/** Writes the certificate, and never a key, to a folder that is new and this user's alone. */
export function writeCaFile(caPem: string): CaFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'managed-identity-lab-'));
  const file = path.join(folder, 'ca.pem');
  writeFileSync(file, caPem, { mode: 0o600, flag: 'wx' });
  return { path: file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
