import * as dictionary from '#domain/kernel/dictionary.ts';
import { isWithin } from '#domain/arm/resource-id.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { AccessDecision, Gate } from './access.ts';
import { matchesAction } from './action.ts';
import type { Plane } from './action.ts';
import { lets } from './condition.ts';
import type { Attributes } from './condition.ts';
import { findRole, roleHolds } from './roles.ts';
import type { Role } from './roles.ts';
import { assignmentsOfPrincipal } from './state.ts';
import type { DenyAssignment, EndingAssignment, RbacState, RoleAssignment } from './state.ts';

/** An operation that somebody asks for, at a resource or a part of one. */
export interface Demand {
  readonly plane: Plane;
  readonly action: string;
  readonly resource: ResourceId;
  /** What conditions may look at, by the attribute's name in lower case. */
  readonly attributes?: { readonly request?: Attributes; readonly resource?: Attributes };
}

/** The decision points of Azure RBAC; a belief is a change of one of them. */
export interface RbacRules {
  /** Whose assignments count for the holder of a token. */
  readonly principalsOf: (claims: TokenClaims) => readonly PrincipalId[];
  readonly scopeCovers: (scope: string, resource: ResourceId) => boolean;
  /** Which of the assignments that cover a resource count. */
  readonly combineScopes: (covering: readonly RoleAssignment[]) => readonly RoleAssignment[];
  /** In which of a role's lists an operation is looked for. */
  readonly planeOf: (demand: Demand) => Plane;
  readonly roleGrants: (role: Role, plane: Plane, action: string) => boolean;
  readonly roleEffective: (assignment: RoleAssignment, now: Instant) => boolean;
  readonly removalEffective: (ending: EndingAssignment, now: Instant) => boolean;
}

/** Azure's own: by object ids, scopes add up, each plane by itself, after the delay. */
export const azureRbacRules: RbacRules = {
  principalsOf: ({ oid, groups = [] }) => [oid, ...groups],
  scopeCovers,
  combineScopes: (covering) => covering,
  planeOf: ({ plane }) => plane,
  roleGrants: roleHolds,
  roleEffective: (assignment, now) => assignment.effectiveAt <= now,
  removalEffective: (ending, now) => ending.endsAt <= now,
};

const managementGroup = /^\/providers\/microsoft\.management\/managementgroups\//i;

/** Whether a scope holds a resource: the root management group holds all, another scope itself and what lies within. */
export function scopeCovers(scope: string, resource: string): boolean {
  return managementGroup.test(scope) || isWithin(scope, resource);
}

/** Why an assignment does not let an operation through; null for one that does. */
export type Shortfall = 'otherScope' | 'outweighed' | 'otherPlane' | 'otherAction' | 'notYetEffective' | 'condition';

/** An assignment of the asking principal or of its groups, and what becomes of it. */
export interface Weighed {
  readonly assignment: RoleAssignment;
  /** When a removed one ends; null for one in force. */
  readonly endsAt: Instant | null;
  readonly shortfall: Shortfall | null;
}

export interface Asking {
  readonly claims: TokenClaims;
  readonly now: Instant;
}

/** Every assignment of the asking principal and its groups against an operation, in the order in which they were found. */
export function weigh(rbac: RbacState, demand: Demand, { claims, now }: Asking, rules: RbacRules): readonly Weighed[] {
  const plane = rules.planeOf(demand);
  const held = [...new Set(rules.principalsOf(claims))].map((id) => assignmentsOfPrincipal(rbac, id));
  const ending = held.flatMap((each) => each.ending).filter((each) => !rules.removalEffective(each, now));
  const all = [
    ...held.flatMap(({ present }) => present).map((assignment) => ({ assignment, endsAt: null })),
    ...ending.map(({ assignment, endsAt }) => ({ assignment, endsAt })),
  ];
  const covering = all
    .map(({ assignment }) => assignment)
    .filter(({ scope }) => rules.scopeCovers(scope, demand.resource));
  const [covers, counts] = [new Set(covering), new Set(rules.combineScopes(covering))];
  return all.map(({ assignment, endsAt }) => {
    if (!covers.has(assignment)) return { assignment, endsAt, shortfall: 'otherScope' };
    if (!counts.has(assignment)) return { assignment, endsAt, shortfall: 'outweighed' };
    return { assignment, endsAt, shortfall: shortfallOf(assignment, { ...demand, plane }, now, rules) };
  });
}

function shortfallOf(assignment: RoleAssignment, demand: Demand, now: Instant, rules: RbacRules): Shortfall | null {
  const { plane, action } = demand;
  const role = findRole(assignment.roleId);
  if (role === undefined || !rules.roleGrants(role, plane, action)) {
    const other: Plane = plane === 'data' ? 'control' : 'data';
    const isElsewhere = role !== undefined && roleHolds(role, other, action);
    return isElsewhere ? 'otherPlane' : 'otherAction';
  }
  if (!rules.roleEffective(assignment, now)) return 'notYetEffective';
  return isLetBy(assignment, role, demand) ? null : 'condition';
}

