import { describe, expect, it } from 'vitest';
import { readSetting, referenceEndFacts, referenceEnds } from '#domain/appservice/key-vault-reference.ts';
import { referenceOutcome } from '#domain/cloud/platform-outcome.ts';
import { addressOf } from '#domain/network/rules.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { closed, idOf, readsBy, resolve, settings, slot } from './site.ts';

const reader = 'id-shop-reader';
const byUri = '@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/db-password)';
const staging = 'app-shop/staging';

/** app-shop with kv-shop and a reference to db-password in DB_PASSWORD; nobody may read it yet. */
function shop({ system = true, user = [] as readonly string[] } = {}): Played {
  return run(
    'references',
    shopGroup,
    noRoleDelay,
    ...vault,
    identity(),
    host('app-shop', { kind: 'webApp', system, user }),
    settings({ DB_PASSWORD: byUri }),
  );
}

/** The outcome of the last deed, which read a reference. */
function outcomeOf(played: Played) {
  return referenceOutcome(played.entry(-1).events);
}

/** Who spoke to whom in the last deed. */
function lines({ hops }: Played): string[] {
  return hops.map(({ from, to, ...hop }) => {
    const ending = hop.kind === 'response' ? ` ${hop.response.status}` : '';
    return `${from.kind} → ${to.kind}${ending}`;
  });
}

const allowed = shop().goOn(mayReadSecrets('app-shop'));
const attached = shop({ system: false, user: [reader] }).goOn(mayReadSecrets(reader));

describe('a Key Vault reference', () => {
  it('[SITE-08] is read by the platform for the system-assigned identity', () => {
    const read = allowed.goOn(resolve());
    expectGolden(read.answer, 'SITE-08-resolved', 'capture');
    expect(lines(read)).toEqual([
      'platform → entra',
      'entra → platform 200',
      'platform → target',
      'target → platform 200',
    ]);
    const [, , call] = read.hops;
    expect(call?.kind === 'request' && call.token?.claims.oid).toBe(idsOf(read, 'app-shop').principalId);
    expect(outcomeOf(read)).toMatchObject({ end: 'resolved', status: 'Resolved', gate: null });
  });

  it('[SITE-08] in a slot is read for the slot', () => {
    const world = allowed.goOn(slot(), settings({ DB_PASSWORD: byUri }, staging));
    expect(outcomeOf(world.goOn(resolve('DB_PASSWORD', staging)))).toMatchObject({ end: 'noPermission' });
    const granted = world.goOn(mayReadSecrets(staging), resolve('DB_PASSWORD', staging));
    expect(outcomeOf(granted)).toMatchObject({ end: 'resolved' });
  });

  it.each([
    ['an address', byUri],
    ['an address with a final slash', byUri.replace(')', '/)')],
    ['names', '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=db-password)'],
    ['names in another order', '@Microsoft.KeyVault(SecretName=db-password;VaultName=kv-shop;)'],
  ])('[SITE-09] is made of %s', (_, reference) => {
    const read = allowed.goOn(settings({ DB_PASSWORD: reference }), resolve());
    expect(outcomeOf(read)).toMatchObject({ end: 'resolved', environment: 'pears-and-plums' });
  });

  it('[SITE-09] names a version or takes the newest', () => {
    const secretId = (JSON.parse(responseOfVault(allowed.goOn(resolve()))) as { id: string }).id;
    const version = secretId.slice(secretId.lastIndexOf('/') + 1);
    for (const reference of [
      `@Microsoft.KeyVault(SecretUri=${secretId})`,
      `@Microsoft.KeyVault(VaultName=kv-shop;SecretName=db-password;SecretVersion=${version})`,
    ]) {
      const read = allowed.goOn(settings({ DB_PASSWORD: reference }), resolve());
      expect(outcomeOf(read)).toMatchObject({ end: 'resolved' });
      expect(read.answer.json).toMatchObject({ properties: { secretVersion: version } });
    }
  });

  it.each([
    '@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/db-password',
    '@Microsoft.KeyVault()',
    '@Microsoft.KeyVault(SecretUri=kv-shop/secrets/db-password)',
    '@Microsoft.KeyVault(SecretUri=http://kv-shop.vault.azure.net/secrets/db-password)',
    '@Microsoft.KeyVault(SecretUri=https://example.com/secrets/db-password)',
    '@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/keys/db-password)',
    '@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/a/b/c)',
    '@Microsoft.KeyVault(VaultName=kv-shop)',
    '@Microsoft.KeyVault(SecretName=db-password)',
    '@Microsoft.KeyVault(VaultName=kv-shop/x;SecretName=db-password)',
  ])('[SITE-09] has to fit: %s', (reference) => {
    const read = allowed.goOn(settings({ DB_PASSWORD: reference }), resolve());
    expect(outcomeOf(read)).toMatchObject({ end: 'invalidSyntax', status: 'InvalidSyntax', environment: reference });
    expect(read.hops).toEqual([]);
  });

  it('[SITE-14] is not in every setting', () => {
    const plain = allowed.goOn(settings({ GREETING: 'hello' }), resolve('GREETING'));
    expectGolden(plain.answer, 'SITE-14-plain', 'unconfirmed');
    expect(outcomeOf(plain)).toBeNull();
    expect(allowed.goOn(resolve('ABSENT')).answer.status).toBe(404);
    expect(readSetting('x @Microsoft.KeyVault(…)')).toEqual({ kind: 'value' });
  });
});

