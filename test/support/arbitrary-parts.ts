import fc from 'fast-check';
import { appServiceTokenRequest } from '#domain/appservice/request.ts';
import { resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import { imdsTokenRequest } from '#domain/imds/request.ts';
import type { ResourceId, SubscriptionId } from '#domain/kernel/brand.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { getBlobRequest } from '#domain/storage/wire.ts';
import type { TokenMove } from './moves.ts';

/*
 * What random commands are made of: a handful of names, so that they collide, ids, requests and tokens, with a
 * share of hostile texts. What only a world knows is a blank: see `moves.ts`.
 */

/** Texts that nobody should type: empty, too long, of another script, markup, half a character, names of Object. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '.',
      '..',
      '/',
      'a/b',
      'a|b',
      '__proto__',
      'constructor',
      'İstanbul',
      'Straße',
      'ΑΣ',
      '\ud800',
      '<b>&amp;',
      "'; --",
      '%2e%2e%00',
      '\r\nHost: evil',
      'rg.',
      'a'.repeat(91),
      'a'.repeat(2_000),
    ),
  },
);

/** One of these, often; now and then a text that nobody expects. */
export function mostly<Text extends string>(...usual: readonly Text[]): fc.Arbitrary<Text> {
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: hostileText as fc.Arbitrary<Text> },
  );
}

export const subscription = '«subscription 0»' as SubscriptionId;
export const locations = fc.constantFrom('westeurope', 'northeurope');
export const groupName = mostly('rg-shop', 'rg-shop', 'rg-shop', 'rg-shop', 'rg-data', 'RG-Shop');

/** Names by kind. A few fit other kinds too, some are one name but for their case. */
export const names: Readonly<Record<ResourceKind, readonly string[]>> = {
  virtualMachine: ['vm-web', 'vm-web', 'vm-web', 'vm-job', 'VM-Web'],
  webApp: ['app-shop', 'app-shop', 'app-shop', 'func-shop', 'App-Shop'],
  functionApp: ['func-shop', 'func-shop', 'app-shop'],
  keyVault: ['kv-shop', 'kv-shop', 'kv-shop', 'KV-Shop', 'kv-other'],
  storageAccount: ['stshop', 'stshop', 'stshop', 'stother', 'StShop'],
  userAssignedIdentity: ['id-reader', 'id-reader', 'id-writer', 'ID-Reader'],
  vmScaleSet: ['vmss-web'],
  webAppSlot: ['app-shop/staging', 'app-shop/staging', 'none/staging'],
  containerApp: ['ca-shop'],
  aksCluster: ['aks-shop'],
  sqlServer: ['sql-shop'],
  sqlDatabase: ['sql-shop/orders', 'sql-shop/orders', 'none/orders'],
  cosmosAccount: ['cosmos-shop'],
  serviceBusNamespace: ['sb-shop'],
  eventHubsNamespace: ['eh-shop'],
};

/** Names that only just break the rule of their kind. */
export const wrongNames: Readonly<Record<ResourceKind, readonly string[]>> = {
  virtualMachine: ['vm-', 'vm_web', 'v'.repeat(65)],
  webApp: ['-app', 'a', 'app.shop'],
  functionApp: ['func-', 'f', 'func_shop'],
  keyVault: ['kv--shop', '1kv', 'kv-', 'kv'],
  storageAccount: ['st-shop', 'st', 's'.repeat(25)],
  userAssignedIdentity: ['id', '-id', 'id.reader'],
  vmScaleSet: ['-vmss'],
  webAppSlot: ['app-shop/-', 'staging', 'app-shop/a/b'],
  containerApp: ['CA', 'c'],
  aksCluster: ['-aks'],
  sqlServer: ['SQL', '-sql'],
  sqlDatabase: ['orders', 'sql-shop/a?b'],
  cosmosAccount: ['co', '-cosmos'],
  serviceBusNamespace: ['sb', 'sb-shop-'],
  eventHubsNamespace: ['eh', '1eh-shop'],
};

/** The kinds that the reference of `reference.ts` knows. */
export const kinds = [
  'virtualMachine',
  'webApp',
  'functionApp',
  'keyVault',
  'storageAccount',
  'userAssignedIdentity',
] as const satisfies readonly ResourceKind[];
export type ReferenceKind = (typeof kinds)[number];
export const allKinds = Object.keys(names) as ResourceKind[];

export function idOf(...ofKinds: readonly ResourceKind[]): fc.Arbitrary<ResourceId> {
  const known = fc
    .constantFrom(...ofKinds)
    .chain((kind) =>
      fc
        .tuple(fc.constantFrom('rg-shop', 'rg-shop', 'rg-shop', 'rg-shop', 'rg-data'), fc.constantFrom(...names[kind]))
        .map(([group, name]) => resourceId(subscription, group, kind, name)),
    );
  return fc.oneof(
    { weight: 40, arbitrary: known },
    { weight: 1, arbitrary: hostileText.map((text) => text as ResourceId) },
  );
}

export const hostId = idOf('virtualMachine', 'virtualMachine', 'webApp', 'functionApp');
export const identityId = idOf('userAssignedIdentity');
export const anyId = idOf(...kinds);
/** Early ones more often: most worlds have few. */
const nth = fc.oneof(fc.nat(3), fc.nat(11));

