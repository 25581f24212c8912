import { describe, expect, it } from 'vitest';
import { askToken, host, noRoleDelay, run, shopGroup } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askImds, goodQuery } from './ask-imds.ts';

const shop = run('imds', shopGroup, noRoleDelay, host(), host('app-shop', { kind: 'webApp' }));

describe('who reaches IMDS', () => {
  it('[IMDS-01] answers code on the machine', () => {
    expect(shop.goOn(askImds(goodQuery)).answer.status).toBe(200);
    const withPort = askImds(goodQuery, { address: 'http://169.254.169.254:80/metadata/identity/oauth2/token' });
    expect(shop.goOn(withPort).answer.status).toBe(200);
  });

  it.each(['laptop', 'app-shop'])('[IMDS-01] gives no answer to %s', (from) => {
    const asked = shop.goOn(askImds(goodQuery, { from }));
    expect(asked.failure).toBe('unreachable');
    expect(asked.entry(-1).events.map(({ type }) => type)).toEqual(['RequestSent', 'ConnectionFailed']);
  });

  it.each([
    'https://169.254.169.254/metadata/identity/oauth2/token',
    'http://169.254.169.254:8080/metadata/identity/oauth2/token',
    'http://169.254.169.253/metadata/identity/oauth2/token',
    'http://172.16.0.2:8081/msi/token',
    'metadata/identity/oauth2/token',
  ])('[IMDS-01] is not to be had at %s', (address) => {
    expect(shop.goOn(askImds(goodQuery, { address })).failure).toBe('unreachable');
  });

  it('[COMPUTE-12] gives no answer to a machine that was deleted', () => {
    const left = shop.goOn({ do: 'delete', name: 'vm-web' });
    const { events } = shop.goOn(askImds(goodQuery)).entry(-1);
    const [sent] = events;
    if (sent?.type !== 'RequestSent' || sent.from.kind !== 'application') throw new Error('no request');
    expect(left.goOn({ type: 'RequestToken', from: sent.from.origin, request: sent.request }).failure).toBe(
      'originGone',
    );
  });
});

