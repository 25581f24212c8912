import {
  appServiceSelectors,
  appServiceTokenRequest,
  identityApiVersion,
  identityEndpointOf,
} from '#domain/appservice/request.ts';
import { armHost } from '#domain/arm/address.ts';
import { armAudiences } from '#domain/arm/token-wire.ts';
import { cosmosAudiences, cosmosSuffix } from '#domain/cosmos/rules.ts';
import { graphAudiences } from '#domain/entra/audiences.ts';
import { graphHost } from '#domain/entra/graph-wire.ts';
import { exchangeRequest } from '#domain/federation/request.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsSelectors, imdsTokenRequest } from '#domain/imds/request.ts';
import { routeOf } from '#domain/imds/routes.ts';
import { percentDecode } from '#domain/kernel/percent.ts';
import { keyVaultAudiences, keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { messagingServices, messagingSuffix } from '#domain/messaging/rules.ts';
import { sqlAudiences, sqlSuffix } from '#domain/sql/rules.ts';
import { blobAudiences, blobSuffix } from '#domain/storage/rules.ts';

export type EndpointId = 'imds' | 'app-service' | 'container-apps' | 'workload';

export interface EndpointRow {
  readonly id: EndpointId;
  /** The request, with `{…}` for what differs. */
  readonly request: HttpRequest;
  /** The oldest version that is answered, or the only one; null where none is asked for. */
  readonly apiVersion: string | null;
  readonly isOnlyVersion: boolean;
  /** By which parameters the identity is named; the first is the usual one. */
  readonly selectors: readonly string[];
  readonly rules: readonly string[];
}

const resource = '{resource}';
const proof = '{IDENTITY_HEADER}';
const appSelectors = appServiceSelectors.map(([name]) => name);

/** Where a token is asked for, by kind of host, as the engine's own clients ask. */
export const endpointRows: readonly EndpointRow[] = [
  {
    id: 'imds',
    request: readable(imdsTokenRequest(resource, null)),
    apiVersion: routeOf('/metadata/identity/oauth2/token')?.since ?? null,
    isOnlyVersion: false,
    selectors: imdsSelectors.map(([name]) => name),
    rules: ['IMDS-04', 'IMDS-08', 'IMDS-10', 'IMDS-17'],
  },
  {
    id: 'app-service',
    request: readable(appServiceTokenRequest(resource, null, proof)),
    apiVersion: identityApiVersion,
    isOnlyVersion: true,
    selectors: appSelectors,
    rules: ['APPS-03', 'APPS-05', 'APPS-07'],
  },
  {
    id: 'container-apps',
    request: readable(
      appServiceTokenRequest(resource, null, proof, identityEndpointOf('containerApp') ?? '{IDENTITY_ENDPOINT}'),
    ),
    apiVersion: identityApiVersion,
    isOnlyVersion: true,
    selectors: appSelectors,
    rules: ['APPS-18'],
  },
  {
    id: 'workload',
    request: readable(
      exchangeRequest({
        tenantId: '{tenant}',
        clientId: '{client ID}',
        resource,
        assertion: '{token of the workload}',
      }),
    ),
    apiVersion: null,
    isOnlyVersion: true,
    selectors: ['client_id'],
    rules: ['FED-07', 'FED-10', 'FED-11'],
  },
];

/** For the eye: braces and colons as they are, and not as they travel. */
function readable(request: HttpRequest): HttpRequest {
  const plain = (text: string) => percentDecode(text.replaceAll('+', ' ')) ?? text;
  return { ...request, url: plain(request.url), body: plain(request.body).replaceAll('&', '\n&') };
}

export type TargetId = 'keyVault' | 'storage' | 'sql' | 'cosmos' | 'serviceBus' | 'eventHubs' | 'graph' | 'arm' | 'app';

export interface TargetRow {
  readonly id: TargetId;
  /** Where it answers; `{name}` is that of the resource. */
  readonly host: string;
  /** Each spelling under which it takes a token. */
  readonly audiences: readonly string[];
  /** The claims by which it knows the caller. */
  readonly compares: readonly ('oid' | 'appid' | 'roles' | 'groups')[];
  readonly rules: readonly string[];
}

const name = '{name}';

/** Who takes which token, and knows the caller by what. */
export const targetRows: readonly TargetRow[] = [
  {
    id: 'keyVault',
    host: `${name}${keyVaultSuffix}`,
    audiences: keyVaultAudiences,
    compares: ['oid', 'groups'],
    rules: ['KV-09', 'KV-26'],
  },
  {
    id: 'storage',
    host: `${name}${blobSuffix}`,
    audiences: blobAudiences(name),
    compares: ['oid', 'groups'],
    rules: ['BLOB-07', 'BLOB-09'],
  },
  {
    id: 'sql',
    host: `${name}${sqlSuffix}`,
    audiences: sqlAudiences,
    compares: ['appid', 'groups'],
    rules: ['SQL-05', 'SQL-07'],
  },
  {
    id: 'cosmos',
    host: `${name}${cosmosSuffix}`,
    audiences: cosmosAudiences(name),
    compares: ['oid', 'groups'],
    rules: ['COSMOS-03', 'COSMOS-06'],
  },
  {
    id: 'serviceBus',
    host: `${name}${messagingSuffix}`,
    audiences: messagingServices.serviceBusNamespace.audiences,
    compares: ['oid', 'groups'],
    rules: ['BUS-02', 'BUS-03'],
  },
  {
    id: 'eventHubs',
    host: `${name}${messagingSuffix}`,
    audiences: messagingServices.eventHubsNamespace.audiences,
    compares: ['oid', 'groups'],
    rules: ['BUS-02', 'BUS-03'],
  },
  {
    id: 'graph',
    host: graphHost,
    audiences: graphAudiences,
    compares: ['roles'],
    rules: ['GRAPH-01', 'GRAPH-02'],
  },
  {
    id: 'arm',
    host: armHost,
    audiences: armAudiences,
    compares: ['oid', 'groups'],
    rules: ['REST-13', 'REST-14'],
  },
  {
    id: 'app',
    host: `${name}.azurewebsites.net`,
    audiences: ['{client ID of the app}', 'api://{client ID of the app}'],
    compares: ['appid', 'oid', 'roles'],
    rules: ['EASY-03', 'EASY-07', 'EASY-08'],
  },
];
