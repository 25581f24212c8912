import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { largestBody } from './azure-request.ts';
import { originForm, proxied } from '../tls/request-target.ts';
import { refusalResponse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

export interface CompanionEnv {
  readonly Bindings: HttpBindings;
}

export interface Allowed {
  /** Exactly these `Host` headers: a name that a stranger's DNS points at this machine is none of them. */
  readonly hosts: () => readonly string[];
  /** Pages that may ask, by their `Origin`; no page at all on listeners that are for code. */
  readonly origins: () => readonly string[];
}

/** Refuses what did not mean this listener, or comes from a page that is not the companion's own. */
export function guard({ hosts, origins }: Allowed) {
  return createMiddleware<CompanionEnv>(async ({ env: { incoming } }, next) => {
    const refusal = misaddressed(incoming, hosts()) ?? fromStrangePage(incoming, origins());
    if (refusal !== null) return refusalResponse(refusal);
    // An address with a host means the same as one without it (RFC 9112, 3.2.2).
    if (proxied(incoming.url) !== null) incoming.url = originForm(incoming.url ?? '');
    return next();
  });
}

/** The same for what comes through a proxy, which is for code alone; whom it is for says its address, not its `Host`. */
export const guardProxy = createMiddleware<CompanionEnv>(async ({ env: { incoming } }, next) => {
  const refusal = (hasOneHost(incoming) ? null : invalidHost) ?? fromStrangePage(incoming, []);
  return refusal === null ? next() : refusalResponse(refusal);
});

const invalidHost: Refusal = {
  status: 400,
  code: 'InvalidHost',
  message: 'A request needs exactly one Host header.',
};

/** A second one would be read by some and not by others. */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count === 1;
}

function misaddressed(incoming: IncomingMessage, hosts: readonly string[]): Refusal | null {
  if (!hasOneHost(incoming)) return invalidHost;
  const named = [(incoming.headers.host ?? '').toLowerCase(), proxied(incoming.url)?.host];
  if (named.every((host) => host === undefined || hosts.includes(host))) return null;
  return {
    status: 403,
    code: 'HostNotAllowed',
    message: `This listener is ${hosts[0] ?? 'another one'}; requests for other hosts are refused.`,
  };
}

function fromStrangePage({ headers }: IncomingMessage, origins: readonly string[]): Refusal | null {
  const { origin } = headers;
  if (origin !== undefined && origins.includes(origin)) return null;
  if (origin === undefined && !isFromAnotherSite(headers['sec-fetch-site'])) return null;
  return {
    status: 403,
    code: 'OriginNotAllowed',
    message: 'A page of another origin may not call the companion. Use the page that it serves itself.',
  };
}

/** Browsers say where a request comes from; code outside browsers says nothing, or `none`. */
function isFromAnotherSite(site: string | string[] | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const limited = bodyLimit({ maxSize: largestBody, onError: tooLarge });

/** Bodies are read up to 1 MB, whatever length they claim. Those of GET and HEAD are not read at all. */
export const limitBody = createMiddleware<CompanionEnv>((context, next) => {
  const { method } = context.env.incoming;
  return method === 'GET' || method === 'HEAD' ? next() : limited(context, next);
});

export function tooLarge(): Response {
  return refusalResponse({
    status: 413,
    code: 'RequestTooLarge',
    message: 'The body is larger than is read here: 1 MB.',
  });
}
