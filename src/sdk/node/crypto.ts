import { Buffer } from './buffer.ts';
import { sha256 } from './sha256.ts';
import { notHere } from './not-here.ts';

/** What of Node's `crypto` the SDKs use on the ways that a managed identity takes. */
export const randomUUID = (): string => crypto.randomUUID();

export function randomBytes(size: number): Buffer {
  return new Buffer(crypto.getRandomValues(new Uint8Array(size)));
}

export function createHash(algorithm: string): Hash {
  if (algorithm.toLowerCase().replace('-', '') !== 'sha256') return notHere(`the hash ${algorithm}`);
  let text = new Uint8Array();
  const hash: Hash = {
    update(part) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      const joined = new Uint8Array(text.length + bytes.length);
      joined.set(text);
      joined.set(bytes, text.length);
      text = joined;
      return hash;
    },
    digest(encoding) {
      const digest = new Buffer(sha256(text));
      return encoding === undefined ? digest : digest.toString(encoding);
    },
  };
  return hash;
}

interface Hash {
  readonly update: (part: string | Uint8Array) => Hash;
  readonly digest: (encoding?: string) => Buffer | string;
}

export const createPrivateKey = (): never => notHere('private keys');

// oxlint-disable-next-line import/no-default-export -- as Node's own module has it
export default { randomUUID, randomBytes, createHash, createPrivateKey };
