import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority } from '../../../src/companion/tls/authority.ts';
import type { Authority } from '../../../src/companion/tls/authority.ts';
import { writeCaFile } from '../../../src/companion/tls/ca-file.ts';
import { acceptConnect } from '../../../src/companion/tls/connect.ts';
import type { ConnectOptions, Tunnels } from '../../../src/companion/tls/connect.ts';
import { isPlayed } from '../../../src/companion/tls/names.ts';
import { proxied } from '../../../src/companion/tls/request-target.ts';
import { askForTunnel, askIn, listening, tunnel } from './tls-client.ts';
import type { InTunnel } from './tls-client.ts';

const vault = 'kv1.vault.azure.net';
let authority: Authority;
let server: Server;
let tunnels: Tunnels;
let port: number;
let seen: string[];

beforeAll(async () => {
  authority = await createAuthority(new Date());
});

beforeEach(() => start({}));

afterEach(async () => {
  await tunnels.close();
  server.close();
});

async function start(options: Partial<ConnectOptions>): Promise<void> {
  seen = [];
  server = createServer((_request, response) => response.end('the server itself'));
  tunnels = acceptConnect(server, {
    leaf: authority.leaf,
    plays: isPlayed,
    playsPlain: (host) => host === '169.254.169.254',
    handle: tell,
    ...options,
  });
  port = await listening(server);
}

async function restart(options: Partial<ConnectOptions>): Promise<void> {
  await tunnels.close();
  server.close();
  await start(options);
}

function tell(request: IncomingMessage, response: ServerResponse, host: string): void {
  seen.push(host);
  const { method = '', url = '' } = request;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => response.end(`${host} ${method} ${url} ${Buffer.concat(chunks).toString()}`));
}

