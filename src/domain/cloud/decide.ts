import type { Command, CommandOf } from './command.ts';
import { openDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { CloudEvent } from './event.ts';
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
import { createContainer, setSecret, uploadBlob } from './operations/target-data.ts';
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
};

/**
 * What happens when a command is given: total, for Azure always answers, and a refusal is an event too.
 * The only place where anything is chosen; `evolve` merely applies.
 */
export function decide(state: CloudState, command: Command, rules: Rules = azureRules): readonly CloudEvent[] {
  const draft = openDraft(state);
  const operate = operations[command.type] as Operation<typeof command.type>;
  operate(draft, command, rules);
  return draft.events;
}
