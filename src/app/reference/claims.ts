import { claimFacts, type ClaimMeaning } from '#domain/entra/claims.ts';

export { claimFacts } from '#domain/entra/claims.ts';
export type { ClaimFacts, ClaimMeaning, ClaimReader } from '#domain/entra/claims.ts';

/** What the claim of this name tells; undefined for what is no claim, such as the fields of a token's header. */
export function meaningOf(name: string): ClaimMeaning | undefined {
  return claimFacts.find((claim) => claim.name === name)?.meaning;
}
