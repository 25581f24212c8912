import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import { blobAccountOf, isPlatformAudience } from '#domain/entra/audiences.ts';
import { tokenClaims, tokenHeader } from '#domain/entra/issue-token.ts';
import { findPrincipal } from '#domain/entra/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import * as wire from '#domain/entra/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ClientId, TokenId } from '#domain/kernel/brand.ts';
import { guid, opaqueText } from '#domain/kernel/guid.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { SelectedIdentity } from '#domain/managedidentity/selection.ts';
import { cachedToken } from '#domain/managedidentity/token-cache.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { CloudState } from '../state.ts';

export interface TokenDemand {
  readonly host: Host;
  readonly identity: SelectedIdentity;
  readonly resource: string;
  /** The endpoint that asks Entra ID in the host's name. */
  readonly endpoint: Actor;
}

export type Obtained =
  | { readonly kind: 'token'; readonly claims: TokenClaims; readonly fromCache: boolean }
  | { readonly kind: 'refused'; readonly error: EntraError; readonly answer: SourcedResponse };

/**
 * A token for an identity: from the cache while it lasts, else from Entra ID. A principal that is gone gets
 * none, cached or not (the simulator's choice; facts: corrections 13).
 */
export function obtainToken(draft: Draft, demand: TokenDemand): Obtained {
  const { host, identity, resource } = demand;
  const { principalId } = identity;
  const { state } = draft;
  const principal = findPrincipal(state.entra, state.tenantId, principalId);
  if (principal !== undefined) {
    const cached = cachedToken(state.tokens, { host: host.id, principalId, resource }, state.now);
    if (cached !== null) return { kind: 'token', claims: cached.claims, fromCache: true };
  }
  const clientId = principal?.appId ?? knownClientId(identity);
  const asking = askEntra(draft, demand, clientId);
  if (principal === undefined) return asking.refuse(wire.clientNotFound(clientId, state.tenantId));
  if (!isKnownAudience(state, resource)) {
    return asking.refuse(wire.resourceNotKnown(resource, state.tenantId));
  }
  return asking.issue();
}

/** The client ID of the host's system-assigned identity, which only Entra ID knows. */
export function systemClientId(state: CloudState, host: Host): ClientId | null {
  const principalId = systemPrincipalOf(host.identity);
  if (principalId === null) return null;
  return findPrincipal(state.entra, state.tenantId, principalId)?.appId ?? null;
}

/** A reference to a deleted identity still holds its client ID; a host never outlives its own system-assigned principal. */
function knownClientId(identity: SelectedIdentity): ClientId {
  return identity.kind === 'user' ? identity.clientId : (identity.principalId as string as ClientId);
}

function isKnownAudience(state: CloudState, resource: string): boolean {
  if (isPlatformAudience(resource)) return true;
  const account = blobAccountOf(resource);
  return account !== null && findByCloudName(state.arm, 'storageAccount', account) !== undefined;
}

/** The request to Entra ID, open until it is answered by `issue` or `refuse`. */
function askEntra(draft: Draft, demand: TokenDemand, clientId: ClientId) {
  const { seed, now, tenantId } = draft.state;
  const { resource, endpoint } = demand;
  const entra: Actor = { kind: 'entra', tenantId };
  const time = String(ordinal(draft.state, ordinalKeys.request()));
  const request = wire.tokenRequest(tenantId, clientId, resource);
  draft.emit({ type: 'RequestSent', from: endpoint, to: entra, request, tokenId: null });
  const respond = ({ response, source }: SourcedResponse, tokenId: TokenId | null) =>
    draft.emit({
      type: 'ResponseReturned',
      from: entra,
      to: endpoint,
      response,
      source,
      tokenId,
      fromCache: false,
      decision: null,
    });
  return {
    issue(): Obtained {
      const claims = issueToken(draft, demand, clientId);
      respond(wire.tokenResponse(claims, now), claims.uti);
      return { kind: 'token', claims, fromCache: false };
    },
    refuse(error: EntraError): Obtained {
      const traceId = guid(seed, 'trace', time);
      const correlationId = guid(seed, 'correlation', time);
      const answer = wire.entraErrorResponse(error, { traceId, correlationId, now });
      respond(answer, null);
      return { kind: 'refused', error, answer };
    },
  };
}

function issueToken(draft: Draft, demand: TokenDemand, clientId: ClientId): TokenClaims {
  const { host, identity, resource } = demand;
  const { seed, now, tenantId } = draft.state;
  const { principalId, owner } = identity;
  const time = String(ordinal(draft.state, ordinalKeys.token(host.id, principalId, resource)));
  const tokenId = opaqueText(22, seed, 'token', idKey(host.id), principalId, resource, time) as TokenId;
  const claims = tokenClaims({
    seed,
    now,
    tenantId,
    tokenId,
    resource,
    principalId,
    clientId,
    identityResource: owner,
    askingHost: identity.kind === 'user' ? host.id : null,
  });
  draft.emit({
    type: 'TokenIssued',
    tokenId,
    header: tokenHeader(seed),
    claims,
    host: host.id,
    resource,
  });
  return claims;
}
