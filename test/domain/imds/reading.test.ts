import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#domain/http/message.ts';
import { routeOf } from '#domain/imds/routes.ts';
import { readRequest } from '#domain/imds/rules.ts';
import type { ImdsReading } from '#domain/imds/rules.ts';
import {
  checkpointImds,
  emptyImds,
  evolveImds,
  faultOf,
  forgetImds,
  imdsFaultKinds,
  moveImds,
} from '#domain/imds/state.ts';
import type { ImdsEvent, ImdsFault } from '#domain/imds/state.ts';
import { apiVersions, isVersion } from '#domain/imds/versions.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { seed } from '#test/support/seed.ts';

const imds = 'http://169.254.169.254';

function read(request: Partial<HttpRequest> & { readonly url: string }, fault: ImdsFault | null = null): ImdsReading {
  const uri = parseUri(request.url);
  if (uri === null) throw new Error(`${request.url} is no address`);
  return readRequest({ method: 'GET', headers: [['Metadata', 'true']], body: '', ...request }, uri, fault);
}

function statusOf(reading: ImdsReading): number {
  return reading.kind === 'answered' ? reading.answer.response.status : 200;
}

describe('where a path leads', () => {
  it.each([
    ['/metadata/identity/oauth2/token', 'token'],
    ['/METADATA/Identity/OAuth2/Token', 'token'],
    ['/metadata/identity/oauth2/token/', 'token'],
    ['/metadata/identity/info', 'info'],
    ['/metadata/versions', 'versions'],
    ['/metadata/instance', 'instance'],
    ['/metadata/instance/', 'instance'],
    ['/metadata/instance/compute/vmId', 'instance'],
    ['/metadata/instances', null],
    ['/metadata/identity', null],
    ['/metadata', null],
    ['/', null],
    ['', null],
    ['/__proto__', null],
    ['/constructor', null],
  ])('[IMDS-06] %s: %s', (path, to) => {
    expect(routeOf(path)?.to ?? null).toBe(to);
  });

  it.each([
    '//metadata/identity/oauth2/token',
    '///metadata/identity/oauth2/token//',
    '/METADATA/identity/oauth2/token/',
  ])("[IMDS-47] %s is the token's path", (path) => {
    expect(routeOf(path)).toMatchObject({ to: 'token' });
  });

  it.each([
    ['/metadata/instance', []],
    ['/metadata/instance/', []],
    ['/metadata/instance/compute', ['compute']],
    ['/Metadata/Instance/network/interface/0/', ['network', 'interface', '0']],
    ['/metadata/instance/a//b', ['a', '', 'b']],
  ])('[IMDS-30] %s is narrowed by its segments', (path, segments) => {
    expect(routeOf(path)).toMatchObject({ segments });
  });
});

describe('versions', () => {
  it.each(apiVersions)('[IMDS-08] [IMDS-28] %s is known to what is older', (version) => {
    const token = `${imds}/metadata/identity/oauth2/token?resource=x&api-version=${version}`;
    expect(statusOf(read({ url: token }))).toBe(version >= '2018-02-01' ? 200 : 400);
    const instance = `${imds}/metadata/instance?api-version=${version}`;
    expect(statusOf(read({ url: instance }))).toBe(version >= '2017-04-02' ? 200 : 400);
  });

  it.each([null, '', '2018-02-02', '2018-2-1', ' 2018-02-01', '2018-02-01 ', '9999-99-99', 'latest'])(
    '[IMDS-08] %j is none',
    (version) => {
      expect(isVersion(version, '2017-03-01')).toBe(false);
    },
  );
});

