import type { CloudEvent } from '#domain/cloud/event.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** Every token that these events issued, by its id; expired ones too. */
export function issuedTokens(events: readonly CloudEvent[]): ReadonlyMap<TokenId, CarriedToken> {
  const issued = new Map<TokenId, CarriedToken>();
  for (const event of events) {
    if (event.type !== 'TokenIssued') continue;
    issued.set(event.tokenId, { header: event.header, claims: event.claims });
  }
  return issued;
}

/** The token that code at this origin was given last, ready to be presented; null where it never was. */
export function latestTokenOf(
  events: readonly CloudEvent[],
  origin: Origin,
): Extract<PresentedToken, { kind: 'jwt' }> | null {
  for (const event of events.toReversed()) {
    if (event.type !== 'ResponseReturned' || event.tokenId === null) continue;
    if (event.to.kind !== 'application' || !sameOrigin(event.to.origin, origin)) continue;
    const token = issuedTokens(events).get(event.tokenId);
    return token === undefined ? null : { kind: 'jwt', claims: token.claims, signature: 'valid' };
  }
  return null;
}

export function sameOrigin(a: Origin, b: Origin): boolean {
  if (a.kind === 'host' && b.kind === 'host') return sameId(a.resourceId, b.resourceId);
  return a.kind === b.kind;
}
