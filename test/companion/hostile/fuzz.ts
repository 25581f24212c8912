import fc from 'fast-check';
import { expect } from 'vitest';
import { targetOf, written } from './cases.ts';
import type { Written } from './cases.ts';
import { answersOf } from './hostile-companion.ts';
import { listeners, names } from './known.ts';
import type { HostileCompanion } from './hostile-companion.ts';
import type { Known, ListenerName } from './known.ts';
import { sendBytes } from './wire.ts';
import type { WireAnswer } from './wire.ts';

const listener = fc.constantFrom(...listeners);

/** A change of bytes at a place, which is a part of their length. */
interface Change {
  readonly at: number;
  readonly drop: number;
  readonly put: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(20),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom(
        '\r\n',
        '\r\n\r\n',
        '\n',
        '\0',
        ' ',
        ':',
        '%',
        '%00',
        '../',
        '//',
        '?',
        '#',
        '\\',
        '0',
        '-1',
        '\u00ff',
        'Host: x\r\n',
        'Transfer-Encoding: chunked\r\n',
        'Content-Length: 5\r\n',
      )
      .map((text) => Buffer.from(text, 'latin1')),
  ),
});

function lettersOf(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(...text.split(''));
}

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let now = Buffer.from(bytes);
  for (const { at, drop, put } of changes) {
    const start = Math.floor(at * now.length);
    now = Buffer.concat([now.subarray(0, start), put, now.subarray(start + drop)]);
  }
  return now;
}

/** A request of a random kind, with `{secret}` and the like for what is known later; null for where a listener would answer. */
interface Draft {
  readonly method: string;
  readonly target: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Uint8Array | undefined;
}

const json: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.json({ stringUnit: 'binary', maxDepth: 2 }),
  fc
    .dictionary(
      fc.constantFrom(
        'location',
        'properties',
        'identity',
        'type',
        'tags',
        'value',
        'id',
        'command',
        'by',
        'seconds',
        'target',
        'resourceId',
        'count',
        'status',
        'kind',
        'sku',
        'principalId',
        '__proto__',
        'constructor',
        'toString',
      ),
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom('westeurope', 'SystemAssigned', 'imds', 'AdvanceClock', null, {}, [], -1, 1e308),
      ),
    )
    .map((value) => JSON.stringify(value)),
);

const piece = fc.oneof(
  fc.constantFrom(
    'arm',
    'entra',
    'graph',
    'keyvault',
    'companion',
    'subscriptions',
    'resourceGroups',
    'providers',
    'Microsoft.Compute',
    'virtualMachines',
    'Microsoft.ManagedIdentity',
    'userAssignedIdentities',
    'Microsoft.Authorization',
    'roleAssignments',
    'Microsoft.KeyVault',
    'vaults',
    'secrets',
    'sample',
    names.vault,
    names.account,
    'box',
    'metadata',
    'identity',
    'oauth2',
    'token',
    'v2.0',
    'msi',
    'rg-shop',
    'vm-hostile',
    'world',
    'clock',
    'commands',
    'faults',
    'env',
    '..',
    '.',
    '',
    '%2e%2e',
    '%2f',
    '%00',
    '%',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: lettersOf('abcXYZ019-_.~%!$&\'()*+,;=:@"<>[]^`{|}\u00e9') }),
);

const pair = fc.tuple(
  fc.constantFrom(
    'api-version',
    'resource',
    'client_id',
    'object_id',
    'msi_res_id',
    'restype',
    'comp',
    'resourceId',
    '$filter',
    '$skiptoken',
    'timeout',
    'x',
  ),
  fc.oneof(
    fc.constantFrom('2018-02-01', '2025-04-01', '7.4', 'https://vault.azure.net', 'container', 'list', ''),
    fc.webQueryParameters(),
  ),
);

const target: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { maxLength: 10 }), fc.array(pair, { maxLength: 4 }))
  .map(
    ([path, query]) =>
      `/${path.join('/')}${query.length === 0 ? '' : `?${query.map((each) => each.join('=')).join('&')}`}`,
  );

const header: fc.Arbitrary<readonly [name: string, value: string]> = fc.oneof(
  fc.constantFrom<readonly [name: string, value: string]>(
    ['Authorization', 'Bearer {secret}'],
    ['Authorization', 'Bearer {vaultToken}'],
    ['Authorization', 'Bearer {blobToken}'],
    ['X-IDENTITY-HEADER', '{identityHeader}'],
    ['Metadata', 'true'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Content-Type', 'application/json'],
    ['x-ms-version', '2026-04-06'],
    ['x-ms-blob-type', 'BlockBlob'],
    ['Expect', '100-continue'],
  ),
  fc.tuple(
    fc.constantFrom(
      'Authorization',
      'Accept',
      'Range',
      'If-Match',
      'If-None-Match',
      'x-ms-date',
      'x-ms-range',
      'x-ms-meta-a',
      'x-ms-client-request-id',
      'Content-Encoding',
      'Content-MD5',
      'Cookie',
      'Connection',
      'Upgrade',
      'X-Forwarded-For',
      '__proto__',
      'constructor',
    ),
    fc.string({ unit: lettersOf('abcXYZ 019-_.~%"\'(),;=:@<>[]{}\\\u00e9\u00ff'), maxLength: 60 }),
  ),
);

const draft: fc.Arbitrary<Draft> = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'),
  target: fc.oneof(target, fc.constant(null)),
  headers: fc.array(header, { maxLength: 5 }),
  body: fc.oneof(fc.constant(undefined), json, fc.uint8Array({ maxLength: 200 }), fc.webQueryParameters()),
});

