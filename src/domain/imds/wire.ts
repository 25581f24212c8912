import { tokenReference } from '#domain/entra/token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { HttpResponse, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';

const headers: HttpResponse['headers'] = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Server', 'IMDS/150.870.65.1854'],
];

function answer(status: number, body: unknown, source: WireSource): SourcedResponse {
  return { response: { status, headers, body: JSON.stringify(body) }, source };
}

function invalidRequest(description: string, source: WireSource): SourcedResponse {
  return answer(400, { error: 'invalid_request', error_description: description }, source);
}

/** All values are strings, numbers included (facts: tokens §1.2). `expires_in` is counted when the answer is made. */
export function tokenAnswer(claims: TokenClaims, now: Instant, source: WireSource): SourcedResponse {
  const seconds = String(claims.exp - now);
  return answer(
    200,
    {
      access_token: tokenReference(claims.uti),
      client_id: claims.appid,
      expires_in: seconds,
      expires_on: String(claims.exp),
      ext_expires_in: seconds,
      not_before: String(claims.nbf),
      resource: claims.aud,
      token_type: 'Bearer',
    },
    source,
  );
}

/** facts: tokens §1.5 (azure-sdk-for-js#11369); that a header other than `true` is told the same is unconfirmed */
export function metadataHeaderMissing(source: WireSource): SourcedResponse {
  return invalidRequest('Required metadata header not specified', source);
}

/** Documented as refused; status and text are not (facts: tokens §1.5). */
export function forwardedRequest(): SourcedResponse {
  return invalidRequest('Requests with an X-Forwarded-For header are refused', 'unconfirmed');
}

/** Documented as refused; status and text are not (facts: tokens §1.1). */
export function repeatedParameter(): SourcedResponse {
  return invalidRequest('A query parameter is given more than once', 'unconfirmed');
}

/** facts: tokens §1.5 (aad-pod-identity#450) */
export function resourceMissing(): SourcedResponse {
  return invalidRequest("Required query variable 'resource' is missing", 'capture');
}

/** The text was seen, its wrapper was not (facts: tokens §1.5). */
export function invalidApiVersion(): SourcedResponse {
  return invalidRequest("Invalid 'api-version' requested", 'unconfirmed');
}

export function severalSelectors(): SourcedResponse {
  return invalidRequest('Name the identity by one of client_id, object_id and msi_res_id only', 'unconfirmed');
}

/** facts: tokens §1.5 (azure-sdk-for-net#37278) */
export function identityNotFound(): SourcedResponse {
  return invalidRequest('Identity not found', 'capture');
}

/** facts: tokens §1.5 (managed identities FAQ) */
export function severalIdentities(): SourcedResponse {
  return invalidRequest(
    'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request',
    'docs',
  );
}

/** facts: tokens §1.5 (azure-docs#15282) */
export function notFound(): SourcedResponse {
  return answer(404, { error: 'Not Found' }, 'capture');
}

/** facts: tokens §1.5 (IMDS specification) */
export function methodNotAllowed(): SourcedResponse {
  return answer(405, { error: 'method_not_allowed', error_description: 'Not allowed' }, 'spec');
}

/** An error of Entra ID in IMDS' own envelope: status and body stay, the headers are IMDS'. */
export function passedOn({ response, source }: SourcedResponse): SourcedResponse {
  return { response: { ...response, headers }, source };
}
