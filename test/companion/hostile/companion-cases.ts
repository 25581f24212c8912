import { nested, nestedObject, row } from './cases.ts';
import type { HostileCase, Refused, Written } from './cases.ts';
import type { Known } from './known.ts';

const main = ['main'] as const;
const noSecret: Refused = [401, 'SecretWanted'];
const notFound: Refused = [404, 'NotFound'];
const tooLarge: Refused = [413, 'RequestTooLarge'];

/** With the secret, so that what is wrong is the rest. */
function asOperator(method: string, target: string, body?: string | Uint8Array) {
  return ({ secret }: Known): Written => ({
    method,
    target: `/companion/${target}`,
    headers: [['Authorization', `Bearer ${secret}`]],
    ...(body === undefined ? {} : { body }),
  });
}

const targets = [
  ['GET', '/companion/env?resourceId=vm-hostile'],
  ['GET', '/companion/env'],
  ['GET', '/companion/events'],
  ['POST', '/companion/faults'],
  ['POST', '/companion/clock'],
  ['POST', '/companion/commands'],
  ['PUT', '/companion/world'],
  ['GET', '/companion'],
  ['GET', '/companion/nothing'],
  ['DELETE', '/companion/world'],
] as const;

/** What is presented in the place of the secret. */
const presented: readonly (readonly [what: string, headers: (secret: string) => NonNullable<Written['headers']>])[] = [
  ['a wrong one', () => [['Authorization', `Bearer ${'0'.repeat(32)}`]]],
  ['one that lacks its last letter', (secret) => [['Authorization', `Bearer ${secret.slice(0, -1)}`]]],
  ['one with a letter more', (secret) => [['Authorization', `Bearer ${secret}0`]]],
  ['one in capitals', (secret) => [['Authorization', `Bearer ${secret.replace(/[0-9]/g, 'a').toUpperCase()}`]]],
  ['one of 10 kB', () => [['Authorization', `Bearer ${'f'.repeat(10_000)}`]]],
  ['an empty one', () => [['Authorization', 'Bearer ']]],
  ['no scheme', (secret) => [['Authorization', secret]]],
  ['another scheme', (secret) => [['Authorization', `Basic ${secret}`]]],
  ['two in one header', (secret) => [['Authorization', `Bearer ${secret}, Bearer ${secret}`]]],
  ['bytes that are no ASCII', () => [['Authorization', 'Bearer \u00e9\u00e9\u00ff']]],
  ['another header', (secret) => [['X-Secret', secret]]],
  ['a cookie', (secret) => [['Cookie', `companion=${secret}`]]],
];

const withoutSecret: readonly HostileCase[] = [
  ...targets.map(([method, target]) =>
    row(`${method} ${target} without the secret`, main, { method, target }, noSecret),
  ),
  ...presented.map(([what, headers]) =>
    row(
      `the secret: ${what}`,
      main,
      ({ secret }) => ({
        method: 'POST',
        target: '/companion/clock',
        headers: headers(secret),
        body: '{"seconds":60}',
      }),
      noSecret,
    ),
  ),
  row(
    'the secret in the query',
    main,
    ({ secret }) => ({
      method: 'POST',
      target: `/companion/clock?secret=${secret}&companion=${secret}`,
      body: '{"seconds":60}',
    }),
    noSecret,
  ),
  row(
    'the secret in the body',
    main,
    ({ secret }) => ({ method: 'POST', target: '/companion/clock', body: JSON.stringify({ seconds: 60, secret }) }),
    noSecret,
  ),
  row(
    'a wrong secret in the path',
    main,
    { method: 'POST', target: `/companion/${'0'.repeat(32)}/clock`, body: '{"seconds":60}' },
    noSecret,
  ),
  row(
    'a wrong secret in the path and dots',
    main,
    { method: 'POST', target: '/companion/x/../clock', body: '{"seconds":60}' },
    noSecret,
  ),
  row(
    'encoded letters in the path',
    main,
    { method: 'POST', target: '/%63ompanion/clock', body: '{"seconds":60}' },
    noSecret,
  ),
  row(
    'an address in absolute form',
    main,
    ({ port }) => ({ method: 'POST', target: `http://127.0.0.1:${port('main')}/companion/clock` }),
    noSecret,
  ),
  row('doubled slashes', main, { method: 'POST', target: '//companion/clock' }, notFound),
  row('an encoded slash', main, { method: 'POST', target: '/companion%2fclock' }, notFound),
  row('capitals', main, { method: 'POST', target: '/COMPANION/clock' }, notFound),
];

