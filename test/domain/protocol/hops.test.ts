import { describe, expect, it } from 'vitest';
import { tokenReference } from '#domain/entra/token.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import { hops } from '#domain/protocol/hops.ts';
import type { Hop } from '#domain/protocol/hops.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import {
  askToken,
  call,
  expectNoRefusal,
  forged,
  host,
  readSecret,
  run,
  shopGroup,
  vault,
  webShop,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const shop = run('protocol', webShop);
const asked = shop.goOn(askToken());
const opened = asked.goOn(readSecret());

/** A hop as a line: who, to whom, and what came back. */
function lines({ hops: drawn }: Played): string[] {
  return drawn.map((hop) => `${hop.from.kind} → ${hop.to.kind}${outcome(hop)}`);
}

function outcome(hop: Hop): string {
  if (hop.kind === 'request') return '';
  return hop.kind === 'failure' ? ` ${hop.reason}` : ` ${hop.response.status}`;
}

const thereAndBack = ['application → imds', 'imds → entra', 'entra → imds 200', 'imds → application 200'];

describe('the messages of a token request', () => {
  it('[HOP-01] go out, out, back, back', () => {
    expect(lines(asked)).toEqual(thereAndBack);
  });

  it('[HOP-01] do so in an app too, through its own endpoint', () => {
    const app = run('protocol', shopGroup, host('app-shop', { kind: 'webApp' }), askToken('app-shop'));
    expect(lines(app)).toEqual(thereAndBack.map((line) => line.replace('imds', 'identityEndpoint')));
  });

  it('[HOP-02] are answered the way they came, the last one first', () => {
    const [first, second, third, fourth] = asked.hops;
    for (const [request, answer] of [
      [first, fourth],
      [second, third],
    ] as const) {
      expect(answer).toMatchObject({
        kind: 'response',
        from: request?.to,
        to: request?.from,
        request: request?.request,
      });
    }
  });

  it('[HOP-02] are paired over a whole log', () => {
    const events = pastEvents(opened.world.timeline);
    const drawn = hops(events);
    expect(drawn.filter(({ kind }) => kind === 'request')).toHaveLength(drawn.length / 2);
    expect(() => hops(events.slice(events.findIndex(({ type }) => type === 'ResponseReturned')))).toThrow(
      'an answer without a request',
    );
  });

  it('[HOP-03] do not go to Microsoft Entra ID while the cache has an answer', () => {
    const again = asked.goOn(askToken());
    expect(lines(again)).toEqual(['application → imds', 'imds → application 200']);
    expect(again.hops.at(-1)).toMatchObject({ fromCache: true });
    expect(asked.hops.map((hop) => hop.kind === 'response' && hop.fromCache)).toEqual([false, false, false, false]);
  });

  it('[HOP-04] end at the endpoint where it refuses', () => {
    expect(lines(shop.goOn(askToken('vm-web', { withoutProof: true })))).toEqual([
      'application → imds',
      'imds → application 400',
    ]);
  });

  it('[HOP-04] end at Microsoft Entra ID where that refuses', () => {
    expect(lines(shop.goOn(askToken('vm-web', { resource: 'api://nobody' })))).toEqual([
      'application → imds',
      'imds → entra',
      'entra → imds 400',
      'imds → application 400',
    ]);
    const app = run('protocol', shopGroup, host('app-shop', { kind: 'webApp' }));
    expect(lines(app.goOn(askToken('app-shop', { resource: 'api://nobody' }))).slice(2)).toEqual([
      'entra → identityEndpoint 400',
      'identityEndpoint → application 500',
    ]);
  });
});

