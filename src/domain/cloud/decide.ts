import { owner } from './command.ts';
import type { Caller, Command, CommandOf } from './command.ts';
import { openDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { CloudEvent } from './event.ts';
import { isPermitted } from './guard/guard.ts';
import { advanceClock } from './operations/advance-clock.ts';
import { callTarget } from './operations/call-target.ts';
import { createResource } from './operations/create-resource.ts';
import { deleteResource, purgeDeletedVault } from './operations/delete-resource.ts';
import {
  attachUserAssignedIdentity,
  detachUserAssignedIdentity,
  disableSystemAssignedIdentity,
  enableSystemAssignedIdentity,
} from './operations/host-identity.ts';
import { requestToken } from './operations/request-token.ts';
import { createResourceGroup, deleteResourceGroup } from './operations/resource-group.ts';
import { createRoleAssignment, deleteRoleAssignment, setRoleDelay } from './operations/role-assignment.ts';
import { setTags } from './operations/tags.ts';
import { moveResource } from './operations/move-resource.ts';
import { createLock, deleteLock } from './operations/lock.ts';
import { recoverDeletedVault } from './operations/recover-vault.ts';
import { writeIdentity } from './operations/write-identity.ts';
import { createFederatedCredential, deleteFederatedCredential } from './operations/federation.ts';
import { createServiceAccount, deleteServiceAccount } from './operations/service-account.ts';
import {
  createUser,
  createGroup,
  addGroupMember,
  removeGroupMember,
  registerApplication,
  assignAppRole,
  removeAppRole,
} from './operations/directory.ts';
import { requestUserToken } from './operations/user-token.ts';
import { setReplicationDelay } from './operations/replication-delay.ts';
import { createDenyAssignment, deleteDenyAssignment } from './operations/deny-assignment.ts';
import { setPower, updateScaleSetInstances } from './operations/power.ts';
import { runCommand } from './operations/run-command.ts';
import { setImdsFault } from './operations/imds-fault.ts';
import { setAppSettings, setReferenceIdentity, setAuthentication, swapSlots } from './operations/site.ts';
import { resolveKeyVaultReference, openConnection } from './operations/platform.ts';
import {
  setSecret,
  deleteSecret,
  recoverDeletedSecret,
  purgeDeletedSecret,
  setPermissionModel,
  setAccessPolicy,
} from './operations/vault-data.ts';
import {
  createContainer,
  uploadBlob,
  deleteContainer,
  deleteBlob,
  setSharedKeyAccess,
  listAccountKeys,
  regenerateAccountKey,
} from './operations/storage-data.ts';
import { setFirewall } from './operations/firewall.ts';
import { setSqlAdministrator } from './operations/sql.ts';
import { assignCosmosRole, removeCosmosRole } from './operations/cosmos.ts';
import { azureRules } from './rules.ts';
import type { Rules } from './rules.ts';
import type { CloudState } from './state.ts';

type Operation<Type extends Command['type']> = (draft: Draft, command: CommandOf<Type>, rules: Rules) => void;

const operations: { readonly [Type in Command['type']]: Operation<Type> } = {
  CreateResourceGroup: createResourceGroup,
  DeleteResourceGroup: deleteResourceGroup,
  CreateResource: createResource,
  DeleteResource: deleteResource,
  PurgeDeletedVault: purgeDeletedVault,
  EnableSystemAssignedIdentity: enableSystemAssignedIdentity,
  DisableSystemAssignedIdentity: disableSystemAssignedIdentity,
  AttachUserAssignedIdentity: attachUserAssignedIdentity,
  DetachUserAssignedIdentity: detachUserAssignedIdentity,
  CreateRoleAssignment: createRoleAssignment,
  DeleteRoleAssignment: deleteRoleAssignment,
  SetSecret: setSecret,
  CreateContainer: createContainer,
  UploadBlob: uploadBlob,
  RequestToken: requestToken,
  CallTarget: callTarget,
  AdvanceClock: advanceClock,
  SetRoleDelay: setRoleDelay,
  SetTags: setTags,
  MoveResource: moveResource,
  CreateLock: createLock,
  DeleteLock: deleteLock,
  RecoverDeletedVault: recoverDeletedVault,
  WriteIdentity: writeIdentity,
  CreateFederatedCredential: createFederatedCredential,
  DeleteFederatedCredential: deleteFederatedCredential,
  CreateServiceAccount: createServiceAccount,
  DeleteServiceAccount: deleteServiceAccount,
  CreateUser: createUser,
  CreateGroup: createGroup,
  AddGroupMember: addGroupMember,
  RemoveGroupMember: removeGroupMember,
  RegisterApplication: registerApplication,
  AssignAppRole: assignAppRole,
  RemoveAppRole: removeAppRole,
  RequestUserToken: requestUserToken,
  SetReplicationDelay: setReplicationDelay,
  CreateDenyAssignment: createDenyAssignment,
  DeleteDenyAssignment: deleteDenyAssignment,
  SetPower: setPower,
  UpdateScaleSetInstances: updateScaleSetInstances,
  RunCommand: runCommand,
  SetImdsFault: setImdsFault,
  SetAppSettings: setAppSettings,
  SetReferenceIdentity: setReferenceIdentity,
  SetAuthentication: setAuthentication,
  SwapSlots: swapSlots,
  ResolveKeyVaultReference: resolveKeyVaultReference,
  OpenConnection: openConnection,
  DeleteSecret: deleteSecret,
  RecoverDeletedSecret: recoverDeletedSecret,
  PurgeDeletedSecret: purgeDeletedSecret,
  SetPermissionModel: setPermissionModel,
  SetAccessPolicy: setAccessPolicy,
  DeleteContainer: deleteContainer,
  DeleteBlob: deleteBlob,
  SetSharedKeyAccess: setSharedKeyAccess,
  ListAccountKeys: listAccountKeys,
  RegenerateAccountKey: regenerateAccountKey,
  SetFirewall: setFirewall,
  SetSqlAdministrator: setSqlAdministrator,
  AssignCosmosRole: assignCosmosRole,
  RemoveCosmosRole: removeCosmosRole,
};

/** What came of a command: the events, and the state to which they fold. */
export interface Outcome {
  readonly events: readonly CloudEvent[];
  readonly state: CloudState;
}

/**
 * What happens when a command is given: total, for Azure always answers, and a refusal is an event too.
 * The only place where anything is chosen; `evolve` merely applies.
 */
export function act(state: CloudState, command: Command, by: Caller = owner, rules: Rules = azureRules): Outcome {
  const draft = openDraft(state, by, rules, decide);
  if (isPermitted(draft, command, rules)) perform(draft, command, rules);
  return { events: draft.events, state: draft.state };
}

/** The events of `act`, for whoever only asks what would happen. */
export function decide(
  state: CloudState,
  command: Command,
  by: Caller = owner,
  rules: Rules = azureRules,
): readonly CloudEvent[] {
  return act(state, command, by, rules).events;
}

/** Performs a command that its caller may give: for operations that are made of others. */
function perform(draft: Draft, command: Command, rules: Rules): void {
  const operate = operations[command.type] as Operation<typeof command.type>;
  operate(draft, command, rules);
}
