import { fileAt } from './files.ts';

/** Reads a file that the platform mounts, such as the token of a service account. */
export function readFile(path: string): Promise<string> {
  return new Promise((resolve) => resolve(fileAt(path)));
}
