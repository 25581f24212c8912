import { learner } from '#domain/entra/built-in.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { checkRoles } from '#domain/rbac/rules.ts';
import type { Demand } from '#domain/rbac/rules.ts';
import type { Caller } from '../command.ts';
import { ownClaims } from '../own-token.ts';
import { azureRules } from '../rules.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';

export const armAudience = 'https://management.azure.com/';

/** The principal whose rights are asked; undefined for the learner, who owns the subscription, named or not. */
export function askedPrincipal({ seed }: CloudState, { principalId }: Caller): PrincipalId | undefined {
  return principalId === undefined || principalId === learner(seed).id ? undefined : principalId;
}

/** Whether a caller may do a management operation at a scope; the learner may do all. */
export function permits(
  state: CloudState,
  caller: Caller,
  action: string,
  scope: string,
  rules: Rules = azureRules,
): boolean {
  const principalId = askedPrincipal(state, caller);
  if (principalId === undefined) return true;
  const demand: Demand = { plane: 'control', action, resource: scope as ResourceId };
  return permitsClaims(state, ownClaims(state, principalId, armAudience), demand, rules);
}

/** Whether the holder of these claims may do an operation, by Azure roles and deny assignments; the learner may manage all. */
export function permitsClaims(
  state: CloudState,
  claims: TokenClaims,
  demand: Demand,
  rules: Rules = azureRules,
): boolean {
  if (demand.plane === 'control' && claims.oid === learner(state.seed).id) return true;
  return checkRoles(state.rbac, demand, { claims, now: state.now }, rules).gates.every(({ passed }) => passed);
}
