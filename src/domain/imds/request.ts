import type { HttpRequest } from '#domain/http/message.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { queryString } from '#domain/kernel/uri.ts';
import { tokenQuery } from '#domain/managedidentity/token-request.ts';
import type { SelectorParameters } from '#domain/managedidentity/token-request.ts';

/** The link-local address that only code on the machine itself can reach. */
export const imdsAddress = '169.254.169.254';
export const imdsTokenPath = '/metadata/identity/oauth2/token';
export const imdsApiVersion = '2018-02-01';

/** IMDS wants `msi_res_id`; App Service spells it `mi_res_id` (facts: tokens §1.1). */
export const imdsSelectors: SelectorParameters = [
  ['client_id', 'clientId'],
  ['object_id', 'principalId'],
  ['msi_res_id', 'resourceId'],
];

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
