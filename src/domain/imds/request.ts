import type { HttpRequest } from '#domain/http/message.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { queryString } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { tokenQuery } from '#domain/managedidentity/token-request.ts';
import type { SelectorParameters } from '#domain/managedidentity/token-request.ts';

/** The link-local address that only code on the machine itself can reach. */
export const imdsAddress = '169.254.169.254';
export const imdsTokenPath = '/metadata/identity/oauth2/token';
const imdsApiVersion = '2018-02-01';

/**
 * `msi_res_id` is the documented name; IMDS observes App Service's `mi_res_id` too
 * (facts: tokens §1.1; azure-sdk-for-net#43076).
 */
export const imdsSelectors: SelectorParameters = [
  ['client_id', 'clientId'],
  ['object_id', 'principalId'],
  ['msi_res_id', 'resourceId'],
  ['mi_res_id', 'resourceId'],
];

/** Whether an address is that of IMDS: plain HTTP on port 80 (facts: tokens §1.1). */
export function isImds({ scheme, host, port }: Uri): boolean {
  return scheme === 'http' && host === imdsAddress && (port === null || port === 80);
}

/** The token request as every SDK sends it to IMDS (facts: tokens §1.1). */
export function imdsTokenRequest(
  resource: string,
  selector: IdentitySelector | null,
  { metadataHeader = true } = {},
): HttpRequest {
  const query = queryString(tokenQuery(imdsSelectors, imdsApiVersion, resource, selector));
  return {
    method: 'GET',
    url: `http://${imdsAddress}${imdsTokenPath}?${query}`,
    headers: metadataHeader ? [['Metadata', 'true']] : [],
    body: '',
  };
}
