import type { HttpRequest, HttpResponse, SourcedResponse } from '#domain/http/message.ts';
import type { ClientId, TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toEntraTimestamp } from '#domain/kernel/instant.ts';
import { queryString } from '#domain/kernel/uri.ts';
import { tokenReference } from './token.ts';
import type { TokenClaims } from './token.ts';

/** An error of Entra ID as the managed identity endpoints pass it on. */
export interface EntraError {
  readonly error: 'invalid_resource' | 'unauthorized_client';
  readonly number: 500011 | 700016;
  readonly description: string;
  readonly source: SourcedResponse['source'];
}

/** Ids that Entra ID prints into its errors. */
export interface ErrorTrace {
  readonly traceId: string;
  readonly correlationId: string;
  readonly now: Instant;
}

const jsonHeaders: HttpResponse['headers'] = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Cache-Control', 'no-store, no-cache'],
];

/**
 * What the platform sends to Entra ID: client credentials with the identity's certificate (facts: tokens §4).
 * The certificate is never seen, so the assertion is a stand-in.
 */
export function tokenRequest(tenantId: TenantId, clientId: ClientId, resource: string): HttpRequest {
  return {
    method: 'POST',
    url: `https://login.microsoftonline.com/${tenantId}/oauth2/token`,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: queryString([
      ['grant_type', 'client_credentials'],
      ['client_id', clientId],
      ['resource', resource],
      ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
      ['client_assertion', '(signed with the certificate of the identity)'],
    ]),
  };
}

export function tokenResponse(claims: TokenClaims, now: Instant): SourcedResponse {
  const seconds = String(claims.exp - now);
  const body = {
    token_type: 'Bearer',
    expires_in: seconds,
    ext_expires_in: seconds,
    expires_on: String(claims.exp),
    not_before: String(claims.nbf),
    resource: claims.aud,
    access_token: tokenReference(claims.uti),
  };
  return {
    response: { status: 200, headers: jsonHeaders, body: JSON.stringify(body) },
    source: 'unconfirmed',
  };
}

/** facts: tokens §1.5, unknown audience */
export function resourceNotKnown(resource: string, tenantId: TenantId): EntraError {
  return {
    error: 'invalid_resource',
    number: 500011,
    description: `AADSTS500011: The resource principal named ${resource} was not found in the tenant named ${tenantId}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    source: 'capture',
  };
}

/** facts: tokens §1.5, the principal was deleted; that IMDS passes it on like this is unconfirmed */
export function clientNotFound(clientId: ClientId, tenantId: TenantId): EntraError {
  return {
    error: 'unauthorized_client',
    number: 700016,
    description: `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    source: 'unconfirmed',
  };
}

export function entraErrorResponse(
  { error, number, description, source }: EntraError,
  { traceId, correlationId, now }: ErrorTrace,
): SourcedResponse {
  const timestamp = toEntraTimestamp(now);
  const body = {
    error,
    error_description: `${description}\r\nTrace ID: ${traceId}\r\nCorrelation ID: ${correlationId}\r\nTimestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
  return { response: { status: 400, headers: jsonHeaders, body: JSON.stringify(body) }, source };
}
