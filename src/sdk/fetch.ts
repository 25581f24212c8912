import type { HttpMethod, HttpRequest, HttpResponse } from '#domain/http/message.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { Clock } from './clock.ts';

/** What came of a request in the world. */
export type Reply =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'failure'; readonly reason: ConnectionFailure };

export type Send = (request: HttpRequest) => Promise<Reply>;

/** `fetch` whose every request is answered by the world of the page; there is no other network. */
export function createFetch(send: Send, clock: Clock): typeof fetch {
  return async (input, init) => {
    const timeouts = (init?.signal ?? null) === null ? [] : clock.justSet();
    const finish = clock.begin();
    try {
      init?.signal?.throwIfAborted();
      const reply = await Promise.race([readRequest(input, init).then(send), abortOf(init?.signal)]);
      // The browser's client of the SDKs leaves the timer of a request running that has long been answered.
      for (const timer of timeouts) clock.clear(timer);
      if (reply.kind === 'failure') throw connectionError(new URL(urlOf(input)), reply.reason);
      return responseOf(reply.response);
    } finally {
      finish();
    }
  };
}

/** A request of the Fetch API as data. Headers are taken as they are given: the browser would drop some. */
export async function readRequest(input: RequestInfo | URL, init: RequestInit = {}): Promise<HttpRequest> {
  const given = input instanceof Request ? input : null;
  const headers = [...new Headers(init.headers ?? given?.headers)];
  const method = methodOf(init.method ?? given?.method ?? 'GET');
  return { method, url: addressOf(input), headers, body: await bodyOf(given, init.body ?? null) };
}

function addressOf(input: RequestInfo | URL): string {
  const url = new URL(urlOf(input));
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('fetch failed');
  url.hash = '';
  return url.href;
}

async function bodyOf(given: Request | null, body: BodyInit | null): Promise<string> {
  if (body !== null) return new Response(body).text();
  return given === null ? '' : given.clone().text();
}

function urlOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : String(input);
}

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'];

function methodOf(text: string): HttpMethod {
  const method = methods.find((known) => known === text.toUpperCase());
  if (method === undefined) throw new TypeError(`The simulated network knows no ${text}.`);
  return method;
}

/** Statuses that never have a body; the Fetch API insists. */
const bodiless = [204, 205, 304];

export function responseOf({ status, headers, body }: HttpResponse): Response {
  return new Response(bodiless.includes(status) ? null : body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}

/** The error with which Node's `fetch` fails, its cause included. */
function connectionError({ hostname, port }: URL, reason: ConnectionFailure): TypeError {
  return new TypeError('fetch failed', { cause: causeOf(hostname, port || '80', reason) });
}

function causeOf(host: string, port: string, reason: ConnectionFailure): Error {
  switch (reason) {
    case 'nameNotResolved':
      return systemError('ENOTFOUND', 'getaddrinfo', `getaddrinfo ENOTFOUND ${host}`, { hostname: host });
    default:
      return systemError('EHOSTUNREACH', 'connect', `connect EHOSTUNREACH ${host}:${port}`, { address: host });
  }
}

function systemError(code: string, syscall: string, message: string, more: object): Error {
  return Object.assign(new Error(message), { code, syscall, ...more });
}

function abortOf(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
