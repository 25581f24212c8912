import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the built site, as it goes over the wire. */
export interface SiteFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
  /** Its name holds a hash of its content. */
  readonly immutable: boolean;
}

/** Every file under the folder by its address; nothing else can be asked for, whatever a path looks like. */
export type Site = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const compressible = /^(text\/|application\/(json|wasm|xml|manifest\+json)|image\/svg\+xml)/;
const hashedName = /\/assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Reads the whole site into memory: it is small, and a build that replaces the folder meanwhile cannot
 * mix two versions on one page. Dot files (the manifest) stay private.
 */
export function readSite(folder: string): Site {
  const site = new Map<string, SiteFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    if (!entry.isFile() || address.includes('/.')) continue;
    const body = readFileSync(file);
    site.set(address, {
      type: types[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      body,
      etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
      immutable: hashedName.test(address),
    });
  }
  return site;
}

export type Encoding = 'br' | 'gzip' | 'identity';

export function isCompressible(file: SiteFile): boolean {
  return compressible.test(file.type) && file.body.length > 256;
}

/** The best encoding that an Accept-Encoding header allows. */
export function preferredEncoding(accepted: string | undefined): Encoding {
  const offers = new Set<string>();
  for (const offer of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) offers.add(name);
  }
  if (offers.has('br')) return 'br';
  return offers.has('gzip') ? 'gzip' : 'identity';
}

const compressors = {
  br: async (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: async (body: Buffer) => promisify(gzip)(body, { level: 9 }),
};

const compressed = new WeakMap<SiteFile, Map<Encoding, Promise<Buffer>>>();

/** The body in that encoding; each file is compressed once, when it is first asked for. */
export async function encodedBody(file: SiteFile, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return file.body;
  const known = compressed.get(file) ?? new Map<Encoding, Promise<Buffer>>();
  compressed.set(file, known);
  const body = known.get(encoding) ?? compressors[encoding](file.body);
  known.set(encoding, body);
  return body;
}
