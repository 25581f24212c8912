import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { CompanionEnv } from './guards.ts';
import type { Refusal } from './refusal.ts';
import { together } from './together.ts';
import { failed } from './unanswered.ts';
import { refuseOn, writeRefusal } from './write-refusal.ts';

/** On this machine only: nobody else's network leads here. */
const loopback = '127.0.0.1';

export interface Listener {
  readonly server: Server;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves an app on a port of the loopback interface, 0 for any. Throws where the port is taken. */
export async function listen(app: RequestListener, port: number, tls: ServerOptions | null = null): Promise<Listener> {
  // A request without a Host header is refused by the guards, in JSON.
  const limits = { maxHeaderSize: 16_384, requestTimeout: 30_000, requireHostHeader: false };
  const server = tls === null ? createServer(limits, app) : createSecureServer({ ...limits, ...tls }, app);
  refuseInWords(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port }, () => resolve());
  });
  return { server, port: (server.address() as AddressInfo).port, close: () => stop(server) };
}

export function handlerOf(app: Hono<CompanionEnv>): RequestListener {
  // The name is for a request that has none; what cannot be an address at all is no request of an app.
  const options = { hostname: 'localhost', errorHandler: failed };
  const handle = getRequestListener((request, env) => {
    const answer = app.fetch(request, env);
    return request.method === 'HEAD' ? unlessLeft(env.incoming, answer) : answer;
  }, options);
  return together((incoming, outgoing) => void handle(incoming, outgoing));
}

/** Requests whose answer is somebody else's to write. */
const left = new WeakSet<object>();

/** Leaves a request of an app to a listener that knows nothing of Hono. */
export function leaveTo(listener: RequestListener, { incoming, outgoing }: CompanionEnv['Bindings']): Response {
  left.add(incoming);
  listener(incoming, outgoing);
  return RESPONSE_ALREADY_SENT;
}

/** Of an answer to HEAD Hono makes another one, which does not say any more that it was left to somebody else. */
async function unlessLeft(incoming: object, answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer;
  return left.has(incoming) ? RESPONSE_ALREADY_SENT : response;
}

/** The exact `Host` headers under which a port of this machine may be asked. */
export function hostsAt(port: number): readonly string[] {
  return [`${loopback}:${port}`, `localhost:${port}`];
}

/** Sockets that were answered, although bytes of them may still be on their way through the parser. */
const refused = new WeakSet<Duplex>();

/** What Node cannot parse never reaches an app; it is refused in JSON all the same. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (refused.has(socket)) return;
  refused.add(socket);
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else refuseOn(socket, unreadable[error.code ?? ''] ?? notHttp);
}

const notHttp: Refusal = { status: 400, code: 'BadRequest', message: 'This is no HTTP request that can be read.' };

const unreadable: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HeadersTooLarge',
    message: 'The headers are larger than 16 kB in all.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'RequestTooLarge',
    message: 'The extensions of the chunks are larger than 16 kB.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'RequestTimeout',
    message: 'The request did not come to its end in time.',
  },
};

/** What Node would refuse without a word. */
function refuseInWords(server: Server): void {
  server.on('clientError', refuseUnreadable);
  server.on('checkExpectation', (_incoming, outgoing) => {
    refuseExpectation(outgoing);
  });
  server.on('connect', refuseTunnel);
}

/** Only 100-continue is known, and Node answers that itself. */
export function refuseExpectation(outgoing: ServerResponse): void {
  writeRefusal(outgoing, {
    status: 417,
    code: 'ExpectationFailed',
    message: 'Only 100-continue can be expected.',
  });
}

/** A listener without tunnels; one that takes them takes this away. */
export function refuseTunnel(_incoming: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  refuseOn(socket, {
    status: 405,
    code: 'MethodNotAllowed',
    message:
      'No tunnels lead from this port. Start the companion with --https, and use the port of a host or the proxy.',
  });
}

async function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
