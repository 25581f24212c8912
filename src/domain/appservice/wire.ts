import { tokenReference } from '#domain/entra/token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { Headers, SourcedResponse, WireSource } from '#domain/http/message.ts';

function headers(correlationId: string | null): Headers {
  return [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Server', 'Kestrel'],
    ...(correlationId === null ? [] : ([['X-CORRELATION-ID', correlationId]] as const)),
  ];
}

function failure(statusCode: number, message: string, correlationId: string, source: WireSource): SourcedResponse {
  const body = JSON.stringify({ statusCode, message, correlationId });
  return { response: { status: statusCode, headers: headers(correlationId), body }, source };
}

function empty(status: number, correlationId: string, source: WireSource): SourcedResponse {
  const [, ...withoutContentType] = headers(correlationId);
  return { response: { status, headers: withoutContentType, body: '' }, source };
}

/** No `expires_in` and no `refresh_token` here (facts: tokens §3.1). */
export function tokenAnswer(claims: TokenClaims, source: WireSource): SourcedResponse {
  const body = {
    access_token: tokenReference(claims.uti),
    expires_on: String(claims.exp),
    resource: claims.aud,
    token_type: 'Bearer',
    client_id: claims.appid,
  };
  return { response: { status: 200, headers: headers(null), body: JSON.stringify(body) }, source };
}

/** facts: tokens §3.1 (azure-cli#20196) */
export function unableToLoadIdentity(correlationId: string): SourcedResponse {
  return failure(400, 'Unable to load requested managed identity.', correlationId, 'capture');
}

/** facts: tokens §3.1 (azure-search-openai-demo#2148) */
export function namedIdentityNotFound(correlationId: string): SourcedResponse {
  return failure(
    400,
    'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId',
    correlationId,
    'capture',
  );
}

/** The spelling is App Service's own (facts: tokens §3.1, azure-sdk-for-net#44685). */
export function unknownResource(correlationId: string): SourcedResponse {
  return failure(500, 'An unexpected error occured while fetching the AAD Token.', correlationId, 'capture');
}

/** Whatever else Entra ID refuses: that the vague words stand for this too is unconfirmed. */
export function tokenNotIssued(correlationId: string): SourcedResponse {
  return { ...unknownResource(correlationId), source: 'unconfirmed' };
}

/** The principal is gone; the answer of App Service is unconfirmed. */
export function principalGone(correlationId: string): SourcedResponse {
  return failure(400, 'Unable to load requested managed identity.', correlationId, 'unconfirmed');
}

/** facts: tokens §3.1 (microsoft-authentication-library-for-dotnet#5077) */
export function wrongIdentityHeader(correlationId: string): SourcedResponse {
  return empty(403, correlationId, 'capture');
}

/** facts: tokens §3.3 (azure-container-apps#502 saw it there, for POST) */
export function methodNotAllowed(correlationId: string, source: WireSource): SourcedResponse {
  return empty(405, correlationId, source);
}

/** What another path of the endpoint answers was not seen. */
export function notFound(correlationId: string): SourcedResponse {
  return empty(404, correlationId, 'unconfirmed');
}

/** The text was seen for a plan without this protocol, its status was not (facts: tokens §3.1, azure-docs#53726). */
export function unsupportedApiVersion(url: string, version: string): SourcedResponse {
  const message = `The HTTP resource that matches the request URI '${url}' does not support the API version '${version}'.`;
  const body = { error: { code: 'UnsupportedApiVersion', message, innerError: null } };
  return {
    response: { status: 400, headers: headers(null), body: JSON.stringify(body) },
    source: 'unconfirmed',
  };
}

export function resourceMissing(correlationId: string): SourcedResponse {
  return failure(400, "The query parameter 'resource' is missing.", correlationId, 'unconfirmed');
}

export function severalSelectors(correlationId: string): SourcedResponse {
  return failure(
    400,
    'Name the identity by one of client_id, principal_id and mi_res_id only.',
    correlationId,
    'unconfirmed',
  );
}
