import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion } from '#test/support/sdk/companion.ts';
import { newShop } from '#test/support/sdk/shop.ts';

/*
 * What official clients put on the wire, byte for byte where a client of ours would tidy it up (facts: clients §1, §4, §5, §9),
 * those of other languages among it.
 */

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let companion: Companion;
let imds: string;
let app: { readonly endpoint: string; readonly header: string };
let vaultToken: string;
let blobToken: string;
let identity: { readonly clientId: string; readonly principalId: string; readonly id: string };

beforeAll(async () => {
  companion = await startCompanion();
  const shop = await newShop(companion);
  identity = await shop.identity('id-reader');
  const machine = await shop.machine('vm-web', { system: true, user: [identity] });
  const site = await shop.site('app-wire', { user: [identity] });
  await shop.grant('Key Vault Secrets Officer', machine.principalId, await shop.vault('kv-wire'));
  await shop.grant('Storage Blob Data Contributor', machine.principalId, await shop.account('stwire'));
  imds = (await companion.environmentOf(machine.id)).env['AZURE_POD_IDENTITY_AUTHORITY_HOST'] ?? '';
  const { IDENTITY_ENDPOINT = '', IDENTITY_HEADER = '' } = (await companion.environmentOf(site.id)).env;
  app = { endpoint: IDENTITY_ENDPOINT, header: IDENTITY_HEADER };
  vaultToken = await tokenFor('https://vault.azure.net');
  blobToken = await tokenFor('https://storage.azure.com/');
});

afterAll(async () => companion.close());

