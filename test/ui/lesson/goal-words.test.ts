import { expect, it } from 'vitest';
import type { Expectation } from '#domain/script/script.ts';
import { liveWords } from '#words/lesson/live.ts';

const cases: readonly (readonly [Expectation, found: string, wanted: string, instead: string])[] = [
  [{ status: 200, contains: 'pears' }, '', 'The last answer is 200 and holds “pears”', 'no answer yet'],
  [{ status: 200, contains: 'pears' }, '403 {}', 'The last answer is 200 and holds “pears”', 'it is 403'],
  [
    { status: 200, contains: 'pears' },
    '200 {}',
    'The last answer is 200 and holds “pears”',
    'it is 200, with other contents',
  ],
  [{ status: 200, fromCache: true }, '', 'The last answer is 200, from the cache', 'no answer yet'],
  [{ failure: 'unreachable' }, '', 'The last request reaches nobody', 'an answer came, or none was asked for'],
  [{ claim: 'aud', is: 'https://vault.azure.net' }, '', 'The token’s aud is https://vault.azure.net', 'no token yet'],
  [{ claim: 'roles', is: null }, 'admin', 'The token has no claim roles', 'it is admin'],
  [
    { claim: 'oid', idOf: 'vm-web', id: 'principal' },
    'a91e0000-0000-0000-0000-000000000000',
    'The token’s oid is the object (principal) ID of vm-web',
    'it is a91e0000…',
  ],
  [{ count: 'principals', is: 1 }, '0', 'There is exactly one service principal', 'now 0'],
  [{ count: 'orphaned-assignments', is: 0 }, '2', 'There is no orphaned role assignment', 'now 2'],
  [{ count: 'hosts', is: 2 }, '1', 'There are exactly 2 hosts', 'now 1'],
  [{ exists: 'vm-web', is: false }, 'true', 'vm-web is deleted', 'it is still there'],
  [{ exists: 'vm-web', is: true }, 'false', 'vm-web is there', 'it is not'],
  [
    { identity: 'vm-web', is: 'SystemAssigned' },
    'None',
    'vm-web carries a system-assigned identity only',
    'now no identity',
  ],
  [
    { newPrincipal: 'vm-web', is: true },
    'false',
    'vm-web has another service principal than at first',
    'it has its first one, or none',
  ],
  [{ newPrincipal: 'vm-web', is: false }, 'true', 'vm-web still has its first service principal', 'it has another one'],
];

it.each(cases)('%o, found %s: %s', (expectation, found, wanted, instead) => {
  expect(liveWords.goalInWords(expectation, found)).toEqual({ wanted, found: instead });
});
