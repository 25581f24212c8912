import { idKey } from '#domain/arm/resource-id.ts';
import type { HostKind } from '#domain/arm/resource.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { queryString } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { tokenQuery } from '#domain/managedidentity/token-request.ts';
import type { SelectorParameters } from '#domain/managedidentity/token-request.ts';

interface LocalAddress {
  readonly host: string;
  readonly port: number;
}

/** Where `IDENTITY_ENDPOINT` leads: inside the app's sandbox, reachable by nobody else (facts: tokens §3.1, §3.3). */
const linuxApp: LocalAddress = { host: '172.16.0.2', port: 8081 };
const containerApp: LocalAddress = { host: 'localhost', port: 42_356 };
const identityEndpointPath = '/msi/token';

/** The hosts whose platform sets `IDENTITY_ENDPOINT`. */
const addresses: { readonly [Kind in HostKind]?: LocalAddress } = {
  webApp: linuxApp,
  webAppSlot: linuxApp,
  functionApp: linuxApp,
  containerApp,
};

/** `IDENTITY_ENDPOINT` as an app of App Service sees it. */
export const identityEndpoint = urlOf(linuxApp);
export const identityApiVersion = '2019-08-01';

/** `IDENTITY_ENDPOINT` of a host of this kind; null where the platform sets none. */
export function identityEndpointOf(kind: HostKind): string | null {
  const address = addresses[kind];
  return address === undefined ? null : urlOf(address);
}

/** Whether an address is one that `IDENTITY_ENDPOINT` leads to on any host, at whatever path. */
export function isIdentityEndpoint(uri: Uri): boolean {
  return [linuxApp, containerApp].some((address) => leadsTo(address, uri));
}

/** Whether an address leads to the service behind `IDENTITY_ENDPOINT` on a host of this kind. */
export function isEndpointOf(kind: HostKind, uri: Uri): boolean {
  const address = addresses[kind];
  return address !== undefined && leadsTo(address, uri);
}

function leadsTo({ host, port }: LocalAddress, uri: Uri): boolean {
  return uri.scheme === 'http' && uri.host === host && uri.port === port;
}

function urlOf({ host, port }: LocalAddress): string {
  return `http://${host}:${port}${identityEndpointPath}`;
}

/** Windows apps see `/MSI/token/` (facts: tokens §3.1). */
export function isTokenPath({ path }: Uri): boolean {
  return [identityEndpointPath, `${identityEndpointPath}/`].includes(path.toLowerCase());
}

/** `IDENTITY_HEADER` of an app: the secret that proves that a request comes from inside it. */
export function identityHeader(seed: string, app: ResourceId): string {
  return guid(seed, 'IDENTITY_HEADER', idKey(app)).toUpperCase();
}

/** `object_id` is an alias of `principal_id` (facts: tokens §3.1). */
export const appServiceSelectors: SelectorParameters = [
  ['client_id', 'clientId'],
  ['principal_id', 'principalId'],
  ['object_id', 'principalId'],
  ['mi_res_id', 'resourceId'],
];

/** The token request of api-version 2019-08-01; `proof` null leaves the header out. */
export function appServiceTokenRequest(
  resource: string,
  selector: IdentitySelector | null,
  proof: string | null,
  endpoint = identityEndpoint,
): HttpRequest {
  const query = queryString(tokenQuery(appServiceSelectors, identityApiVersion, resource, selector));
  return {
    method: 'GET',
    url: `${endpoint}?${query}`,
    headers: proof === null ? [] : [['X-IDENTITY-HEADER', proof]],
    body: '',
  };
}
