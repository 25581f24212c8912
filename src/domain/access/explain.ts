import { azureRules } from '#domain/cloud/rules.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { weigh } from '#domain/rbac/rules.ts';
import type { Demand, Shortfall } from '#domain/rbac/rules.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import { ask } from './question.ts';
import type { AccessQuestion, Trial } from './question.ts';

export type { AccessQuestion, Asker, Trial } from './question.ts';

/** An assignment that was looked at, and why it does not let the call through. */
export interface ConsideredAssignment {
  readonly assignment: RoleAssignment;
  /** Null for a role that does not exist. */
  readonly role: string | null;
  /** When a removed one ends; null for one in force. */
  readonly endsAt: Instant | null;
  /** Null for one that lets the call through. `otherPrincipal` is said of those that would, if they were the caller's. */
  readonly shortfall: Shortfall | 'otherPrincipal' | null;
}

/** Why a call is allowed or refused. */
export interface Explanation extends Omit<Trial, 'decision'> {
  /** Every gate up to the first that refused, with what was compared. */
  readonly gates: readonly Gate[];
  readonly refusedBy: Gate | null;
  /** A grant that would allow the call and is not yet effective. */
  readonly pending: NonNullable<Trial['decision']>['pending'];
  /** The caller's own, then other principals'. Empty where Azure RBAC was not asked. */
  readonly considered: readonly ConsideredAssignment[];
}

/** Gives the call to the engine and says how it decided: the gates are those of the call itself. Records nothing. */
export function explainAccess(state: CloudState, question: AccessQuestion, rules: Rules = azureRules): Explanation {
  const { decision, ...trial } = ask(state, question, rules);
  const gates = decision?.gates ?? [];
  const { claims, demand } = trial;
  return {
    ...trial,
    gates,
    refusedBy: gates.find(({ passed }) => !passed) ?? null,
    pending: decision?.pending ?? null,
    considered: claims === null || demand === null ? [] : consider(state, demand, claims, rules),
  };
}

function consider(
  state: CloudState,
  demand: Demand,
  claims: TokenClaims,
  rules: Rules,
): readonly ConsideredAssignment[] {
  const own = weigh(state.rbac, demand, { claims, now: state.now }, rules).map((each) => ({
    ...each,
    role: findRole(each.assignment.roleId)?.name ?? null,
  }));
  const ownPrincipals = new Set<string>(rules.principalsOf(claims));
  const others: ConsideredAssignment[] = [];
  for (const assignment of dictionary.values(state.rbac.assignments)) {
    if (ownPrincipals.has(assignment.principalId) || !rules.scopeCovers(assignment.scope, demand.resource)) continue;
    const role = findRole(assignment.roleId);
    if (role === undefined || !rules.roleGrants(role, rules.planeOf(demand), demand.action)) continue;
    others.push({ assignment, role: role.name, endsAt: null, shortfall: 'otherPrincipal' });
  }
  return [...own, ...others];
}
