import type { HostKind } from '#domain/arm/resource.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import { readTokenQuery, refused } from '#domain/managedidentity/token-request.ts';
import type { ReadRequest } from '#domain/managedidentity/token-request.ts';
import { appServiceSelectors, identityApiVersion, isTokenPath } from './request.ts';
import { settingNamed } from './settings.ts';
import type { SiteConfig } from './state.ts';
import * as wire from './wire.ts';

/** What an endpoint knows of the app that it is in, and of the request that it answers. */
export interface EndpointFacts {
  readonly kind: HostKind;
  /** `IDENTITY_HEADER`. */
  readonly secret: string;
  readonly correlationId: string;
}

/** Reads a request to `IDENTITY_ENDPOINT`, or refuses it; the proof header comes first (facts: tokens §3.1). */
export function readTokenRequest(
  request: HttpRequest,
  uri: Uri,
  { kind, secret, correlationId }: EndpointFacts,
): ReadRequest {
  if (headerOf(request.headers, 'X-IDENTITY-HEADER') !== secret) {
    return refused(wire.wrongIdentityHeader(correlationId));
  }
  if (request.method !== 'GET') {
    const isSeen = kind === 'containerApp' && request.method === 'POST';
    return refused(wire.methodNotAllowed(correlationId, isSeen ? 'capture' : 'unconfirmed'));
  }
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

/**
 * Whether the app has switched its local token service off. The identity stays, shows as on, and the platform goes on
 * using it: Microsoft's overview of managed identities in App Service advises against the setting.
 */
export function isEndpointDisabled({ settings }: SiteConfig): boolean {
  return settingNamed(settings, 'WEBSITE_DISABLE_MSI')?.toLowerCase() === 'true';
}