/** Everything that a server sends until it ends the connection, for bytes that no client library would send. */
async function sendRaw(socket: Socket, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const piece of pieces) socket.write(piece);
  return new Promise((resolve) => {
    socket.on('error', () => undefined).on('end', () => socket.end());
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

const toProxy = (): Socket => connectTcp({ host: '127.0.0.1', port });

async function expectToAnswer(): Promise<void> {
  const { body } = await askIn(await tunnel(port, `${vault}:443`), vault, authority.caPem, { path: '/still' });
  expect(body).toBe(`${vault} GET /still `);
}

describe('a tunnel', () => {
  it.each([vault, 'acct.blob.core.windows.net', 'management.azure.com', 'login.microsoftonline.com'])(
    'ends at the handler, as %s',
    async (host) => {
      const socket = await tunnel(port, `${host}:443`);
      const answer = await askIn(socket, host, authority.caPem, { method: 'PUT', path: '/a?b=c', body: 'bytes' });
      expect(answer).toMatchObject({ status: 200, body: `${host} PUT /a?b=c bytes` });
    },
  );

  it('takes the names of hosts in any case', async () => {
    const socket = await tunnel(port, 'KV1.Vault.Azure.net:443');
    const headers = { Host: 'KV1.vault.azure.net:443' };
    expect((await askIn(socket, vault, authority.caPem, { headers })).status).toBe(200);
    expect(seen).toEqual([vault]);
  });

  it('is refused by a client that does not trust the authority', async () => {
    const socket = await tunnel(port, `${vault}:443`);
    await expect(askIn(socket, vault, undefined, {})).rejects.toThrow(/verify|issuer/);
    expect(seen).toEqual([]);
    await expectToAnswer();
  });

  it('takes a handshake that begins before the tunnel is granted', async () => {
    const secure = connectTls({ socket: eager(toProxy()), servername: vault, ca: authority.caPem });
    secure.write(`GET /eager HTTP/1.1\r\nHost: ${vault}\r\nConnection: close\r\n\r\n`);
    const chunks: string[] = [];
    for await (const chunk of secure) chunks.push(String(chunk));
    expect(chunks.join('')).toContain(`${vault} GET /eager `);
  });

  it('carries several requests, and several tunnels do not disturb each other', async () => {
    const hosts = ['kv1', 'kv2', 'kv3'].map((name) => `${name}.vault.azure.net`);
    const bodies = await Promise.all(
      hosts.map(async (host) => (await askIn(await tunnel(port, `${host}:443`), host, authority.caPem, {})).body),
    );
    expect(bodies).toEqual(hosts.map((host) => `${host} GET / `));
    const twice = `GET /1 HTTP/1.1\r\nHost: ${vault}\r\n\r\nGET /2 HTTP/1.1\r\nHost: ${vault}\r\nConnection: close\r\n\r\n`;
    const secure = connectTls({ socket: await tunnel(port, `${vault}:443`), servername: vault, ca: authority.caPem });
    const both = await sendRaw(secure, twice);
    expect(both).toContain('GET /1');
    expect(both).toContain('GET /2');
  });

  it('is plain HTTP to port 80 of hosts that have no TLS', async () => {
    const socket = await tunnel(port, '169.254.169.254:80');
    const told = await sendRaw(socket, 'GET /m HTTP/1.1\r\nHost: 169.254.169.254\r\nConnection: close\r\n\r\n');
    expect(told).toContain('169.254.169.254 GET /m ');
  });

  it('gives an address in absolute form to the handler as any other', async () => {
    const socket = await tunnel(port, `${vault}:443`);
    const answer = await askIn(socket, vault, authority.caPem, { path: `https://${vault}/a/../b?c` });
    expect(answer.body).toBe(`${vault} GET /a/../b?c `);
  });

  it('is for HTTP/1.1, also for clients that would rather speak HTTP/2', async () => {
    const offered = { ca: authority.caPem, servername: vault, ALPNProtocols: ['h2', 'http/1.1'] };
    const secure = connectTls({ socket: await tunnel(port, `${vault}:443`), ...offered });
    await once(secure, 'secureConnect');
    expect(secure.alpnProtocol).toBe('http/1.1');
    secure.destroy();
  });

  it('leaves other requests to the server', async () => {
    const told = await sendRaw(
      toProxy(),
      'GET http://169.254.169.254/m HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    expect(told).toContain('the server itself');
  });
});

describe('no tunnel', () => {
  it.each([
    ['example.com:443', 502, 'HostNotPlayed'],
    ['169.254.169.253:80', 502, 'HostNotPlayed'],
    ['127.0.0.1:443', 502, 'HostNotPlayed'],
    ['[::1]:443', 502, 'HostNotPlayed'],
    [`${vault}.:443`, 502, 'HostNotPlayed'],
    [`${vault}.example.com:443`, 502, 'HostNotPlayed'],
    [`${vault}:8443`, 502, 'PortNotPlayed'],
    [`${vault}:80`, 502, 'PortNotPlayed'],
    ['169.254.169.254:443', 502, 'PortNotPlayed'],
    [vault, 400, 'InvalidConnect'],
    [`https://${vault}:443`, 400, 'InvalidConnect'],
    [`user@${vault}:443`, 400, 'InvalidConnect'],
    [`${vault}:99999`, 400, 'InvalidConnect'],
    ['/', 400, 'InvalidConnect'],
  ])('to %s: %i %s', async (target, status, code) => {
    const answer = await askForTunnel(port, target);
    if (!('status' in answer)) throw new Error('There is a tunnel.');
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/json');
    const told = JSON.parse(answer.body) as { readonly error: { readonly code: string; readonly message: string } };
    expect(told.error.code).toBe(code);
    expect(told.error.message).not.toBe('');
    expect(seen).toEqual([]);
  });

  it('is said to a client that sends on without waiting, too', async () => {
    const target = 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n';
    expect(await sendRaw(toProxy(), target + 'x'.repeat(100_000))).toContain('HostNotPlayed');
  });
});

describe('a request in a tunnel that is not for its host', () => {
  const cases: readonly (readonly [what: string, options: InTunnel, status: number])[] = [
    ['another host in Host', { headers: { Host: 'kv2.vault.azure.net' } }, 421],
    ['another port in Host', { headers: { Host: `${vault}:8443` } }, 421],
    ['another host in its address', { path: 'https://kv2.vault.azure.net/x' }, 421],
    ['an address that names a user', { path: `https://user@${vault}/x` }, 421],
    ['another host in its handshake', { servername: 'kv2.vault.azure.net', headers: { Host: vault } }, 421],
    ['two Host headers', { headers: { Host: [vault, vault] } }, 400],
  ];

  it.each(cases)('%s', async (_what, options, status) => {
    const socket = await tunnel(port, `${vault}:443`);
    const answer = await askIn(socket, vault, authority.caPem, options);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(JSON.parse(answer.body)).toHaveProperty('error.message');
    expect(seen).toEqual([]);
  });

  it('cannot be made by a client that checks the certificate for a foreign host', async () => {
    const socket = await tunnel(port, `${vault}:443`);
    await expect(askIn(socket, 'example.com', authority.caPem, {})).rejects.toThrow(/altnames/);
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['text', ['GET / HTTP/1.1\r\nHost: x\r\n\r\n']],
    ['bytes', [Buffer.alloc(70_000, 0xff)]],
    ['a handshake of nothing', [Buffer.from('16030100050100000100', 'hex')]],
    ['a record of a size that does not exist', [Buffer.from('160301ffff', 'hex'), Buffer.alloc(70_000)]],
  ])('%s in the place of a handshake ends the tunnel', async (_what, pieces) => {
    await sendRaw(await tunnel(port, `${vault}:443`), ...pieces);
    await expectToAnswer();
  });

  it.each([
    ['rubbish', 'rubbish\r\n\r\n', '400'],
    ['headers that are too large', `GET / HTTP/1.1\r\nHost: ${vault}\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
    ['no Host header', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400'],
    ['an empty Host header', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', '400'],
    ['an expectation', `PUT / HTTP/1.1\r\nHost: ${vault}\r\nExpect: tea\r\nContent-Length: 0\r\n\r\n`, '417'],
    ['a tunnel in the tunnel', `CONNECT ${vault}:443 HTTP/1.1\r\nHost: ${vault}:443\r\n\r\n`, '400'],
  ])('%s behind TLS is refused in JSON', async (_what, text, status) => {
    const socket = await tunnel(port, `${vault}:443`);
    const told = await sendRaw(connectTls({ socket, servername: vault, ca: authority.caPem }), text);
    expect(told).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(told).toMatch(/\r\n\r\n\{"error":\{"code":/);
    expect(seen).toEqual([]);
    await expectToAnswer();
  });

  it('survives clients that go away at every moment', async () => {
    const leave = (socket: Socket): unknown => socket.on('error', () => undefined).resetAndDestroy();
    for (let time = 0; time < 20; time += 1) {
      toProxy().once('connect', function (this: Socket) {
        this.write(`CONNECT ${vault}:443 HTTP/1.1\r\n\r\n`, () => leave(this));
      });
      const refused = toProxy().once('data', () => leave(refused));
      refused.write(`CONNECT example.com:443 HTTP/1.1\r\n\r\n${'x'.repeat(200_000)}`);
      leave(await tunnel(port, `${vault}:443`));
      leave(await tunnel(port, '169.254.169.254:80'));
      const begun = await tunnel(port, `${vault}:443`);
      connectTls({ socket: begun, servername: vault, ca: authority.caPem }).on('error', () => undefined);
      setImmediate(() => leave(begun));
      const asked = await tunnel(port, `${vault}:443`);
      const secure = connectTls({ socket: asked, servername: vault, ca: authority.caPem }).on('error', () => undefined);
      secure.write(`GET / HTTP/1.1\r\nHost: ${vault}\r\n\r\n`, () => leave(asked));
    }
    await expectToAnswer();
  });
});

describe('the end of a tunnel', () => {
  const closed = async (socket: Socket): Promise<void> =>
    new Promise((resolve) => {
      socket.on('error', () => undefined).on('close', () => resolve());
      socket.resume();
    });

  it('comes when no handshake is made in time', async () => {
    await restart({ handshakeTimeout: 50 });
    await expect(closed(await tunnel(port, `${vault}:443`))).resolves.toBeUndefined();
  });

  it.each([
    ['169.254.169.254:80', false],
    [`${vault}:443`, true],
  ])('comes when nothing is sent for long: %s', async (target, isSecure) => {
    await restart({ idleTimeout: 100 });
    const socket = await tunnel(port, target);
    const end = closed(socket);
    if (isSecure)
      connectTls({ socket, servername: vault, ca: authority.caPem })
        .on('error', () => undefined)
        .resume();
    await expect(end).resolves.toBeUndefined();
  });

  it('comes when the proxy is closed, whatever the tunnels are doing', async () => {
    const waiting = await tunnel(port, `${vault}:443`);
    const secured = await tunnel(port, `${vault}:443`);
    const secure = connectTls({ socket: secured, servername: vault, ca: authority.caPem }).on('error', () => undefined);
    await once(secure, 'secureConnect');
    const plain = await tunnel(port, '169.254.169.254:80');
    const ends = Promise.all([waiting, secured, plain].map(closed));
    await tunnels.close();
    await ends;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    expect(server.listening).toBe(false);
  });
});

describe('an official client', () => {
  const program = `
    import { ManagedIdentityCredential } from '@azure/identity';
    import { SecretClient } from '@azure/keyvault-secrets';
    const client = new SecretClient('https://${vault}', new ManagedIdentityCredential());
    console.log((await client.getSecret('foo')).value);
  `;

  /** Runs the program as it would run in Azure; that there is a proxy, and whom to trust, the environment says. */
  async function run(env: Readonly<Record<string, string>>): Promise<string> {
    const options = { env: { PATH: process.env['PATH'], ...env } };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], options);
    return stdout;
  }

  it('reads a secret at the address that it has in Azure, with a token from the address that IMDS has', async () => {
    const asked: string[] = [];
    await restart({
      handle: ({ method = '', url = '', headers }, response, host) => {
        asked.push(`${host} ${method} ${url.replace(/\?.*/, '')} ${headers.authorization ?? 'without a token'}`);
        if (headers.authorization === undefined) {
          const tenant = 'https://login.microsoftonline.com/t';
          const challenge = `Bearer authorization="${tenant}", resource="https://vault.azure.net"`;
          response.writeHead(401, { 'WWW-Authenticate': challenge }).end();
          return;
        }
        const secret = { value: 'bar', id: `https://${host}/secrets/foo/1`, attributes: {} };
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(secret));
      },
    });
    server.removeAllListeners('request').on('request', ({ url }, response) => {
      asked.push(`${proxied(url)?.host ?? 'nobody'} directly`);
      const token = {
        access_token: 'abc',
        expires_in: '3600',
        expires_on: String(Math.floor(Date.now() / 1000) + 3_600),
      };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(token));
    });
    const file = writeCaFile(authority.caPem);
    try {
      const address = `http://127.0.0.1:${port}`;
      const env = { HTTPS_PROXY: address, HTTP_PROXY: address, NODE_EXTRA_CA_CERTS: file.path };
      expect(await run(env)).toBe('bar\n');
    } finally {
      file.remove();
    }
    expect(asked).toEqual([
      `${vault} GET /secrets/foo/ without a token`,
      '169.254.169.254 directly',
      `${vault} GET /secrets/foo/ Bearer abc`,
    ]);
  });
});

/** The client's side of a tunnel that puts CONNECT and what follows it into one packet. */
function eager(socket: Socket): Duplex {
  let isFirst = true;
  let answer = Buffer.alloc(0);
  const duplex = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      const connect = isFirst ? `CONNECT ${vault}:443 HTTP/1.1\r\nHost: ${vault}:443\r\n\r\n` : '';
      isFirst = false;
      socket.write(Buffer.concat([Buffer.from(connect), chunk]), () => done());
    },
    final: (done) => void socket.end(done),
  });
  socket.on('end', () => duplex.push(null));
  let isOpen = false;
  socket.on('data', (chunk: Buffer) => {
    answer = Buffer.concat([answer, chunk]);
    const end = answer.indexOf('\r\n\r\n');
    if (!isOpen && end === -1) return;
    duplex.push(isOpen ? answer : answer.subarray(end + 4));
    isOpen = true;
    answer = Buffer.alloc(0);
  });
  return duplex;
}
