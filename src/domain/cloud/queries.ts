import * as dictionary from '#domain/kernel/dictionary.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Host, Resource } from '#domain/arm/resource.ts';
import { learner, microsoftGraph } from '#domain/entra/built-in.ts';
import { findPrincipal, directoryOf } from '#domain/entra/state.ts';
import type { Directory, ServicePrincipal } from '#domain/entra/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import type { AssignmentHome } from '#domain/rbac/wire.ts';
import type { CloudState } from './state.ts';

/** All resources, sorted by name. */
export function resourcesOf(state: CloudState): Resource[] {
  return [...dictionary.values(state.arm.resources)].sort((a, b) => compare(a.name, b.name));
}

/** The resources that can carry an identity, sorted by name. */
export function hostsOf(state: CloudState): Host[] {
  return resourcesOf(state).filter(isHost);
}

/** The directory of the tenant that the subscription trusts. */
export function homeDirectory(state: CloudState): Directory {
  return directoryOf(state.entra, state.tenantId);
}

/** The service principal of a host's system-assigned identity or of a user-assigned identity, while it lives. */
export function principalOf(state: CloudState, resource: Resource): ServicePrincipal | undefined {
  const id = principalIdOf(resource);
  return id === null ? undefined : findPrincipal(state.entra, state.tenantId, id);
}

function principalIdOf(resource: Resource): PrincipalId | null {
  if (isHost(resource)) return systemPrincipalOf(resource.identity);
  return resource.kind === 'userAssignedIdentity' ? resource.principalId : null;
}

/** What role assignments are printed with: those that name no writer are the learner's. */
export function assignmentHome({ seed, subscriptionId }: CloudState): AssignmentHome {
  return { subscription: subscriptionId, owner: learner(seed).id };
}

/** All role assignments, oldest first. */
export function assignmentsOf(state: CloudState): RoleAssignment[] {
  return [...dictionary.values(state.rbac.assignments)].sort(
    (a, b) => a.createdAt - b.createdAt || compare(a.id, b.id),
  );
}

/** Whether the assignment names a principal that is no longer there: *Identity not found*. */
export function isOrphaned(state: CloudState, assignment: RoleAssignment): boolean {
  const { principalId } = assignment;
  const { servicePrincipals, users, groups, applications } = homeDirectory(state);
  if ([servicePrincipals, users, groups].some((each) => dictionary.has<unknown>(each, principalId))) return false;
  const built = [learner(state.seed), microsoftGraph(state.seed), ...dictionary.values(applications)];
  return !built.some(({ id }) => id === principalId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