/** Changes the world by no other method than the one that is meant for it. */
const wrongMethods: readonly HostileCase[] = [
  ...(['faults', 'clock', 'commands', 'world'] as const).map((target) =>
    row(`GET ${target} with the secret`, main, asOperator('GET', target), notFound),
  ),
  row('GET clock with what it takes in the query', main, asOperator('GET', 'clock?seconds=60'), notFound),
  row(
    'a method in a header',
    main,
    ({ secret }) => ({
      target: '/companion/clock',
      headers: [
        ['Authorization', `Bearer ${secret}`],
        ['X-HTTP-Method-Override', 'POST'],
      ],
    }),
    notFound,
  ),
  row('a method in the query', main, asOperator('GET', 'clock?_method=POST'), notFound),
  row('DELETE world', main, asOperator('DELETE', 'world'), notFound),
  row('POST events', main, asOperator('POST', 'events', '{}'), notFound),
  row('TRACE with the secret', main, asOperator('TRACE', 'clock'), notFound),
  row(
    'the live routes by a secret in the path',
    main,
    ({ secret }) => ({ target: `/companion/${secret}/events` }),
    notFound,
  ),
];

/** What is no JSON of the kind that is asked for, whatever asks. */
const rubbish: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['nothing', ''],
  ['no JSON', '{"seconds":'],
  ['a word', 'rubbish'],
  ['null', 'null'],
  ['a number', '5'],
  ['a list', '[]'],
  ['bytes that are no UTF-8', Uint8Array.from([0x22, 0xff, 0xfe, 0xc0, 0x22])],
  ['NUL', '{"seconds":\0}'],
  ['lists in lists, 100,000 deep', nested(100_000)],
  ['objects in objects, 100,000 deep', nestedObject(100_000)],
  ['half of a deep nest', '['.repeat(100_000)],
  ['a key of a prototype', '{"__proto__":{"seconds":60,"target":"imds","id":"x"}}'],
  ['a key of a constructor', '{"constructor":{"prototype":{"seconds":60}}}'],
  ['NaN', '{"seconds":NaN}'],
  ['Infinity', '{"seconds":Infinity}'],
  ['a key twice, the last one wrong', '{"seconds":60,"seconds":"x"}'],
  ['XML', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
];

const bodies: readonly HostileCase[] = (
  [
    ['POST', 'faults', 'InvalidFault'],
    ['POST', 'clock', 'InvalidMove'],
    ['POST', 'commands', 'InvalidCommand'],
    ['PUT', 'world', 'InvalidWorld'],
  ] as const
).flatMap(([method, target, code]) =>
  rubbish.map(([what, body]) => row(`${target}: ${what}`, main, asOperator(method, target, body), [400, code])),
);

const json = (target: string, code: string, what: string, body: unknown): HostileCase =>
  row(`${target}: ${what}`, main, asOperator(target === 'world' ? 'PUT' : 'POST', target, JSON.stringify(body)), [
    400,
    code,
  ]);

const moves: readonly HostileCase[] = ([0, -1, 0.5, 1e9, 1e300, '60', true, null, [60], { valueOf: 60 }] as const).map(
  (seconds) => json('clock', 'InvalidMove', `seconds ${JSON.stringify(seconds)}`, { seconds }),
);

const machineFault = ({ machine }: Known) => ({ target: 'imds', resourceId: machine.id, count: 1, status: 500 });

const faults: readonly HostileCase[] = (
  [
    ['another target', { target: 'entra' }],
    ['a status that is none of them', { status: 200 }],
    ['a status as text', { status: '500' }],
    ['a negative count', { count: -1 }],
    ['half a count', { count: 0.5 }],
    ['a count past every number', { count: 1e308 }],
    ['a count as a list', { count: [1] }],
    ['no count', { count: undefined }],
    ['a negative wait', { retryAfter: -1 }],
    ['a wait as text', { retryAfter: '1' }],
    ['an id as a list', { resourceId: ['x'] }],
    ['an id of nothing', { resourceId: '/subscriptions/x' }],
    ['an id with dots', { resourceId: '../../..' }],
    ['an id of 500 kB', { resourceId: 'x'.repeat(500_000) }],
    ['an id that every object has', { resourceId: '__proto__' }],
  ] as const
).map(([what, wrong]) =>
  row(
    `faults: ${what}`,
    main,
    (known) => asOperator('POST', 'faults', JSON.stringify({ ...machineFault(known), ...wrong }))(known),
    [400, 'InvalidFault'],
  ),
);

const owner = { kind: 'user', displayName: 'You' };

