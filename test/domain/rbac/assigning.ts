import type { CreateRoleAssignment } from '#domain/cloud/command.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';

/** Assigns a role by hand: to a user or an identity by display name, or to an object id. */
export function grant(
  role: string,
  to: string | ((after: Played) => string),
  at: string | ((after: Played) => string),
  more: Partial<CreateRoleAssignment> = {},
): MadeDeed {
  return (after) => ({
    type: 'CreateRoleAssignment',
    scope: typeof at === 'function' ? at(after) : scopeNamed(after.state, at),
    roleId: roleIdOf(role),
    principalId: (typeof to === 'function' ? to(after) : callerNamed(after.state, to).principalId) as PrincipalId,
    ...more,
  });
}

export function roleIdOf(role: string) {
  const found = findRoleByName(role);
  if (found === undefined) throw new Error(`There is no role ${role}.`);
  return found.id;
}

/** The scope of a container of the shop. */
export function containerOf(name: string): (after: Played) => string {
  return ({ state }) => `${scopeNamed(state, 'stshopimages')}/blobServices/default/containers/${name}`;
}

/** Code of an error that Azure answered last. */
export function codeOf({ answer }: Played): string {
  return (answer.json as { readonly error: { readonly code: string } }).error.code;
}
