import type { Known, ListenerName } from './known.ts';
import { listeners, names } from './known.ts';
import type { Sending } from './wire.ts';

/** The refusal that is due: its status, and the code in its body. */
export type Refused = readonly [status: number, code: string];

/** A request that nobody should send, and the refusal that it gets. */
export interface HostileCase {
  readonly what: string;
  readonly at: readonly ListenerName[];
  readonly bytes: (known: Known, at: ListenerName) => string | Uint8Array;
  readonly refused: Refused;
  /** Where a listener says it otherwise. */
  readonly otherwise?: Partial<Readonly<Record<ListenerName, Refused>>>;
  readonly sending?: Sending;
}

export const every: readonly ListenerName[] = listeners;
/** Those that answer at addresses of their own. */
export const origins: readonly ListenerName[] = listeners.filter((listener) => listener !== 'proxy');

type Headers = readonly (readonly [name: string, value: string])[];

export interface Written {
  readonly method?: string;
  readonly target?: string;
  /** Null for none. */
  readonly host?: string | null;
  readonly headers?: Headers;
  readonly body?: string | Uint8Array;
}

/** A request as a client writes it, with whatever is wrong in its place. */
export function written(known: Known, at: ListenerName, request: Written): Buffer {
  const { method = 'GET', target = targetOf(at), host = `127.0.0.1:${known.port(at)}`, headers = [], body } = request;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const isFramed = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name));
  const all: Headers = [
    ...(host === null ? [] : [['Host', host] as const]),
    ...headers,
    ...(bytes === undefined || isFramed ? [] : [['Content-Length', String(bytes.length)] as const]),
  ];
  const head = `${method} ${target} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes ?? Buffer.alloc(0)]);
}

/** Where a listener would answer a request that is in order. */
export function targetOf(at: ListenerName): string {
  return targets[at];
}

const secret = `/keyvault/${names.vault}/secrets/sample?api-version=7.4`;
const blob = `/${names.account}/box/sample.txt`;
const token = '?api-version=2018-02-01&resource=https://vault.azure.net';

const targets: Readonly<Record<ListenerName, string>> = {
  main: secret,
  blob,
  machine: `/metadata/identity/oauth2/token${token}`,
  app: '/msi/token?api-version=2019-08-01&resource=https://vault.azure.net',
  proxy: `http://169.254.169.254/metadata/identity/oauth2/token${token}`,
  'secure main': secret,
  'secure blob': blob,
};

/** A case that is written as a request. */
export function row(
  what: string,
  at: readonly ListenerName[],
  request: Written | ((known: Known, at: ListenerName) => Written),
  refused: Refused,
  more: Pick<HostileCase, 'otherwise' | 'sending'> = {},
): HostileCase {
  const bytes = (known: Known, listener: ListenerName) =>
    written(known, listener, typeof request === 'function' ? request(known, listener) : request);
  return { what, at, bytes, refused, ...more };
}

/** A case that is no request at all. */
export function raw(
  what: string,
  at: readonly ListenerName[],
  text: string | Uint8Array | ((host: string) => string),
  refused: Refused,
  more: Pick<HostileCase, 'otherwise' | 'sending'> = {},
): HostileCase {
  const bytes = (known: Known, listener: ListenerName) =>
    typeof text === 'function' ? text(`127.0.0.1:${known.port(listener)}`) : text;
  return { what, at, bytes, refused, ...more };
}

export function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

export function nestedObject(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
}
