import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { addressOf, networkGate } from '#domain/network/rules.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { AccessDecision, Gate } from '#domain/rbac/access.ts';
import { checkRoles } from '#domain/rbac/rules.ts';
import type { Demand } from '#domain/rbac/rules.ts';
import { azureRules } from '../rules.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';

export type Authorization =
  | { readonly allowed: true; readonly decision: AccessDecision; readonly claims: TokenClaims }
  | {
      readonly allowed: false;
      readonly decision: AccessDecision;
      /** The gate that refused. */
      readonly gate: Gate;
      /** Null where the token itself did not pass. */
      readonly claims: TokenClaims | null;
    };

export interface AccessQuestion {
  readonly token: PresentedToken;
  readonly audiences: readonly string[];
  readonly from: Origin;
  /** Whose network rules are asked. */
  readonly target: ResourceId;
}

/** What a target's own way of granting says: its gates in order, up to the first that refused. */
export interface Permission {
  readonly gates: readonly Gate[];
  readonly pending: AccessDecision['pending'];
}

/**
 * The gates of a call in their order: the token's own, the network, then what the target grants by
 * (facts: corrections 15, where the place of the network is a judgement).
 */
export function authorize(
  state: CloudState,
  { token, audiences, from, target }: AccessQuestion,
  permit: (claims: TokenClaims) => Permission,
  rules: Rules = azureRules,
): Authorization {
  const { tenantId, now, seed } = state;
  const verdict = rules.tokenAccepted(token, { tenantId, now, audiences });
  if (!verdict.accepted) return refusedBy(verdict.gates, null, null);
  const { claims } = verdict;
  const network = networkGate(firewallOf(state.network, target), addressOf(seed, from));
  const reached = [...verdict.gates, network];
  if (!network.passed) return refusedBy(reached, claims, null);
  const { gates, pending } = permit(claims);
  const all = [...reached, ...gates];
  return gates.every(({ passed }) => passed)
    ? { allowed: true, decision: { allowed: true, gates: all, pending }, claims }
    : refusedBy(all, claims, pending);
}

/** Permission by Azure roles: for data actions at a resource. */
export function byRoles(
  state: CloudState,
  { dataAction, ...rest }: Omit<Demand, 'plane' | 'action'> & { readonly dataAction: string },
  rules: Rules,
): (claims: TokenClaims) => Permission {
  return byDemand(state, { ...rest, plane: 'data', action: dataAction }, rules);
}

/** Permission by deny assignments, Azure roles and their conditions, in either plane. */
export function byDemand(state: CloudState, demand: Demand, rules: Rules): (claims: TokenClaims) => Permission {
  return (claims) => checkRoles(state.rbac, demand, { claims, now: state.now }, rules);
}

function refusedBy(
  gates: readonly Gate[],
  claims: TokenClaims | null,
  pending: AccessDecision['pending'],
): Authorization {
  const gate = gates.at(-1);
  if (gate === undefined) throw new Error('no gate refused');
  return { allowed: false, decision: { allowed: false, gates, pending }, gate, claims };
}
