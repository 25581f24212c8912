import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIsoFraction7, toRfc1123 } from '#domain/kernel/instant.ts';
import { blobApiVersion, blobSuffix } from './rules.ts';
import type { Blob } from './state.ts';

/** `GET https://<account>.blob.core.windows.net/<container>/<blob>`; a bearer token needs `x-ms-version` (facts: tokens §7.2). */
export function getBlobRequest(account: string, path: string, authorization: string | null): HttpRequest {
  return {
    method: 'GET',
    url: `https://${account}${blobSuffix}/${path}`,
    headers: [
      ...(authorization === null ? [] : ([['Authorization', authorization]] as const)),
      ['x-ms-version', blobApiVersion],
    ],
    body: '',
  };
}

/** What every answer of the service prints. */
export interface BlobFacts {
  readonly requestId: string;
  readonly now: Instant;
  readonly tenantId: TenantId;
}

function failure(
  status: number,
  code: string,
  message: string,
  facts: BlobFacts,
  source: WireSource,
  extra: { readonly detail?: string; readonly headers?: Headers } = {},
): SourcedResponse {
  const text = `${message}\nRequestId:${facts.requestId}\nTime:${toIsoFraction7(facts.now)}`;
  const detail =
    extra.detail === undefined
      ? ''
      : `<AuthenticationErrorDetail>${escapeXml(extra.detail)}</AuthenticationErrorDetail>`;
  const server = status === 401 ? 'Microsoft-HTTPAPI/2.0' : 'Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0';
  return {
    response: {
      status,
      headers: [
        ['Content-Type', 'application/xml'],
        ['Server', server],
        ['x-ms-error-code', code],
        ['x-ms-request-id', facts.requestId],
        ...(extra.headers ?? []),
      ],
      body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${escapeXml(text)}</Message>${detail}</Error>`,
    },
    source,
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function challenge(tenantId: TenantId): Headers {
  const value = `Bearer authorization_uri=https://login.microsoftonline.com/${tenantId}/oauth2/authorize resource_id=https://storage.azure.com`;
  return [['WWW-Authenticate', value]];
}

const failedToAuthenticate =
  'Server failed to authenticate the request. Please refer to the information in the www-authenticate header.';

/** facts: tokens §7.2 */
export function tokenMissing(facts: BlobFacts): SourcedResponse {
  return failure(401, 'NoAuthenticationInformation', failedToAuthenticate, facts, 'capture', {
    headers: challenge(facts.tenantId),
  });
}

/** Older versions hide a private container instead of asking for credentials (facts: tokens §7.2). */
export function resourceHidden(facts: BlobFacts): SourcedResponse {
  return failure(404, 'ResourceNotFound', 'The specified resource does not exist.', facts, 'capture');
}

/** The token is refused; `detail` says by which check (facts: tokens §7.2). */
export function invalidAuthenticationInfo(facts: BlobFacts, detail: string, source: WireSource): SourcedResponse {
  return failure(401, 'InvalidAuthenticationInfo', failedToAuthenticate, facts, source, {
    detail,
    headers: challenge(facts.tenantId),
  });
}

/** facts: tokens §7.2 */
export function bearerNotSupported(facts: BlobFacts): SourcedResponse {
  return authenticationFailed(facts, 'Authentication scheme Bearer is not supported in this version.');
}

/** facts: tokens §7.2 (the storage team's emulator) */
export function bearerOverHttp(facts: BlobFacts): SourcedResponse {
  return authenticationFailed(facts, 'Authentication scheme Bearer is not allowed with HTTP.');
}

/** Code and detail are known, the wording of the message is not. */
function authenticationFailed(facts: BlobFacts, detail: string): SourcedResponse {
  return failure(
    403,
    'AuthenticationFailed',
    'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.',
    facts,
    'unconfirmed',
    { detail },
  );
}

/** facts: tokens §7.2 */
export function permissionMismatch(facts: BlobFacts): SourcedResponse {
  return failure(
    403,
    'AuthorizationPermissionMismatch',
    'This request is not authorized to perform this operation using this permission.',
    facts,
    'capture',
  );
}

export function containerNotFound(facts: BlobFacts): SourcedResponse {
  return failure(404, 'ContainerNotFound', 'The specified container does not exist.', facts, 'unconfirmed');
}

export function containerExists(facts: BlobFacts): SourcedResponse {
  return failure(409, 'ContainerAlreadyExists', 'The specified container already exists.', facts, 'unconfirmed');
}

export function blobNotFound(facts: BlobFacts): SourcedResponse {
  return failure(404, 'BlobNotFound', 'The specified blob does not exist.', facts, 'unconfirmed');
}

export function operationUnknown(facts: BlobFacts): SourcedResponse {
  return failure(400, 'InvalidUri', 'This simulator answers GET and PUT of /{container}/{blob}.', facts, 'unconfirmed');
}

export function blobAnswer(blob: Blob, facts: BlobFacts): SourcedResponse {
  return {
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/octet-stream'],
        ['ETag', blob.etag],
        ['Last-Modified', toRfc1123(blob.lastModified)],
        ['x-ms-blob-type', 'BlockBlob'],
        ['x-ms-request-id', facts.requestId],
        ['x-ms-version', blobApiVersion],
      ],
      body: blob.content,
    },
    source: 'capture',
  };
}

/** 201 of a new container or blob: no body. */
export function created(facts: BlobFacts): SourcedResponse {
  return {
    response: {
      status: 201,
      headers: [
        ['x-ms-request-id', facts.requestId],
        ['x-ms-version', blobApiVersion],
      ],
      body: '',
    },
    source: 'docs',
  };
}