const commands: readonly HostileCase[] = (
  [
    ['without a command', { id: '1', by: owner }],
    ['without an id', { command: { type: 'AdvanceClock', seconds: 1 }, by: owner }],
    ['an empty id', { id: '', command: { type: 'AdvanceClock', seconds: 1 }, by: owner }],
    ['an id of 1 kB', { id: 'x'.repeat(1_000), command: { type: 'AdvanceClock', seconds: 1 }, by: owner }],
    ['a type that is none', { id: '1', command: { type: 'Destroy' }, by: owner }],
    ['a type of every object', { id: '1', command: { type: 'toString' }, by: owner }],
    ['a type as a list', { id: '1', command: { type: ['AdvanceClock'], seconds: 1 }, by: owner }],
    ['seconds as text', { id: '1', command: { type: 'AdvanceClock', seconds: '1' }, by: owner }],
    ['seconds as null', { id: '1', command: { type: 'AdvanceClock', seconds: null }, by: owner }],
    ['by nobody', { id: '1', command: { type: 'AdvanceClock', seconds: 1 } }],
    ['by something else', { id: '1', command: { type: 'AdvanceClock', seconds: 1 }, by: { kind: 'root' } }],
    ['from nowhere', { id: '1', by: owner, command: { type: 'RequestToken', from: { kind: 'moon' }, request: {} } }],
    [
      'tags as a list',
      { id: '1', by: owner, command: { type: 'CreateResourceGroup', name: 'x', location: 'x', tags: [1] } },
    ],
  ] as const
).map(([what, body]) => json('commands', 'InvalidCommand', what, body));

const worlds: readonly HostileCase[] = (
  [
    ['of another kind', { format: 'drawing', version: 1 }],
    ['of the future', { format: 'managed-identity-lab/world', version: 999, seed: 'x', entries: [] }],
    ['of no version', { seed: 'x', entries: [] }],
    ['with entries of nothing', { version: 1, seed: 'x', entries: [null] }],
    ['with a seed of a number', { version: 1, seed: 5, entries: [] }],
  ] as const
).map(([what, body]) => json('world', 'InvalidWorld', what, body));

const sizes: readonly HostileCase[] = [
  ...(['faults', 'clock', 'commands'] as const).flatMap((target) => [
    row(`${target}: more than 1 MB`, main, asOperator('POST', target, `"${'x'.repeat(1_000_100)}"`), tooLarge),
    row(
      `${target}: said to be 3 GB`,
      main,
      ({ secret }) => ({
        method: 'POST',
        target: `/companion/${target}`,
        headers: [
          ['Authorization', `Bearer ${secret}`],
          ['Content-Length', '3000000000'],
        ],
        body: '{',
      }),
      tooLarge,
    ),
    row(
      `${target}: more than 1 MB in chunks`,
      main,
      ({ secret }) => ({
        method: 'POST',
        target: `/companion/${target}`,
        headers: [
          ['Authorization', `Bearer ${secret}`],
          ['Transfer-Encoding', 'chunked'],
        ],
        body: chunks(1_100_000),
      }),
      tooLarge,
    ),
  ]),
  row('world: more than 8 MB', main, asOperator('PUT', 'world', `"${'x'.repeat(8_000_100)}"`), tooLarge),
  row(
    'world: more than 8 MB in chunks',
    main,
    ({ secret }) => ({
      method: 'PUT',
      target: '/companion/world',
      headers: [
        ['Authorization', `Bearer ${secret}`],
        ['Transfer-Encoding', 'chunked'],
      ],
      body: chunks(8_100_000),
    }),
    tooLarge,
  ),
];

const environments: readonly HostileCase[] = [
  'x',
  '',
  '__proto__',
  '/subscriptions',
  '../vm-hostile',
  'x'.repeat(12_000),
  '%00',
  '%ff%fe',
  '%zz',
].map((id) => row(`env of ${id.slice(0, 20)}`, main, asOperator('GET', `env?resourceId=${id}`), [404, 'HostNotFound']));

export const companionCases: readonly HostileCase[] = [
  ...withoutSecret,
  ...wrongMethods,
  ...bodies,
  ...moves,
  ...faults,
  ...commands,
  ...worlds,
  ...sizes,
  ...environments,
];

/** A body of that many bytes, in pieces. */
function chunks(length: number): string {
  const piece = 'x'.repeat(50_000);
  const framed = `${piece.length.toString(16)}\r\n${piece}\r\n`;
  return `${framed.repeat(Math.ceil(length / piece.length))}0\r\n\r\n`;
}
