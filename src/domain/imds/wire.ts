import { tokenReference } from '#domain/entra/token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { HttpResponse, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';

const server = ['Server', 'IMDS/150.870.65.1854'] as const;
const headers: HttpResponse['headers'] = [['Content-Type', 'application/json; charset=utf-8'], server];

function written(status: number, body: string, source: WireSource): SourcedResponse {
  return { response: { status, headers, body }, source };
}

function answer(status: number, body: unknown, source: WireSource): SourcedResponse {
  return written(status, JSON.stringify(body), source);
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

/** The text of `/metadata/instance` (facts: tokens §1.5, azure-docs#91624); its spaces are in the capture. */
export function instanceHeaderMissing(source: WireSource): SourcedResponse {
  return written(400, '{ "error": "Bad request: . Required metadata header not specified" }', source);
}

/** facts: tokens §1.5 (Azure Instance Metadata Service) */
export function instanceVersionInvalid(): SourcedResponse {
  return answer(
    400,
    {
      error:
        'Bad request. api-version is invalid or was not specified in the request. For more information refer to aka.ms/azureimds',
      'newest-versions': ['2025-04-07', '2024-07-17', '2024-03-15'],
    },
    'docs',
  );
}

/** A path of the instance document that leads nowhere (facts: tokens §1.5, azure-docs#15282). */
export function instanceNotFound(): SourcedResponse {
  return written(404, '{ "error": "Not found" }', 'capture');
}

/** A single value is given as text only; that it is refused as JSON is documented, its words are not (facts: tokens §2). */
export function valueNeedsText(): SourcedResponse {
  return answer(400, { error: 'Bad request. A single value needs format=text' }, 'unconfirmed');
}

export function formatInvalid(): SourcedResponse {
  return answer(400, { error: 'Bad request. format is json or text' }, 'unconfirmed');
}

/** A document of the metadata service. */
export function document(body: unknown, source: WireSource): SourcedResponse {
  return answer(200, body, source);
}

/** A value of the instance document by itself, or the names of what lies under a path. */
export function plainText(body: string, source: WireSource): SourcedResponse {
  return { response: { status: 200, headers: [['Content-Type', 'text/plain; charset=utf-8'], server], body }, source };
}

/** facts: tokens §1.5 (terraform-provider-azurerm#20901) */
export function throttled(): SourcedResponse {
  return answer(
    429,
    { error: 'invalid_request', error_description: 'Temporarily throttled, too many requests' },
    'capture',
  );
}

/** IMDS is being updated, 70 seconds at most; the body is unconfirmed (facts: tokens §1.5). */
export function updating(): SourcedResponse {
  return answer(410, { error: 'gone', error_description: 'IMDS is being updated' }, 'unconfirmed');
}

/** The endpoint is being updated: 404 is documented, its body is not (facts: tokens §1.5). */
export function endpointUpdating(): SourcedResponse {
  return answer(404, { error: 'Not Found' }, 'unconfirmed');
}

/** facts: tokens §1.5 (IMDS specification) */
export function serverError(): SourcedResponse {
  return answer(500, { error: 'server_error', error_description: 'Server error' }, 'spec');
}

/** Documented as an answer that is worth another try; its body is not (facts: tokens §1.7). */
export function unavailable(): SourcedResponse {
  return answer(503, { error: 'server_error', error_description: 'Service unavailable' }, 'unconfirmed');
}

/** IMDS documents no such header; SDKs obey it where it is sent (facts: clients §1). */
export function askedAgainAfter({ response }: SourcedResponse, seconds: number): SourcedResponse {
  const { status, body } = response;
  const withDelay: HttpResponse['headers'] = [...response.headers, ['Retry-After', String(seconds)]];
  return { response: { status, headers: withDelay, body }, source: 'unconfirmed' };
}

/** What stands in front of IMDS answers while it restarts; its text is unconfirmed (facts: tokens §1.5). */
export function restarting(): SourcedResponse {
  return {
    response: {
      status: 500,
      headers: [
        ['Content-Type', 'text/plain'],
        ['Server', 'Microsoft-IIS/10.0'],
      ],
      body: 'The metadata service is restarting.',
    },
    source: 'unconfirmed',
  };
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
export function notFound(source: WireSource): SourcedResponse {
  return answer(404, { error: 'Not Found' }, source);
}

/** facts: tokens §1.5 (IMDS specification) */
export function methodNotAllowed(): SourcedResponse {
  return answer(405, { error: 'method_not_allowed', error_description: 'Not allowed' }, 'spec');
}

/** An error of Entra ID in IMDS' own envelope: status and body stay, the headers are IMDS'. */
export function passedOn({ response, source }: SourcedResponse): SourcedResponse {
  return { response: { ...response, headers }, source };
}