describe('the reading of a request', () => {
  it.each([
    ['nothing', '', null],
    ['a client ID', '&client_id=a', { by: 'clientId', value: 'a' }],
    ['an object ID', '&object_id=a', { by: 'principalId', value: 'a' }],
    ['a resource ID', '&msi_res_id=%2Fsubscriptions', { by: 'resourceId', value: '/subscriptions' }],
    ['what it does not know', '&bypass_cache=true&authority=b', null],
  ])('[IMDS-02] understands %s', (_, more, selector) => {
    const url = `${imds}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=r${more}`;
    expect(read({ url })).toEqual({ kind: 'token', resource: 'r', selector });
  });

  const word = fc.oneof(fc.constantFrom('2018-02-01', 'true', 'a', ''), fc.string({ maxLength: 6 }));
  const url = fc
    .tuple(
      fc.constantFrom(
        '/metadata/identity/oauth2/token',
        '/metadata/instance/compute',
        '/metadata/identity/info',
        '/metadata/versions',
        '/x',
      ),
      fc.array(fc.tuple(fc.constantFrom('api-version', 'resource', 'client_id', 'format', 'object_id'), word), {
        maxLength: 4,
      }),
    )
    .map(([path, query]) => {
      const pairs = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return `${imds}${path}?${pairs.join('&')}`;
    });
  const requests = fc.record({
    url,
    method: fc.constantFrom('GET' as const, 'POST' as const),
    headers: fc.array(fc.tuple(fc.constantFrom('Metadata', 'X-Forwarded-For', 'Accept'), word), { maxLength: 2 }),
  });
  const faults = fc.option(fc.record({ kind: fc.constantFrom(...imdsFaultKinds), requests: fc.constant(null) }));

  it('[IMDS-02] [IMDS-41] always comes to something, and by a fault only where there is one', () => {
    fc.assert(
      fc.property(requests, faults, (request, fault) => {
        const healthy = read(request);
        const reading = read(request, fault);
        if (healthy.kind === 'answered') expect(healthy.answer.response.status).toBeGreaterThanOrEqual(400);
        if (reading.kind === 'answered' && reading.byFault) expect(fault).not.toBe(null);
        else expect(reading).toEqual(healthy);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('[IMDS-03] [IMDS-04] never gets past the headers of a request that was made elsewhere', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const reading = read({ ...request, headers: [['Host', 'example']] });
        expect(reading.kind === 'answered' && reading.answer.response.body).toContain('metadata header not specified');
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('what is kept of faults', () => {
  const one = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-1' as ResourceId;
  const two = `${one}2` as ResourceId;
  const set = (fault: ImdsFault | null): ImdsEvent => ({ type: 'ImdsFaultSet', resourceId: one, fault });
  const met: ImdsEvent = { type: 'ImdsFaultMet', resourceId: one };
  const after = (...events: readonly ImdsEvent[]) => events.reduce(evolveImds, emptyImds);

  it.each([
    [1, null],
    [2, 1],
    [3, 2],
    [null, null],
  ])('[IMDS-43] counts %s requests down to %s', (requests, left) => {
    const state = after(set({ kind: 'updating', requests }), met);
    const expected = requests === 1 ? null : { kind: 'updating', requests: left };
    expect(faultOf(state, one)).toEqual(expected);
  });

  it('[IMDS-43] cannot be met where there is none', () => {
    expect(() => after(met)).toThrow('no fault');
  });

  it('[IMDS-44] is of one machine, by its id without case', () => {
    const state = after(set({ kind: 'throttled', requests: null }));
    expect(faultOf(state, one.toUpperCase() as ResourceId)?.kind).toBe('throttled');
    expect(faultOf(state, two)).toBe(null);
    expect(after(set({ kind: 'throttled', requests: null }), set(null))).toEqual(emptyImds);
  });

  it('[LOG-10] folds from its checkpoint, goes and moves with its machine', () => {
    const state = after(set({ kind: 'serverError', requests: 3 }));
    expect(after(...checkpointImds(state))).toEqual(state);
    expect(forgetImds(state, one)).toEqual(emptyImds);
    expect(faultOf(moveImds(state, one, two), two)).toEqual({ kind: 'serverError', requests: 3 });
  });
});
