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
  | { readonly type: 'TokenExpired'; readonly tokenId: TokenId }
  /** The endpoint of a host is gone, and what it kept with it; the tokens themselves live on. */
  | { readonly type: 'TokenCacheCleared'; readonly host: ResourceId };

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
    case 'TokenCacheCleared':
      return clearCache(tokens, event.host);
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice: tokens that no cache holds first, then those that one does. */
export function* checkpointTokens(tokens: TokenState): Generator<TokenEvent> {
  const kept = new Set(dictionary.values(tokens.cached));
  const live = [...dictionary.values(tokens.live)];
  const forgotten = live.filter(({ tokenId }) => !kept.has(tokenId));
  for (const token of forgotten) yield { type: 'TokenIssued', ...token };
  for (const host of new Set(forgotten.map((token) => token.host))) yield { type: 'TokenCacheCleared', host };
  for (const token of live) if (kept.has(token.tokenId)) yield { type: 'TokenIssued', ...token };
}

/** Whether the endpoint of a host keeps any token. */
export function hasCachedTokens(tokens: TokenState, host: ResourceId): boolean {
  return cachedKeysOf(tokens, host).length > 0;
}

function clearCache(tokens: TokenState, host: ResourceId): TokenState {
  const cached = cachedKeysOf(tokens, host).reduce((left, key) => dictionary.remove(left, key), tokens.cached);
  return { ...tokens, cached };
}

function cachedKeysOf(tokens: TokenState, host: ResourceId): string[] {
  const prefix = `${idKey(host)}|`;
  return [...dictionary.entries(tokens.cached)].map(([key]) => key).filter((key) => key.startsWith(prefix));
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
