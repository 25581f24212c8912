import * as dictionary from '#domain/kernel/dictionary.ts';
import { isWithin } from '#domain/arm/resource-id.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { AccessDecision, Gate } from './access.ts';
import { findRole, grantsDataAction } from './roles.ts';
import type { Role } from './roles.ts';
import type { EndingAssignment, RbacState, RoleAssignment } from './state.ts';

/** The decision points of Azure RBAC; a belief is a change of one of them. */
export interface RbacRules {
  readonly matchPrincipal: (assignment: RoleAssignment, claims: TokenClaims) => boolean;
  readonly scopeCovers: (assignment: RoleAssignment, resource: ResourceId) => boolean;
  readonly roleGrants: (role: Role, dataAction: string) => boolean;
  readonly roleEffective: (assignment: RoleAssignment, now: Instant) => boolean;
  readonly removalEffective: (ending: EndingAssignment, now: Instant) => boolean;
}

/** Azure's own: by object id, scopes add up, data actions only, after the delay. */
export const azureRbacRules: RbacRules = {
  matchPrincipal: (assignment, claims) => assignment.principalId === claims.oid,
  scopeCovers: (assignment, resource) => isWithin(assignment.scope, resource),
  roleGrants: grantsDataAction,
  roleEffective: (assignment, now) => assignment.effectiveAt <= now,
  removalEffective: (ending, now) => ending.endsAt <= now,
};

export interface DataOperation {
  readonly dataAction: string;
  readonly resource: ResourceId;
  readonly claims: TokenClaims;
  readonly now: Instant;
}

/** The role gate: does any grant of the token's principal cover this operation now? Never throws. */
export function checkRoles(
  rbac: RbacState,
  operation: DataOperation,
  rules: RbacRules,
): { readonly gate: Gate; readonly pending: AccessDecision['pending'] } {
  const { now, dataAction } = operation;
  const granting = [...dictionary.values(rbac.assignments)].filter((assignment) =>
    isGrantFor(assignment, operation, rules),
  );
  const ending = [...dictionary.values(rbac.ending)]
    .filter((held) => !rules.removalEffective(held, now))
    .map((held) => held.assignment)
    .filter((assignment) => isGrantFor(assignment, operation, rules));
  const allowing = [...granting, ...ending].find((grant) => rules.roleEffective(grant, now));
  if (allowing !== undefined) {
    return { gate: roleGate(true, dataAction, describe(allowing)), pending: null };
  }
  const next = granting.toSorted((a, b) => a.effectiveAt - b.effectiveAt)[0];
  return {
    gate: roleGate(false, dataAction, next === undefined ? '' : describe(next)),
    pending: next === undefined ? null : { assignmentId: next.id, effectiveAt: next.effectiveAt },
  };
}

function isGrantFor(
  assignment: RoleAssignment,
  { claims, resource, dataAction }: DataOperation,
  rules: RbacRules,
): boolean {
  const role = findRole(assignment.roleId);
  return (
    role !== undefined &&
    rules.matchPrincipal(assignment, claims) &&
    rules.scopeCovers(assignment, resource) &&
    rules.roleGrants(role, dataAction)
  );
}

/** What was found is the role and its scope, empty where there is none. */
function roleGate(passed: boolean, dataAction: string, found: string): Gate {
  return { gate: 'role', passed, expected: dataAction, found };
}

function describe(assignment: RoleAssignment): string {
  return `${findRole(assignment.roleId)?.name ?? assignment.roleId} at ${assignment.scope}`;
}