describe('a request that reaches nobody', () => {
  it.each<[string, Played, Actor['kind'], string]>([
    ['IMDS from a laptop', shop.goOn(askToken('laptop')), 'imds', 'unreachable'],
    [
      'the endpoint of an app without an identity',
      run('protocol', shopGroup, host('app-shop', { kind: 'webApp', system: false }), askToken('app-shop')),
      'identityEndpoint',
      'endpointNotSet',
    ],
    [
      'a vault that is not there',
      asked.goOn(call('vm-web', { url: 'https://kv-nowhere.vault.azure.net/secrets/a' }, forged({}))),
      'target',
      'nameNotResolved',
    ],
  ])('[HOP-05] is drawn to whom it was meant for: %s', (_, played, kind, reason) => {
    const [request, failure, ...more] = played.hops;
    expect(request).toMatchObject({ kind: 'request', from: { kind: 'application' }, to: { kind } });
    expect(failure).toMatchObject({ kind: 'failure', reason, to: { kind }, request: request?.request });
    expect(more).toEqual([]);
  });
});

describe('the token that a message carries', () => {
  it('[HOP-06] is in the answers that hand it out', () => {
    const { claims } = asked;
    expect(
      asked.hops.map(({ kind, ...hop }) => (kind === 'failure' ? null : 'token' in hop ? hop.token?.claims : null)),
    ).toEqual([undefined, undefined, claims, claims]);
  });

  it('[HOP-06] is in the answer from the cache, and in the call, though it was issued before', () => {
    const again = asked.goOn(askToken());
    expect(again.hops.at(-1)).toMatchObject({ token: { claims: asked.claims, header: { alg: 'RS256' } } });
    const [presented, answered] = opened.hops;
    expect(presented).toMatchObject({ kind: 'request', token: { claims: asked.claims } });
    expect(answered).toMatchObject({ kind: 'response', token: null });
  });

  it('[HOP-06] is in no call that presents none', () => {
    expect(asked.goOn(readSecret('vm-web', { token: 'none' })).hops[0]).toMatchObject({ token: null });
  });

  it.each(['broken', 'unknown'] as const)(
    '[HOP-06] is not the one that a token of %s signature imitates',
    (signature) => {
      const url = 'https://kv-shop.vault.azure.net/secrets/db-password';
      const imitated = asked.goOn(call('vm-web', { url }, forged({ aud: 'https://elsewhere' }, signature)));
      expect(imitated.hops[0]).toMatchObject({ kind: 'request', token: null });
    },
  );

  it('[HOP-08] stands in recorded messages as a reference', () => {
    const reference = tokenReference(asked.claims.uti);
    expect(asked.answer.json).toMatchObject({ access_token: reference });
    expect(opened.hops[0]?.request.headers).toContainEqual(['Authorization', `Bearer ${reference}`]);
    expect(JSON.stringify(opened.world.timeline)).not.toContain('eyJ');
  });
});

describe('what an answer says beside its words', () => {
  it('[HOP-07] is how a target decided', () => {
    const [, answered] = opened.hops;
    expect(answered).toMatchObject({ decision: { allowed: true, pending: null } });
    const refused = run('protocol', shopGroup, host(), vault, askToken(), readSecret()).hops.at(-1);
    expect(refused).toMatchObject({
      decision: {
        allowed: false,
        gates: expect.arrayContaining([expect.objectContaining({ gate: 'role', passed: false })]),
      },
    });
  });

  it('[HOP-07] is no decision where an endpoint answers', () => {
    const decisions = asked.hops.flatMap((hop) => (hop.kind === 'response' ? [hop.decision] : []));
    expect(decisions).toEqual([null, null]);
  });

  it('[HOP-09] is nothing for a command to the management plane', () => {
    expectNoRefusal(shop);
    for (const { events } of shop.world.timeline.entries) expect(hops(events)).toEqual([]);
  });

  it('[HOP-10] is how well its words are known', () => {
    const sources = (played: Played) => played.hops.flatMap((hop) => (hop.kind === 'response' ? [hop.source] : []));
    expect(sources(asked)).toEqual(['unconfirmed', 'spec']);
    expect(sources(opened)).toEqual(['docs']);
    expect(sources(shop.goOn(askToken('vm-web', { withoutProof: true })))).toEqual(['capture']);
  });
});
