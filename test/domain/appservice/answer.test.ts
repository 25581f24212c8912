import { describe, expect, it } from 'vitest';
import { nameOf } from '#domain/arm/resource-id.ts';
import { askToken, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askApp, goodQuery } from './ask-app.ts';

const reader = 'id-shop-reader';
const writer = 'id-shop-writer';

/** app-shop with these identities; id-shop-reader and id-shop-writer exist, attached or not. */
function app(system: boolean, ...user: readonly string[]): Played {
  return run('apps', shopGroup, identity(reader), identity(writer), host('app-shop', { kind: 'webApp', system, user }));
}

function ownerOf(asked: Played): string {
  expect(asked.answer.status).toBe(200);
  return nameOf(asked.claims.xms_mirid ?? '');
}

describe('which identity of an app answers', () => {
  it('[APPS-08] is the system-assigned one where nothing is named', () => {
    expect(ownerOf(app(true).goOn(askToken('app-shop')))).toBe('app-shop');
    expect(ownerOf(app(true, reader).goOn(askToken('app-shop')))).toBe('app-shop');
  });

  it('[APPS-08] is none where only user-assigned ones are attached, unlike at IMDS', () => {
    expectGolden(app(false, reader).goOn(askToken('app-shop')).answer, 'APPS-08-none-named', 'capture');
    expect(app(false, reader, writer).goOn(askToken('app-shop')).answer.body).toContain('Unable to load requested');
  });

  it.each([
    ['alone', app(false, reader)],
    ['beside another', app(false, writer, reader)],
    ['beside the system-assigned one', app(true, reader)],
  ])('[APPS-09] is the attached one that is named, %s', (_, played) => {
    const { clientId, principalId, resourceId } = idsOf(played, reader);
    for (const name of [
      `client_id=${clientId}`,
      `principal_id=${principalId}`,
      `object_id=${principalId}`,
      `mi_res_id=${encodeURIComponent(resourceId)}`,
    ]) {
      expect(ownerOf(played.goOn(askApp(`${goodQuery}&${name}`)))).toBe(reader);
    }
  });

  it.each([
    ['the system-assigned one is on', app(true)],
    ['another is attached', app(false, writer)],
  ])('[APPS-10] is none where one is named that is not attached, though %s', (_, played) => {
    const { answer } = played.goOn(askToken('app-shop', { as: reader }));
    expectGolden(answer, 'APPS-10-not-attached', 'capture');
  });

  it('[APPS-10] is none for an id of the wrong kind', () => {
    const asked = app(true, reader).goOn((after) =>
      askApp(`${goodQuery}&client_id=${idsOf(after, reader).principalId}`)(after),
    );
    expect(asked.answer.body).toContain('No User Assigned or Delegated Managed Identity found');
  });
});

describe('the answer of an app’s endpoint', () => {
  it('[APPS-11] holds five strings and no expires_in', () => {
    const asked = app(true).goOn(askToken('app-shop'));
    expectGolden(asked.answer, 'APPS-11-token', 'docs');
    const { appid, exp } = asked.claims;
    expect(asked.answer.json).toMatchObject({ client_id: appid, expires_on: String(exp), token_type: 'Bearer' });
    expect(Object.keys(asked.answer.json as object).toSorted()).toEqual([
      'access_token',
      'client_id',
      'expires_on',
      'resource',
      'token_type',
    ]);
  });

  it('[APPS-12] hides what Microsoft Entra ID said of an unknown resource', () => {
    const asked = app(true).goOn(askToken('app-shop', { resource: 'https://kv-shop.vault.azure.net' }));
    expectGolden(asked.answer, 'APPS-12-unknown-resource', 'capture');
    const fromEntra = asked.hops.find((hop) => hop.kind === 'response' && hop.from.kind === 'entra');
    expect(fromEntra).toMatchObject({ response: { status: 400, body: expect.stringContaining('AADSTS500011') } });
  });

  it('[APPS-13] says of a deleted identity that it cannot be loaded', () => {
    const named = app(false, reader).goOn((after) => {
      const { clientId } = idsOf(after, reader);
      return askApp(`${goodQuery}&client_id=${clientId}`)(after);
    });
    const { command } = named.entry(-1);
    const deleted = named.goOn({ do: 'delete', name: reader }, command);
    expectGolden(deleted.answer, 'APPS-13-deleted-identity', 'unconfirmed');
  });

  it('[APPS-14] gives the same token again until it expires', () => {
    const asked = app(true, reader).goOn(askToken('app-shop'));
    const again = asked.goOn({ do: 'advance', hours: 23 }, askToken('app-shop'));
    expect(again.answer.fromCache).toBe(true);
    expect(again.answer.json).toEqual(asked.answer.json);
    expect(again.goOn(askToken('app-shop', { as: reader })).answer.fromCache).toBe(false);
    const next = again.goOn({ do: 'advance', hours: 1 }, askToken('app-shop'));
    expect(next.answer.fromCache).toBe(false);
    expect(next.claims.uti).not.toBe(asked.claims.uti);
  });

  it('[APPS-15] carries the correlation id of a refusal in body and header, another each time', () => {
    const first = app(false, reader).goOn(askToken('app-shop'));
    const second = first.goOn(askToken('app-shop'));
    const [one, other] = [first, second].map(({ answer }) => {
      const [, id] = answer.headers.find(([name]) => name === 'X-CORRELATION-ID') ?? [];
      expect(answer.json).toMatchObject({ statusCode: 400, correlationId: id });
      expect(answer.headers).toContainEqual(['Server', 'Kestrel']);
      return id;
    });
    expect(one).not.toBe(other);
  });
});
