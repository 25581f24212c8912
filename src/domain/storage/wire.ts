import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIsoFraction7, toRfc1123 } from '#domain/kernel/instant.ts';
import { percentEncode } from '#domain/kernel/percent.ts';
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

const frontEnd = 'Microsoft-HTTPAPI/2.0';

function failure(
  status: number,
  code: string,
  message: string,
  facts: BlobFacts,
  source: WireSource,
  extra: { readonly detail?: string; readonly headers?: Headers; readonly server?: string } = {},
): SourcedResponse {
  const text = `${message}\nRequestId:${facts.requestId}\nTime:${toIsoFraction7(facts.now)}`;
  const detail =
    extra.detail === undefined
      ? ''
      : `<AuthenticationErrorDetail>${escapeXml(extra.detail)}</AuthenticationErrorDetail>`;
  const server = extra.server ?? (status === 401 ? frontEnd : `Windows-Azure-Blob/1.0 ${frontEnd}`);
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

/** A scheme that Storage does not know (facts: tokens §7.2, the storage team's emulator). */
export function authorizationFormat(facts: BlobFacts): SourcedResponse {
  const message =
    'Authentication information is not given in the correct format. Check the value of Authorization header.';
  return failure(400, 'InvalidAuthenticationInfo', message, facts, 'sdk');
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

/** A key that is not the account's. The code is known, the wording of the detail is not. */
export function wrongKey(facts: BlobFacts): SourcedResponse {
  return authenticationFailed(
    facts,
    'The MAC signature found in the HTTP request is not the same as any computed signature.',
  );
}

/** The account takes no keys (capture: Azure/AI-Landing-Zones#64). */
export function keysNotPermitted(facts: BlobFacts): SourcedResponse {
  const message = 'Key based authentication is not permitted on this storage account.';
  return failure(403, 'KeyBasedAuthenticationNotPermitted', message, facts, 'capture', { server: frontEnd });
}

/** Blocked by network rules: not the words of a missing role (facts: tokens §7.2). */
export function networkBlocked(facts: BlobFacts): SourcedResponse {
  const message = 'This request is not authorized to perform this operation.';
  return failure(403, 'AuthorizationFailure', message, facts, 'capture');
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
  const message = 'This simulator lists, reads, writes and deletes containers and block blobs.';
  return failure(400, 'InvalidUri', message, facts, 'unconfirmed');
}

export function nameInvalid(facts: BlobFacts, message: string): SourcedResponse {
  return failure(400, 'InvalidResourceName', message, facts, 'unconfirmed');
}

export function blobAnswer(blob: Blob, facts: BlobFacts): SourcedResponse {
  return {
    response: {
      status: 200,
      headers: [
        ['Content-Length', String(sizeOf(blob.content))],
        ['Content-Type', 'application/octet-stream'],
        ['ETag', blob.etag],
        ['Last-Modified', toRfc1123(blob.lastModified)],
        ['x-ms-blob-type', 'BlockBlob'],
        ...commonHeaders(facts),
      ],
      body: blob.content,
    },
    source: 'capture',
  };
}

/** 201 of a new container or blob, 202 of a deletion, 200 of a container: no body. */
export function done(status: 200 | 201 | 202, facts: BlobFacts): SourcedResponse {
  return { response: { status, headers: commonHeaders(facts), body: '' }, source: 'docs' };
}

function commonHeaders(facts: BlobFacts): Headers {
  return [
    ['x-ms-request-id', facts.requestId],
    ['x-ms-version', blobApiVersion],
  ];
}

/** The bytes of a text in UTF-8. */
function sizeOf(text: string): number {
  return percentEncode(text).replaceAll(/%../g, '.').length;
}

/** A page of containers; all fit on one (docs: List Containers; the simulator leaves some properties out). */
export function containerList(account: string, names: readonly string[], facts: BlobFacts): SourcedResponse {
  const items = names.map((name) => `<Container><Name>${escapeXml(name)}</Name></Container>`).join('');
  return xml(`ServiceEndpoint="https://${account}${blobSuffix}/"`, `<Containers>${items}</Containers>`, facts);
}

/** A page of blobs; all fit on one (docs: List Blobs; the simulator leaves some properties out). */
export function blobList(
  account: string,
  container: string,
  blobs: readonly Blob[],
  facts: BlobFacts,
): SourcedResponse {
  const items = blobs.map(blobItem).join('');
  const at = `ServiceEndpoint="https://${account}${blobSuffix}/" ContainerName="${escapeXml(container)}"`;
  return xml(at, `<Blobs>${items}</Blobs>`, facts);
}

function blobItem({ name, content, etag, lastModified }: Blob): string {
  const properties = [
    `<Last-Modified>${toRfc1123(lastModified)}</Last-Modified>`,
    `<Etag>${etag.replaceAll('"', '')}</Etag>`,
    `<Content-Length>${sizeOf(content)}</Content-Length>`,
    '<Content-Type>application/octet-stream</Content-Type>',
    '<BlobType>BlockBlob</BlobType>',
  ].join('');
  return `<Blob><Name>${escapeXml(name)}</Name><Properties>${properties}</Properties></Blob>`;
}

function xml(attributes: string, items: string, facts: BlobFacts): SourcedResponse {
  const body = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ${attributes}>${items}<NextMarker /></EnumerationResults>`;
  return {
    response: { status: 200, headers: [['Content-Type', 'application/xml'], ...commonHeaders(facts)], body },
    source: 'docs',
  };
}
