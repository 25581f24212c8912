import { resourceKinds } from '#domain/arm/kinds.ts';
import { lockId } from '#domain/arm/lock.ts';
import {
  groupNameOf,
  idKey,
  isGroupId,
  readResourceId,
  resourceGroupId,
  resourceId,
  subscriptionScope,
} from '#domain/arm/resource-id.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import { roleDefinitionId } from '#domain/rbac/condition.ts';
import { findAssignment } from '#domain/rbac/state.ts';
import { containerScope } from '#domain/storage/rules.ts';
import type { Command, CommandOf } from '../command.ts';
import { idOfNewAssignment } from '../operations/role-assignment.ts';
import { findScope } from '../scope.ts';
import type { CloudState } from '../state.ts';
import { data, directory, lockedAt, manages, nothing, remove, write } from './demand.ts';
import type { Demanded } from './demand.ts';

type Demands = {
  readonly [Type in Command['type']]: (state: CloudState, command: CommandOf<Type>) => Demanded;
};

const groups = 'Microsoft.Resources/subscriptions/resourceGroups';
const vaults = 'Microsoft.KeyVault/vaults';
const accounts = 'Microsoft.Storage/storageAccounts';
const containers = `${accounts}/blobServices/containers`;
const credentials = 'federatedIdentityCredentials';
const assignments = 'Microsoft.Authorization/roleAssignments';