describe('what IMDS refuses before it looks for an identity', () => {
  it('[IMDS-03] refuses a forwarded request', () => {
    const headers = [
      ['Metadata', 'true'],
      ['x-forwarded-for', '10.0.0.4'],
    ] as const;
    const { answer } = shop.goOn(askImds(goodQuery, { headers }));
    expectGolden(answer, 'IMDS-03-forwarded', 'unconfirmed');
  });

  it('[IMDS-04] refuses a request without the Metadata header', () => {
    const { answer } = shop.goOn(askToken('vm-web', { withoutProof: true }));
    expectGolden(answer, 'IMDS-04-no-metadata-header', 'capture');
    // The length that azure-sdk-for-js#11369 shows.
    expect(answer.body).toHaveLength(88);
  });

  it.each(['True', 'false', ''])('[IMDS-04] refuses a Metadata header that says "%s"', (value) => {
    const { answer } = shop.goOn(askImds(goodQuery, { headers: [['Metadata', value]] }));
    expect(answer).toMatchObject({ status: 400, source: 'unconfirmed' });
    expect(answer.body).toContain('Required metadata header not specified');
  });

  it('[IMDS-04] reads the name of the header without case', () => {
    expect(shop.goOn(askImds(goodQuery, { headers: [['METADATA', 'true']] })).answer.status).toBe(200);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('[IMDS-05] does not allow %s', (method) => {
    expectGolden(shop.goOn(askImds(goodQuery, { method })).answer, 'IMDS-05-method', 'spec');
  });

  it.each(['/metadata/identity', '/metadata/identity/oauth2/tokens', '/'])('[IMDS-06] knows no path %s', (path) => {
    const { answer } = shop.goOn(askImds(goodQuery, { address: `http://169.254.169.254${path}` }));
    expectGolden(answer, 'IMDS-06-path', 'capture');
  });

  it('[IMDS-06] reads the path without case', () => {
    const address = 'http://169.254.169.254/Metadata/identity/OAuth2/token/';
    expect(shop.goOn(askImds(goodQuery, { address })).answer.status).toBe(200);
  });

  it.each(['resource=https://vault.azure.net', 'client_id=a&client_id=a', 'api-version=2018-02-01'])(
    '[IMDS-07] refuses to be given %s a second time',
    (more) => {
      expectGolden(shop.goOn(askImds(`${goodQuery}&${more}`)).answer, 'IMDS-07-repeated', 'unconfirmed');
    },
  );

  it.each(['', 'api-version=&', 'api-version=2017-12-01&', 'api-version=2018-02-02&'])(
    '[IMDS-08] refuses the version in "%sresource=…"',
    (version) => {
      const { answer } = shop.goOn(askImds(`${version}resource=https://vault.azure.net`));
      expectGolden(answer, 'IMDS-08-version', 'unconfirmed');
    },
  );

  it.each(['2018-02-01', '2021-12-13', '2025-04-07'])('[IMDS-08] accepts version %s', (version) => {
    const asked = shop.goOn(askImds(`api-version=${version}&resource=https://vault.azure.net`));
    expect(asked.answer.status).toBe(200);
  });

  it.each(['', '&resource='])('[IMDS-09] misses the resource in "…2018-02-01%s"', (resource) => {
    const { answer } = shop.goOn(askImds(`api-version=2018-02-01${resource}`));
    expectGolden(answer, 'IMDS-09-no-resource', 'capture');
  });

  it.each(['client_id=a&object_id=b', 'client_id=a&msi_res_id=b', 'msi_res_id=a&mi_res_id=b'])(
    '[IMDS-10] refuses two names: %s',
    (names) => {
      expectGolden(shop.goOn(askImds(`${goodQuery}&${names}`)).answer, 'IMDS-10-two-selectors', 'unconfirmed');
    },
  );
});

describe('the order of the checks', () => {
  /** Each request mends the first fault of the one before, and is then told of the next. */
  const wrong = 'api-version=1&api-version=2&client_id=a&object_id=b';
  const address = 'http://169.254.169.254/metadata';
  const forwarded = [['X-Forwarded-For', '10.0.0.4']] as const;
  const metadata = [['Metadata', 'true']] as const;

  it.each([
    ['X-Forwarded-For', 'X-Forwarded-For', askImds(wrong, { headers: forwarded, method: 'POST', address })],
    ['the Metadata header', 'Required metadata header', askImds(wrong, { headers: [], method: 'POST', address })],
    ['the method', 'method_not_allowed', askImds(wrong, { headers: metadata, method: 'POST', address })],
    ['the path', 'Not Found', askImds(wrong, { address })],
    ['a repeated parameter', 'more than once', askImds(wrong)],
    ['the version', "Invalid 'api-version'", askImds('api-version=1&client_id=a&object_id=b')],
    ['the resource', "'resource' is missing", askImds('api-version=2018-02-01&client_id=a&object_id=b')],
    ['the names', 'by one of client_id', askImds('api-version=2018-02-01&resource=unknown&client_id=a&object_id=b')],
    ['the identity', 'Identity not found', askImds('api-version=2018-02-01&resource=unknown&client_id=a')],
    ['the audience, at Microsoft Entra ID', 'AADSTS500011', askImds('api-version=2018-02-01&resource=unknown')],
  ])('[IMDS-02] looks next at %s', (_, words, request) => {
    const { answer } = shop.goOn(request);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toContain(words);
  });

  it('[IMDS-02] answers the probe of an SDK, which sends neither header nor query, by the header', () => {
    const { answer } = shop.goOn(askImds('', { headers: [] }));
    expectGolden(answer, 'IMDS-04-no-metadata-header', 'capture');
  });
});
