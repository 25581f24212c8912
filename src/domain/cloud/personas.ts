import { subscriptionScope } from '#domain/arm/resource-id.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { invariant } from '#domain/kernel/invariant.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import type { Caller, Command } from './command.ts';
import { usersOf } from './directory.ts';
import { homeDirectory } from './queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { CloudState } from './state.ts';

/** Somebody who may do something: a user, and the roles that it has. */
export interface Persona {
  readonly name: string;
  readonly grants: readonly PersonaGrant[];
}

export interface PersonaGrant {
  /** A built-in role by its name. */
  readonly role: string;
  /** The subscription where nothing is said. */
  readonly scope?: string;
}

const ready = [
  'Owner',
  'Contributor',
  'Virtual Machine Contributor',
  'Managed Identity Operator',
  'Managed Identity Contributor',
  'Reader',
  'User Access Administrator',
] as const;

export type ReadyPersona = (typeof ready)[number];

/** The names under which the ready personas are users. */
const names: Readonly<Record<ReadyPersona, string>> = {
  Owner: 'Olga Owner',
  Contributor: 'Conny Contributor',
  'Virtual Machine Contributor': 'Vera Machines',
  'Managed Identity Operator': 'Omar Operator',
  'Managed Identity Contributor': 'Mia Identities',
  Reader: 'Rita Reader',
  'User Access Administrator': 'Ada Access',
};

/** Personas with one role at the whole subscription. */
export const personas: readonly (Persona & { readonly role: ReadyPersona })[] = ready.map((role) => ({
  role,
  name: names[role],
  grants: [{ role }],
}));

/** The commands that make a persona, each of the state by then: the user, then its roles. The role delay counts for them too. */
export function personaCommands({ name, grants }: Persona): readonly ((state: CloudState) => Command)[] {
  return [() => ({ type: 'CreateUser', name }), ...grants.map((grant) => grantCommand(name, grant))];
}

function grantCommand(name: string, { role, scope }: PersonaGrant): (state: CloudState) => Command {
  return (state) => {
    const found = findRoleByName(role);
    invariant(found !== undefined, `no built-in role ${role}`);
    return {
      type: 'CreateRoleAssignment',
      scope: scope ?? subscriptionScope(state.subscriptionId),
      roleId: found.id,
      principalId: callerNamed(state, name).principalId,
      principalType: 'User',
    };
  };
}

/** The caller who is the user, or else the managed identity, of that display name. Throws where there is none. */
export function callerNamed(state: CloudState, name: string): Caller & { readonly principalId: PrincipalId } {
  const identities = [...dictionary.values(homeDirectory(state).servicePrincipals)];
  const found = [...usersOf(state), ...identities].find(({ displayName }) => displayName === name);
  invariant(found !== undefined, `no principal named ${name}`);
  return { kind: 'user', displayName: name, principalId: found.id };
}
