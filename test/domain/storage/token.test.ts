import { describe, expect, it } from 'vitest';
import { issuerOf } from '#domain/entra/issue-token.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { Headers } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import {
  askToken,
  call,
  forged,
  mayReadImages,
  readImage,
  run,
  storageAudience,
  webShop,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const askImages = (resource = storageAudience) => askToken('vm-web', { resource });
const shop = run('storage', webShop, mayReadImages(), askImages());
const current: Headers = [['x-ms-version', '2026-04-06']];
const none = (): PresentedToken => ({ kind: 'none' });

function read(token: (after: Played) => PresentedToken, headers = current, scheme = 'https'): MadeDeed {
  return call('vm-web', { url: `${scheme}://stshopimages.blob.core.windows.net/images/logo.svg`, headers }, token);
}

function gatesOf({ answer }: Played): readonly (readonly [string, boolean])[] {
  return answer.decision?.gates.map(({ gate, passed }) => [gate, passed] as const) ?? [];
}

const otherIssuer = issuerOf(guid('another tenant'));

describe('what Blob storage thinks of a token', () => {
  it('[BLOB-02] misses it', () => {
    const asked = shop.goOn(readImage('vm-web', { token: 'none' }));
    expectGolden(asked.answer, 'BLOB-02-no-token', 'capture');
    expect(gatesOf(asked)).toEqual([['token', false]]);
  });

  it.each([[[]], [[['x-ms-version', '2019-07-07']]]] as [Headers][])(
    '[BLOB-02] hides the blob from an old request without one: %j',
    (headers) => {
      expectGolden(shop.goOn(read(none, headers)).answer, 'BLOB-02-old-version', 'capture');
    },
  );

  it('[BLOB-02] asks for it from 2019-12-12 on', () => {
    expect(shop.goOn(read(none, [['x-ms-version', '2019-12-12']])).answer.status).toBe(401);
  });

  it.each([[[]], [[['x-ms-version', '2017-07-29']]]] as [Headers][])(
    '[BLOB-03] takes none with an old request: %j',
    (headers) => {
      expectGolden(shop.goOn(read(forged({}), headers)).answer, 'BLOB-03-old-version', 'unconfirmed');
    },
  );

  it('[BLOB-03] takes one from 2017-11-09 on', () => {
    expect(shop.goOn(read(forged({}), [['X-MS-Version', '2017-11-09']])).answer.status).toBe(200);
  });

  it('[BLOB-04] takes none over plain HTTP', () => {
    expectGolden(shop.goOn(read(forged({}), current, 'http')).answer, 'BLOB-04-http', 'unconfirmed');
  });

  it('[BLOB-05] cannot read it', () => {
    expectGolden(shop.goOn(read(() => ({ kind: 'malformed' }))).answer, 'BLOB-05-unreadable', 'unconfirmed');
  });

  it.each(['Basic c2hvcA==', 'Token abc', 'abc', 'Bearers abc', 'type%3Daad%26ver%3D1.0%26sig%3Dabc'])(
    '[BLOB-28] does not know the scheme of %s',
    (sent) => {
      const malformed = (): PresentedToken => ({ kind: 'malformed' });
      const { answer } = shop.goOn(read(malformed, [...current, ['authorization', sent]]));
      expectGolden(answer, 'BLOB-28-scheme', 'sdk');
      expect(shop.goOn(read(malformed, [['Authorization', sent]])).answer.body).toBe(answer.body);
    },
  );

  it.each(['Bearer abc', 'bearer abc', 'Bearer', 'SharedKey shop:abc', 'SharedKeyLite shop:abc'])(
    '[BLOB-28] knows the scheme of %s',
    (sent) => {
      const malformed = (): PresentedToken => ({ kind: 'malformed' });
      const { answer } = shop.goOn(read(malformed, [...current, ['Authorization', sent]]));
      expectGolden(answer, 'BLOB-05-unreadable', 'unconfirmed');
    },
  );

  it.each(['unknown', 'broken'] as const)('[BLOB-05] finds its signature %s', (signature) => {
    expectGolden(shop.goOn(read(forged({}, signature))).answer, 'BLOB-05-signature', 'unconfirmed');
  });

  it('[BLOB-06] finds that another tenant issued it', () => {
    expectGolden(shop.goOn(read(forged({ iss: otherIssuer }))).answer, 'BLOB-06-issuer', 'capture');
  });

  it('[BLOB-07] finds that it is meant for another service', () => {
    expectGolden(shop.goOn(askToken(), readImage()).answer, 'BLOB-07-audience', 'capture');
  });

  it.each([
    'https://storage.azure.com',
    'https://storage.azure.com/',
    'e406a681-f3d4-42a8-90b6-c2b029497af1',
    'https://stshopimages.blob.core.windows.net',
    'https://stshopimages.blob.core.windows.net/',
  ])('[BLOB-07] accepts %s', (resource) => {
    expect(shop.goOn(askImages(resource), readImage()).answer.status).toBe(200);
  });

  it('[BLOB-07] does not accept the address of another account', () => {
    const other = shop.goOn({ do: 'create', kind: 'storageAccount', name: 'stother', in: 'rg-shop' });
    const asked = other.goOn(askImages('https://stother.blob.core.windows.net'));
    expect(asked.answer.status).toBe(200);
    expect(asked.goOn(readImage()).answer.body).toContain('Audience validation failed. Audience did not match.');
  });

  it('[BLOB-08] finds it good until the second of its expiry', () => {
    const late = shop.goOn({ type: 'AdvanceClock', seconds: 86_399 }, readImage());
    expect(late.answer.status).toBe(200);
    const expired = late.goOn({ type: 'AdvanceClock', seconds: 1 }, readImage());
    expectGolden(expired.answer, 'BLOB-08-expired', 'sdk');
    expect(gatesOf(expired).at(-1)).toEqual(['lifetime', false]);
  });

  it('[BLOB-08] finds that its time has yet to come', () => {
    const { now } = shop.state;
    expect(shop.goOn(read(forged({ nbf: now }))).answer.status).toBe(200);
    expectGolden(shop.goOn(read(forged({ nbf: now + 1 }))).answer, 'BLOB-08-not-yet-valid', 'unconfirmed');
  });

  it('[BLOB-15] says with every 401 where to get which token', () => {
    const refused = [
      read(none),
      read(() => ({ kind: 'malformed' })),
      read(forged({}, 'unknown')),
      read(forged({ iss: otherIssuer })),
      read(forged({ aud: 'https://vault.azure.net' })),
      read(forged({ exp: shop.state.now })),
    ].map((deed) => shop.goOn(deed).answer);
    const authorization = `https://login.microsoftonline.com/${shop.state.tenantId}/oauth2/authorize`;
    const challenge = `Bearer authorization_uri=${authorization} resource_id=https://storage.azure.com`;
    for (const { status, headers } of refused) {
      expect(status).toBe(401);
      expect(headers).toContainEqual(['WWW-Authenticate', challenge]);
      expect(headers).toContainEqual(['Server', 'Microsoft-HTTPAPI/2.0']);
    }
  });

  it('[BLOB-15] repeats the code in a header and tells each request apart', () => {
    const first = shop.goOn(read(none));
    const second = first.goOn(read(none));
    const [one, other] = [first, second].map(({ answer }) => {
      const values = new Map(answer.headers);
      expect(values.get('x-ms-error-code')).toBe('NoAuthenticationInformation');
      expect(answer.body).toContain(`<Code>NoAuthenticationInformation</Code>`);
      const requestId = values.get('x-ms-request-id') ?? 'none';
      expect(answer.body).toContain(`\nRequestId:${requestId}\n`);
      return requestId;
    });
    expect(one).not.toBe(other);
  });
});

