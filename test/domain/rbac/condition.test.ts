import { describe, expect, it } from 'vitest';
import { isMet, parseCondition } from '#domain/rbac/condition.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  host,
  noRoleDelay,
  readImage,
  run,
  shopGroup,
  storage,
  storageAudience,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { containerOf, grant } from './assigning.ts';

const read = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';
const container = 'Microsoft.Storage/storageAccounts/blobServices/containers:name';
const path = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path';
const reader = 'Storage Blob Data Reader';

/** As the portal writes it. */
const onlyImages = `
(
 (
  !(ActionMatches{'${read}'} AND NOT SubOperationMatches{'Blob.List'})
 )
 OR
 (
  @Resource[${container}] StringEquals 'images'
 )
)`;
const onlyIn = (name: string) => onlyImages.replace("'images'", `'${name}'`);
const onlySvg = `((!(ActionMatches{'${read}'}))  OR (@Resource[${path}] StringLike '*.svg'))`;

const otherBlobs: readonly Step[] = [
  { do: 'create-container', account: 'stshopimages', name: 'invoices' },
  { do: 'upload-blob', account: 'stshopimages', container: 'invoices', name: 'april.pdf', content: 'pdf' },
  { do: 'upload-blob', account: 'stshopimages', container: 'images', name: 'logo.png', content: 'png' },
];
const shop = run(
  'condition',
  shopGroup,
  noRoleDelay,
  host(),
  storage,
  otherBlobs,
  askToken('vm-web', { resource: storageAudience }),
);

function statuses(played: Played): readonly number[] {
  return ['images/logo.svg', 'images/logo.png', 'invoices/april.pdf'].map(
    (blob) => played.goOn(readImage('vm-web', { get: `stshopimages/${blob}` })).answer.status,
  );
}

describe('an assignment with a condition', () => {
  it.each<[string, string | undefined, readonly number[]]>([
    ['no condition', undefined, [200, 200, 200]],
    ['a container', onlyImages, [200, 200, 403]],
    ['another container', onlyIn('invoices'), [403, 403, 200]],
    ['a path', onlySvg, [200, 403, 403]],
    ['both', `${onlyImages} AND ${onlySvg}`, [200, 403, 403]],
    ['either', `${onlySvg} OR (@Resource[${container}] StringEquals 'invoices')`, [200, 403, 200]],
    ['another action', onlyIn('none').replace('blobs/read', 'blobs/write'), [200, 200, 200]],
  ])('[RBAC-28] grants where it is met: %s', (_what, condition, expected) => {
    const more = condition === undefined ? {} : { condition };
    expect(statuses(shop.goOn(grant(reader, 'vm-web', 'stshopimages', more)))).toEqual(expected);
  });

  it('[RBAC-28] is refused by a gate of its own, after the role', () => {
    const refused = shop.goOn(grant(reader, 'vm-web', 'stshopimages', { condition: onlyIn('none') }), readImage());
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.decision?.gates.slice(-2)).toEqual([
      { gate: 'role', passed: true, expected: read, found: expect.stringContaining(`${reader} at /subscriptions/`) },
      {
        gate: 'condition',
        passed: false,
        expected: onlyIn('none'),
        found: `${container.toLowerCase()} = images; ${path.toLowerCase()} = logo.svg`,
      },
    ]);
  });

  it('[RBAC-28] passes the gate where it is met', () => {
    const allowed = shop.goOn(grant(reader, 'vm-web', 'stshopimages', { condition: onlyImages }), readImage());
    expect(allowed.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'condition', passed: true });
  });

  it('[RBAC-28] does not take away what another assignment grants', () => {
    const both = shop.goOn(
      grant(reader, 'vm-web', 'stshopimages', { condition: onlyIn('none') }),
      grant(reader, 'vm-web', 'rg-shop'),
    );
    expect(statuses(both)).toEqual([200, 200, 200]);
    expect(both.goOn(readImage()).answer.decision?.gates.at(-1)).toMatchObject({ gate: 'role', passed: true });
  });

  it('[RBAC-28] that waits says so only where its condition would be met', () => {
    const slow = shop.goOn({ do: 'set-role-delay', minutes: 5 });
    const pendingWith = (condition: string) =>
      slow.goOn(grant(reader, 'vm-web', 'stshopimages', { condition }), readImage()).answer.decision?.pending;
    expect(pendingWith(onlyIn('none'))).toBeNull();
    expect(pendingWith(onlyImages)).toMatchObject({ effectiveAt: shop.state.now + 300 });
  });

  it('[RBAC-28] is printed as it was written', () => {
    const made = shop.goOn(grant(reader, 'vm-web', containerOf('images'), { condition: onlySvg }));
    expect(made.answer.json).toMatchObject({ properties: { condition: onlySvg, conditionVersion: '2.0' } });
  });

  it('[RBAC-29] that cannot be read is refused', () => {
    const refused = shop.goOn(grant(reader, 'vm-web', 'stshopimages', { condition: 'images only' }));
    expectGolden(refused.answer, 'RBAC-29-bad-condition', 'unconfirmed');
    expect(refused.state).toEqual(shop.state);
  });
});

