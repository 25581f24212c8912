import { describe, expect, it } from 'vitest';
import { faultOf, imdsFaultKinds } from '#domain/imds/state.ts';
import type { ImdsFault } from '#domain/imds/state.ts';

import { resourceNamed } from '#domain/script/names.ts';
import { askToken, host, run, shopGroup, vault } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askImds, goodQuery } from './ask-imds.ts';

const shop = run('imds', shopGroup, host(), host('vm-batch'), host('app-shop', { kind: 'webApp' }), ...vault);
const address = 'http://169.254.169.254/metadata';

function setFault(fault: ImdsFault | null, on = 'vm-web'): MadeDeed {
  return ({ state }) => ({ type: 'SetImdsFault', id: resourceNamed(state, on).id, fault });
}

function broken(kind: ImdsFault['kind'], requests: number | null = null): Played {
  return shop.goOn(setFault({ kind, requests }));
}

describe('a fault of IMDS', () => {
  it.each([
    ['throttled', '[IMDS-37] is too many requests', 'IMDS-37-throttled', 'capture'],
    ['updating', '[IMDS-38] is an update', 'IMDS-38-updating', 'unconfirmed'],
    ['endpointUpdating', '[IMDS-38] is an update of the endpoint', 'IMDS-38-endpoint-updating', 'unconfirmed'],
    ['serverError', '[IMDS-39] is an error of the service', 'IMDS-39-server-error', 'spec'],
    ['unavailable', '[IMDS-45] is a service that is not there for a moment', 'IMDS-45-unavailable', 'unconfirmed'],
    ['restarting', '[IMDS-40] is a restart', 'IMDS-40-restarting', 'unconfirmed'],
  ] as const)('%s: %s', (kind, _, golden, source) => {
    expectGolden(broken(kind).goOn(askToken()).answer, golden, source);
  });

  it('[IMDS-40] is answered by what stands in front of IMDS', () => {
    const { headers } = broken('restarting').goOn(askToken()).answer;
    expect(headers).toEqual([
      ['Content-Type', 'text/plain'],
      ['Server', 'Microsoft-IIS/10.0'],
    ]);
  });

  it.each(imdsFaultKinds)('[IMDS-43] %s lasts until it is mended', (kind) => {
    const failing = broken(kind).goOn(askToken(), askToken(), { do: 'advance', days: 1 }, askToken());
    expect(failing.answer.status).toBeGreaterThanOrEqual(400);
    expect(failing.goOn(setFault(null), askToken()).answer.status).toBe(200);
  });

  it('[IMDS-43] mends itself after so many requests', () => {
    const statuses: number[] = [];
    let played = broken('updating', 2);
    for (let time = 0; time < 4; time += 1) {
      played = played.goOn(askToken());
      statuses.push(played.answer.status);
    }
    expect(statuses).toEqual([410, 410, 200, 200]);
  });

  it('[IMDS-43] counts no request that does not come as far', () => {
    const held = broken('throttled', 1).goOn(askImds(goodQuery, { headers: [] }), askImds('api-version=1'));
    expect(held.answer.status).toBe(400);
    expect(faultOf(held.state.imds, resourceNamed(held.state, 'vm-web').id)).toEqual({
      kind: 'throttled',
      requests: 1,
    });
    expect(held.goOn(askToken()).answer.status).toBe(429);
    expect(held.goOn(askToken(), askToken()).answer.status).toBe(200);
  });

  it('[IMDS-44] is set on one machine only', () => {
    expect(broken('throttled').goOn(askToken('vm-batch')).answer.status).toBe(200);
  });

  it.each(imdsFaultKinds)('[IMDS-46] %s says when to ask again, where that is set', (kind) => {
    const asked = shop.goOn(setFault({ kind, requests: 1, retryAfter: 7 }), askToken());
    expect(asked.answer.headers).toContainEqual(['Retry-After', '7']);
    expect(asked.answer.source).toBe('unconfirmed');
    const plain = broken(kind).goOn(askToken());
    expect(plain.answer.headers.map(([name]) => name)).not.toContain('Retry-After');
    expect(asked.goOn(askToken()).answer.status).toBe(200);
  });

  it.each([0, -1, 1.5, Number.NaN])('[IMDS-46] is not set to be asked again after %s seconds', (retryAfter) => {
    const played = shop.goOn(setFault({ kind: 'throttled', requests: 1, retryAfter }));
    expect(played.entry(-1).events).toEqual([]);
  });

  it.each(['app-shop', 'kv-shop', 'rg-none'])('[IMDS-44] is not set on %s', (name) => {
    const id = name === 'rg-none' ? shop.state.subscriptionId : resourceNamed(shop.state, name).id;
    const played = shop.goOn({ type: 'SetImdsFault', id: id as never, fault: { kind: 'updating', requests: null } });
    expect(played.entry(-1).events).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('[IMDS-44] is not set for %s requests', (requests) => {
    expect(broken('updating', requests).entry(-1).events).toEqual([]);
  });

  it('[IMDS-44] is mended where there is none, and nothing happens', () => {
    expect(shop.goOn(setFault(null)).entry(-1).events).toEqual([]);
  });
});

describe('the place of a fault among the checks', () => {
  const metadata = [['Metadata', 'true']] as const;

  it.each([
    ['restarting', 'a forwarded request', askImds(goodQuery, { headers: [['X-Forwarded-For', '10.0.0.4']] }), 500],
    ['restarting', 'a request without the header', askImds(goodQuery, { headers: [] }), 500],
    ['endpointUpdating', 'a request without the header', askImds(goodQuery, { headers: [] }), 400],
    ['endpointUpdating', 'a POST', askImds(goodQuery, { method: 'POST' }), 405],
    ['endpointUpdating', 'an unknown version', askImds('api-version=1'), 404],
    ['updating', 'an unknown version', askImds('api-version=1'), 400],
    ['updating', 'a request without a resource', askImds('api-version=2018-02-01'), 410],
    ['throttled', 'an unknown version', askImds('api-version=1'), 400],
    ['throttled', 'a request without a resource', askImds('api-version=2018-02-01'), 429],
    ['unavailable', 'an unknown version', askImds('api-version=1'), 400],
    ['unavailable', 'a request without a resource', askImds('api-version=2018-02-01'), 503],
    ['serverError', 'a request without a resource', askImds('api-version=2018-02-01'), 400],
    ['serverError', 'an identity that is not there', askImds(`${goodQuery}&client_id=a`), 500],
  ] as const)('[IMDS-41] %s answers %s', (kind, _, request, status) => {
    expect(broken(kind).goOn(request).answer.status).toBe(status);
  });

  it.each(imdsFaultKinds)('[IMDS-41] %s keeps a token back that is in the cache', (kind) => {
    const asked = shop.goOn(askToken(), setFault({ kind, requests: 1 }), askToken());
    expect(asked.answer.status).toBeGreaterThanOrEqual(400);
    expect(asked.goOn(askToken()).answer.fromCache).toBe(true);
  });

  it.each(imdsFaultKinds.map((kind) => [kind, kind === 'restarting' ? 500 : 200] as const))(
    '[IMDS-42] with %s the instance document is answered %s',
    (kind, status) => {
      const request = askImds('api-version=2021-02-01', { address: `${address}/instance`, headers: metadata });
      expect(broken(kind, 1).goOn(request).answer.status).toBe(status);
    },
  );

  it('[IMDS-42] meets the tenant too, for it is in the same category', () => {
    const request = askImds('api-version=2018-02-01', { address: `${address}/identity/info` });
    expect(broken('throttled').goOn(request).answer.status).toBe(429);
  });
});
