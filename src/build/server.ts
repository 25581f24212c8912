import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, inlineScriptHashes, workerSecurityPolicy } from './csp.ts';
import { isWorkerFile } from './sdk-packages.ts';
import { encodedBody, isCompressible, preferredEncoding, readSite, type Site, type SiteFile } from './site.ts';

export interface ServerOptions {
  /** The folder that the build wrote. */
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  /** How many further ports to try when that one is taken. */
  readonly tries?: number;
  /** False for a site that is not ours: it was not written for our content security policy. */
  readonly policy?: boolean;
  /** Answers where the site has no page to show; plain text without it. */
  readonly refuse?: Refuse;
}

type Refuse = (response: ServerResponse, status: 400 | 404 | 405, text: string) => void;

export interface RunningServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

type Answer =
  | { readonly status: 200 | 404; readonly file: SiteFile }
  | { readonly status: 308; readonly location: string }
  | { readonly status: 400 | 404 | 405; readonly text: string };

/** Serves a built site on this machine only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  return listen(siteHandler(options), options.port, options.tries ?? 0);
}

/** Answers every request from the files of a built site. Throws where there is none in the folder. */
export function siteHandler({
  folder,
  policy: isOurs = true,
  refuse = refusePlainly,
}: Pick<ServerOptions, 'folder' | 'policy' | 'refuse'>): Handler {
  const site = existsSync(folder) ? readSite(folder) : undefined;
  if (site === undefined || !site.has('/index.html')) {
    throw new Error(`There is no index.html in ${folder}: run npm run build first.`);
  }
  const pages = [...site.values()].filter((file) => file.type.startsWith('text/html'));
  const policy = contentSecurityPolicy(inlineScriptHashes(pages.map((file) => file.body.toString())));
  const headers = {
    ...(isOurs ? { 'Content-Security-Policy': policy } : {}),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const reply = answer({ method: request.method, url: request.url }, site);
    if (isOurs && reply.status === 200 && isWorkerFile(request.url ?? '')) {
      response.setHeader('Content-Security-Policy', workerSecurityPolicy);
    }
    if ('text' in reply) {
      if (reply.status === 405) response.setHeader('Allow', 'GET, HEAD');
      refuse(response, reply.status, reply.text);
      return;
    }
    send(request, response, reply).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
}

function answer(
  request: { readonly method?: string | undefined; readonly url?: string | undefined },
  site: Site,
): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, text: 'Only GET and HEAD.' };
  const [rawPath, query] = splitOnce(request.url ?? '/', '?');
  const path = decoded(rawPath);
  if (path === undefined) return { status: 400, text: 'This address is not written correctly.' };
  const file = site.get(path) ?? pageAt(site, path);
  if (file !== undefined) return { status: 200, file };
  // The last segment has an extension: a file was meant, and a page in its place would only confuse.
  if (/\.[^/]+$/.test(path)) return { status: 404, text: 'There is no such file.' };
  const trimmed = rawPath.replace(/\/+$/, '');
  if (trimmed !== rawPath && !trimmed.startsWith('//') && pageAt(site, trimmed) !== undefined) {
    return { status: 308, location: query === undefined ? trimmed : `${trimmed}?${query}` };
  }
  return notFound(site, path);
}

/** Every page is a file: `/lessons` is `/lessons.html`, `/de` is `/de/index.html`. */
function pageAt(site: Site, path: string): SiteFile | undefined {
  if (path === '/') return site.get('/index.html');
  return path.endsWith('/') ? undefined : (site.get(`${path}.html`) ?? site.get(`${path}/index.html`));
}

/** The nearest page for unknown addresses above this one: each language has its own. */
function notFound(site: Site, path: string): Answer {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const file = site.get(`${folder}/404.html`);
  if (file !== undefined) return { status: 404, file };
  return folder === '' ? { status: 404, text: 'There is no such page.' } : notFound(site, folder);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const refusePlainly: Refuse = (response, status, text) => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
};

type Sent = Exclude<Answer, { readonly text: string }>;

async function send(request: IncomingMessage, response: ServerResponse, reply: Sent): Promise<void> {
  if ('location' in reply) {
    response.writeHead(reply.status, { Location: reply.location }).end();
    return;
  }
  const { file, status } = reply;
  const encoding = isCompressible(file) ? preferredEncoding(request.headers['accept-encoding']) : 'identity';
  const etag = `"${file.etag}-${encoding}"`;
  response.setHeader('Content-Type', file.type);
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (isCompressible(file)) response.setHeader('Vary', 'Accept-Encoding');
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const body = await encodedBody(file, encoding);
  response.writeHead(status, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * `localhost` is two addresses, and a browser may try either first: take both, or a stranger on the
 * other one answers in our name.
 */
async function listen(handle: Handler, port: number, tries: number): Promise<RunningServer> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(stop));
  };
  try {
    const first = await bind(handle, '127.0.0.1', port);
    servers.push(first);
    const chosen = (first.address() as AddressInfo).port;
    const second = await bind(handle, '::1', chosen).catch((error: unknown) => {
      if (codeOf(error) === 'EADDRINUSE') throw error;
      return undefined; // This machine has no IPv6.
    });
    if (second !== undefined) servers.push(second);
    return { address: `http://localhost:${chosen}`, close };
  } catch (error) {
    await close();
    if (codeOf(error) !== 'EADDRINUSE' || tries <= 0) throw error;
    return listen(handle, port === 0 ? 0 : port + 1, tries - 1);
  }
}

async function bind(handle: Handler, host: string, port: number): Promise<Server> {
  const server = createServer(handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => resolve(server));
  });
}

async function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