/** What each command demands: Azure's operation and where it is asked (facts: control-plane §1.6, §4.2). */
const demands: Demands = {
  CreateResourceGroup: ({ subscriptionId }, { name }) =>
    manages(write(`${groups}/write`, resourceGroupId(subscriptionId, name))),
  DeleteResourceGroup: ({ subscriptionId, arm }, { name }) => {
    const id = resourceGroupId(subscriptionId, name);
    return manages(remove(`${groups}/delete`, findGroup(arm, id)?.id ?? id));
  },
  CreateResource: (state, { kind, resourceGroup, name, identity }) => {
    const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, resourceGroup))?.name ?? resourceGroup;
    const id = resourceId(state.subscriptionId, group, kind, name);
    return linking(state, manages(write(`${resourceKinds[kind].armType}/write`, id)), identity?.userAssigned ?? []);
  },
  DeleteResource: (state, { id }) => manages(remove(`${typeAt(state, id)}/delete`, known(state, id))),
  PurgeDeletedVault: (state, { name }) => {
    const location = findDeletedVault(state.keyVault, name)?.location ?? 'unknown';
    const provider = `${subscriptionScope(state.subscriptionId)}/providers/Microsoft.KeyVault`;
    const scope = `${provider}/locations/${location}/deletedVaults/${name}` as ResourceId;
    return manages({ action: 'Microsoft.KeyVault/locations/deletedVaults/purge/action', scope, lock: null });
  },
  RecoverDeletedVault: (state, { name }) => {
    const id = findDeletedVault(state.keyVault, name)?.vaultId ?? subscriptionScope(state.subscriptionId);
    return manages(write(`${vaults}/write`, id));
  },
  EnableSystemAssignedIdentity: (state, { resourceId: id }) => writes(state, id),
  DisableSystemAssignedIdentity: (state, { resourceId: id }) => writes(state, id),
  AttachUserAssignedIdentity: (state, { resourceId: id, identityId }) =>
    linking(state, writes(state, id), [identityId]),
  DetachUserAssignedIdentity: (state, { resourceId: id }) => writes(state, id),
  WriteIdentity: (state, { resourceId: id, identity }) => {
    const named = Object.entries(identity.userAssignedIdentities ?? {}).filter(([, value]) => value !== null);
    return linking(
      state,
      writes(state, id),
      named.map(([key]) => key as ResourceId),
    );
  },
  CreateFederatedCredential: (state, { identityId, name }) => {
    const at = known(state, identityId);
    const action = `${resourceKinds.userAssignedIdentity.armType}/${credentials}/write`;
    return manages(lockedAt(write(action, `${at}/${credentials}/${name}`), at));
  },
  DeleteFederatedCredential: (state, { identityId, name }) => {
    const at = known(state, identityId);
    const action = `${resourceKinds.userAssignedIdentity.armType}/${credentials}/delete`;
    return manages(lockedAt(remove(action, `${at}/${credentials}/${name}`), at));
  },
  CreateServiceAccount: (state, { clusterId }) => usesCluster(state, clusterId),
  DeleteServiceAccount: (state, { clusterId }) => usesCluster(state, clusterId),
  SetTags: (state, { id }) => (isGroupId(id) ? manages(write(`${groups}/write`, known(state, id))) : writes(state, id)),
  MoveResource: (state, { id, resourceGroup }) => {
    const source = resourceGroupId(state.subscriptionId, groupNameOf(id) ?? '');
    const destination = resourceGroupId(state.subscriptionId, resourceGroup);
    const leave = write(`${groups}/moveResources/action`, findGroup(state.arm, source)?.id ?? source);
    // The locks of the resource hold it too, and it inherits those of its group.
    return manages(
      lockedAt(leave, known(state, id)),
      write(`${groups}/write`, findGroup(state.arm, destination)?.id ?? destination),
    );
  },
  CreateLock: (state, { scope, name }) => locks(state, scope, name, 'write'),
  DeleteLock: (state, { scope, name }) => locks(state, scope, name, 'delete'),
  CreateRoleAssignment: (state, command) => {
    const at = known(state, command.scope);
    const action = `${assignments}/write`;
    const attributes = { request: { [roleDefinitionId.toLowerCase()]: idKey(command.roleId) } };
    return manages({ ...lockedAt(write(action, idOfNewAssignment(state, command)), at), attributes });
  },
  DeleteRoleAssignment: (state, { id }) => {
    const held = findAssignment(state.rbac, id);
    const at = held?.scope ?? id.slice(0, Math.max(0, id.toLowerCase().lastIndexOf('/providers/')));
    const attributes = held === undefined ? {} : { resource: { [roleDefinitionId.toLowerCase()]: idKey(held.roleId) } };
    const demand = lockedAt(remove(`${assignments}/delete`, held?.id ?? id), at as ResourceId);
    return manages({ ...demand, attributes });
  },
  CreateDenyAssignment: (state, { scope }) => denies(state, scope),
  DeleteDenyAssignment: (state, { scope }) => denies(state, scope),
  SetPower: (state, { id, action }) => manages(write(`${typeAt(state, id)}/${action}/action`, known(state, id))),
  UpdateScaleSetInstances: (state, { id }) =>
    manages(write(`${typeAt(state, id)}/manualUpgrade/action`, known(state, id))),
  RunCommand: (state, { id }) => manages(write(`${typeAt(state, id)}/runCommand/action`, known(state, id))),
  SetAppSettings: (state, { id }) => configures(state, id),
  SetReferenceIdentity: (state, { id }) => writes(state, id),
  SetAuthentication: (state, { id }) => configures(state, id),
  SwapSlots: (state, { id }) => manages(write(`${typeAt(state, id)}/slotsswap/action`, known(state, id))),
  SetPermissionModel: (state, { vaultId }) => writes(state, vaultId),
  SetAccessPolicy: (state, { vaultId }) => manages(write(`${vaults}/accessPolicies/write`, known(state, vaultId))),
  SetSharedKeyAccess: (state, { accountId }) => writes(state, accountId),
  ListAccountKeys: (state, { accountId }) => manages(write(`${accounts}/listKeys/action`, known(state, accountId))),
  RegenerateAccountKey: (state, { accountId }) =>
    manages(write(`${accounts}/regenerateKey/action`, known(state, accountId))),
  SetFirewall: (state, { resourceId: id }) => {
    const type = typeAt(state, id);
    const part = type === resourceKinds.sqlServer.armType ? '/firewallRules' : '';
    return manages(write(`${type}${part}/write`, known(state, id)));
  },
  SetSqlAdministrator: (state, { serverId, principalId }) => {
    const type = `${resourceKinds.sqlServer.armType}/administrators`;
    const at = known(state, serverId);
    return manages(principalId === null ? remove(`${type}/delete`, at) : write(`${type}/write`, at));
  },
  AssignCosmosRole: (state, { accountId }) =>
    manages(write(`${resourceKinds.cosmosAccount.armType}/sqlRoleAssignments/write`, known(state, accountId))),
  RemoveCosmosRole: (state, { accountId }) => {
    const at = known(state, accountId);
    const type = `${resourceKinds.cosmosAccount.armType}/sqlRoleAssignments`;
    // What a lock on the account protects is the account: a role of its data is no resource that it would delete.
    return manages(write(`${type}/delete`, at));
  },
  CreateUser: () => directory,
  CreateGroup: () => directory,
  AddGroupMember: () => directory,
  RemoveGroupMember: () => directory,
  RegisterApplication: () => directory,
  AssignAppRole: () => directory,
  RemoveAppRole: () => directory,
  SetSecret: () => data,
  DeleteSecret: () => data,
  RecoverDeletedSecret: () => data,
  PurgeDeletedSecret: () => data,
  CreateContainer: (state, { accountId, name, plane }) =>
    plane === undefined ? data : manages(write(`${containers}/write`, containerScope(known(state, accountId), name))),
  DeleteContainer: (state, { accountId, name, plane }) =>
    plane === undefined ? data : manages(remove(`${containers}/delete`, containerScope(known(state, accountId), name))),
  UploadBlob: () => data,
  DeleteBlob: () => data,
  RequestToken: () => nothing,
  RequestUserToken: () => nothing,
  CallTarget: () => nothing,
  ResolveKeyVaultReference: () => nothing,
  OpenConnection: () => nothing,
  SetImdsFault: () => nothing,
  AdvanceClock: () => nothing,
  SetRoleDelay: () => nothing,
  SetReplicationDelay: () => nothing,
};