function isLetBy({ condition }: RoleAssignment, role: Role, { action, attributes = {} }: Demand): boolean {
  const context = { action, request: attributes.request ?? {}, resource: attributes.resource ?? {} };
  return lets(condition, context) && lets(role.condition, context);
}

/** What Azure RBAC says of an operation: its gates in order up to the first that refused. */
export interface RoleVerdict {
  readonly gates: readonly Gate[];
  readonly pending: AccessDecision['pending'];
}

/**
 * The gates of Azure RBAC: no deny assignment is in the way, a role grants the operation, its condition is met
 * (facts: corrections 15). A gate that has nothing to compare is left out. Never throws.
 */
export function checkRoles(rbac: RbacState, demand: Demand, asking: Asking, rules: RbacRules): RoleVerdict {
  const denied = denyGate(rbac, demand, asking.claims, rules);
  if (denied?.passed === false) return { gates: [denied], pending: null };
  const before = denied === null ? [] : [denied];
  const weighed = weigh(rbac, demand, asking, rules);
  const allowing = best(weighed.filter(({ shortfall }) => shortfall === null));
  if (allowing !== undefined) {
    const { condition } = allowing.assignment;
    const met = condition === undefined ? [] : [conditionGate(true, allowing.assignment, demand)];
    return { gates: [...before, roleGate(true, demand, describe(allowing.assignment)), ...met], pending: null };
  }
  const next = soonest(weighed, demand);
  const pending = next === undefined ? null : { assignmentId: next.id, effectiveAt: next.effectiveAt };
  const unmet = weighed.find(({ shortfall }) => shortfall === 'condition')?.assignment;
  if (unmet !== undefined) {
    const gates = [...before, roleGate(true, demand, describe(unmet)), conditionGate(false, unmet, demand)];
    return { gates, pending };
  }
  return { gates: [...before, roleGate(false, demand, next === undefined ? '' : describe(next))], pending };
}

/** One without a condition, if there is one: it says more simply why the operation is allowed. */
function best(allowing: readonly Weighed[]): Weighed | undefined {
  return allowing.find(({ assignment }) => assignment.condition === undefined) ?? allowing[0];
}

/** The grant that is effective next, of those whose condition would let the operation through. */
function soonest(weighed: readonly Weighed[], demand: Demand): RoleAssignment | undefined {
  return weighed
    .filter(({ shortfall, endsAt }) => shortfall === 'notYetEffective' && endsAt === null)
    .map(({ assignment }) => assignment)
    .filter((assignment) => {
      const role = findRole(assignment.roleId);
      return role !== undefined && isLetBy(assignment, role, demand);
    })
    .toSorted((a, b) => a.effectiveAt - b.effectiveAt)[0];
}

/** Null where no deny assignment holds the resource. */
function denyGate(
  rbac: RbacState,
  { plane, action, resource }: Demand,
  claims: TokenClaims,
  rules: RbacRules,
): Gate | null {
  if (dictionary.size(rbac.denies) === 0) return null;
  const covering = [...dictionary.values(rbac.denies)].filter(({ scope }) => rules.scopeCovers(scope, resource));
  if (covering.length === 0) return null;
  const principals = new Set(rules.principalsOf(claims));
  const denying = covering.find((deny) => denies(deny, plane, action) && isAbout(deny, principals));
  return { gate: 'deny', passed: denying === undefined, expected: 'no deny assignment', found: denying?.id ?? '' };
}

function denies({ actions, dataActions }: DenyAssignment, plane: Plane, action: string): boolean {
  return (plane === 'control' ? actions : dataActions).some((pattern) => matchesAction(pattern, action));
}

function isAbout({ principals }: DenyAssignment, asking: ReadonlySet<PrincipalId>): boolean {
  return principals.length === 0 || principals.some((each) => asking.has(each));
}

/** What was found is the role and its scope, empty where there is none. */
function roleGate(passed: boolean, { action }: Demand, found: string): Gate {
  return { gate: 'role', passed, expected: action, found };
}

function conditionGate(passed: boolean, assignment: RoleAssignment, { attributes = {} }: Demand): Gate {
  const held = Object.entries({ ...attributes.resource, ...attributes.request });
  const expected = assignment.condition ?? findRole(assignment.roleId)?.condition ?? '';
  return { gate: 'condition', passed, expected, found: held.map(([name, value]) => `${name} = ${value}`).join('; ') };
}

/** A role and where it was assigned. */
function describe(assignment: RoleAssignment): string {
  return `${findRole(assignment.roleId)?.name ?? assignment.roleId} at ${assignment.scope}`;
}
