import { every, origins, raw, row } from './cases.ts';
import type { HostileCase } from './cases.ts';

const unreadable = [400, 'BadRequest'] as const;
const invalidHost = [400, 'InvalidHost'] as const;
const foreign = [403, 'HostNotAllowed'] as const;
const tooLong = [431, 'HeadersTooLarge'] as const;
const atEnd = { sending: { ends: true } } as const;

/** What is no HTTP, or says two things at once: the same at every listener. */
const requestLines: readonly HostileCase[] = [
  raw('bytes of TLS where there is none', ['main', 'blob', 'machine', 'app', 'proxy'], hello(), unreadable),
  raw('a word', every, 'hello\r\n\r\n', unreadable),
  raw('a line without a version', origins, 'GET /\r\n\r\n', invalidHost),
  raw('a version that is none', every, (host) => `GET / HTTQ/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a version of the future', every, (host) => `GET / HTTP/7.3\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('the preface of HTTP/2', every, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', unreadable),
  raw('a method in lower case', every, (host) => `get / HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a method that nobody knows', every, (host) => `BREW /pot HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a method with a control byte', every, (host) => `G\u0001T / HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('no target', every, (host) => `GET  HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a target with a space', every, (host) => `GET /a b HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a target with NUL', every, (host) => `GET /a\0b HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a target with a control byte', every, (host) => `GET /a\u0007b HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a target with DEL', every, (host) => `GET /a\u007fb HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('a target that is a word', every, (host) => `GET companion HTTP/1.1\r\nHost: ${host}\r\n\r\n`, unreadable),
  raw('only half of a request', every, 'GET / HTTP/1.1\r\nHost: 127', unreadable, atEnd),
];

const fields: readonly HostileCase[] = [
  raw('a field without a colon', every, (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nwhat\r\n\r\n`, unreadable),
  raw('a field without a name', every, (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\n: x\r\n\r\n`, unreadable),
  raw('a space before a colon', every, (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nA : x\r\n\r\n`, unreadable),
  raw('NUL in a field', every, (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nA: \0\r\n\r\n`, unreadable),
  raw('a bare carriage return', every, (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nA: x\rB: y\r\n\r\n`, unreadable),
  raw('bare line feeds', every, (host) => `GET / HTTP/1.1\nHost: ${host}\nContent-Length: x\n\n`, unreadable),
  raw(
    'a folded field',
    every,
    (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\n folded\r\nContent-Length: -\r\n\r\n`,
    unreadable,
  ),
  row('a field of 20 kB', every, { headers: [['A', 'x'.repeat(20_000)]] }, tooLong),
  row('4,000 fields', every, { headers: Array.from({ length: 4_000 }, (_, n) => [`A${n}`, 'x'] as const) }, tooLong),
  row('fields of 1 MB', every, { headers: [['A', 'x'.repeat(1_000_000)]] }, tooLong),
  row('a query of 100 kB', every, { target: `/?${'a=b&'.repeat(25_000)}` }, tooLong),
  row('a path of 20 kB', every, { target: `/${'a/'.repeat(10_000)}` }, tooLong),
  row('an expectation that nobody knows', every, { headers: [['Expect', 'a-miracle']] }, [417, 'ExpectationFailed']),
];

const framing: readonly HostileCase[] = [
  row('a length that is no number', every, { method: 'POST', headers: [['Content-Length', 'ten']] }, unreadable),
  row('a negative length', every, { method: 'POST', headers: [['Content-Length', '-5']] }, unreadable),
  row('a length in hexadecimal', every, { method: 'POST', headers: [['Content-Length', '0x10']] }, unreadable),
  row(
    'a length past every number',
    every,
    { method: 'POST', headers: [['Content-Length', '9'.repeat(40)]] },
    unreadable,
  ),
  row(
    'two lengths',
    every,
    {
      method: 'POST',
      headers: [
        ['Content-Length', '1'],
        ['Content-Length', '2'],
      ],
      body: 'ab',
    },
    unreadable,
  ),
  row('two lengths in one', every, { method: 'POST', headers: [['Content-Length', '1, 2']], body: 'ab' }, unreadable),
  row(
    'a length and chunks',
    every,
    {
      method: 'POST',
      headers: [
        ['Content-Length', '4'],
        ['Transfer-Encoding', 'chunked'],
      ],
      body: '0\r\n\r\n',
    },
    unreadable,
  ),
  row(
    'chunks in a coding of their own',
    every,
    { method: 'POST', headers: [['Transfer-Encoding', 'chunked, gzip']] },
    unreadable,
  ),
  row('a coding that nobody knows', every, { method: 'POST', headers: [['Transfer-Encoding', 'rot13']] }, unreadable),
  ...(
    [
      ['a chunk without a size', 'zz\r\nab\r\n0\r\n\r\n'],
      ['a chunk with a negative size', '-1\r\nab\r\n0\r\n\r\n'],
      ['a chunk past every number', 'fffffffffffffffffff\r\nab\r\n0\r\n\r\n'],
      ['a chunk that is longer than it says', '1\r\nabc\r\n0\r\n\r\n'],
    ] as const
  ).map(([what, body]) =>
    row(what, every, { method: 'POST', headers: [['Transfer-Encoding', 'chunked']], body }, unreadable),
  ),
  row(
    'a body that ends early',
    every,
    { method: 'PUT', headers: [['Content-Length', '50']], body: '{"value":' },
    unreadable,
    atEnd,
  ),
  row(
    'chunks that end early',
    every,
    { method: 'PUT', headers: [['Transfer-Encoding', 'chunked']], body: '5\r\nab' },
    unreadable,
    atEnd,
  ),
];

/** Methods that Azure does not have; they are read, and refused. */
const methods: readonly HostileCase[] = [
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'MKCOL',
  'LOCK',
  'PURGE',
  'SEARCH',
  'M-SEARCH',
].map((method) => row(`the method ${method}`, every, { method }, [405, 'MethodNotAllowed']));

const hosts: readonly HostileCase[] = [
  row('no Host', every, { host: null }, invalidHost),
  raw('no Host, of HTTP/1.0', origins, 'GET / HTTP/1.0\r\n\r\n', invalidHost),
  row('two Hosts', every, (known, at) => ({ headers: [['Host', `127.0.0.1:${known.port(at)}`]] }), invalidHost),
  row('a foreign second Host', every, { headers: [['host', 'evil.example']] }, invalidHost),
  row('an empty Host', origins, { host: '' }, foreign),
  row('a Host with a path', origins, (known, at) => ({ host: `127.0.0.1:${known.port(at)}/x` }), unreadable),
  row('an address of another host', origins, { target: 'http://evil.example/metadata' }, foreign, {
    otherwise: { machine: [502, 'HostNotPlayed'], app: [502, 'HostNotPlayed'] },
  }),
];

export const wireCases: readonly HostileCase[] = [...requestLines, ...fields, ...framing, ...methods, ...hosts];

/** How a handshake of TLS begins. */
function hello(): Uint8Array {
  return Uint8Array.from([0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3, ...Array.from({ length: 60 }, (_, n) => n)]);
}
