import * as dictionary from '#domain/kernel/dictionary.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Host, Resource, ResourceGroup, ResourceKind, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { resourceGroupId, sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import { findGroup } from '#domain/arm/state.ts';
import { principalOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';

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
): Extract<Resource, { kind: Kind }> {
  const resource = resourceNamed(state, name);
  if (resource.kind !== kind) throw new ScriptError(`${name} is a ${resource.kind}, not a ${kind}.`);
  return resource as Extract<Resource, { kind: Kind }>;
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
