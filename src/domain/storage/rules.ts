import { headerOf } from '#domain/http/message.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import { opaqueText } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { percentDecode } from '#domain/kernel/percent.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryString, queryValue } from '#domain/kernel/uri.ts';
import type { Plane } from '#domain/rbac/action.ts';

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

const containers = 'Microsoft.Storage/storageAccounts/blobServices/containers';

/**
 * What each operation needs. Containers are managed by `actions`, blobs by `dataActions`: an Owner lists the
 * containers with its own token, and reads none of the blobs (docs: authorize with Microsoft Entra ID, permissions
 * for Blob operations).
 */
export const blobNeeds = {
  getBlob: { plane: 'data', action: `${containers}/blobs/read` },
  putBlob: { plane: 'data', action: `${containers}/blobs/write` },
  deleteBlob: { plane: 'data', action: `${containers}/blobs/delete` },
  listBlobs: { plane: 'data', action: `${containers}/blobs/read` },
  getContainer: { plane: 'control', action: `${containers}/read` },
  createContainer: { plane: 'control', action: `${containers}/write` },
  deleteContainer: { plane: 'control', action: `${containers}/delete` },
  listContainers: { plane: 'control', action: `${containers}/read` },
} as const satisfies Readonly<Record<string, { plane: Plane; action: string }>>;

export interface BlobOperation {
  readonly kind: keyof typeof blobNeeds;
  /** Empty for the list of containers. */
  readonly container: string;
  /** Empty where no blob is named. */
  readonly blob: string;
}

type Place = 'account' | 'container' | 'blob';

/** `comp=list` and `restype=container` tell operations of one path apart. */
const routes: readonly (readonly [HttpMethod, Place, query: string, BlobOperation['kind']])[] = [
  ['GET', 'account', 'comp=list', 'listContainers'],
  ['GET', 'container', 'restype=container&comp=list', 'listBlobs'],
  ['GET', 'container', 'restype=container', 'getContainer'],
  ['HEAD', 'container', 'restype=container', 'getContainer'],
  ['PUT', 'container', 'restype=container', 'createContainer'],
  ['DELETE', 'container', 'restype=container', 'deleteContainer'],
  ['GET', 'blob', '', 'getBlob'],
  // Get Blob Properties: what GET answers, without the blob.
  ['HEAD', 'blob', '', 'getBlob'],
  ['PUT', 'blob', '', 'putBlob'],
  ['DELETE', 'blob', '', 'deleteBlob'],
];

/** Reads a request to the Blob service; null for what this simulator does not answer. */
export function readBlobOperation(method: HttpMethod, uri: Uri): BlobOperation | null {
  const [, container = '', ...rest] = uri.path.split('/');
  // Clients send the slashes of a name as `%2F`.
  const blob = percentDecode(rest.join('/')) ?? rest.join('/');
  const place = placeOf(container, blob);
  const query = queryString(
    ['restype', 'comp'].flatMap((name) => {
      const value = queryValue(uri, name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
  const route = routes.find(([verb, at, asked]) => verb === method && at === place && asked === query);
  return route === undefined ? null : { kind: route[3], container, blob };
}

function placeOf(container: string, blob: string): Place {
  if (container === '') return 'account';
  return blob === '' ? 'container' : 'blob';
}

/** The ARM id at which a role opens a container and what is in it. */
export function containerScope(accountId: string, container: string): string {
  return container === '' ? accountId : `${accountId}/blobServices/default/containers/${container}`;
}

/** Whether the header is of a scheme that Storage knows; a request without one says nothing against it (facts: tokens §7.2). */
export function hasKnownScheme(request: HttpRequest): boolean {
  const sent = headerOf(request.headers, 'Authorization');
  return sent === null || /^(?:Bearer|SharedKey(?:Lite)?)(?: |$)/i.test(sent);
}

/** Versions are dates: their texts compare as they do. */
export function acceptsBearer(request: HttpRequest): boolean {
  return (headerOf(request.headers, 'x-ms-version') ?? '') >= firstBearerVersion;
}

export function answersWithChallenge(request: HttpRequest): boolean {
  return (headerOf(request.headers, 'x-ms-version') ?? '') >= firstChallengeVersion;
}

/** What a key is made of: the account lives on under its name when it moves, and a new one has new keys. */
export interface KeyOrigin {
  readonly seed: string;
  readonly account: string;
  readonly createdAt: Instant;
}

/** One of the two keys of an account, 64 bytes in base64; another after each regeneration. */
export function accountKey({ seed, account, createdAt }: KeyOrigin, key: 1 | 2, generation: number): string {
  const parts = [seed, 'account key', account, String(createdAt), String(key), String(generation)];
  const digits = opaqueText(85, ...parts)
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // 64 bytes leave two bits for the last digit.
  const last = 'AQgw'.charAt(opaqueText(1, 'last', ...parts).charCodeAt(0) % 4);
  return `${digits}${last}==`;
}