const here = {
  action: 'a/read',
  request: {},
  resource: { [container.toLowerCase()]: 'images', [path.toLowerCase()]: 'a/Logo.svg' },
};

describe('a condition', () => {
  it.each([
    [`@Resource[${container}] StringEquals 'images'`, true],
    [`@Resource[${container}] StringEquals 'Images'`, false],
    [`@Resource[${container}] StringEqualsIgnoreCase 'Images'`, true],
    [`@Resource[${container}] StringNotEquals 'images'`, false],
    [`@Resource[${container}] StringNotEqualsIgnoreCase 'IMAGE'`, true],
    [`@resource[${container.toUpperCase()}] StringStartsWith 'im'`, true],
    [`@Resource[${path}] StringLike 'a/*.svg'`, true],
    [`@Resource[${path}] StringLike 'a/*.png'`, false],
    [`@Resource[${path}] StringNotLike 'a/*.png'`, true],
    [`@Request[${path}] StringLike '*'`, false],
    [`@Resource[${container}] ForAnyOfAnyValues:StringEquals {'x', 'images'}`, true],
    [`@Resource[${container}] ForAnyOfAnyValues:StringEquals {'x', 'y'}`, false],
    [`@Resource[${container}] StringEquals 'it\\'s'`, false],
    [`ActionMatches{'a/read'}`, true],
    [`ActionMatches{'A/*'}`, true],
    [`ActionMatches{'a/write'}`, false],
    [`SubOperationMatches{'Blob.List'}`, false],
    [`!(ActionMatches{'a/read'})`, false],
    [`NOT ActionMatches{'a/write'}`, true],
    [`!!ActionMatches{'a/read'}`, true],
    // OR binds least.
    [`ActionMatches{'a/read'} OR ActionMatches{'b'} AND ActionMatches{'c'}`, true],
    [`(ActionMatches{'a/read'} OR ActionMatches{'b'}) AND ActionMatches{'c'}`, false],
    [`ActionMatches{'b'} || ActionMatches{'a/read'} && !ActionMatches{'c'}`, true],
  ])('[RBAC-28] %s is met: %s', (text, met) => {
    const condition = parseCondition(text);
    expect(condition).not.toBeNull();
    expect(condition !== null && isMet(condition, here)).toBe(met);
  });

  it.each([
    '',
    '   ',
    '(',
    ')',
    `ActionMatches{'a'`,
    `ActionMatches{'a','b'}`,
    `ActionMatches 'a'`,
    `Matches{'a'}`,
    `ActionMatches{'a'} ActionMatches{'b'}`,
    `ActionMatches{'a'} AND`,
    `AND ActionMatches{'a'}`,
    `!`,
    `@Resource[${container}]`,
    `@Resource[${container}] StringEquals images`,
    `@Resource[${container}] StringEquals {'images'}`,
    `@Resource[${container}] Equals 'images'`,
    `@Resource[${container}] constructor 'images'`,
    `@Resource[${container}] ForAnyOfAnyValues:StringEquals 'images'`,
    `@Resource[Microsoft.Storage/unknown:name] StringEquals 'images'`,
    `@Principal[${container}] StringEquals 'images'`,
    `@Resource[${container}] StringEquals 'images`,
    `${'('.repeat(200)}ActionMatches{'a'}${')'.repeat(200)}`,
    `${'!'.repeat(100_000)}ActionMatches{'a'}`,
  ])('[RBAC-29] cannot be read: %.60s', (text) => {
    expect(parseCondition(text)).toBeNull();
  });
});