describe('the order in which Blob storage looks', () => {
  /** Everything about this token is wrong. */
  const nothingRight: Partial<TokenClaims> = {
    iss: otherIssuer,
    aud: 'https://graph.microsoft.com',
    exp: shop.state.now,
    oid: 'nobody' as PrincipalId,
  };
  const { iss, aud, exp, oid } = shop.claims;
  const url = 'https://stshopimages.blob.core.windows.net/images/no-such-blob';

  it.each([
    ['version', 403, [], forged(nothingRight, 'broken')],
    ['signature', 401, ['signature'], forged(nothingRight, 'broken')],
    ['issuer', 401, ['issuer'], forged(nothingRight)],
    ['audience', 401, ['audience'], forged({ ...nothingRight, iss })],
    ['lifetime', 401, ['lifetime'], forged({ ...nothingRight, iss, aud })],
    ['role', 403, ['role'], forged({ ...nothingRight, iss, aud, exp })],
    ['blob', 404, [], forged({ iss, aud, exp, oid })],
  ] as const)('[BLOB-16] next is the %s, answered %i', (name, status, refusing, token) => {
    const headers = name === 'version' ? [] : current;
    const asked = shop.goOn(call('vm-web', { url, headers }, token));
    expect(asked.answer.status).toBe(status);
    expect(gatesOf(asked).flatMap(([gate, passed]) => (passed ? [] : [gate]))).toEqual(refusing);
  });
});
