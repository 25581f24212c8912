import { sameId } from '#domain/arm/resource-id.ts';
import type { Command } from '#domain/cloud/command.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { RoleId } from '#domain/kernel/brand.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import type { Meanings } from '../meaning.ts';
import { ScriptError, anyPrincipalNamed, scopeNamed } from '../names.ts';

/**
 * Azure roles. `to` and `from`: a host (its system-assigned identity), a user-assigned identity, a user or a group;
 * `at`: a resource, a resource group, or `subscription`.
 */
export type AccessStep =
  | { readonly do: 'assign-role'; readonly role: string; readonly to: string; readonly at: string }
  | { readonly do: 'remove-role'; readonly role: string; readonly from: string; readonly at: string };

type RemoveRole = Extract<AccessStep, { readonly do: 'remove-role' }>;

export const accessMeanings: Meanings<AccessStep> = {
  'assign-role': (state, { role, to, at }) => ({
    type: 'CreateRoleAssignment',
    scope: scopeNamed(state, at),
    roleId: roleNamed(role),
    principalId: anyPrincipalNamed(state, to).id,
  }),
  'remove-role': removeRoleCommand,
};

function removeRoleCommand(state: CloudState, step: RemoveRole): Command {
  const scope = scopeNamed(state, step.at);
  const roleId = roleNamed(step.role);
  const principalId = anyPrincipalNamed(state, step.from).id;
  const assignment = assignmentsOf(state).find(
    (each) => each.principalId === principalId && each.roleId === roleId && sameId(each.scope, scope),
  );
  if (assignment === undefined) {
    throw new ScriptError(`${step.from} does not have ${step.role} at ${step.at}.`);
  }
  return { type: 'DeleteRoleAssignment', id: assignment.id };
}

function roleNamed(name: string): RoleId {
  const role = findRoleByName(name);
  if (role === undefined) throw new ScriptError(`There is no built-in role named ${name}.`);
  return role.id;
}
