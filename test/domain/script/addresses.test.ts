import { describe, expect, it } from 'vitest';
import { tokenReference } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { askToken, host, idsOf, run, webShop } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

type CallStep = Extract<Step, { do: 'call' }>;

const shop = run('addresses', webShop, [
  host('app-shop', { kind: 'webApp' }),
  { do: 'create', kind: 'webAppSlot', name: 'app-shop/staging', in: 'rg-shop' },
  { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
  { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  { do: 'create', kind: 'serviceBusNamespace', name: 'sb-shop', in: 'rg-shop' },
  { do: 'create', kind: 'eventHubsNamespace', name: 'evh-shop', in: 'rg-shop' },
]);

function requestIn(played: Played): HttpRequest {
  const { command } = played.entry(-1);
  if (command.type !== 'CallTarget') throw new Error(`${command.type} is no call.`);
  return command.request;
}

function requestOf(step: CallStep, world = shop): HttpRequest {
  return requestIn(world.goOn(step));
}

const get = (address: string): CallStep => ({ do: 'call', from: 'vm-web', get: address });
const vm = resourceNamed(shop.state, 'vm-web').id;
const account = resourceNamed(shop.state, 'stshopimages').id;
const subscription = `/subscriptions/${shop.state.subscriptionId}`;

describe('what is read', () => {
  it.each([
    [
      'kv-shop/secrets/db-password',
      'GET',
      'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01',
    ],
    ['kv-shop/secrets', 'GET', 'https://kv-shop.vault.azure.net/secrets?api-version=2025-07-01'],
    ['kv-shop/deletedsecrets', 'GET', 'https://kv-shop.vault.azure.net/deletedsecrets?api-version=2025-07-01'],
    ['stshopimages/images/logo.svg', 'GET', 'https://stshopimages.blob.core.windows.net/images/logo.svg'],
    ['stshopimages/?comp=list', 'GET', 'https://stshopimages.blob.core.windows.net/?comp=list'],
    ['cosmos-shop', 'GET', 'https://cosmos-shop.documents.azure.com/'],
    ['cosmos-shop/dbs/shop', 'GET', 'https://cosmos-shop.documents.azure.com/dbs/shop'],
    ['sb-shop/orders', 'DELETE', 'https://sb-shop.servicebus.windows.net/orders/messages/head'],
    ['evh-shop/clicks', 'GET', 'https://evh-shop.servicebus.windows.net/clicks/messages'],
    ['app-shop', 'GET', 'https://app-shop.azurewebsites.net/'],
    ['app-shop/api/orders', 'GET', 'https://app-shop.azurewebsites.net/api/orders'],
    ['App-Shop/staging/api/orders', 'GET', 'https://app-shop-staging.azurewebsites.net/api/orders'],
    ['graph/users', 'GET', 'https://graph.microsoft.com/v1.0/users'],
    ['arm/vm-web', 'GET', `https://management.azure.com${vm}?api-version=2024-07-01`],
    [
      'arm/subscription/resourceGroups',
      'GET',
      `https://management.azure.com${subscription}/resourceGroups?api-version=2021-04-01`,
    ],
    ['arm/RG-Shop', 'GET', `https://management.azure.com${subscription}/resourceGroups/rg-shop?api-version=2021-04-01`],
    [
      'arm/app-shop/staging',
      'GET',
      `https://management.azure.com${subscription}/resourceGroups/rg-shop/providers/Microsoft.Web/sites/app-shop/slots/staging?api-version=2024-04-01`,
    ],
  ])('[LOG-17] at %s is asked for by %s %s', (address, method, url) => {
    expect(requestOf(get(address))).toMatchObject({ method, url, body: '' });
  });

  it('[LOG-17] of a database is what a statement selects', () => {
    const { clientId } = idsOf(shop, 'vm-web');
    const statement = "SELECT * FROM Orders WHERE Who = '{client-id:vm-web}'";
    const select = (address: string) => requestOf({ do: 'call', from: 'vm-web', get: address, statement });
    const body = `SELECT * FROM Orders WHERE Who = '${clientId}'`;
    expect(select('sql-shop/orders')).toMatchObject({ url: 'tds://sql-shop.database.windows.net/orders', body });
    expect(select('sql-shop/none')).toMatchObject({ url: 'tds://sql-shop.database.windows.net/none', body });
  });
});

describe('what is sent', () => {
  const send = (method: 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', to: string, body?: string): CallStep => ({
    do: 'call',
    from: 'vm-web',
    send: method,
    to,
    ...(body === undefined ? {} : { body }),
  });

  it.each<[CallStep, string, string, string]>([
    [
      send('HEAD', 'stshopimages/images/logo.svg'),
      'https://stshopimages.blob.core.windows.net/images/logo.svg',
      '',
      '',
    ],
    [send('DELETE', 'kv-shop/secrets/a'), 'https://kv-shop.vault.azure.net/secrets/a?api-version=2025-07-01', '', ''],
    [
      send('PUT', 'kv-shop/secrets/a', '{"value":"b"}'),
      'https://kv-shop.vault.azure.net/secrets/a?api-version=2025-07-01',
      '{"value":"b"}',
      'application/json',
    ],
    [send('POST', 'sb-shop/orders', 'pears'), 'https://sb-shop.servicebus.windows.net/orders/messages', 'pears', ''],
    [send('POST', 'evh-shop/clicks', '1'), 'https://evh-shop.servicebus.windows.net/clicks/messages', '1', ''],
    [
      send('POST', 'cosmos-shop/dbs/shop/colls/orders/docs', '{"id":"3"}'),
      'https://cosmos-shop.documents.azure.com/dbs/shop/colls/orders/docs',
      '{"id":"3"}',
      'application/json',
    ],
    [send('POST', 'app-shop/api', '{}'), 'https://app-shop.azurewebsites.net/api', '{}', 'application/json'],
    [
      send('POST', 'arm/stshopimages/listKeys'),
      `https://management.azure.com${account}/listKeys?api-version=2023-05-01`,
      '',
      '',
    ],
    [
      send('PATCH', 'arm/vm-web', '{ "tags": {} }'),
      `https://management.azure.com${vm}?api-version=2024-07-01`,
      '{"tags":{}}',
      'application/json',
    ],
    [
      send('POST', 'graph/users/a/sendMail', '{}'),
      'https://graph.microsoft.com/v1.0/users/a/sendMail',
      '{}',
      'application/json',
    ],
  ])('[LOG-17] %j', (step, url, body, type) => {
    const request = requestOf(step);
    expect(request).toMatchObject({ method: 'send' in step ? step.send : '', url, body });
    expect(headerOf(request.headers, 'Content-Type') ?? '').toBe(type);
  });

  it('[LOG-17] says that a blob is a block blob, and nothing of a container', () => {
    const typeOf = (to: string) => headerOf(requestOf(send('PUT', to)).headers, 'x-ms-blob-type');
    expect(typeOf('stshopimages/images/a.svg')).toBe('BlockBlob');
    expect(typeOf('stshopimages/backup?restype=container')).toBeNull();
  });
});

describe('what a call presents', () => {
  const bearer = (audience: string) => shop.goOn(askToken('vm-web', { resource: audience }));

  it.each([
    ['https://vault.azure.net', 'kv-shop/secrets/db-password', 'Bearer '],
    ['https://cosmos.azure.com', 'cosmos-shop', 'type%3Daad%26ver%3D1.0%26sig%3D'],
    ['https://graph.microsoft.com', 'graph/users', 'Bearer '],
  ])('[LOG-17] a token for %s as its service expects it', (audience, address, scheme) => {
    const called = bearer(audience).goOn(get(address));
    const value = headerOf(requestIn(called).headers, 'Authorization');
    expect(value).toBe(`${scheme}${tokenReference(called.claims.uti)}`);
  });

  it('[LOG-17] an account’s first key to the account, with whatever role', () => {
    const byKey = shop.goOn({ do: 'call', from: 'laptop', get: 'stshopimages/images/logo.svg', token: 'key' });
    expect(byKey.answer).toMatchObject({ status: 200, body: '<svg>Shop logo</svg>' });
    expect(headerOf(requestIn(byKey).headers, 'Authorization')).toBe('SharedKey stshopimages:signature');
    const renewed = shop.goOn({ type: 'RegenerateAccountKey', accountId: account, key: 1 });
    expect(
      renewed.goOn({ do: 'call', from: 'laptop', get: 'stshopimages/images/logo.svg', token: 'key' }).answer.status,
    ).toBe(200);
    expect(byKey.entry(-1).command).not.toEqual(
      renewed.goOn({ do: 'call', from: 'laptop', get: 'stshopimages/images/logo.svg', token: 'key' }).entry(-1).command,
    );
  });
});

describe('an address that leads nowhere', () => {
  it.each<[string, CallStep]>([
    ['There is no resource named none.', get('none/secrets/a')],
    ['There is no resource named none.', get('arm/none')],
    ['kv-shop/keys/a is no address of a keyVault: write <vault>/secrets/<name>.', get('kv-shop/keys/a')],
    ['stshopimages is no address of a storageAccount: write <account>/<container>/<blob>.', get('stshopimages')],
    ['sb-shop is no address of a serviceBusNamespace: write <namespace>/<queue>.', get('sb-shop')],
    ['evh-shop is no address of a eventHubsNamespace: write <namespace>/<event hub>.', get('evh-shop')],
    ['sql-shop is no address of a sqlServer: write <server>/<database> with a statement.', get('sql-shop')],
    ['A database is asked with a statement.', get('sql-shop/orders')],
    ['vm-web is a virtualMachine: nothing there answers a call.', get('vm-web/api')],
    ['The body is no JSON: pears', { do: 'call', from: 'laptop', send: 'PATCH', to: 'arm/vm-web', body: 'pears' }],
    ['kv-shop is a keyVault, not a storageAccount.', { ...get('kv-shop/secrets/db-password'), token: 'key' }],
    ['Only a storage account is opened by a key.', { ...get('arm/vm-web'), token: 'key' }],
  ])('[LOG-13] says so: %s', (message, step) => {
    expect(() => runScript(shop.world, [step])).toThrow(`Step 1 (call): ${message}`);
  });
});