/** What a command demands of whoever gives it. */
export function demandedBy(state: CloudState, command: Command): Demanded {
  // The table pairs each command with its demand; a look-up loses the pairing, so it is said once here.
  const demand = demands[command.type] as (state: CloudState, command: Command) => Demanded;
  return demand(state, command);
}

function writes(state: CloudState, id: ResourceId): Demanded {
  return manages(write(`${typeAt(state, id)}/write`, known(state, id)));
}

function configures(state: CloudState, id: ResourceId): Demanded {
  return manages(write(`${typeAt(state, id)}/config/write`, known(state, id)));
}

/** A service account is written with the cluster's own credentials, which Azure hands out. */
function usesCluster(state: CloudState, id: ResourceId): Demanded {
  const action = `${resourceKinds.aksCluster.armType}/listClusterUserCredential/action`;
  return manages({ action, scope: known(state, id), lock: null });
}

/** Whoever may set locks may lift them: a lock binds neither. */
function locks(state: CloudState, scope: ResourceId, name: string, verb: 'write' | 'delete'): Demanded {
  const id = lockId(known(state, scope), name);
  return manages({ action: `Microsoft.Authorization/locks/${verb}`, scope: id, lock: null });
}

function denies(state: CloudState, scope: string): Demanded {
  const action = 'Microsoft.Resources/deploymentStacks/manageDenySetting/action';
  return manages({ action, scope: known(state, scope), lock: null });
}

/** With the identities that a request names. What is no ARM id is none, and is answered 400 later. */
function linking(state: CloudState, demanded: Demanded, named: readonly ResourceId[]): Demanded {
  if (demanded.kind !== 'management') return demanded;
  const linked = named.filter((id) => readResourceId(id) !== null).map((id) => known(state, id));
  return { ...demanded, linked };
}

/** A scope in its own spelling, or as it was written where there is none. */
function known(state: CloudState, scope: string): ResourceId {
  return findScope(state, scope) ?? (scope as ResourceId);
}

/** The ARM type of what an id names, there or not. */
function typeAt({ arm }: CloudState, id: string): string {
  const resource = findResource(arm, id);
  return resource === undefined
    ? (readResourceId(id)?.armType ?? 'Microsoft.Resources')
    : resourceKinds[resource.kind].armType;
}
