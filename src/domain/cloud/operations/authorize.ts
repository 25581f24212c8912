import { checkToken } from '#domain/entra/token-gates.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { AccessDecision, Gate } from '#domain/rbac/access.ts';
import { checkRoles } from '#domain/rbac/rules.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';

export type Authorization =
  | { readonly kind: 'allowed'; readonly decision: AccessDecision; readonly claims: TokenClaims }
  /** The token is good; no grant covers the operation. */
  | { readonly kind: 'noRole'; readonly decision: AccessDecision; readonly claims: TokenClaims }
  /** The token did not pass; `gate` is the one that refused. */
  | {
      readonly kind: 'badToken';
      readonly decision: AccessDecision;
      readonly token: PresentedToken;
      readonly gate: Gate;
    };

export interface AccessQuestion {
  readonly token: PresentedToken;
  readonly audiences: readonly string[];
  readonly resource: ResourceId;
  readonly dataAction: string;
}

/** The gates of a data-plane call in their order: the token's own, then the role. */
export function authorize(state: CloudState, question: AccessQuestion, rules: Rules): Authorization {
  const { token, audiences, resource, dataAction } = question;
  const { tenantId, now } = state;
  const verdict = checkToken(token, { tenantId, now, audiences });
  const refusing = verdict.gates.at(-1);
  if (!verdict.accepted && refusing !== undefined) {
    const decision = { allowed: false, gates: verdict.gates, pending: null };
    return { kind: 'badToken', decision, token, gate: refusing };
  }
  const { claims } = verdict as Extract<typeof verdict, { accepted: true }>;
  const { gate, pending } = checkRoles(state.rbac, { dataAction, resource, claims, now }, rules);
  const decision = { allowed: gate.passed, gates: [...verdict.gates, gate], pending };
  return { kind: gate.passed ? 'allowed' : 'noRole', decision, claims };
}
