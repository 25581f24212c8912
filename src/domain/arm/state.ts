import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { assertNever, invariant } from '#domain/kernel/invariant.ts';
import type { Details } from './details.ts';
import { attachedTo, identityBlock, withAttached, withoutAttached } from './identity-block.ts';
import { isHost, resourceKinds } from './kinds.ts';
import type { Lock } from './lock.ts';
import type { AttachedIdentity, Host, IdentityBlock, Resource, ResourceGroup, ResourceKind } from './resource.ts';
import { idKey } from './resource-id.ts';

export type ArmEvent =
  | { readonly type: 'ResourceGroupCreated'; readonly group: ResourceGroup }
  | { readonly type: 'ResourceGroupDeleted'; readonly id: ResourceId }
  | { readonly type: 'ResourceCreated'; readonly resource: Resource }
  | { readonly type: 'ResourceDeleted'; readonly id: ResourceId }
  | {
      readonly type: 'SystemAssignedIdentityEnabled';
      readonly resourceId: ResourceId;
      readonly principalId: PrincipalId;
    }
  | { readonly type: 'SystemAssignedIdentityDisabled'; readonly resourceId: ResourceId }
  | {
      readonly type: 'UserAssignedIdentityAttached';
      readonly resourceId: ResourceId;
      readonly identity: AttachedIdentity;
    }
  | {
      readonly type: 'UserAssignedIdentityDetached';
      readonly resourceId: ResourceId;
      readonly identityId: ResourceId;
    }
  /** The tags of a resource or of a group. */
  | { readonly type: 'TagsSet'; readonly resourceId: ResourceId; readonly tags: Readonly<Record<string, string>> }
  | { readonly type: 'DetailsSet'; readonly resourceId: ResourceId; readonly details: Details }
  /** The resource has another id from now on; whatever is kept under the old one goes with it. */
  | {
      readonly type: 'ResourceMoved';
      readonly id: ResourceId;
      readonly to: ResourceId;
      readonly resourceGroup: string;
    }
  | { readonly type: 'LockCreated'; readonly lock: Lock }
  | { readonly type: 'LockDeleted'; readonly id: ResourceId };

export interface ArmState {
  readonly groups: Dictionary<ResourceGroup>;
  readonly resources: Dictionary<Resource>;
  /** Names held by the whole cloud, by type and name, with the resource that holds them. */
  readonly cloudNames: Dictionary<ResourceId>;
  readonly locks: Dictionary<Lock>;
}

export const emptyArm: ArmState = {
  groups: dictionary.empty(),
  resources: dictionary.empty(),
  cloudNames: dictionary.empty(),
  locks: dictionary.empty(),
};

export function findGroup(arm: ArmState, id: string): ResourceGroup | undefined {
  return dictionary.get(arm.groups, idKey(id));
}

export function findResource(arm: ArmState, id: string): Resource | undefined {
  return dictionary.get(arm.resources, idKey(id));
}

/** The tags of a resource or a group; undefined where neither is there. */
export function tagsAt(arm: ArmState, id: string): Readonly<Record<string, string>> | undefined {
  const holder = findGroup(arm, id) ?? findResource(arm, id);
  return holder === undefined ? undefined : (holder.tags ?? {});
}

export function findLock(arm: ArmState, id: string): Lock | undefined {
  return dictionary.get(arm.locks, idKey(id));
}

/** The resource that holds a name of the whole cloud, such as a vault by its host name's first label. */
export function findByCloudName(arm: ArmState, kind: ResourceKind, name: string): Resource | undefined {
  const id = dictionary.get(arm.cloudNames, cloudNameKey(kind, name));
  return id === undefined ? undefined : findResource(arm, id);
}

