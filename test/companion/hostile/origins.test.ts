import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { written } from './cases.ts';
import type { Refused, Written } from './cases.ts';
import { answersOf, startHostile } from './hostile-companion.ts';
import { listeners } from './known.ts';
import type { HostileCompanion, KeptWorld } from './hostile-companion.ts';
import type { ListenerName } from './known.ts';
import { sendBytes } from './wire.ts';
import type { WireAnswer } from './wire.ts';

type Headers = NonNullable<Written['headers']>;

let companion: HostileCompanion;
let before: KeptWorld;

beforeAll(async () => {
  companion = await startHostile();
  before = await companion.world();
});

afterAll(async () => companion.close());

const origins = listeners.filter((listener) => listener !== 'proxy');
const foreign: Refused = [403, 'HostNotAllowed'];
const strange: Refused = [403, 'OriginNotAllowed'];

/** Names that lead to this machine, or are written as if they did; only two are this listener's own. */
const hosts: readonly (readonly [host: (port: number) => string | null, refused: Refused])[] = [
  [(port) => `evil.example:${port}`, foreign],
  [(port) => `127.0.0.1.nip.io:${port}`, foreign],
  [(port) => `localhost.evil.example:${port}`, foreign],
  [(port) => `evil.localhost:${port}`, foreign],
  [(port) => `169.254.169.254:${port}`, foreign],
  [() => '169.254.169.254', foreign],
  [(port) => `0.0.0.0:${port}`, foreign],
  [(port) => `127.1:${port}`, foreign],
  [(port) => `127.0.0.2:${port}`, foreign],
  [(port) => `2130706433:${port}`, foreign],
  [(port) => `0x7f000001:${port}`, foreign],
  [(port) => `[::1]:${port}`, foreign],
  [(port) => `[::ffff:127.0.0.1]:${port}`, [400, 'BadRequest']],
  [() => '', foreign],
  [() => null, [400, 'InvalidHost']],
  [() => '127.0.0.1', foreign],
  [() => 'localhost', foreign],
  [(port) => `127.0.0.1:${port + 1}`, foreign],
  [(port) => `127.0.0.1:0${port}`, foreign],
  [(port) => `localhost.:${port}`, foreign],
  [(port) => `user@127.0.0.1:${port}`, [400, 'BadRequest']],
  [(port) => `127.0.0.1:${port}@evil.example`, [400, 'BadRequest']],
  [(port) => `127.0.0.1:${port},evil.example`, [400, 'BadRequest']],
  [() => 'management.azure.com', foreign],
];

describe('DNS rebinding: a request for another host is refused at every listener', () => {
  it.each(hosts.map(([host, refused]) => [host(4000) ?? 'none', host, refused] as const))(
    'Host: %s',
    async (_name, host, refused) => {
      for (const listener of origins) {
        const answer = await ask(listener, { host: host(companion.known.port(listener)) });
        expectRefused(answer, refused);
      }
    },
  );

  // A host is the same in any case (RFC 9110, 4.2.3): these are the listener itself.
  it.each([
    ['localhost', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1', 200],
  ])('%s is this machine', async (host, status) => {
    for (const listener of origins) {
      const { port } = companion.at(listener);
      const { headers, target = '' } = goodRequest(listener);
      const answer = await ask(listener, {
        target,
        host: `${host}:${port}`,
        ...(headers === undefined ? {} : { headers }),
      });
      expect(answer.status, `${listener}: ${answer.body}`).toBe(status);
    }
  });
});

/** What browsers say of a page of another origin. */
const pages: readonly (readonly [what: string, headers: (port: number) => Headers])[] = [
  ['https://evil.example', () => [['Origin', 'https://evil.example']]],
  ['null', () => [['Origin', 'null']]],
  ['an empty origin', () => [['Origin', '']]],
  ['localhost at another port', (port) => [['Origin', `http://localhost:${port + 1}`]]],
  ['127.0.0.1 without a port', () => [['Origin', 'http://127.0.0.1']]],
  ['this listener over TLS, or without', (port) => [['Origin', `https://127.0.0.1:${port}/`]]],
  ['this listener as a file', (port) => [['Origin', `file://127.0.0.1:${port}`]]],
  ['this listener in capitals', (port) => [['Origin', `HTTP://LOCALHOST:${port}`]]],
  ['the address that this listener is not', (port) => [['Origin', `http://[::1]:${port}`]]],
  ['a name that only begins as this one', (port) => [['Origin', `http://127.0.0.1:${port}.evil.example`]]],
  [
    'two origins',
    (port) => [
      ['Origin', `http://127.0.0.1:${port}`],
      ['Origin', 'https://evil.example'],
    ],
  ],
  ['two origins in one', (port) => [['Origin', `http://127.0.0.1:${port} https://evil.example`]]],
  ['an extension', () => [['Origin', 'chrome-extension://abcdefghijklmnop']]],
  [
    'cross-site without an origin',
    () => [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'no-cors'],
    ],
  ],
  [
    'same-site without an origin',
    () => [
      ['Sec-Fetch-Site', 'same-site'],
      ['Sec-Fetch-Mode', 'no-cors'],
    ],
  ],
  [
    'cross-site with an origin',
    () => [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Origin', 'https://evil.example'],
    ],
  ],
  [
    'same-site with an origin',
    () => [
      ['Sec-Fetch-Site', 'same-site'],
      ['Origin', 'http://localhost:1'],
    ],
  ],
  [
    'a frame of another site',
    () => [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'iframe'],
    ],
  ],
  [
    'a site that is said twice',
    () => [
      ['Sec-Fetch-Site', 'same-origin'],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
  ],
  ['a site that is unknown', () => [['Sec-Fetch-Site', 'evil']]],
];

