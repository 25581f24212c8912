import type { TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { issuerOf } from './issue-token.ts';
import type { PresentedToken, TokenClaims } from './token.ts';

export interface TokenChecks {
  readonly tenantId: TenantId;
  readonly now: Instant;
  /** What the target calls its audience; the first is printed. */
  readonly audiences: readonly string[];
}

export type TokenVerdict =
  | { readonly accepted: true; readonly claims: TokenClaims; readonly gates: readonly Gate[] }
  | { readonly accepted: false; readonly gates: readonly Gate[] };

/** What every target checks before it looks at roles: is there a token, and is it good, ours, for us and in time. */
export function checkToken(token: PresentedToken, checks: TokenChecks): TokenVerdict {
  if (token.kind !== 'jwt') {
    const found = token.kind === 'none' ? 'no token' : 'a text that is no token';
    const gate: Gate = { gate: 'token', passed: false, expected: 'a bearer token', found };
    return { accepted: false, gates: [gate] };
  }
  const { claims } = token;
  const all = [
    { gate: 'token', passed: true, expected: 'a bearer token', found: 'a bearer token' } as const,
    signatureGate(token.signature),
    issuerGate(claims, checks),
    audienceGate(claims, checks),
    lifetimeGate(claims, checks),
  ];
  const firstRefusal = all.findIndex((gate) => !gate.passed);
  return firstRefusal === -1
    ? { accepted: true, claims, gates: all }
    : { accepted: false, gates: all.slice(0, firstRefusal + 1) };
}

/** Whether the token's time has yet to come: a target of an earlier moment may be shown one. */
export function isNotYetValid(token: PresentedToken, now: Instant): boolean {
  return token.kind === 'jwt' && now < token.claims.nbf;
}

function signatureGate(signature: 'valid' | 'unknown' | 'broken'): Gate {
  return {
    gate: 'signature',
    passed: signature === 'valid',
    expected: 'valid',
    found: signature,
  };
}

function issuerGate(claims: TokenClaims, { tenantId }: TokenChecks): Gate {
  const expected = issuerOf(tenantId);
  return { gate: 'issuer', passed: claims.iss === expected, expected, found: claims.iss };
}

function audienceGate(claims: TokenClaims, { audiences }: TokenChecks): Gate {
  const passed = audiences.includes(claims.aud);
  return { gate: 'audience', passed, expected: audiences[0] ?? '', found: claims.aud };
}

function lifetimeGate(claims: TokenClaims, { now }: TokenChecks): Gate {
  const passed = claims.nbf <= now && now < claims.exp;
  const from = toIso(claims.nbf as Instant);
  const to = toIso(claims.exp as Instant);
  return { gate: 'lifetime', passed, expected: `${from} to ${to}`, found: toIso(now) };
}
