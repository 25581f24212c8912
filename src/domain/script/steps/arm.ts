import type { LockLevel } from '#domain/arm/lock.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Command, Tags } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { UpgradeMode } from '#domain/compute/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { PermissionModel } from '#domain/keyvault/settings.ts';
import type { Meanings } from '../meaning.ts';
import { groupNamed, identityNamed, resourceNamed, scopeNamed } from '../names.ts';

/** Resources, groups, tags and locks. */
export type ArmStep =
  | { readonly do: 'create-group'; readonly name: string; readonly location?: string }
  | CreateStep
  | { readonly do: 'delete'; readonly name: string }
  | { readonly do: 'delete-group'; readonly name: string }
  | { readonly do: 'tag'; readonly on: string; readonly tags: Tags }
  /** `to`: a resource group. */
  | { readonly do: 'move'; readonly name: string; readonly to: string }
  /** `at`: a resource, a group, or `subscription`; the lock is called `keep` where nothing is said. */
  | { readonly do: 'lock'; readonly at: string; readonly level: LockLevel; readonly name?: string }
  | { readonly do: 'unlock'; readonly at: string; readonly name?: string }
  | { readonly do: 'recover-vault'; readonly name: string };

interface CreateStep {
  readonly do: 'create';
  readonly kind: ResourceKind;
  /** A child is named `<parent>/<child>`: `app-shop/staging`, `sql-shop/orders`. */
  readonly name: string;
  readonly in: string;
  readonly systemAssigned?: boolean;
  readonly userAssigned?: readonly string[];
  readonly permissionModel?: PermissionModel;
  readonly upgradeMode?: UpgradeMode;
}

const lockName = 'keep';

export const armMeanings: Meanings<ArmStep> = {
  'create-group': (_state, { name, location = 'westeurope' }) => ({ type: 'CreateResourceGroup', name, location }),
  create: createCommand,
  delete: (state, { name }) => ({ type: 'DeleteResource', id: resourceNamed(state, name).id }),
  'delete-group': (state, { name }) => ({ type: 'DeleteResourceGroup', name: groupNamed(state, name).name }),
  tag: (state, { on, tags }) => ({ type: 'SetTags', id: scopeId(state, on), tags }),
  move: (state, { name, to }) => ({
    type: 'MoveResource',
    id: resourceNamed(state, name).id,
    resourceGroup: groupNamed(state, to).name,
  }),
  lock: (state, { at, level, name = lockName }) => ({ type: 'CreateLock', scope: scopeId(state, at), name, level }),
  unlock: (state, { at, name = lockName }) => ({ type: 'DeleteLock', scope: scopeId(state, at), name }),
  // A deleted vault is no resource any more: Azure says whether there is one of that name.
  'recover-vault': (_state, { name }) => ({ type: 'RecoverDeletedVault', name }),
};

function scopeId(state: CloudState, name: string): ResourceId {
  return scopeNamed(state, name) as ResourceId;
}

function createCommand(state: CloudState, step: CreateStep): Command {
  const { do: _, in: group, systemAssigned = false, userAssigned = [], ...given } = step;
  const { name: resourceGroup, location } = groupNamed(state, group);
  const wantsIdentity = systemAssigned || userAssigned.length > 0;
  const identities = userAssigned.map((each) => identityNamed(state, each).id);
  return {
    type: 'CreateResource',
    kind: given.kind,
    name: given.name,
    resourceGroup,
    location,
    ...(wantsIdentity ? { identity: { systemAssigned, userAssigned: identities } } : {}),
    ...(given.permissionModel === undefined ? {} : { permissionModel: given.permissionModel }),
    ...(given.upgradeMode === undefined ? {} : { upgradeMode: given.upgradeMode }),
  };
}
