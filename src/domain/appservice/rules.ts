import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import { readTokenQuery, refused } from '#domain/managedidentity/token-request.ts';
import type { ReadRequest } from '#domain/managedidentity/token-request.ts';
import { appServiceSelectors, identityApiVersion, isTokenPath } from './request.ts';
import * as wire from './wire.ts';

/** Reads a request to `IDENTITY_ENDPOINT`, or refuses it; the proof header comes first (facts: tokens §3.1). */
export function readTokenRequest(request: HttpRequest, uri: Uri, secret: string, correlationId: string): ReadRequest {
  if (headerOf(request.headers, 'X-IDENTITY-HEADER') !== secret) {
    return refused(wire.wrongIdentityHeader(correlationId));
  }
  if (request.method !== 'GET') return refused(wire.methodNotAllowed(correlationId));
  if (!isTokenPath(uri)) return refused(wire.notFound(correlationId));
  const version = queryValue(uri, 'api-version');
  if (version !== identityApiVersion) {
    return refused(wire.unsupportedApiVersion(request.url, version ?? ''));
  }
  return readTokenQuery(uri, appServiceSelectors, {
    missing: () => wire.resourceMissing(correlationId),
    several: () => wire.severalSelectors(correlationId),
  });
}
