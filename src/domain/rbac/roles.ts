import { matchesAction } from './action.ts';
import type { Plane } from './action.ts';
import { builtInRoles } from './built-in-roles.ts';
import type { Role } from './role.ts';

export { builtInRoles, matchesAction };
export type { Role };

const rolesById = new Map(builtInRoles.map((role) => [role.id.toString(), role]));
const rolesByName = new Map(builtInRoles.map((role) => [role.name, role]));

export function findRole(id: string): Role | undefined {
  return rolesById.get(id.toLowerCase());
}

export function findRoleByName(name: string): Role | undefined {
  return rolesByName.get(name);
}

/** Whether a role holds an operation of that plane: what it lists, without what it takes away. */
export function roleHolds(role: Role, plane: Plane, action: string): boolean {
  const [listed, taken] =
    plane === 'control' ? [role.actions, role.notActions] : [role.dataActions, role.notDataActions];
  return listed.some((each) => matchesAction(each, action)) && !taken.some((each) => matchesAction(each, action));
}

/** Data actions only: `actions` such as the owner's star say nothing of data. */
export function grantsDataAction(role: Role, dataAction: string): boolean {
  return roleHolds(role, 'data', dataAction);
}

/**
 * How much a role holds, to compare roles by: a pattern without a star counts one, and a star the more the earlier it
 * stands; followed by a verb it counts for little. Not a number of Azure's.
 */
export function breadthOf({ actions, dataActions, notActions, notDataActions }: Role): number {
  const sum = [...actions, ...dataActions].reduce((total, pattern) => total + breadthOfPattern(pattern), 0);
  return sum - (notActions.length + notDataActions.length) / 100;
}

function breadthOfPattern(pattern: string): number {
  const depth = pattern.split('/').indexOf('*');
  if (depth === -1) return 1;
  const open = 10 ** (8 - 2 * depth);
  return pattern.endsWith('*') ? Math.max(10, open) : Math.max(2, open / 10_000);
}