describe('a page of another origin is refused at every listener', () => {
  it.each(pages)('%s', async (_what, headers) => {
    for (const listener of listeners) {
      const { port } = companion.at(listener);
      const good = goodRequest(listener);
      const from = headers(port);
      expectRefused(await ask(listener, { ...good, headers: [...(good.headers ?? []), ...from] }), strange);
    }
  });

  it.each(pages)('%s, with the secret', async (_what, headers) => {
    const { port, secret } = { port: companion.known.port('main'), secret: companion.known.secret };
    const bearer = ['Authorization', `Bearer ${secret}`] as const;
    for (const target of ['/companion/clock', `/companion/${secret}/clock`]) {
      const sent = { method: 'POST', target, headers: [bearer, ...headers(port)], body: '{"seconds":60}' };
      expectRefused(await ask('main', sent), strange);
    }
  });

  it.each(pages)('%s, asking beforehand', async (_what, headers) => {
    for (const listener of listeners) {
      const asking: Headers = [
        ...headers(companion.known.port(listener)),
        ['Access-Control-Request-Method', 'PUT'],
        ['Access-Control-Request-Headers', 'authorization'],
        ['Access-Control-Request-Private-Network', 'true'],
        ['Access-Control-Request-Local-Network', 'true'],
      ];
      expectRefused(await ask(listener, { ...goodRequest(listener), method: 'OPTIONS', headers: asking }), strange);
    }
  });

  it('the page of the companion itself may ask, and gets no permission for others', async () => {
    const { port } = companion.at('main');
    const bearer = ['Authorization', `Bearer ${companion.known.secret}`] as const;
    for (const origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      const headers: Headers = [bearer, ['Origin', origin], ['Sec-Fetch-Site', 'same-origin']];
      const answer = await ask('main', { target: '/companion/env', headers });
      expect(answer.status).toBe(200);
      expectClosed(answer);
    }
  });
});

describe('after all of them', () => {
  it('the world is as it was', async () => {
    expect(await companion.world()).toEqual(before);
  });

  it('no answer lets other pages read it, good ones neither', async () => {
    for (const answer of Object.values(await answersOf(companion))) {
      expect(answer.status).toBe(200);
      expectClosed(answer);
    }
  });
});

function goodRequest(listener: ListenerName): Written {
  return companion.goodRequest(listener);
}

async function ask(listener: ListenerName, request: Written): Promise<WireAnswer> {
  const { answers } = await sendBytes(companion.at(listener), written(companion.known, listener, request));
  const [answer] = answers;
  if (answer === undefined) throw new Error(`${listener} does not answer.`);
  return answer;
}

function expectRefused(answer: WireAnswer, [status, code]: Refused): void {
  const { error } = JSON.parse(answer.body) as { readonly error: { readonly code: string } };
  expect([answer.status, error.code]).toEqual([status, code]);
  expectClosed(answer);
}

/** Nothing that would let a page of another origin read it. */
function expectClosed({ headers }: WireAnswer): void {
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
}