function responseOfVault({ hops }: Played): string {
  const reply = hops.find((hop) => hop.kind === 'response' && hop.from.kind === 'target');
  return reply?.kind === 'response' ? reply.response.body : '';
}

describe('the identity that reads a reference', () => {
  it('[SITE-10] is the one that is named by its resource ID', () => {
    const read = attached.goOn(readsBy(reader), resolve());
    expect(outcomeOf(read)).toMatchObject({ end: 'resolved' });
    expect(read.hops[0]).toMatchObject({ request: { body: expect.stringContaining(idsOf(read, reader).clientId) } });
    expect(read.answer.json).toMatchObject({ properties: { identityType: 'UserAssigned' } });
  });

  it('[SITE-10] is never a user-assigned one that is merely attached', () => {
    const read = attached.goOn(resolve());
    expectGolden(read.answer, 'SITE-10-not-enabled', 'capture');
    expect(outcomeOf(read)).toMatchObject({ end: 'noIdentity', status: 'MSINotEnabled' });
    expect(read.hops).toEqual([]);
  });

  it.each(['clientId', 'principalId'] as const)('[SITE-10] is not found by its %s', (by) => {
    const read = attached.goOn(readsBy(reader, by), resolve());
    expect(outcomeOf(read)).toMatchObject({ end: 'notAResourceId', status: 'MSINotEnabled' });
    expect(read.answer.source).toBe('unconfirmed');
  });

  it('[SITE-10] has to be attached, even where the system-assigned one could read', () => {
    const read = allowed.goOn(readsBy(reader), resolve());
    expect(outcomeOf(read)).toMatchObject({ end: 'notAttached', status: 'MSINotEnabled' });
  });

  it('[SITE-10] is the system-assigned one again where that is said', () => {
    const back = allowed.goOn(readsBy(reader), (after) => ({
      type: 'SetReferenceIdentity',
      id: idOf(after, 'app-shop'),
      identity: 'SystemAssigned',
    }));
    expect(outcomeOf(back.goOn(resolve()))).toMatchObject({ end: 'resolved' });
    expect(back.state.appService).toEqual(allowed.state.appService);
  });
});

