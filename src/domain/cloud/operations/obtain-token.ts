import * as dictionary from '#domain/kernel/dictionary.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import type { Host } from '#domain/arm/resource.ts';
import { directoryOf, findPrincipal } from '#domain/entra/state.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import * as wire from '#domain/entra/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ClientId, TokenId } from '#domain/kernel/brand.ts';
import type { SelectedIdentity } from '#domain/managedidentity/selection.ts';
import { cachedToken } from '#domain/managedidentity/token-cache.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { issueToApp, refusalAnswer, requestNumber } from './issue.ts';

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
  return askEntra(draft, demand, principal);
}

/** The client ID of the host's system-assigned identity, which only Entra ID knows. */
export function systemClientId(state: CloudState, host: Host): ClientId | null {
  const principalId = systemPrincipalOf(host.identity);
  if (principalId === null) return null;
  return findPrincipal(state.entra, state.tenantId, principalId)?.appId ?? null;
}

/**
 * The client ID of an identity whose principal is gone. References hold that of a user-assigned one; a system-assigned
 * one, which instances of a scale set can outlive, is among the deleted principals until it is purged.
 */
function knownClientId({ entra, tenantId }: CloudState, identity: SelectedIdentity): ClientId {
  if (identity.kind === 'user') return identity.clientId;
  const deleted = dictionary.get(directoryOf(entra, tenantId).deleted, identity.principalId);
  return deleted?.principal.appId ?? (identity.principalId as string as ClientId);
}

/** The endpoint asks Entra ID, by client credentials. */
function askEntra(draft: Draft, demand: TokenDemand, principal: ServicePrincipal | undefined): Obtained {
  const { tenantId, now } = draft.state;
  const { host, identity, resource, endpoint } = demand;
  const clientId = principal?.appId ?? knownClientId(draft.state, identity);
  const entra: Actor = { kind: 'entra', tenantId };
  const request = wire.tokenRequest(tenantId, clientId, resource);
  draft.emit({ type: 'RequestSent', from: endpoint, to: entra, request, tokenId: null });
  const number = requestNumber(draft.state);
  const issued =
    principal === undefined
      ? ({ kind: 'refused', error: wire.clientNotFound(clientId, tenantId) } as const)
      : issueToApp(draft, {
          principalId: principal.id,
          clientId,
          displayName: principal.displayName,
          resource,
          owner: identity.owner,
          holder: host.id,
          askingHost: identity.kind === 'user' ? host.id : null,
        });
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
  if (issued.kind === 'issued') {
    respond(wire.tokenResponse(issued.claims, now), issued.claims.uti);
    return { kind: 'token', claims: issued.claims, fromCache: false };
  }
  const answer = refusalAnswer(draft.state, issued.error, number);
  respond(answer, null);
  return { kind: 'refused', error: issued.error, answer };
}
