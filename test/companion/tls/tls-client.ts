import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Binds a server to a free port of this machine. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve());
  });
  return (server.address() as AddressInfo).port;
}

export async function ask(url: string, ca: string | undefined): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(url, { ca, agent: false }, (response) => resolve(readAll(response)));
    sent.on('error', reject).end();
  });
}

/** What a proxy says to CONNECT: a tunnel, or its refusal. */
export async function askForTunnel(port: number, target: string): Promise<Socket | Answered> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method: 'CONNECT', path: target, agent: false });
    sent.on('connect', (response, socket: Socket, head: Buffer) => {
      if (response.statusCode === 200) {
        resolve(socket);
        return;
      }
      // A refusal: Node leaves it to the caller to read the body from the socket.
      const { statusCode: status = 0, headers } = response;
      const chunks = [head];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('error', reject).on('end', () => {
        socket.end();
        resolve({ status, headers, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject).end();
  });
}

export async function tunnel(port: number, target: string): Promise<Socket> {
  const answer = await askForTunnel(port, target);
  if ('status' in answer) throw new Error(`No tunnel: ${answer.body}`);
  return answer;
}

export interface InTunnel extends Pick<RequestOptions, 'method' | 'path'> {
  readonly headers?: Record<string, string | string[]>;
  readonly servername?: string;
  readonly body?: string;
}

/** A request with TLS over a tunnel that is open. */
export async function askIn(
  socket: Socket,
  host: string,
  ca: string | undefined,
  options: InTunnel,
): Promise<Answered> {
  const { servername = host, body, headers, ...sending } = options;
  const secure = connectTls({ socket, servername, ca });
  return new Promise((resolve, reject) => {
    secure.on('error', reject);
    const created = { host, headers: { Host: host, ...headers }, createConnection: () => secure, ...sending };
    const sent = httpsRequest(created, (response) => resolve(readAll(response)));
    sent.on('error', reject).end(body);
  });
}

async function readAll(response: IncomingMessage): Promise<Answered> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
}
