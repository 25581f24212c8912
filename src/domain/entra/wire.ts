import type { HttpRequest, HttpResponse, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { ClientId, TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toEntraTimestamp } from '#domain/kernel/instant.ts';
import { azureCliAppId } from './built-in.ts';
import type { Application } from './state.ts';
import { tokenReference } from './token.ts';
import type { TokenClaims } from './token.ts';
import { assertionFields, tokenForm } from './token-request.ts';

/** An error of Entra ID, as it answers itself and as the managed identity endpoints pass it on. */
export interface EntraError {
  readonly error:
    | 'invalid_client'
    | 'invalid_grant'
    | 'invalid_request'
    | 'invalid_resource'
    | 'invalid_tenant'
    | 'unauthorized_client'
    | 'unsupported_grant_type';
  /** The number behind `AADSTS`, with which the description begins. */
  readonly number: number;
  readonly description: string;
  readonly source: WireSource;
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
  return tokenForm(tenantId, 'v1.0', [
    ['grant_type', 'client_credentials'],
    ['client_id', clientId],
    ['resource', resource],
    ...assertionFields('(signed with the certificate of the identity)'),
  ]);
}

/** What the v2.0 endpoint answers: numbers instead of texts, and no resource. */
export function tokenResponseV2(claims: TokenClaims, now: Instant): SourcedResponse {
  const seconds = claims.exp - now;
  const body = {
    token_type: 'Bearer',
    ...(claims.scp === undefined ? {} : { scope: `${withSlash(claims.aud)}${claims.scp}` }),
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: tokenReference(claims.uti),
  };
  return { response: { status: 200, headers: jsonHeaders, body: JSON.stringify(body) }, source: 'docs' };
}

function withSlash(audience: string): string {
  return audience.endsWith('/') ? audience : `${audience}/`;
}

/**
 * What the Azure CLI sends for a user who has signed in: a refresh token, which is never shown. The v2.0 endpoint
 * takes a scope, the resource with `/.default` after it (facts: tokens §6).
 */
export function refreshRequest(tenantId: TenantId, resource: string): HttpRequest {
  return tokenForm(tenantId, 'v2.0', [
    ['client_id', azureCliAppId],
    ['grant_type', 'refresh_token'],
    ['refresh_token', '(kept by the Azure CLI)'],
    ['scope', `${resource}/.default`],
  ]);
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

/** The API requires an assignment and the client has no app role in it (capture: nais documentation, troubleshooting). */
export function notAssigned(
  client: { readonly id: ClientId; readonly name: string },
  resource: string,
  application: string,
): EntraError {
  return {
    error: 'invalid_grant',
    number: 501051,
    description: `AADSTS501051: Application '${client.id}'(${client.name}) is not assigned to a role for the application '${resource}'(${application}).`,
    source: 'capture',
  };
}

/** The same for a person (capture: nais documentation, troubleshooting). */
export function userNotAssigned(signInName: string, { displayName, appId }: Application): EntraError {
  return {
    error: 'invalid_grant',
    number: 50105,
    description: `AADSTS50105: Your administrator has configured the application ${displayName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${signInName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
    source: 'capture',
  };
}

/** Somebody signs in whom the directory does not know. */
export function userNotFound(tenantId: TenantId): EntraError {
  return {
    error: 'invalid_grant',
    number: 50034,
    description: `AADSTS50034: The user account does not exist in the ${tenantId} directory. To sign into this application, the account must be added to the directory.`,
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
  // RFC 6749 §5.2: a client that could not prove itself is answered 401, everything else 400.
  const status = error === 'invalid_client' ? 401 : 400;
  return { response: { status, headers: jsonHeaders, body: JSON.stringify(body) }, source };
}

/** An address at which Entra ID publishes nothing; the simulator's words. */
export function pageNotFound(): SourcedResponse {
  const body = JSON.stringify({ error: 'not_found', error_description: 'Nothing is published at this address.' });
  return { response: { status: 404, headers: jsonHeaders, body }, source: 'unconfirmed' };
}
