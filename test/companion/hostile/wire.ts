import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where bytes are sent to; over TLS where there is a certificate to trust. */
export interface Port {
  readonly port: number;
  readonly ca: string | null;
}

/** One answer as it came over the wire; the names of its headers are lower-case. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server sent until it ended the connection. */
export interface Heard {
  readonly answers: readonly WireAnswer[];
  /** What is no HTTP, or no whole answer. */
  readonly rest: string;
  /** The connection was still open long after. */
  readonly isStuck: boolean;
}

export interface Sending {
  /** Ends the client's side after the last byte, as a client does that has no more to say. */
  readonly ends?: boolean;
  /** An answer to HEAD has no body, whatever its length says. */
  readonly isHead?: boolean;
  readonly patience?: number;
}

/** Sends bytes that no client library would send, and hears what comes of them. */
export async function sendBytes({ port, ca }: Port, bytes: string | Uint8Array, sending: Sending = {}): Promise<Heard> {
  const { ends = false, isHead = false, patience = 8_000 } = sending;
  const sent = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  const where = { host: '127.0.0.1', port };
  const socket: Socket = ca === null ? connectTcp(where) : connectTls({ ...where, ca });
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    const finish = (isStuck: boolean): void => {
      clearTimeout(deadline);
      socket.destroy();
      resolve({ ...read(Buffer.concat(chunks), isHead), isStuck });
    };
    const deadline = setTimeout(() => finish(true), patience);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      // With an answer the client has what it wanted; whatever else the server has to say comes before its end.
      if (read(Buffer.concat(chunks), isHead).answers.length > 0) socket.end();
    });
    socket.on('error', () => undefined).on('close', () => finish(false));
    socket.once(ca === null ? 'connect' : 'secureConnect', () => {
      if (ends) socket.end(sent);
      else socket.write(sent);
    });
  });
}

/** Reads answers one after another, as a client does. */
function read(bytes: Buffer, isHead: boolean): Pick<Heard, 'answers' | 'rest'> {
  const answers: WireAnswer[] = [];
  let left = bytes;
  for (let taken = readOne(left, isHead); taken !== null; taken = readOne(left, isHead)) {
    if (taken.answer.status >= 200) answers.push(taken.answer);
    left = left.subarray(taken.length);
  }
  return { answers, rest: left.toString('latin1') };
}

function readOne(bytes: Buffer, isHead: boolean): { readonly answer: WireAnswer; readonly length: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1] ?? Number.NaN);
  if (end === -1 || Number.isNaN(status)) return null;
  const headers = Object.fromEntries(lines.map((line) => headerOf(line)));
  const rest = bytes.subarray(end + 4);
  const body = isHead || status < 200 || status === 204 || status === 304 ? noBody : readBody(rest, headers);
  if (body === null) return null;
  return { answer: { status, headers, body: body.text }, length: end + 4 + body.length };
}

function headerOf(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

interface ReadBody {
  readonly text: string;
  readonly length: number;
}

const noBody: ReadBody = { text: '', length: 0 };

function readBody(bytes: Buffer, headers: Readonly<Record<string, string>>): ReadBody | null {
  if (headers['transfer-encoding'] === 'chunked') return readChunks(bytes);
  const length = Number(headers['content-length'] ?? 0);
  return bytes.length < length ? null : { text: bytes.subarray(0, length).toString(), length };
}

function readChunks(bytes: Buffer): ReadBody | null {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    const start = lineEnd + 2;
    if (bytes.length < start + size + 2) return null;
    if (size === 0) return { text: Buffer.concat(parts).toString(), length: start + 2 };
    parts.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}
