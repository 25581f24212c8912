import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { authorizationOf } from '#domain/cosmos/rules.ts';
import type { CosmosRole } from '#domain/cosmos/state.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import { readCosmosRequest } from '#domain/cosmos/wire.ts';
import { issuerOf } from '#domain/entra/issue-token.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { Headers, HttpMethod } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { askToken, call, forged, host, idsOf, noRoleDelay, run, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const audience = 'https://cosmos-shop.documents.azure.com';
const shop = run(
  'cosmos',
  shopGroup,
  noRoleDelay,
  host(),
  { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  askToken('vm-web', { resource: audience }),
);

function role(type: 'AssignCosmosRole' | 'RemoveCosmosRole', named: CosmosRole, principal?: string): MadeDeed {
  return (after): Command => ({
    type,
    accountId: resourceNamed(after.state, 'cosmos-shop').id,
    principalId: (principal ?? idsOf(after, 'vm-web').principalId) as PrincipalId,
    role: named,
  });
}

const reader = shop.goOn(role('AssignCosmosRole', 'reader'));
const contributor = shop.goOn(role('AssignCosmosRole', 'contributor'));

/** A request as clients send it: the token within a form of its own. */
function ask(
  method: HttpMethod,
  path: string,
  token: (after: Played) => PresentedToken = forged({}),
  { headers = [], body = '{"id":"3"}' }: { headers?: Headers; body?: string } = {},
): MadeDeed {
  return (after) => {
    const presented = token(after);
    const reference = presented.kind === 'jwt' ? tokenReference(presented.claims.uti) : 'no-token';
    const authorization = ['Authorization', authorizationOf(reference)] as const;
    const sent = presented.kind === 'none' ? headers : [authorization, ...headers];
    return call('vm-web', { method, url: `${audience}/${path}`, headers: sent, body }, () => presented)(after);
  };
}

function gatesOf({ answer }: Played) {
  return answer.decision?.gates.map(({ gate, passed }) => (passed ? gate : `not ${gate}`));
}

function subStatus({ answer }: Played): string | undefined {
  return answer.headers.find(([name]) => name === 'x-ms-substatus')?.[1];
}

const orders = 'dbs/shop/colls/orders';

describe('the token of a request to Cosmos DB', () => {
  it('[COSMOS-01] stands in a form that is encoded once more', () => {
    const request = readCosmosRequest('cosmos-shop', `${orders}/docs/1`, shop.state.now, '{token:x}');
    expect(request).toEqual({
      method: 'GET',
      url: `${audience}/${orders}/docs/1`,
      headers: [
        ['Authorization', 'type%3Daad%26ver%3D1.0%26sig%3D{token:x}'],
        ['x-ms-date', 'Mon, 02 Mar 2026 09:00:00 GMT'],
        ['x-ms-version', '2020-07-15'],
      ],
      body: '',
    });
    expect(readCosmosRequest('cosmos-shop', '', shop.state.now, null).headers).toHaveLength(2);
    expect(reader.goOn(ask('GET', '')).answer.status).toBe(200);
  });

  it.each([
    ['a bearer token', 'Bearer abc'],
    ['another version', 'type=aad&ver=2.0&sig=abc'],
    ['nothing', ''],
  ])('[COSMOS-01] is not read from %s', (_what, value) => {
    const headers: Headers = [['authorization', value]];
    const asked = reader.goOn(call('vm-web', { url: `${audience}/`, headers }, forged({})));
    expect([asked.answer.status, gatesOf(asked)]).toEqual([401, ['not token']]);
  });

  it('[COSMOS-01] may be written plainly too', () => {
    const headers: Headers = [['authorization', 'type=aad&ver=1.0&sig=abc']];
    expect(reader.goOn(call('vm-web', { url: `${audience}/`, headers }, forged({}))).answer.status).toBe(200);
  });

  const otherTenant = issuerOf(guid('another tenant'));
  const { now } = shop.state;

  it.each<readonly [string, (after: Played) => PresentedToken, number, string | undefined, string, string]>([
    ['no token', () => ({ kind: 'none' }), 401, undefined, 'COSMOS-02-no-header', 'capture'],
    ['a text that is no token', () => ({ kind: 'malformed' }), 401, undefined, 'COSMOS-02-malformed', 'unconfirmed'],
    ['an unknown key', forged({}, 'unknown'), 401, undefined, 'COSMOS-02-signature', 'unconfirmed'],
    ['a broken signature', forged({}, 'broken'), 401, undefined, 'COSMOS-02-signature', 'unconfirmed'],
    ['another tenant', forged({ iss: otherTenant }), 401, undefined, 'COSMOS-02-issuer', 'unconfirmed'],
    ['a final slash', forged({ aud: `${audience}/` }), 401, '5008', 'COSMOS-03-audience', 'capture'],
    ['an expired token', forged({ exp: now }), 403, '5300', 'COSMOS-04-expired', 'capture'],
    ['a token of tomorrow', forged({ nbf: now + 1 }), 401, undefined, 'COSMOS-02-not-yet', 'unconfirmed'],
  ])('[COSMOS-02] [COSMOS-03] [COSMOS-04] refuses %s', (_what, token, status, sub, golden, source) => {
    const asked = reader.goOn(ask('GET', '', token));
    expect([asked.answer.status, subStatus(asked)]).toEqual([status, sub]);
    expectGolden(asked.answer, golden, source as 'capture');
  });

  it.each([
    audience,
    'https://cosmos-shop.sql.cosmos.azure.com',
    'https://cosmos-shop.sqlx.cosmos.azure.com',
    'https://cosmos.azure.com',
  ])('[COSMOS-03] accepts %s', (aud) => {
    expect(reader.goOn(ask('GET', '', forged({ aud }))).answer.status).toBe(200);
  });

  it.each(['https://cosmos-other.documents.azure.com', 'https://cosmos.azure.com/', 'https://vault.azure.net'])(
    '[COSMOS-03] does not accept %s',
    (aud) => {
      const asked = reader.goOn(ask('GET', '', forged({ aud })));
      expect(subStatus(asked)).toBe('5008');
      expect(asked.answer.body).toContain(`Provided AAD token is intended for [${aud}]. This database account accepts`);
    },
  );

  it('[COSMOS-05] is the only proof: accounts take no keys', () => {
    const headers: Headers = [['Authorization', 'type%3Dmaster%26ver%3D1.0%26sig%3Dabc']];
    const asked = reader.goOn(call('vm-web', { url: `${audience}/`, headers }, () => ({ kind: 'none' })));
    expectGolden(asked.answer, 'COSMOS-05-key', 'capture');
    const key = () => ({ kind: 'sharedKey', account: 'cosmos-shop', key: 'abc' }) as const;
    expect(reader.goOn(call('vm-web', { url: `${audience}/` }, key)).answer.status).toBe(401);
  });
});

describe('the data roles of an account', () => {
  it('[COSMOS-06] are asked first, for the metadata that every client begins with', () => {
    const asked = shop.goOn(ask('GET', ''));
    expectGolden(asked.answer, 'COSMOS-06-no-role', 'capture');
    expect(gatesOf(asked)?.at(-1)).toBe('not cosmosRole');
  });

  it.each(['Owner', 'Contributor', 'Reader'])('[COSMOS-07] are no Azure roles: %s opens nothing', (azureRole) => {
    const owner = shop.goOn({ do: 'assign-role', role: azureRole, to: 'vm-web', at: 'subscription' });
    expect(subStatus(owner.goOn(ask('GET', `${orders}/docs/1`)))).toBe('5301');
  });

  it.each([
    ['GET', '', true],
    ['GET', 'dbs', true],
    ['GET', 'dbs/shop', true],
    ['GET', 'dbs/shop/colls', true],
    ['GET', orders, true],
    ['GET', `${orders}/docs`, true],
    ['GET', `${orders}/docs/1`, true],
    ['POST', `${orders}/docs`, false],
    ['PUT', `${orders}/docs/1`, false],
    ['DELETE', `${orders}/docs/1`, false],
  ] as const)('[COSMOS-08] %s /%s is for the reader too: %s', (method, path, isRead) => {
    expect(shop.goOn(ask(method, path)).answer.status).toBe(403);
    expect(reader.goOn(ask(method, path)).answer.status < 300).toBe(isRead);
    expect(contributor.goOn(ask(method, path)).answer.status).toBeLessThan(300);
  });

  it('[COSMOS-08] a query is a POST that reads', () => {
    const headers: Headers = [['x-ms-documentdb-isquery', 'True']];
    const asked = reader.goOn(ask('POST', `${orders}/docs`, forged({}), { headers }));
    expectGolden(asked.answer, 'COSMOS-08-query', 'docs');
    expect(shop.goOn(ask('POST', `${orders}/docs`, forged({}), { headers })).answer.body).toContain('executeQuery');
  });

  it.each([
    ['dbs', 'COSMOS-09-database'],
    ['dbs/shop/colls', 'COSMOS-09-container'],
  ])('[COSMOS-09] make nothing at /%s: no token does', (path, golden) => {
    const asked = contributor.goOn(ask('POST', path));
    expectGolden(asked.answer, golden, 'capture');
    expect(subStatus(asked)).toBe('5300');
    expect(asked.answer.decision?.allowed).toBe(false);
  });

  it('[COSMOS-10] are assigned and removed on the account, and count at once', () => {
    expectGolden(reader.answer, 'COSMOS-10-assigned', 'docs');
    const again = reader.goOn(role('AssignCosmosRole', 'reader'));
    expect(again.entry(-1).events.map(({ type }) => type)).toEqual(['ManagementAnswered']);
    const twice = again.goOn(role('AssignCosmosRole', 'contributor'));
    const { id } = resourceNamed(twice.state, 'cosmos-shop');
    expect(cosmosAssignments(twice.state.cosmos, id).map((each) => each.role)).toEqual(['reader', 'contributor']);
    const upper = idsOf(twice, 'vm-web').principalId.toUpperCase();
    const removed = twice.goOn(role('RemoveCosmosRole', 'reader', upper), role('RemoveCosmosRole', 'contributor'));
    expect(removed.answer.status).toBe(200);
    expect(removed.goOn(ask('GET', '')).answer.status).toBe(403);
    expect(removed.goOn(role('RemoveCosmosRole', 'reader')).answer.status).toBe(204);
  });

  it('[COSMOS-10] are assigned to a principal of the directory, on an account that is there', () => {
    expect(shop.goOn(role('AssignCosmosRole', 'reader', guid('nobody'))).answer.status).toBe(400);
    const { principalId } = idsOf(shop, 'vm-web');
    const wrong = {
      accountId: resourceNamed(shop.state, 'vm-web').id,
      principalId: principalId as PrincipalId,
    } as const;
    expect(shop.goOn({ type: 'AssignCosmosRole', ...wrong, role: 'reader' }).answer.status).toBe(404);
    expect(shop.goOn({ type: 'RemoveCosmosRole', ...wrong, role: 'reader' }).answer.status).toBe(404);
  });

  it('[COSMOS-10] count for the members of a group that the token names', () => {
    const group = shop.goOn({ type: 'CreateGroup', name: 'readers' });
    const [id = ''] = group
      .entry(-1)
      .events.flatMap((event) => (event.type === 'GroupSet' ? [event.group.id as string] : []));
    const granted = group.goOn(role('AssignCosmosRole', 'reader', id));
    expect(granted.goOn(ask('GET', '')).answer.status).toBe(403);
    expect(granted.goOn(ask('GET', '', forged({ groups: [id as PrincipalId] }))).answer.status).toBe(200);
  });
});

describe('the data of an account', () => {
  it('[COSMOS-11] is one database with one container of two items', () => {
    expectGolden(reader.goOn(ask('GET', '')).answer, 'COSMOS-11-account', 'docs');
    expectGolden(reader.goOn(ask('GET', `${orders}/docs/1`)).answer, 'COSMOS-11-item', 'docs');
    expect(reader.goOn(ask('GET', 'dbs')).answer.json).toMatchObject({ Databases: [{ id: 'shop' }], _count: 1 });
    expect(reader.goOn(ask('GET', 'dbs/shop/colls')).answer.json).toMatchObject({
      DocumentCollections: [{ id: 'orders' }],
    });
    expect(reader.goOn(ask('GET', `${orders}/docs`)).answer.json).toMatchObject({ _count: 2 });
  });

  it('[COSMOS-11] does not keep what is written', () => {
    const written = contributor.goOn(ask('POST', `${orders}/docs`));
    expect([written.answer.status, written.answer.json]).toEqual([201, { id: '3' }]);
    expect(written.goOn(ask('GET', `${orders}/docs/3`)).answer.status).toBe(404);
    const replaced = contributor.goOn(ask('PUT', `${orders}/docs/1`, forged({}), { body: 'no JSON' }));
    expect([replaced.answer.status, replaced.answer.json]).toEqual([200, {}]);
    const gone = contributor.goOn(ask('DELETE', `${orders}/docs/1`));
    expect([gone.answer.status, gone.answer.body]).toEqual([204, '']);
    expect(gone.goOn(ask('GET', `${orders}/docs/1`)).answer.status).toBe(200);
  });

  it.each([
    ['GET', 'dbs/none'],
    ['GET', 'dbs/none/colls/orders'],
    ['GET', 'dbs/shop/colls/none'],
    ['GET', `${orders}/docs/none`],
    ['PUT', `${orders}/docs/none`],
    ['DELETE', `${orders}/docs/none`],
  ] as const)('[COSMOS-12] has no %s /%s', (method, path) => {
    expect(contributor.goOn(ask(method, path)).answer.status).toBe(404);
  });

  it.each(['offers', 'dbs/shop/users', `${orders}/docs/1/attachments`])(
    '[COSMOS-12] has no operation at /%s',
    (path) => {
      const asked = contributor.goOn(ask('GET', path));
      expect([asked.answer.status, asked.answer.decision]).toEqual([400, null]);
      expect(contributor.goOn(ask('GET', path, () => ({ kind: 'none' }))).answer.status).toBe(401);
    },
  );
});
