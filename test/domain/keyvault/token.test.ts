import { describe, expect, it } from 'vitest';
import { issuerOf } from '#domain/entra/issue-token.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { askToken, call, forged, readSecret, run, vaultAudience, webShop } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('keyvault', webShop, askToken());
const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01';
const read = (token: (after: Played) => PresentedToken): MadeDeed => call('vm-web', { url }, token);

function gatesOf({ answer }: Played): readonly (readonly [string, boolean])[] {
  return answer.decision?.gates.map(({ gate, passed }) => [gate, passed] as const) ?? [];
}

const otherIssuer = issuerOf(guid('another tenant'));

describe('what a vault thinks of a token', () => {
  it('[KV-04] misses it', () => {
    const asked = shop.goOn(readSecret('vm-web', { token: 'none' }));
    expectGolden(asked.answer, 'KV-04-no-token', 'capture');
    // The length that azure-sdk-for-net#36216 shows.
    expect(asked.answer.body).toHaveLength(97);
    expect(gatesOf(asked)).toEqual([['token', false]]);
  });

  it('[KV-05] cannot read it', () => {
    expectGolden(shop.goOn(read(() => ({ kind: 'malformed' }))).answer, 'KV-05-unreadable', 'unconfirmed');
  });

  it('[KV-06] does not know its key', () => {
    const asked = shop.goOn(read(forged({}, 'unknown')));
    expectGolden(asked.answer, 'KV-06-unknown-key', 'capture');
    expect(gatesOf(asked)).toEqual([
      ['token', true],
      ['signature', false],
    ]);
  });

  it('[KV-06] prints the header that it was shown, as it stands in the token', () => {
    const header = { typ: 'JWT', alg: 'RS256', x5t: 'other', kid: 'other' } as const;
    const asked = shop.goOn(
      read((after) => {
        const token = forged({}, 'unknown')(after);
        return token.kind === 'jwt' ? { ...token, header } : token;
      }),
    );
    // {"typ":"JWT","alg":"RS256","x5t":"other","kid":"other"}
    const encoded = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6Im90aGVyIiwia2lkIjoib3RoZXIifQ';
    expect(asked.answer.json).toEqual({
      error: {
        code: 'Unauthorized',
        message: `AKV10046: Unable to resolve the key used for signature validation. EncodedJwtHeader: '${encoded}'`,
      },
    });
  });

  it('[KV-07] finds its signature broken, as when somebody changed a claim', () => {
    const asked = shop.goOn(read(forged({ oid: 'somebody-else' as PrincipalId }, 'broken')));
    expectGolden(asked.answer, 'KV-07-broken-signature', 'unconfirmed');
  });

  it('[KV-08] finds that another tenant issued it', () => {
    expectGolden(shop.goOn(read(forged({ iss: otherIssuer }))).answer, 'KV-08-issuer', 'capture');
  });

  it('[KV-09] finds that it is meant for another service', () => {
    const asked = shop.goOn(askToken('vm-web', { resource: 'https://management.azure.com/' }), readSecret());
    expectGolden(asked.answer, 'KV-09-audience', 'capture');
  });

  it('[KV-09] refuses its own audience with a final slash, which Microsoft Entra ID issues', () => {
    const asked = shop.goOn(askToken('vm-web', { resource: 'https://vault.azure.net/' }));
    expect(asked.answer.status).toBe(200);
    expectGolden(asked.goOn(readSecret()).answer, 'KV-09-final-slash', 'capture');
  });

  it.each([vaultAudience, 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093'])('[KV-09] accepts %s', (resource) => {
    expect(shop.goOn(askToken('vm-web', { resource }), readSecret()).answer.status).toBe(200);
  });

  it('[KV-10] finds it good until the second of its expiry', () => {
    const late = shop.goOn({ type: 'AdvanceClock', seconds: 86_399 }, readSecret());
    expect(late.answer.status).toBe(200);
    const expired = late.goOn({ type: 'AdvanceClock', seconds: 1 }, readSecret());
    expectGolden(expired.answer, 'KV-10-expired', 'capture');
    // The length that azure-sdk-for-python#27266 shows.
    expect(expired.answer.body).toHaveLength(96);
    expect(gatesOf(expired).at(-1)).toEqual(['lifetime', false]);
  });

  it('[KV-10] finds that its time has yet to come', () => {
    const { now } = shop.state;
    expect(shop.goOn(read(forged({ nbf: now }))).answer.status).toBe(200);
    expectGolden(shop.goOn(read(forged({ nbf: now + 1 }))).answer, 'KV-10-not-yet-valid', 'unconfirmed');
  });

  it('[KV-03] says with every 401 where to get which token', () => {
    const refused = [
      readSecret('vm-web', { token: 'none' }),
      read(() => ({ kind: 'malformed' })),
      read(forged({}, 'unknown')),
      read(forged({}, 'broken')),
      read(forged({ iss: otherIssuer })),
      read(forged({ aud: 'https://graph.microsoft.com' })),
      read(forged({ exp: shop.state.now })),
    ].map((deed) => shop.goOn(deed).answer);
    const authorization = `https://login.microsoftonline.com/${shop.state.tenantId}`;
    const challenge = `Bearer authorization="${authorization}", resource="https://vault.azure.net"`;
    for (const { status, headers } of refused) {
      expect(status).toBe(401);
      expect(headers).toContainEqual(['WWW-Authenticate', challenge]);
    }
  });
});

describe('the order in which a vault looks', () => {
  /** Everything about this token is wrong. */
  const nothingRight: Partial<TokenClaims> = {
    iss: otherIssuer,
    aud: 'https://graph.microsoft.com',
    exp: shop.state.now,
    oid: 'nobody' as PrincipalId,
  };
  const { iss, aud, exp, oid } = shop.claims;
  const missing = 'https://kv-shop.vault.azure.net/secrets/no-such-secret?api-version=2025-07-01';

  it.each([
    ['signature', 401, forged(nothingRight, 'broken')],
    ['issuer', 401, forged(nothingRight)],
    ['audience', 401, forged({ ...nothingRight, iss })],
    ['lifetime', 401, forged({ ...nothingRight, iss, aud })],
    ['role', 403, forged({ ...nothingRight, iss, aud, exp })],
  ])('[KV-02] next is the %s, answered %i', (gate, status, token) => {
    const asked = shop.goOn(call('vm-web', { url: missing }, token));
    expect(asked.answer.status).toBe(status);
    const gates = gatesOf(asked);
    expect(gates.at(-1)).toEqual([gate, false]);
    expect(gates.slice(0, -1).every(([, passed]) => passed)).toBe(true);
  });

  it('[KV-02] last is the secret', () => {
    const asked = shop.goOn(call('vm-web', { url: missing }, forged({ iss, aud, exp, oid })));
    expect(asked.answer.status).toBe(404);
    expect(gatesOf(asked).map(([gate]) => gate)).toEqual([
      'token',
      'signature',
      'issuer',
      'audience',
      'lifetime',
      'network',
      'role',
    ]);
  });

  it('[KV-17] does not matter from where a token comes', () => {
    for (const from of ['laptop', 'vm-web']) {
      expect(shop.goOn(call(from, { url }, forged({}))).answer.status).toBe(200);
    }
  });
});
