import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusalBody } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Milliseconds in which a client may still send after its refusal, and read it. */
const patience = 2_000;

/** Answers on a socket that no server reads any more, and ends the connection. */
export function refuseOn(socket: Duplex, refusal: Refusal): void {
  const { status } = refusal;
  const body = refusalBody(refusal);
  const fields = Object.entries(headersFor(body)).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${fields.join('')}\r\n${body}`);
  // What the client still sends is dropped, not left unread: unread bytes would reset the connection under the answer.
  socket.resume();
  const deadline = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(deadline));
}

/** Answers a request that no app of a listener is given. */
export function writeRefusal(outgoing: ServerResponse, refusal: Refusal): void {
  const body = refusalBody(refusal);
  outgoing.writeHead(refusal.status, headersFor(body)).end(body);
}

/** Where there is no page to show. */
export function refusePage(outgoing: ServerResponse, status: 400 | 404 | 405, text: string): void {
  const code = status === 400 ? 'BadRequest' : 'NotFound';
  writeRefusal(outgoing, { status, code, message: text });
}

function headersFor(body: string): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    Connection: 'close',
  };
}
