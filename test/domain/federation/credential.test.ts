import { describe, expect, it } from 'vitest';
import { moments } from '#domain/cloud/moments.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { host, identity, idsOf, noRoleDelay, run, shopGroup } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { credential, noCredential } from './workload.ts';

const shop = run('federation', shopGroup, noRoleDelay, host(), identity(), identity('id-shop-writer'));
const held = (after: Played, name = 'id-shop-reader') =>
  credentialsOf(after.state.federation, idsOf(after, name).resourceId);
const long = (length: number) => 'x'.repeat(length);

describe('a federated credential', () => {
  it('[FED-01] is made under its identity', () => {
    const made = shop.goOn(credential());
    expectGolden(made.answer, 'FED-01-created', 'docs');
    const { resourceId } = idsOf(made, 'id-shop-reader');
    expect(made.entry(-1).events.at(-1)).toMatchObject({
      method: 'PUT',
      url: `https://management.azure.com${resourceId}/federatedIdentityCredentials/shop?api-version=2024-11-30`,
    });
  });

  it('[FED-01] is replaced by one of its name, in whatever case', () => {
    const changed = shop.goOn(credential(), credential({ name: 'SHOP', subject: 'repo:contoso/shop:pull_request' }));
    expect(changed.answer.status).toBe(200);
    expect(held(changed)).toMatchObject([{ name: 'shop', subject: 'repo:contoso/shop:pull_request' }]);
  });

  it('[FED-01] is deleted once', () => {
    const gone = shop.goOn(credential(), noCredential('Shop'));
    expect(gone.answer).toMatchObject({ status: 200, body: '' });
    expect(held(gone)).toEqual([]);
    expect(gone.goOn(noCredential()).answer.status).toBe(204);
  });

  it.each(['abc', 'a-b_c', '0aa', 'x'.repeat(120)])('[FED-02] may be named %s', (name) => {
    expect(shop.goOn(credential({ name })).answer.status).toBe(201);
  });

  it.each(['ab', '-abc', '_abc', 'a b c', 'a.bc', 'x'.repeat(121), ''])('[FED-02] may not be named %j', (name) => {
    const { answer } = shop.goOn(credential({ name }));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: { message: `Federated Identity Credential name '${name}' is invalid.` },
    });
  });

  it.each([
    ['no audience', { audiences: [] }, 'FED-02-audiences', 'capture'],
    ['two audiences', { audiences: ['a', 'b'] }, 'FED-02-audiences', 'capture'],
    ['an empty issuer', { issuer: '' }, 'FED-02-empty', 'docs'],
    ['an empty subject', { subject: ' ' }, 'FED-02-empty', 'docs'],
    ['an empty audience', { audiences: [''] }, 'FED-02-empty', 'docs'],
    ['a long issuer', { issuer: long(601) }, 'FED-02-length', 'unconfirmed'],
    ['a long subject', { subject: long(601) }, 'FED-02-length', 'unconfirmed'],
    ['a long audience', { audiences: [long(601)] }, 'FED-02-length', 'unconfirmed'],
  ] as const)('[FED-02] has not %s', (_what, wish, golden, source) => {
    const refused = shop.goOn(credential(wish));
    expectGolden(refused.answer, golden, source);
    expect(held(refused)).toEqual([]);
  });

  it('[FED-02] may have values of 600 characters', () => {
    const made = shop.goOn(credential({ issuer: long(600), subject: long(600), audiences: [long(600)] }));
    expect(made.answer.status).toBe(201);
  });

  it('[FED-03] is the only one of its issuer and subject in the identity', () => {
    const twice = shop.goOn(credential(), credential({ name: 'other', audiences: ['api://other'] }));
    expectGolden(twice.answer, 'FED-03-taken', 'docs');
    const elsewhere = twice.goOn(credential({}, 'id-shop-writer'));
    expect(elsewhere.answer.status).toBe(201);
    expect(elsewhere.goOn(credential({ name: 'other', issuer: 'https://other.example' })).answer.status).toBe(201);
  });

  it('[FED-03] is one of at most twenty', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => credential({ name: `one-${n}`, subject: `subject-${n}` }));
    const full = shop.goOn(twenty);
    expect(full.answer.status).toBe(201);
    const more = full.goOn(credential({ name: 'one-20', subject: 'subject-20' }));
    expectGolden(more.answer, 'FED-03-limit', 'unconfirmed');
    expect(held(more)).toHaveLength(20);
    expect(full.goOn(credential({ name: 'one-3', subject: 'changed' })).answer.status).toBe(200);
    expect(full.goOn(noCredential('one-3'), credential({ name: 'one-20', subject: 'subject-20' })).answer.status).toBe(
      201,
    );
  });

  it('[FED-04] needs its identity', () => {
    const { resourceId } = idsOf(shop, 'id-shop-reader');
    const identityId = resourceId.replace('id-shop-reader', 'id-nobody') as ResourceId;
    const wish = { name: 'shop', issuer: 'i', subject: 's', audiences: ['a'] };
    expectGolden(shop.goOn({ type: 'CreateFederatedCredential', identityId, ...wish }).answer, 'FED-04-parent', 'docs');
    expect(shop.goOn({ type: 'DeleteFederatedCredential', identityId, name: 'shop' }).answer.status).toBe(404);
  });

  it('[FED-04] is not for the identity of a host', () => {
    const { answer, state } = shop.goOn(credential({}, 'vm-web'));
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ error: { code: 'InvalidResourceType' } });
    expect(state.federation).toEqual(shop.state.federation);
    expect(shop.goOn(noCredential('shop', 'vm-web')).answer.status).toBe(404);
  });

  it.each(['repo:nobody/nothing:ref:refs/heads/main', 'no subject of anybody'])('[FED-05] may trust %s', (subject) => {
    expect(shop.goOn(credential({ subject })).answer.status).toBe(201);
  });
});

describe('the time until a credential is honored', () => {
  it('[FED-06] is nothing where grants are made to count at once', () => {
    const made = shop.goOn(credential());
    expect(held(made)[0]?.effectiveAt).toBe(made.state.now);
    expect(moments(made.state)).toEqual([]);
  });

  it('[FED-06] is up to five minutes otherwise, and not always the same', () => {
    const names = Array.from({ length: 12 }, (_, n) => `one-${n}`);
    const seeded = run('federation', shopGroup, identity()).goOn(
      names.map((name) => credential({ name, subject: name })),
    );
    const waits = held(seeded).map(({ effectiveAt }) => effectiveAt - seeded.state.now);
    expect(waits.every((wait) => wait >= 0 && wait < 300)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(6);
  });

  it('[FED-06] ends in a moment that is due', () => {
    const made = run('federation', shopGroup, identity()).goOn(credential());
    const [due] = moments(made.state);
    expect(due?.at).toBe(held(made)[0]?.effectiveAt);
    expect(due?.event).toMatchObject({ type: 'FederatedCredentialTookEffect', name: 'shop' });
    const later = made.goOn({ do: 'advance', minutes: 5 });
    expect(later.entry(-1).events.map(({ type }) => type)).toContain('FederatedCredentialTookEffect');
    expect(moments(later.state)).toEqual([]);
  });

  it('[FED-06] ends with the credential', () => {
    const gone = run('federation', shopGroup, identity()).goOn(credential(), noCredential(), {
      do: 'advance',
      minutes: 5,
    });
    expect(gone.entry(-1).events.map(({ type }) => type)).toEqual(['ClockAdvanced']);
  });
});
