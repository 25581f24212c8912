import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIsoFraction7, toRfc1123 } from '#domain/kernel/instant.ts';
import { blobApiVersion, blobSuffix } from './rules.ts';
import { sizeOf } from './range.ts';
import type { Part } from './range.ts';
import type { Page } from './page.ts';
import type { Blob } from './state.ts';

/** `GET https://<account>.blob.core.windows.net/<container>/<blob>`; a bearer token needs `x-ms-version` (facts: tokens §7.2). */
export function getBlobRequest(account: string, path: string, authorization: string | null): HttpRequest {
  return {
    method: 'GET',
    url: blobUrl(account, path),
    headers: [
      ...(authorization === null ? [] : ([['Authorization', authorization]] as const)),
      ['x-ms-version', blobApiVersion],
    ],
    body: '',
  };
}

/** The address of what lies under a path of an account; names have spaces, addresses have none. */
export function blobUrl(account: string, path: string): string {
  return `https://${account}${blobSuffix}/${path.replaceAll(' ', '%20')}`;
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
  const message = 'This simulator lists, reads, writes and deletes containers and block blobs, each blob in one piece.';
  return failure(400, 'InvalidUri', message, facts, 'unconfirmed');
}

export function nameInvalid(facts: BlobFacts, message: string): SourcedResponse {
  return failure(400, 'InvalidResourceName', message, facts, 'unconfirmed');
}

export function blobExists(facts: BlobFacts): SourcedResponse {
  return failure(409, 'BlobAlreadyExists', 'The specified blob already exists.', facts, 'docs');
}

export function conditionNotMet(facts: BlobFacts): SourcedResponse {
  const message = 'The condition specified using HTTP conditional header(s) is not met.';
  return failure(412, 'ConditionNotMet', message, facts, 'docs');
}

export function rangeInvalid(facts: BlobFacts): SourcedResponse {
  return failure(
    416,
    'InvalidRange',
    'The range specified is invalid for the current size of the resource.',
    facts,
    'docs',
  );
}

/** Azure keeps bytes; the simulator keeps text. */
export function rangeCutsCharacter(facts: BlobFacts): SourcedResponse {
  const message = 'This simulator keeps blobs as text, and the range begins or ends within a character of it.';
  return failure(400, 'InvalidHeaderValue', message, facts, 'unconfirmed');
}

export function maxResultsInvalid(facts: BlobFacts): SourcedResponse {
  const message = 'One of the query parameters specified in the request URI is outside the permissible range.';
  return failure(400, 'OutOfRangeQueryParameterValue', message, facts, 'docs');
}

export function metadataInvalid(facts: BlobFacts): SourcedResponse {
  const message = 'The specified metadata is invalid. It includes characters that are not permitted.';
  return failure(400, 'InvalidMetadata', message, facts, 'docs');
}

export function blobAnswer(blob: Blob, facts: BlobFacts): SourcedResponse {
  return {
    response: {
      status: 200,
      headers: [['Content-Length', String(sizeOf(blob.content))], ...blobHeaders(blob, facts)],
      body: blob.content,
    },
    source: 'capture',
  };
}

/** A part of a blob, as a range asked for it. */
export function blobPart(
  blob: Blob,
  { text, first, last, size }: Extract<Part, { kind: 'part' }>,
  facts: BlobFacts,
): SourcedResponse {
  const headers: Headers = [
    ['Content-Length', String(last - first + 1)],
    ['Content-Range', `bytes ${first}-${last}/${size}`],
    ...blobHeaders(blob, facts),
  ];
  return { response: { status: 206, headers, body: text }, source: 'docs' };
}

export function notModified({ etag, lastModified }: Blob, facts: BlobFacts): SourcedResponse {
  const headers: Headers = [['ETag', etag], ['Last-Modified', toRfc1123(lastModified)], ...commonHeaders(facts)];
  return { response: { status: 304, headers, body: '' }, source: 'docs' };
}

