import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Refusal } from '../http/refusal.ts';
import { proxied } from './request-target.ts';

/** Why a request in a tunnel to `host` is not for that host; null where it is. */
export function misdirected(request: IncomingMessage, host: string): Refusal | null {
  const { socket, headersDistinct } = request;
  const given = headersDistinct['host'] ?? [];
  const [named = ''] = given;
  if (given.length !== 1 || named === '') {
    return { status: 400, code: 'InvalidHost', message: 'A request needs exactly one Host header.' };
  }
  const isSecure = socket instanceof TLSSocket;
  const absolute = proxied(request.url);
  const serverName = isSecure ? serverNameOf(socket) : null;
  const others = [
    withoutPort(named, isSecure ? ':443' : ':80'),
    ...(absolute === null ? [] : [absolute.host]),
    ...(serverName === null ? [] : [serverName]),
  ];
  const other = others.find((name) => name !== host);
  if (other === undefined) return null;
  return {
    status: 421,
    code: 'MisdirectedRequest',
    message: `This tunnel leads to ${host}, and the request is for ${other === '' ? 'another host' : other}.`,
  };
}

/** The name that the client asked for in its TLS handshake; null where it named none. */
function serverNameOf(socket: TLSSocket & { readonly servername?: unknown }): string | null {
  const { servername } = socket;
  return typeof servername === 'string' && servername !== '' ? servername.toLowerCase() : null;
}

function withoutPort(host: string, port: string): string {
  const lower = host.toLowerCase();
  return lower.endsWith(port) ? lower.slice(0, -port.length) : lower;
}
