import { armHost } from '#domain/arm/address.ts';
import { armAudience } from '#domain/cloud/guard/permits.ts';
import { keyVaultAudience, keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { findByCloudName, findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { authorizationOf, cosmosSuffix } from '#domain/cosmos/rules.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedAssertion, PresentedToken } from '#domain/entra/token.ts';
import { clusterIssuer, exchangeAudience, serviceAccountSubject } from '#domain/federation/request.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { messagingServices, messagingSuffix } from '#domain/messaging/rules.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** The audience that SDKs ask for by a target's host name (facts: tokens §6); null for an address of nobody's. */
export function audienceOf({ arm }: CloudState, { url }: HttpRequest): string | null {
  const host = parseUri(url)?.host ?? '';
  if (host.endsWith(messagingSuffix)) {
    const name = host.slice(0, -messagingSuffix.length);
    const isEventHubs = findByCloudName(arm, 'eventHubsNamespace', name) !== undefined;
    return messagingServices[isEventHubs ? 'eventHubsNamespace' : 'serviceBusNamespace'].audiences[0];
  }
  return audiences.find(([suffix]) => host === suffix || host.endsWith(suffix))?.[1] ?? null;
}

const audiences: readonly (readonly [suffix: string, audience: string])[] = [
  [keyVaultSuffix, keyVaultAudience],
  ['.blob.core.windows.net', 'https://storage.azure.com/'],
  ['.database.windows.net', 'https://database.windows.net/'],
  [cosmosSuffix, 'https://cosmos.azure.com'],
  [armHost, armAudience],
  ['graph.microsoft.com', 'https://graph.microsoft.com'],
];

/** The request with its token, as the service expects to be shown one. */
export function withToken(request: HttpRequest, token: PresentedToken): HttpRequest {
  const uri = parseUri(request.url);
  const isShown = headerOf(request.headers, 'Authorization') !== null;
  if (token.kind !== 'jwt' || isShown || uri === null || uri.scheme === 'tds') return request;
  const reference = tokenReference(token.claims.uti);
  const value = uri.host.endsWith(cosmosSuffix) ? authorizationOf(reference) : `Bearer ${reference}`;
  return { ...request, headers: [['Authorization', value], ...request.headers] };
}

/** What the platform of a workload that is no host says of it; null for hosts and laptops. */
export function assertionOf({ arm, seed, tenantId }: CloudState, from: Origin): PresentedAssertion | null {
  if (from.kind === 'external') {
    return { issuer: from.issuer, subject: from.subject, audience: exchangeAudience };
  }
  const cluster = from.kind === 'pod' ? findResource(arm, from.clusterId) : undefined;
  if (from.kind !== 'pod' || cluster?.kind !== 'aksCluster') return null;
  const { namespace, serviceAccount: name } = from;
  const issuer = clusterIssuer(seed, tenantId, cluster);
  return { issuer, subject: serviceAccountSubject({ namespace, name }), audience: exchangeAudience };
}