/** 201 of a blob: what a client needs for its next condition. */
export function blobWritten({ etag, lastModified }: Blob, facts: BlobFacts): SourcedResponse {
  const headers: Headers = [['ETag', etag], ['Last-Modified', toRfc1123(lastModified)], ...commonHeaders(facts)];
  return { response: { status: 201, headers, body: '' }, source: 'docs' };
}

function blobHeaders(blob: Blob, facts: BlobFacts): Headers {
  const metadata = Object.entries(blob.metadata ?? {}).map(([name, value]) => [`x-ms-meta-${name}`, value] as const);
  return [
    ['Content-Type', contentTypeOf(blob)],
    ['Accept-Ranges', 'bytes'],
    ['ETag', blob.etag],
    ['Last-Modified', toRfc1123(blob.lastModified)],
    ['x-ms-blob-type', 'BlockBlob'],
    ...metadata,
    ...commonHeaders(facts),
  ];
}

/** The type of a blob whose writer named none (docs: Put Blob). */
function contentTypeOf({ contentType = 'application/octet-stream' }: Blob): string {
  return contentType;
}

/** 201 of a new container, 202 of a deletion, 200 of a container: no body. */
export function done(status: 200 | 201 | 202, facts: BlobFacts): SourcedResponse {
  return { response: { status, headers: commonHeaders(facts), body: '' }, source: 'docs' };
}

function commonHeaders(facts: BlobFacts): Headers {
  return [
    ['x-ms-request-id', facts.requestId],
    ['x-ms-version', blobApiVersion],
  ];
}

/** A page of containers (docs: List Containers; the simulator leaves some properties out). */
export function containerList(account: string, page: Page<unknown>, facts: BlobFacts): SourcedResponse {
  const items = page.lines.map(({ name }) => `<Container><Name>${escapeXml(name)}</Name></Container>`).join('');
  return list(`ServiceEndpoint="https://${account}${blobSuffix}/"`, page, `<Containers>${items}</Containers>`, facts);
}

/** A page of blobs (docs: List Blobs; the simulator leaves some properties out). */
export function blobList(account: string, container: string, page: Page<Blob>, facts: BlobFacts): SourcedResponse {
  const items = page.lines
    .map((line) =>
      line.kind === 'item' ? blobItem(line.item) : `<BlobPrefix><Name>${escapeXml(line.name)}</Name></BlobPrefix>`,
    )
    .join('');
  const at = `ServiceEndpoint="https://${account}${blobSuffix}/" ContainerName="${escapeXml(container)}"`;
  return list(at, page, `<Blobs>${items}</Blobs>`, facts);
}

function blobItem(blob: Blob): string {
  const { name, content, etag, lastModified } = blob;
  const properties = [
    `<Last-Modified>${toRfc1123(lastModified)}</Last-Modified>`,
    `<Etag>${etag.replaceAll('"', '')}</Etag>`,
    `<Content-Length>${sizeOf(content)}</Content-Length>`,
    `<Content-Type>${escapeXml(contentTypeOf(blob))}</Content-Type>`,
    '<BlobType>BlockBlob</BlobType>',
  ].join('');
  return `<Blob><Name>${escapeXml(name)}</Name><Properties>${properties}</Properties></Blob>`;
}

/** What was asked for is repeated, where it was asked for. */
function list(attributes: string, { asked, next }: Page<unknown>, items: string, facts: BlobFacts): SourcedResponse {
  const repeated = [
    ['Prefix', asked.prefix],
    ['Marker', asked.marker],
    ['MaxResults', asked.maxResults === null ? '' : String(asked.maxResults)],
    ['Delimiter', asked.delimiter],
  ] as const;
  const echo = repeated.map(([name, value]) => (value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`)).join('');
  const marker = next === '' ? '<NextMarker />' : `<NextMarker>${escapeXml(next)}</NextMarker>`;
  const body = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ${attributes}>${echo}${items}${marker}</EnumerationResults>`;
  return {
    response: { status: 200, headers: [['Content-Type', 'application/xml'], ...commonHeaders(facts)], body },
    source: 'docs',
  };
}
