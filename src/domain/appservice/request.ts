import { idKey } from '#domain/arm/resource-id.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { queryString } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { tokenQuery } from '#domain/managedidentity/token-request.ts';
import type { SelectorParameters } from '#domain/managedidentity/token-request.ts';

/** `IDENTITY_ENDPOINT` as a Linux app sees it: inside its sandbox, reachable by nobody else (facts: tokens §3.1). */
const identityEndpointHost = '172.16.0.2';
const identityEndpointPort = 8081;
const identityEndpointPath = '/msi/token';
export const identityEndpoint = `http://${identityEndpointHost}:${identityEndpointPort}${identityEndpointPath}`;
export const identityApiVersion = '2019-08-01';

/** Whether an address leads to the service behind `IDENTITY_ENDPOINT`, at whatever path. */
export function isIdentityEndpoint({ scheme, host, port }: Uri): boolean {
  return scheme === 'http' && host === identityEndpointHost && port === identityEndpointPort;
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
): HttpRequest {
  const query = queryString(tokenQuery(appServiceSelectors, identityApiVersion, resource, selector));
  return {
    method: 'GET',
    url: `${identityEndpoint}?${query}`,
    headers: proof === null ? [] : [['X-IDENTITY-HEADER', proof]],
    body: '',
  };
}
