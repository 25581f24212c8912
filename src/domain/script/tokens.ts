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

/** A token as its holder presents it. */
export type HeldToken = Extract<PresentedToken, { kind: 'jwt' }>;

/** Every token that code at this origin was given, each once, newest first; expired ones too. */
export function tokensGivenTo(events: readonly CloudEvent[], origin: Origin): readonly HeldToken[] {
  const issued = issuedTokens(events);
  const given = new Map<TokenId, HeldToken>();
  for (const event of events.toReversed()) {
    if (event.type !== 'ResponseReturned' || event.tokenId === null || given.has(event.tokenId)) continue;
    if (event.to.kind !== 'application' || !sameOrigin(event.to.origin, origin)) continue;
    const token = issued.get(event.tokenId);
    if (token !== undefined) given.set(event.tokenId, { kind: 'jwt', claims: token.claims, signature: 'valid' });
  }
  return [...given.values()];
}

/** The token that it was given last, or null where it never was. */
export function latestTokenOf(events: readonly CloudEvent[], origin: Origin): HeldToken | null {
  return tokensGivenTo(events, origin)[0] ?? null;
}

function sameOrigin(a: Origin, b: Origin): boolean {
  if (a.kind === 'host' && b.kind === 'host') return sameId(a.resourceId, b.resourceId);
  if (a.kind === 'pod' && b.kind === 'pod') {
    const sameAccount = a.namespace === b.namespace && a.serviceAccount === b.serviceAccount;
    return sameAccount && sameId(a.clusterId, b.clusterId);
  }
  if (a.kind === 'external' && b.kind === 'external') return a.issuer === b.issuer && a.subject === b.subject;
  return a.kind === b.kind;
}
