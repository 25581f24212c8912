import { headerOf } from '#domain/http/message.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';

export const blobSuffix = '.blob.core.windows.net';
/** The version that current SDKs send; bearer tokens need 2017-11-09 or later (facts: corrections 23). */
export const blobApiVersion = '2026-04-06';
const firstBearerVersion = '2017-11-09';
/** From this version a request without credentials is told so; before, the resource does not exist. */
const firstChallengeVersion = '2019-12-12';

/** Audiences of an account: Storage as a whole, its GUID, and the account's own address (facts: tokens §6). */
export function blobAudiences(account: string): readonly string[] {
  return [
    'https://storage.azure.com',
    'https://storage.azure.com/',
    'e406a681-f3d4-42a8-90b6-c2b029497af1',
    `https://${account}${blobSuffix}`,
    `https://${account}${blobSuffix}/`,
  ];
}

export type BlobOperation =
  | {
      readonly kind: 'getBlob' | 'putBlob';
      readonly container: string;
      readonly blob: string;
      readonly dataAction: string;
    }
  | { readonly kind: 'unknown' };

const dataActions = {
  GET: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
  PUT: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
} as const;

/** Reads `GET` and `PUT /<container>/<blob>`. */
export function readBlobOperation(method: HttpMethod, uri: Uri): BlobOperation {
  const [, container, ...rest] = uri.path.split('/');
  const blob = rest.join('/');
  if (container === undefined || container === '' || blob === '') return { kind: 'unknown' };
  if (method !== 'GET' && method !== 'PUT') return { kind: 'unknown' };
  const kind = method === 'GET' ? 'getBlob' : 'putBlob';
  return { kind, container, blob, dataAction: dataActions[method] };
}

/** Versions are dates: their texts compare as they do. */
export function acceptsBearer(request: HttpRequest): boolean {
  return (headerOf(request.headers, 'x-ms-version') ?? '') >= firstBearerVersion;
}

export function answersWithChallenge(request: HttpRequest): boolean {
  return (headerOf(request.headers, 'x-ms-version') ?? '') >= firstChallengeVersion;
}