function requestOf(drawn: Draft, known: Known, at: ListenerName): Written {
  const path = drawn.target ?? targetOf(at);
  const main = `127.0.0.1:${known.port('main')}`;
  const { secret, vaultToken, blobToken, identityHeader } = known;
  const filled = Object.entries({ secret, vaultToken, blobToken, identityHeader });
  return {
    method: drawn.method,
    target: at === 'proxy' && path.startsWith('/') ? `http://${main}${path}` : path,
    headers: drawn.headers.map(([name, value]) => [
      name,
      filled.reduce((text, [key, known]) => text.replace(`{${key}}`, known), value),
    ]),
    ...(at === 'proxy' ? { host: main } : {}),
    ...(drawn.body === undefined ? {} : { body: drawn.body }),
  };
}

interface Settings {
  readonly seed: number;
  readonly numRuns: number;
  /** Milliseconds after which no further input is drawn. */
  readonly limit?: number;
}

/** Bytes of no meaning, and good requests with bytes changed. */
export async function fuzzBytes(companion: HostileCompanion, settings: Settings): Promise<void> {
  const some = fc.uint8Array({ maxLength: 400 });
  const changes = fc.array(change, { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(listener, fc.oneof(some, changes), async (at, drawn) => {
    const good = written(companion.known, at, companion.goodRequest(at));
    await expectSound(companion, at, drawn instanceof Uint8Array ? drawn : changed(good, drawn));
  });
  await fc.assert(property, parameters(settings));
}

/** Requests that are whole, of parts that mean something, in any combination. */
export async function fuzzRequests(companion: HostileCompanion, settings: Settings): Promise<void> {
  const property = fc.asyncProperty(listener, draft, async (at, drawn) => {
    const request = requestOf(drawn, companion.known, at);
    await expectSound(companion, at, written(companion.known, at, request), request.method === 'HEAD');
  });
  await fc.assert(property, parameters(settings));
}

function parameters({ seed, numRuns, limit }: Settings): fc.Parameters<unknown> {
  return { seed, numRuns, ...(limit === undefined ? {} : { plugins: [fc.interruptAfterTimeLimit(limit)] }) };
}

/** It is all in order after that: the world can be read, and everybody answers. */
export async function expectAlive(companion: HostileCompanion): Promise<void> {
  expect(companion.hasEnded()).toBe(false);
  await companion.world();
  expect(companion.console()).not.toMatch(/^\s+at /m);
  expect(companion.console()).not.toContain(companion.known.secret);
  for (const answer of Object.values(await answersOf(companion))) expect(answer.status).toBeLessThan(500);
}

async function expectSound(
  companion: HostileCompanion,
  at: ListenerName,
  bytes: Uint8Array,
  isHead = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'HEAD ',
): Promise<void> {
  const heard = await sendBytes(companion.at(at), bytes, { ends: true, isHead });
  expect(companion.hasEnded()).toBe(false);
  // A connection that is closed without a word is an answer to what is no HTTP; half an answer is none.
  // A HEAD that cannot be read is not known for one, and its refusal has a body.
  expect({ rest: isHead ? '' : heard.rest, isStuck: heard.isStuck }).toEqual({ rest: '', isStuck: false });
  for (const answer of heard.answers) expect(faultIn(answer, companion.known)).toBeNull();
}

function faultIn({ status, headers, body }: WireAnswer, { secret }: Known): string | null {
  const type = headers['content-type'] ?? '';
  const isEmpty = body === '';
  const faults = {
    'a failure': body.includes('InternalServerError') || /\n\s+at /.test(body),
    // To whoever showed it, the look-up tells it again.
    'the secret': body.includes(secret) && !body.includes('"ARM_TOKEN"'),
    'open to other pages': Object.keys(headers).some((name) => name.startsWith('access-control-')),
    'an error of another kind': status >= 400 && !isEmpty && !/json|xml|html/.test(type),
    'no JSON': type.includes('json') && !isEmpty && !isJson(body),
  };
  const [fault] = Object.entries(faults).find(([, is]) => is) ?? [];
  return fault === undefined ? null : `${fault}: ${status} ${type} ${body.slice(0, 200)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