/** Sends a path as it is written, which `fetch` would not. */
async function send(
  method: string,
  base: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> {
  const { hostname, port, pathname } = new URL(base);
  const prefix = pathname === '/' ? '' : pathname;
  return new Promise((resolve, reject) => {
    const sent = request({ method, hostname, port, path: `${prefix}${path}`, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const metadata = { Metadata: 'true' };
const query = '?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net';

async function tokenFor(resource: string): Promise<string> {
  const path = `/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${encodeURIComponent(resource)}`;
  const { body } = await send('GET', imds, path, metadata);
  return (JSON.parse(body) as { readonly access_token: string }).access_token;
}

describe('the metadata service', () => {
  it.each([
    '/metadata/identity/oauth2/token',
    '/metadata/identity/oauth2/token/',
    '//metadata/identity/oauth2/token',
    '/METADATA/Identity/oauth2/token',
  ])('gives a token at %s', async (path) => {
    const contentType = { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8' };
    const { status, body } = await send('GET', imds, `${path}${query}`, { ...metadata, ...contentType });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      expires_on: expect.stringMatching(/^\d{10}$/),
      expires_in: expect.stringMatching(/^\d{5}$/),
      resource: 'https://vault.azure.net',
      token_type: 'Bearer',
    });
  });

  it.each([
    ['client_id', () => identity.clientId],
    ['object_id', () => identity.principalId],
    ['msi_res_id', () => identity.id],
    ['mi_res_id', () => identity.id],
  ])('finds an identity by %s', async (name, id) => {
    const path = `/metadata/identity/oauth2/token${query}&${name}=${encodeURIComponent(id())}`;
    const { status, body } = await send('GET', imds, path, metadata);
    expect([status, (JSON.parse(body) as { client_id: string }).client_id]).toEqual([200, identity.clientId]);
  });

  it.each([
    ['the probe of the chain', '/metadata/identity/oauth2/token', {}, 400],
    ['the probe for its next version', '/metadata/identity/getplatformmetadata?cred-api-version=2.0', metadata, 404],
    ['another path', '/metadata/nothing', metadata, 404],
    [
      'a request that was forwarded',
      `/metadata/identity/oauth2/token${query}`,
      { ...metadata, 'X-Forwarded-For': '10.0.0.1' },
      400,
    ],
  ])('answers %s in JSON', async (_what, path, headers, status) => {
    const answer = await send('GET', imds, path, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(JSON.parse(answer.body)).toHaveProperty('error');
  });
});

describe('the endpoint of an app', () => {
  const appQuery = '?api-version=2019-08-01&resource=https%3A%2F%2Fvault.azure.net';

  it.each(['client_id', 'object_id', 'principal_id', 'mi_res_id'])('finds an identity by %s', async (name) => {
    const id = { client_id: identity.clientId, mi_res_id: identity.id }[name] ?? identity.principalId;
    const headers = { ...metadata, 'X-IDENTITY-HEADER': app.header };
    const { status, body } = await send('GET', app.endpoint, `${appQuery}&${name}=${encodeURIComponent(id)}`, headers);
    expect([status, (JSON.parse(body) as { client_id: string }).client_id]).toEqual([200, identity.clientId]);
  });

  it('wants the header that only the app knows', async () => {
    expect((await send('GET', app.endpoint, appQuery, { 'X-IDENTITY-HEADER': 'guessed' })).status).toBe(403);
  });
});

describe('a vault', () => {
  const vault = () => companion.variable('KEYVAULT_URL').replace('{vaultName}', 'kv-wire');
  const bearer = () => ({ Authorization: `Bearer ${vaultToken}`, 'Content-Type': 'application/json' });

  it('challenges the first request, which is bare, before it looks at anything', async () => {
    const answer = await send('PUT', vault(), '/secrets/no_such_name?api%2Dversion=2025-07-01', {
      'Content-Length': '0',
    });
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([
      401,
      `Bearer authorization="https://login.microsoftonline.com/${companion.variable('TENANT_ID')}", resource="https://vault.azure.net"`,
    ]);
  });

  it('reads a name with a slash after it and a version parameter with an encoded name', async () => {
    const path = '/secrets/greeting/?api%2Dversion=7.4';
    const set = await send('PUT', vault(), path.replace('/?', '?'), bearer(), '{"value":"hello","attributes":{}}');
    expect(set.status).toBe(200);
    const got = JSON.parse((await send('GET', vault(), path, bearer())).body) as { value: string; id: string };
    expect([got.value, got.id.replace(/[0-9a-f]{32}$/, '')]).toEqual([
      'hello',
      'https://kv-wire.vault.azure.net/secrets/greeting/',
    ]);
  });

  it('takes no token for another audience', async () => {
    const headers = { Authorization: `Bearer ${blobToken}` };
    const { status, body } = await send('GET', vault(), '/secrets/greeting?api-version=7.4', headers);
    expect([status, body.includes('AKV10022')]).toEqual([401, true]);
  });
});

describe('blob storage', () => {
  const account = () => companion.variable('BLOB_URL').replace('{accountName}', 'stwire');
  const bearer = (token = blobToken) => ({ Authorization: `Bearer ${token}`, 'x-ms-version': '2099-01-01' });

  it('says the size of a blob where there is no body, and its errors in a header', async () => {
    await send('PUT', account(), '/notes?restype=container', bearer());
    const put = await send(
      'PUT',
      account(),
      '/notes/a%20b.txt',
      { ...bearer(), 'x-ms-blob-type': 'BlockBlob' },
      'Grüße',
    );
    expect(put.status).toBe(201);
    const head = await send('HEAD', account(), '/notes/a%20b.txt', bearer());
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '7', '']);
    const none = await send('HEAD', account(), '/notes/none', bearer());
    expect([none.status, none.headers['x-ms-error-code'], none.body]).toEqual([404, 'BlobNotFound', '']);
  });

  it('challenges without quotes', async () => {
    const { status, headers } = await send('GET', account(), '/notes/a.txt', { 'x-ms-version': '2026-04-06' });
    expect([status, headers['www-authenticate']]).toEqual([
      401,
      `Bearer authorization_uri=https://login.microsoftonline.com/${companion.variable('TENANT_ID')}/oauth2/authorize resource_id=https://storage.azure.com`,
    ]);
  });

  it('takes no token for another audience', async () => {
    const { status, headers } = await send('GET', account(), '/notes/a.txt', bearer(vaultToken));
    expect([status, headers['x-ms-error-code']]).toEqual([401, 'InvalidAuthenticationInfo']);
  });
});