describe('what breaks a reference', () => {
  interface Break {
    readonly end: string;
    readonly status: string;
    readonly start: Played;
    readonly deeds: readonly Deed[];
  }
  const broken = (end: string, status: string, start: Played, ...deeds: readonly Deed[]): Break => ({
    end,
    status,
    start,
    deeds,
  });
  const breaks: readonly Break[] = [
    broken('noPermission', 'AccessToKeyVaultDenied', shop()),
    broken('firewall', 'AccessToKeyVaultDenied', allowed, closed('kv-shop')),
    broken('firewall', 'AccessToKeyVaultDenied', allowed, closed('kv-shop', { publicAccess: false })),
    broken('vaultNotFound', 'VaultNotFound', allowed, settings({ DB_PASSWORD: byUri.replace('kv-shop', 'kv-gone') })),
    broken('vaultNotFound', 'VaultNotFound', allowed, { do: 'delete', name: 'kv-shop' }),
    broken(
      'secretNotFound',
      'SecretNotFound',
      allowed,
      settings({ DB_PASSWORD: byUri.replace('db-password', 'other') }),
    ),
    broken(
      'versionNotFound',
      'SecretVersionNotFound',
      allowed,
      settings({ DB_PASSWORD: byUri.replace(')', '/0123)') }),
    ),
    broken('noIdentity', 'MSINotEnabled', allowed, { do: 'disable-system-assigned', on: 'app-shop' }),
    broken('principalGone', 'UnauthorizedClient', attached.goOn(readsBy(reader)), { do: 'delete', name: reader }),
  ];

  it.each(breaks)('[SITE-11] ends in $end, which Azure calls $status', ({ end, status, start, deeds }) => {
    const read = start.goOn(...deeds, resolve());
    expect(outcomeOf(read)).toMatchObject({ end, status });
    expect(read.answer.json).toMatchObject({ properties: { status } });
  });

  it('[SITE-11] is told by one word for the role and the firewall; the gate tells them apart', () => {
    const noRole = shop().goOn(resolve());
    const firewall = allowed.goOn(closed('kv-shop'), resolve());
    expectGolden(noRole.answer, 'SITE-11-denied', 'capture');
    expect(firewall.answer.body).toBe(noRole.answer.body);
    expect([noRole, firewall].map((each) => outcomeOf(each)?.gate?.gate)).toEqual(['role', 'network']);
  });

  it('[SITE-11] has words that tell all ends apart but those two', () => {
    const details = referenceEnds.map((end) => referenceEndFacts[end].details);
    expect(new Set(details).size).toBe(referenceEnds.length - 1);
  });

  it.each(breaks)('[SITE-12] leaves the text of the reference to code: $end', ({ start, deeds }) => {
    const read = start.goOn(...deeds, resolve());
    expect(outcomeOf(read)?.environment).toMatch(/^@Microsoft\.KeyVault\(/);
  });

  it('[SITE-12] gives code the secret where nothing does', () => {
    expect(outcomeOf(allowed.goOn(resolve()))?.environment).toBe('pears-and-plums');
  });

  it('[SITE-13] is a vault for trusted services only', () => {
    const trusted = allowed.goOn(closed('kv-shop', { trustedServices: true }), resolve());
    expect(outcomeOf(trusted)).toMatchObject({ end: 'firewall' });
    const { seed } = allowed.state;
    const address = addressOf(seed, { kind: 'host', resourceId: idOf(allowed, 'app-shop') });
    const opened = allowed.goOn(closed('kv-shop', { allowedAddresses: [address] }), resolve());
    expect(outcomeOf(opened)).toMatchObject({ end: 'resolved' });
  });

  it('[SITE-15] is not that the app’s own endpoint is off', () => {
    const off = allowed.goOn(settings({ WEBSITE_DISABLE_MSI: 'true' }));
    expect(off.goOn(askToken('app-shop')).failure).toBe('endpointNotSet');
    expect(outcomeOf(off.goOn(resolve()))).toMatchObject({ end: 'resolved' });
  });

  it('[SITE-16] is not a cached token: the app’s is used', () => {
    const read = allowed.goOn(askToken('app-shop'), resolve());
    expect(lines(read)).toEqual(['platform → target', 'target → platform 200']);
    expect(lines(allowed.goOn(resolve(), askToken('app-shop')))).toHaveLength(2);
  });
});
