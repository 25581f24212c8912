import * as dictionary from '#domain/kernel/dictionary.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Host, Resource, ResourceGroup, ResourceKind, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { resourceGroupId, sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import { findGroup } from '#domain/arm/state.ts';
import { homeDirectory, principalOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { applicationsOf, usersOf } from '#domain/cloud/directory.ts';
import type { Caller } from '#domain/cloud/command.ts';
import type { Application, ServicePrincipal } from '#domain/entra/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';

/** A script that names what is not there: a mistake of its author, never of a learner. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** All resources of that name, compared as Azure does. */
export function resourcesNamed(state: CloudState, name: string): Resource[] {
  return [...dictionary.values(state.arm.resources)].filter((each) => sameId(each.name, name));
}

/** The only resource of that name. Throws where there is none, or more than one. */
export function resourceNamed(state: CloudState, name: string): Resource {
  const [found, second] = resourcesNamed(state, name);
  if (found === undefined) throw new ScriptError(`There is no resource named ${name}.`);
  if (second !== undefined) throw new ScriptError(`Two resources are named ${name}.`);
  return found;
}

export function hostNamed(state: CloudState, name: string): Host {
  const resource = resourceNamed(state, name);
  if (!isHost(resource)) throw new ScriptError(`${name} is not a host.`);
  return resource;
}

export function identityNamed(state: CloudState, name: string): UserAssignedIdentity {
  return kindNamed(state, name, 'userAssignedIdentity');
}

export function kindNamed<Kind extends ResourceKind>(
  state: CloudState,
  name: string,
  kind: Kind,
): Resource & { readonly kind: Kind } {
  const resource = resourceNamed(state, name);
  if (resource.kind !== kind) throw new ScriptError(`${name} is a ${resource.kind}, not a ${kind}.`);
  return resource as Resource & { readonly kind: Kind };
}

export function groupNamed(state: CloudState, name: string): ResourceGroup {
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, name));
  if (group === undefined) throw new ScriptError(`There is no resource group named ${name}.`);
  return group;
}

/** The scope that a name means: `subscription`, a resource group or a resource. */
export function scopeNamed(state: CloudState, name: string): string {
  if (name === 'subscription') return subscriptionScope(state.subscriptionId);
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, name));
  return group?.id ?? resourceNamed(state, name).id;
}

/** The principal behind a name: of a host's system-assigned identity, or of a user-assigned identity. */
export function principalNamed(state: CloudState, name: string): ServicePrincipal {
  const principal = principalOf(state, resourceNamed(state, name));
  if (principal === undefined) throw new ScriptError(`${name} has no service principal.`);
  return principal;
}

/** A principal of any kind. */
interface Named {
  readonly id: PrincipalId;
  readonly displayName: string;
}

/** The principal behind the name of a host or a user-assigned identity, or the user or group of that display name. */
export function anyPrincipalNamed(state: CloudState, name: string): Named {
  const people = [...usersOf(state), ...directoryGroupsOf(state)].filter((each) => sameId(each.displayName, name));
  const [found, ...others] =
    resourcesNamed(state, name).length === 0 ? people : [principalNamed(state, name), ...people];
  if (found === undefined) throw new ScriptError(`There is no resource, user or group named ${name}.`);
  if (others.length > 0) throw new ScriptError(`Two principals are named ${name}.`);
  return found;
}

/** The group of the directory with that display name. */
export function directoryGroupNamed(state: CloudState, name: string): PrincipalId {
  const group = directoryGroupsOf(state).find(({ displayName }) => sameId(displayName, name));
  if (group === undefined) throw new ScriptError(`There is no group named ${name} in the directory.`);
  return group.id;
}

function directoryGroupsOf(state: CloudState): readonly Named[] {
  return [...dictionary.values(homeDirectory(state).groups)];
}

/** The application of that display name: Microsoft Graph, or one of the tenant's own. */
export function applicationCalled(state: CloudState, name: string): Application {
  const found = applicationsOf(state).find(({ displayName }) => sameId(displayName, name));
  if (found === undefined) throw new ScriptError(`There is no application named ${name}.`);
  return found;
}

/** Somebody who gives a step; Azure checks the rights of that principal. */
export function callerOf(state: CloudState, name: string): Caller {
  const { id, displayName } = anyPrincipalNamed(state, name);
  return { kind: 'user', displayName, principalId: id };
}
