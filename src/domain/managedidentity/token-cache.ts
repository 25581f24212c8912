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
  /** The newest token for each identity and resource, by the host whose endpoint keeps it. */
  readonly cached: Dictionary<Dictionary<TokenId>>;
}

export const emptyTokens: TokenState = { live: dictionary.empty(), cached: dictionary.empty() };

/** The cached token for this host, identity and resource that is still good at `now` (facts: tokens §1.3). */
export function cachedToken(
  tokens: TokenState,
  key: { host: ResourceId; principalId: PrincipalId; resource: string },
  now: Instant,
): IssuedToken | null {
  const tokenId = dictionary.get(cacheOf(tokens, key.host), cacheKey(key.principalId, key.resource));
  const token = tokenId === undefined ? undefined : dictionary.get(tokens.live, tokenId);
  return token !== undefined && now < token.claims.exp ? token : null;
}

export function evolveTokens(tokens: TokenState, event: TokenEvent): TokenState {
  switch (event.type) {
    case 'TokenIssued': {
      const { tokenId, header, claims, host, resource } = event;
      const cache = dictionary.set(cacheOf(tokens, host), cacheKey(claims.oid, resource), tokenId);
      return {
        live: dictionary.set(tokens.live, tokenId, { tokenId, header, claims, host, resource }),
        cached: dictionary.set(tokens.cached, idKey(host), cache),
      };
    }
    case 'TokenExpired':
      return expire(tokens, event.tokenId);
    case 'TokenCacheCleared':
      return { ...tokens, cached: dictionary.remove(tokens.cached, idKey(event.host)) };
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice: tokens that no cache holds first, then those that one does. */
export function* checkpointTokens(tokens: TokenState): Generator<TokenEvent> {
  const caches = [...dictionary.values(tokens.cached)];
  const kept = new Set(caches.flatMap((cache) => [...dictionary.values(cache)]));
  const live = [...dictionary.values(tokens.live)];
  const forgotten = live.filter(({ tokenId }) => !kept.has(tokenId));
  for (const token of forgotten) yield { type: 'TokenIssued', ...token };
  for (const host of new Set(forgotten.map((token) => token.host))) yield { type: 'TokenCacheCleared', host };
  for (const token of live) if (kept.has(token.tokenId)) yield { type: 'TokenIssued', ...token };
}

/** Whether the endpoint of a host keeps any token. */
export function hasCachedTokens(tokens: TokenState, host: ResourceId): boolean {
  return dictionary.has(tokens.cached, idKey(host));
}

function expire(tokens: TokenState, tokenId: TokenId): TokenState {
  const token = dictionary.get(tokens.live, tokenId);
  if (token === undefined) return tokens;
  const live = dictionary.remove(tokens.live, tokenId);
  const cache = cacheOf(tokens, token.host);
  const key = cacheKey(token.claims.oid, token.resource);
  if (dictionary.get(cache, key) !== tokenId) return { ...tokens, live };
  const left = dictionary.remove(cache, key);
  const host = idKey(token.host);
  const isEmpty = dictionary.size(left) === 0;
  return {
    live,
    cached: isEmpty ? dictionary.remove(tokens.cached, host) : dictionary.set(tokens.cached, host, left),
  };
}

function cacheOf(tokens: TokenState, host: ResourceId): Dictionary<TokenId> {
  return dictionary.get(tokens.cached, idKey(host)) ?? dictionary.empty();
}

function cacheKey(principalId: PrincipalId, resource: string): string {
  return `${principalId}|${resource}`;
}