export function evolveArm(arm: ArmState, event: ArmEvent): ArmState {
  switch (event.type) {
    case 'ResourceGroupCreated':
      return {
        ...arm,
        groups: dictionary.set(arm.groups, idKey(event.group.id), event.group),
      };
    case 'ResourceGroupDeleted':
      return { ...arm, groups: dictionary.remove(arm.groups, idKey(event.id)) };
    case 'ResourceCreated':
      return addResource(arm, event.resource);
    case 'ResourceDeleted':
      return removeResource(arm, event.id);
    case 'SystemAssignedIdentityEnabled':
      return changeIdentity(arm, event.resourceId, (block) => identityBlock(event.principalId, attachedTo(block)));
    case 'SystemAssignedIdentityDisabled':
      return changeIdentity(arm, event.resourceId, (block) => identityBlock(null, attachedTo(block)));
    case 'UserAssignedIdentityAttached':
      return changeIdentity(arm, event.resourceId, (block) => withAttached(block, event.identity));
    case 'UserAssignedIdentityDetached':
      return changeIdentity(arm, event.resourceId, (block) => withoutAttached(block, event.identityId));
    case 'TagsSet': {
      const group = findGroup(arm, event.resourceId);
      if (group !== undefined) {
        return { ...arm, groups: dictionary.set(arm.groups, idKey(group.id), { ...group, tags: event.tags }) };
      }
      const resource = resourceToChange(arm, event.resourceId);
      return withResource(arm, { ...resource, tags: event.tags });
    }
    case 'DetailsSet': {
      const resource = resourceToChange(arm, event.resourceId);
      return withResource(arm, { ...resource, details: event.details });
    }
    case 'ResourceMoved': {
      const resource = resourceToChange(arm, event.id);
      const { to: id, resourceGroup } = event;
      return addResource(removeResource(arm, event.id), { ...resource, id, resourceGroup });
    }
    case 'LockCreated':
      return { ...arm, locks: dictionary.set(arm.locks, idKey(event.lock.id), event.lock) };
    case 'LockDeleted':
      return { ...arm, locks: dictionary.remove(arm.locks, idKey(event.id)) };
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice. Identity blocks travel inside their host. */
export function* checkpointArm(arm: ArmState): Generator<ArmEvent> {
  for (const group of dictionary.values(arm.groups)) yield { type: 'ResourceGroupCreated', group };
  for (const resource of dictionary.values(arm.resources)) {
    yield { type: 'ResourceCreated', resource };
  }
  for (const lock of dictionary.values(arm.locks)) yield { type: 'LockCreated', lock };
}

function cloudNameKey(kind: ResourceKind, name: string): string {
  return `${resourceKinds[kind].armType}|${name}`.toLowerCase();
}

function addResource(arm: ArmState, resource: Resource): ArmState {
  const resources = dictionary.set(arm.resources, idKey(resource.id), resource);
  if (resourceKinds[resource.kind].unique !== 'cloud') return { ...arm, resources };
  const key = cloudNameKey(resource.kind, resource.name);
  return { ...arm, resources, cloudNames: dictionary.set(arm.cloudNames, key, resource.id) };
}

function removeResource(arm: ArmState, id: ResourceId): ArmState {
  const resource = findResource(arm, id);
  invariant(resource !== undefined, `no resource ${id} to delete`);
  const resources = dictionary.remove(arm.resources, idKey(id));
  if (resourceKinds[resource.kind].unique !== 'cloud') return { ...arm, resources };
  const key = cloudNameKey(resource.kind, resource.name);
  return { ...arm, resources, cloudNames: dictionary.remove(arm.cloudNames, key) };
}

function changeIdentity(arm: ArmState, id: ResourceId, change: (block: IdentityBlock) => IdentityBlock): ArmState {
  const resource = findResource(arm, id);
  invariant(resource !== undefined && isHost(resource), `no host ${id} to carry an identity`);
  const changed: Host = { ...resource, identity: change(resource.identity) };
  return withResource(arm, changed);
}

function resourceToChange(arm: ArmState, id: ResourceId): Resource {
  const resource = findResource(arm, id);
  invariant(resource !== undefined, `no resource ${id} to change`);
  return resource;
}

function withResource(arm: ArmState, resource: Resource): ArmState {
  return { ...arm, resources: dictionary.set(arm.resources, idKey(resource.id), resource) };
}
