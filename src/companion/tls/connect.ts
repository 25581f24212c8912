import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { refuseExpectation, refuseUnreadable } from '../http/listen.ts';
import type { Refusal } from '../http/refusal.ts';
import { refuseOn, writeRefusal } from '../http/write-refusal.ts';
import type { Leaf } from './authority.ts';
import { misdirected } from './misdirected.ts';
import { connectTarget, originForm, proxied } from './request-target.ts';
import type { ConnectTarget } from './request-target.ts';

/** Answers a request that came through a tunnel; `host` is the host, lower-case, to which the tunnel was asked for. */
export type TunnelHandler = (request: IncomingMessage, response: ServerResponse, host: string) => void;

export interface ConnectOptions {
  readonly leaf: Leaf;
  /** Hosts to which tunnels to port 443 are accepted; TLS ends here. */
  readonly plays: (host: string) => boolean;
  /** Hosts to which tunnels to port 80 are accepted: some clients ask for one for plain HTTP too. None by default. */
  readonly playsPlain?: (host: string) => boolean;
  readonly handle: TunnelHandler;
  /** Milliseconds without a byte in either direction after which a tunnel is closed. */
  readonly idleTimeout?: number;
  /** Milliseconds that a TLS handshake may take. */
  readonly handshakeTimeout?: number;
}

export interface Tunnels {
  /** Accepts no more and ends all that are open. A server waits for its tunnels: call this before its `close`. */
  readonly close: () => Promise<void>;
}

/** Makes a server a forward proxy that is the far end itself: it connects to nobody. */
export function acceptConnect(server: Server, options: ConnectOptions): Tunnels {
  const { leaf, handle, idleTimeout = 120_000, handshakeTimeout = 10_000 } = options;
  const secureContext = createSecureContext(leaf);
  const open = new Set<Socket>();
  const hosts = new WeakMap<Duplex, string>();
  const inner = tunnelServer((request, response) => {
    answer(request, response, hosts.get(request.socket) ?? '', handle);
  }, idleTimeout);

  const connect = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // Both kinds of server hand over the socket itself.
    const socket = stream as Socket;
    open.add(socket);
    socket.once('close', () => open.delete(socket)).on('error', () => socket.destroy());
    const target = connectTarget(request.url);
    const refusal = target === null ? malformed : refusalOf(target, options);
    if (target === null || refusal !== null) {
      refuseOn(socket, refusal ?? malformed);
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    // What the client sent without waiting for the answer.
    if (head.length > 0) socket.unshift(head);
    const end = target.port === 443 ? secured(socket, secureContext, handshakeTimeout) : socket;
    hosts.set(end, target.host);
    inner.emit('connection', end);
  };

  server.on('connect', connect);
  return {
    async close() {
      server.off('connect', connect);
      await Promise.all([...open].map(ended));
    },
  };
}

const malformed: Refusal = {
  status: 400,
  code: 'InvalidConnect',
  message: 'CONNECT takes a host and a port, such as kv1.vault.azure.net:443.',
};

/** Why no tunnel leads there; null where one does. */
function refusalOf({ host, port }: ConnectTarget, { plays, playsPlain = () => false }: ConnectOptions): Refusal | null {
  if (port === 443 ? plays(host) : port === 80 && playsPlain(host)) return null;
  if (plays(host)) return refusedPort(host, port, 443);
  if (playsPlain(host)) return refusedPort(host, port, 80);
  return {
    status: 502,
    code: 'HostNotPlayed',
    message: `${host} is not a host of the simulated Azure, and this proxy connects to nobody else. Name hosts that should be reached directly in NO_PROXY.`,
  };
}

function refusedPort(host: string, port: number, usual: number): Refusal {
  return { status: 502, code: 'PortNotPlayed', message: `${host} answers at port ${usual} here, not at port ${port}.` };
}

/** The end of TLS inside a tunnel. */
function secured(socket: Socket, secureContext: ReturnType<typeof createSecureContext>, timeout: number): TLSSocket {
  const tls = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
  const deadline = setTimeout(() => tls.destroy(), timeout);
  tls.once('secure', () => clearTimeout(deadline));
  tls.once('close', () => clearTimeout(deadline));
  // A handshake that fails, or a client that goes away: the connection ends, and nothing else does.
  return tls.on('error', () => tls.destroy());
}

/** Reads HTTP from the tunnels that it is given; it never listens. */
function tunnelServer(handle: (request: IncomingMessage, response: ServerResponse) => void, timeout: number): Server {
  // Without a Host header Node would refuse by itself, and without a body.
  const server = createServer({ maxHeaderSize: 16_384, requireHostHeader: false }, handle);
  server.timeout = timeout;
  server.on('clientError', refuseUnreadable);
  server.on('connect', (_request, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    refuseOn(socket, { ...malformed, message: 'A tunnel cannot be asked for inside a tunnel.' });
  });
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    refuseExpectation(response);
  });
  return server;
}

function answer(request: IncomingMessage, response: ServerResponse, host: string, handle: TunnelHandler): void {
  const refusal = misdirected(request, host);
  if (refusal !== null) {
    writeRefusal(response, refusal);
    return;
  }
  const absolute = proxied(request.url);
  if (absolute !== null) request.url = originForm(absolute.url);
  handle(request, response, host);
}

async function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve()).destroy();
  });
}
