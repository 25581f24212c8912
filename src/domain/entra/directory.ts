import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { Directory, ServicePrincipal } from './state.ts';

/** The groups that a principal is in, directly or through others; each once, sorted. A circle ends where it began. */
export function groupsWith(directory: Directory, principalId: string): readonly PrincipalId[] {
  const groups = [...dictionary.values(directory.groups)];
  const found = new Set<PrincipalId>();
  const waiting: string[] = [principalId];
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    for (const { id, members } of groups) {
      if (found.has(id) || !members.some((each) => each === member)) continue;
      found.add(id);
      waiting.push(id);
    }
  }
  return [...found].sort();
}

/**
 * The app roles that a token of a service principal carries for an API: those it has itself. Roles of a group it is
 * in do not count for it (docs: add app roles to your application).
 */
export function rolesOfPrincipal({ appRoles }: Directory, principalId: string, resource: ClientId): readonly string[] {
  const held = appRoles.filter((each) => each.principalId === principalId && each.resource === resource);
  return held.map(({ role }) => role).sort();
}

/** The app roles in a user's token: its own, and those of the groups that it is a direct member of. */
export function rolesOfUser(directory: Directory, userId: string, resource: ClientId): readonly string[] {
  const direct = [...dictionary.values(directory.groups)].filter(({ members }) => members.some((id) => id === userId));
  const holders = [userId, ...direct.map(({ id }) => id)];
  const roles = holders.flatMap((holder) => rolesOfPrincipal(directory, holder, resource));
  return [...new Set(roles)].sort();
}

/** The managed identity with that client ID, while it lives. */
export function findByClientId(directory: Directory, clientId: string): ServicePrincipal | undefined {
  return [...dictionary.values(directory.servicePrincipals)].find(({ appId }) => appId === clientId);
}

/** Whether the rest of Azure knows a principal yet (facts: control-plane §2.6). */
export function isReplicated({ replicatedAt }: Pick<ServicePrincipal, 'replicatedAt'>, now: Instant): boolean {
  return replicatedAt === undefined || replicatedAt <= now;
}
