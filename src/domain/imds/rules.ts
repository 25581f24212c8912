import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import { readTokenQuery, refused } from '#domain/managedidentity/token-request.ts';
import type { ReadRequest } from '#domain/managedidentity/token-request.ts';
import { imdsSelectors, imdsTokenPath } from './request.ts';
import * as wire from './wire.ts';

/** Versions that have the `identity` category (facts: tokens §1.1). */
const identityApiVersions: readonly string[] = [
  '2018-02-01',
  '2018-04-02',
  '2018-10-01',
  '2019-02-01',
  '2019-03-11',
  '2019-04-30',
  '2019-06-01',
  '2019-06-04',
  '2019-08-01',
  '2019-08-15',
  '2019-11-01',
  '2020-06-01',
  '2020-07-15',
  '2020-09-01',
  '2020-10-01',
  '2020-12-01',
  '2021-01-01',
  '2021-02-01',
  '2021-03-01',
  '2021-05-01',
  '2021-08-01',
  '2021-10-01',
  '2021-11-01',
  '2021-11-15',
  '2021-12-13',
  '2023-07-01',
  '2023-11-15',
  '2024-03-15',
  '2024-07-17',
  '2025-04-07',
];

/**
 * Reads a token request, or refuses it: IMDS looks at the headers first, then method, path, version,
 * resource and selectors (facts: tokens §1.5; the order after the header is the simulator's).
 */
export function readTokenRequest(request: HttpRequest, uri: Uri): ReadRequest {
  const refusal = refuse(request, uri);
  if (refusal !== null) return refused(refusal);
  return readTokenQuery(uri, imdsSelectors, {
    missing: wire.resourceMissing,
    several: wire.severalSelectors,
  });
}

function refuse(request: HttpRequest, uri: Uri): SourcedResponse | null {
  if (headerOf(request.headers, 'X-Forwarded-For') !== null) return wire.forwardedRequest();
  const metadata = headerOf(request.headers, 'Metadata');
  if (metadata !== 'true') {
    return wire.metadataHeaderMissing(metadata === null ? 'capture' : 'unconfirmed');
  }
  if (request.method !== 'GET') return wire.methodNotAllowed();
  if (uri.path.toLowerCase() !== imdsTokenPath) return wire.notFound();
  if (repeatsParameter(uri)) return wire.repeatedParameter();
  const version = queryValue(uri, 'api-version');
  if (version === null || !identityApiVersions.includes(version)) return wire.invalidApiVersion();
  return null;
}

function repeatsParameter({ query }: Uri): boolean {
  return new Set(query.map(([name]) => name)).size < query.length;
}
