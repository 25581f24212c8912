import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { TokenClaims, TokenHeader } from '#domain/entra/token.ts';
import type { PrincipalId, ResourceId, TokenId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever } from '#domain/kernel/invariant.ts';

/** A token that was issued and has not expired. */
export interface IssuedToken {
  readonly tokenId: TokenId;
  readonly header: TokenHeader;
  readonly claims: TokenClaims;
  /** The host whose endpoint asked for it, and which answers with it again until it expires. */
  readonly host: ResourceId;
  readonly resource: string;
}

export type TokenEvent =
  | ({ readonly type: 'TokenIssued' } & IssuedToken)
  | { readonly type: 'TokenExpired'; readonly tokenId: TokenId };

export interface TokenState {
  readonly live: Dictionary<IssuedToken>;
  /** The newest token for each host, identity and resource. */
  readonly cached: Dictionary<TokenId>;
}

export const emptyTokens: TokenState = { live: dictionary.empty(), cached: dictionary.empty() };

/** The cached token for this host, identity and resource that is still good at `now` (facts: tokens §1.3). */
export function cachedToken(
  tokens: TokenState,
  key: { host: ResourceId; principalId: PrincipalId; resource: string },
  now: Instant,
): IssuedToken | null {
  const tokenId = dictionary.get(tokens.cached, cacheKey(key.host, key.principalId, key.resource));
  const token = tokenId === undefined ? undefined : dictionary.get(tokens.live, tokenId);
  return token !== undefined && now < token.claims.exp ? token : null;
}

export function evolveTokens(tokens: TokenState, event: TokenEvent): TokenState {
  switch (event.type) {
    case 'TokenIssued': {
      const { tokenId, header, claims, host, resource } = event;
      const key = cacheKey(host, claims.oid, resource);
      return {
        live: dictionary.set(tokens.live, tokenId, { tokenId, header, claims, host, resource }),
        cached: dictionary.set(tokens.cached, key, tokenId),
      };
    }
    case 'TokenExpired':
      return expire(tokens, event.tokenId);
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice: older tokens first, so that the newest stay cached. */
export function checkpointTokens(tokens: TokenState): TokenEvent[] {
  return [...dictionary.values(tokens.live)]
    .sort((a, b) => a.claims.iat - b.claims.iat)
    .map((token) => ({ type: 'TokenIssued', ...token }));
}

function expire(tokens: TokenState, tokenId: TokenId): TokenState {
  const token = dictionary.get(tokens.live, tokenId);
  if (token === undefined) return tokens;
  const key = cacheKey(token.host, token.claims.oid, token.resource);
  const isCached = dictionary.get(tokens.cached, key) === tokenId;
  return {
    live: dictionary.remove(tokens.live, tokenId),
    cached: isCached ? dictionary.remove(tokens.cached, key) : tokens.cached,
  };
}

function cacheKey(host: ResourceId, principalId: PrincipalId, resource: string): string {
  return `${idKey(host)}|${principalId}|${resource}`;
}