export function blankOf<Id extends string>(
  what: 'principal' | 'client' | 'assignment' | 'user' | 'group' | 'app',
): fc.Arbitrary<Id> {
  return nth.map((index) => `«${what} ${index}»` as Id);
}

const anyOrigin: fc.Arbitrary<Origin> = fc.oneof(
  { weight: 2, arbitrary: anyId.map((id) => ({ kind: 'host' as const, resourceId: id })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'laptop' as const }) },
);

/** The machine that most worlds have. */
const shopMachine: Origin = {
  kind: 'host',
  resourceId: resourceId(subscription, 'rg-shop', 'virtualMachine', 'vm-web'),
};

export const origin: fc.Arbitrary<Origin> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(shopMachine) },
  { weight: 9, arbitrary: hostId.map((id) => ({ kind: 'host' as const, resourceId: id })) },
  { weight: 1, arbitrary: anyOrigin },
);

const audience = mostly(
  'https://vault.azure.net',
  'https://vault.azure.net',
  'https://storage.azure.com/',
  'https://storage.azure.com',
  'https://stshop.blob.core.windows.net',
  'https://management.azure.com/',
);

const selector: fc.Arbitrary<IdentitySelector | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      blankOf<string>('client').map((value) => ({ by: 'clientId' as const, value })),
      blankOf<string>('principal').map((value) => ({ by: 'principalId' as const, value })),
      identityId.map((value) => ({ by: 'resourceId' as const, value })),
    ),
  },
);

const hostileRequest = fc.record<HttpRequest>({
  method: fc.constantFrom<HttpMethod[]>('GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'),
  url: fc.oneof(
    hostileText,
    hostileText.map((text) => `http://169.254.169.254/${text}`),
    hostileText.map((text) => `https://kv-shop.vault.azure.net/secrets/${text}`),
    hostileText.map((text) => `https://stshop.blob.core.windows.net/images/${text}`),
  ),
  headers: fc.array(
    fc.tuple(mostly('Metadata', 'x-ms-version', 'X-IDENTITY-HEADER', 'X-Forwarded-For'), mostly('true', '2026-04-06')),
    { maxLength: 3 },
  ),
  body: hostileText,
});

/** IMDS' token request, whose blanks can be filled. */
export function imdsRequest(resource: string, by: IdentitySelector | null): HttpRequest {
  return unescaped(imdsTokenRequest(resource, by));
}

const anyImdsRequest = fc.tuple(audience, selector).map(([resource, by]) => imdsRequest(resource, by));

function appRequest(app: number): fc.Arbitrary<HttpRequest> {
  return fc
    .tuple(audience, selector)
    .map(([resource, by]) => unescaped(appServiceTokenRequest(resource, by, `«proof ${app}»`)));
}

/** A token request, mostly of the protocol that its host speaks. */
export const tokenRequest: fc.Arbitrary<{ readonly from: Origin; readonly request: HttpRequest }> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: originAt('virtualMachine'), request: anyImdsRequest }) },
  { weight: 2, arbitrary: fc.record({ from: originAt('webApp'), request: appRequest(0) }) },
  { weight: 1, arbitrary: fc.record({ from: originAt('functionApp'), request: appRequest(1) }) },
  { weight: 1, arbitrary: fc.record({ from: anyOrigin, request: anyImdsRequest }) },
  { weight: 1, arbitrary: fc.record({ from: origin, request: fc.oneof(hostileRequest, appRequest(0)) }) },
);

function originAt(kind: ResourceKind): fc.Arbitrary<Origin> {
  return idOf(kind).map((id) => ({ kind: 'host' as const, resourceId: id }));
}

/** A query escapes the marks of a blank; here they have to be found again. */
function unescaped(request: HttpRequest): HttpRequest {
  const url = request.url.replace(/%C2%AB(\w+)%20(\d+)%C2%BB/g, '«$1 $2»');
  return { ...request, url };
}

export const targetRequest: fc.Arbitrary<HttpRequest> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(mostly(...names.keyVault), mostly('password'))
      .map(([vault, name]) => getSecretRequest(vault, name, null)),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        mostly('stshop', 'stshop', 'stother'),
        mostly('images/logo.svg', 'images/new.svg', 'none/logo.svg'),
        fc.boolean(),
      )
      .map(([account, path, writes]) => {
        const request = getBlobRequest(account, path, null);
        return writes ? { ...request, method: 'PUT' as const, body: 'written' } : request;
      }),
  },
  { weight: 1, arbitrary: hostileRequest },
);

export const hostileNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, 86_400.5, 1e15),
);

export const tokenMove: fc.Arbitrary<TokenMove> = fc.oneof(
  { weight: 20, arbitrary: nth.map((index) => ({ kind: 'issued' as const, nth: index })) },
  { weight: 1, arbitrary: fc.constantFrom<TokenMove[]>({ kind: 'none' }, { kind: 'malformed' }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('foreign' as const, 'broken' as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('issued' as const),
      nth,
      changes: fc.record(
        { aud: hostileText, iss: hostileText, nbf: hostileNumber, exp: hostileNumber, xms_mirid: hostileText },
        { requiredKeys: [] },
      ),
    }),
  },
);
