import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '#build/server.ts';

const boot = 'document.documentElement.dataset.theme = "dark";';
const index = `<!doctype html><title>Home</title><script>${boot}</script><script type="module" src="/a.js"></script>`;
const script = `console.log(${JSON.stringify('a'.repeat(2000))});`;

const pages = {
  '404.html': '<title>No such page</title>',
  'lessons.html': '<title>Lessons</title>',
  'lessons/first.html': '<title>First</title>',
  'de.txt': 'no page',
  'de/index.html': '<title>Start</title>',
  'de/404.html': '<title>Keine solche Seite</title>',
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  mkdirSync(path.join(folder, 'site/assets'), { recursive: true });
  mkdirSync(path.join(folder, 'site/.vite'));
  writeFileSync(path.join(folder, 'secret.txt'), 'outside');
  writeFileSync(path.join(folder, 'site/index.html'), index);
  writeFileSync(path.join(folder, 'site/about.html'), '<title>About</title><script>1 + 1</script>');
  mkdirSync(path.join(folder, 'site/lessons'));
  mkdirSync(path.join(folder, 'site/de'));
  for (const [file, title] of Object.entries(pages)) writeFileSync(path.join(folder, 'site', file), title);
  writeFileSync(path.join(folder, 'site/assets/index-Ab3_-xYz.js'), script);
  mkdirSync(path.join(folder, 'site/assets/sdk'));
  writeFileSync(path.join(folder, 'site/assets/sdk/worker-Ab3_-xYz.js'), 'self.onmessage = null;');
  writeFileSync(path.join(folder, 'site/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(folder, 'site/.vite/manifest.json'), '{}');
  server = await startServer({ folder: path.join(folder, 'site'), port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Sends the path exactly as written: fetch would tidy it up first. */
async function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path: target, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}

describe('addresses', () => {
  it.each([
    ['/', index],
    ['/about?x=1', '<title>About</title><script>1 + 1</script>'],
    ['/lessons', pages['lessons.html']],
    ['/lessons/first?step=2', pages['lessons/first.html']],
    ['/de', pages['de/index.html']],
  ])('%s is a page', async (address, page) => {
    const { status, headers, body } = await ask(address);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body.toString()).toBe(page);
  });

  it.each(['/nope', '/lessons/first/more', '/lessons/second', '/about/us', '//lessons', '/lessons//first'])(
    '%s is unknown: 404 with the page that says so',
    async (address) => {
      const { status, body } = await ask(address);
      expect(status).toBe(404);
      expect(body.toString()).toBe(pages['404.html']);
    },
  );

  it.each(['/de/nope', '/de/lessons/nope', '/de/nope/'])('%s is unknown in its own language', async (address) => {
    const { status, body } = await ask(address);
    expect(status).toBe(404);
    expect(body.toString()).toBe(pages['de/404.html']);
  });

  it.each(['/robots.txt', '/assets/index-00000000.js', '/lessons/first.json', '/.well-known/x.json'])(
    '%s is missing, and no page stands in for it',
    async (address) => {
      const { status, headers, body } = await ask(address);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(body.toString()).not.toContain('<');
    },
  );

  it.each([
    ['/lessons/?a=1&b=2', '/lessons?a=1&b=2'],
    ['/lessons/first/', '/lessons/first'],
    ['/de/', '/de'],
  ])('a slash too many, %s, leads to the address without it', async (address, location) => {
    const { status, headers } = await ask(address);
    expect(status).toBe(308);
    expect(headers.location).toBe(location);
  });

  it.each(['//evil.example/', '/%2f%2fevil.example/', '//evil.example/lessons/'])(
    '%s redirects nowhere',
    async (address) => {
      const { status, headers } = await ask(address);
      expect(status).toBe(404);
      expect(headers.location).toBeUndefined();
    },
  );

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    String.raw`/..\secret.txt`,
    '/assets/../../secret.txt',
    '/.vite/manifest.json',
    '/secret.txt%00.html',
  ])('%s gives nothing away', async (address) => {
    const { status, body } = await ask(address);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('outside');
  });

  it('an address that is not written correctly is refused', async () => {
    expect((await ask('/%E0%A4%A')).status).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const { status, headers } = await ask('/', {}, method);
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });
});

describe('bodies', () => {
  const asset = '/assets/index-Ab3_-xYz.js';

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const)('are compressed as asked: %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await ask(asset, { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(script.length / 4);
    expect(unpack(body).toString()).toBe(script);
  });

  it('go out as they are when nothing else is accepted', async () => {
    const { headers, body } = await ask(asset, { 'Accept-Encoding': 'identity' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(body.toString()).toBe(script);
  });

  it('HEAD has the headers of GET and no body', async () => {
    const got = await ask(asset, { 'Accept-Encoding': 'br' });
    const { status, headers, body } = await ask(asset, { 'Accept-Encoding': 'br' }, 'HEAD');
    expect(status).toBe(200);
    expect(body).toHaveLength(0);
    const { date: _got, ...expected } = got.headers;
    expect(headers).toMatchObject(expected);
  });

  it('named by their hash may be kept for ever, others are asked for again', async () => {
    expect((await ask(asset)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const address of ['/', '/favicon.svg']) {
      const first = await ask(address);
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = await ask(address, { 'If-None-Match': String(first.headers.etag) });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
    }
  });
});

describe('headers', () => {
  it.each(['/', '/nope', '/favicon.svg', '/missing.js', '/lessons/'])('protect every answer: %s', async (address) => {
    const { headers } = await ask(address);
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(hash(boot));
    expect(policy).toContain(hash('1 + 1'));
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types sdk-worker");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  });

  it('give the worker of the SDK a policy of its own: its files and blobs, and no network', async () => {
    const { status, headers } = await ask('/assets/sdk/worker-Ab3_-xYz.js');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' blob:; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it.each(['/assets/sdk/none-Ab3_-xYz.js', '/nope/assets/sdk/', '/assets/sdk/x'])(
    'give that policy to nothing else: %s',
    async (address) => {
      const { headers } = await ask(address);
      expect(headers['content-security-policy']).not.toContain('blob:');
    },
  );
});

describe('ports', () => {
  const occupied: Server[] = [];
  afterAll(() => {
    for (const other of occupied) other.close();
  });

  const loopbacks = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ internal }) => internal),
  );

  it.each(loopbacks.map(({ address }) => address))('a port that is taken on %s is passed over', async (host) => {
    const other = createServer();
    occupied.push(other);
    await new Promise<void>((resolve) => {
      other.listen(0, host, () => resolve());
    });
    const { port } = other.address() as AddressInfo;
    const options = { folder: path.join(folder, 'site'), port };
    await expect(startServer(options)).rejects.toThrow('EADDRINUSE');
    const next = await startServer({ ...options, tries: 20 });
    expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
    await next.close();
  });

  it.each(['site/assets', 'nowhere'])('a folder without a build (%s) is refused with the way out', async (name) => {
    const options = { folder: path.join(folder, name), port: 0 };
    await expect(startServer(options)).rejects.toThrow('npm run build');
  });
});
