import type { Command } from '#domain/cloud/command.ts';
import { subjectWords } from '../subject.ts';
import { span } from '../time.ts';

/** A command as somebody would say it, for the log and for undo: "delete vm-web". */
export function commandInWords(command: Command, roleName: (id: string) => string): string {
  switch (command.type) {
    case 'CreateResourceGroup':
      return `create resource group ${command.name}`;
    case 'DeleteResourceGroup':
      return `delete resource group ${command.name} and everything in it`;
    case 'CreateResource':
      return `create ${subjectWords.kinds[command.kind]} ${command.name}`;
    case 'DeleteResource':
      return `delete ${last(command.id)}`;
    case 'PurgeDeletedVault':
      return `purge the deleted vault ${command.name}`;
    case 'EnableSystemAssignedIdentity':
      return `turn on the system-assigned identity of ${last(command.resourceId)}`;
    case 'DisableSystemAssignedIdentity':
      return `turn off the system-assigned identity of ${last(command.resourceId)}`;
    case 'AttachUserAssignedIdentity':
      return `attach ${last(command.identityId)} to ${last(command.resourceId)}`;
    case 'DetachUserAssignedIdentity':
      return `detach ${last(command.identityId)} from ${last(command.resourceId)}`;
    case 'CreateRoleAssignment':
      return `assign ${roleName(command.roleId)} on ${scope(command.scope)}`;
    case 'DeleteRoleAssignment':
      return `remove a role assignment on ${scope(command.id.split('/providers/Microsoft.Authorization')[0] ?? '')}`;
    default:
      return dataOrTime(command);
  }
}

type Rest = Exclude<
  Command,
  {
    type:
      | `${'Create' | 'Delete'}Resource${'' | 'Group'}`
      | 'PurgeDeletedVault'
      | `${'Enable' | 'Disable'}SystemAssignedIdentity`
      | `${'Attach' | 'Detach'}UserAssignedIdentity`
      | `${'Create' | 'Delete'}RoleAssignment`;
  }
>;

function dataOrTime(command: Rest): string {
  switch (command.type) {
    case 'SetSecret':
      return `set the secret ${command.name} in ${last(command.vaultId)}`;
    case 'CreateContainer':
      return `create the container ${command.name} in ${last(command.accountId)}`;
    case 'UploadBlob':
      return `upload ${command.name} to ${last(command.accountId)}/${command.container}`;
    case 'RequestToken':
      return `${origin(command.from)} asks for a token for ${audience(command.request.url)}`;
    case 'CallTarget':
      return `${origin(command.from)} reads ${address(command.request.url)}${command.token.kind === 'none' ? ' without a token' : ''}`;
    case 'AdvanceClock':
      return `let ${span(command.seconds)} pass`;
    case 'SetRoleDelay':
      return command.delay.kind === 'seeded'
        ? 'let roles take up to ten minutes, as in Azure'
        : `let roles take ${command.delay.seconds === 0 ? 'no time' : span(command.delay.seconds)}`;
  }
}

function last(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function scope(id: string): string {
  return /^\/subscriptions\/[^/]+$/.test(id) ? 'the subscription' : last(id);
}

function origin(from: { kind: string; resourceId?: string }): string {
  return from.resourceId === undefined ? 'the laptop' : last(from.resourceId);
}

function audience(url: string): string {
  const resource = /[?&]resource=([^&]*)/.exec(url)?.[1];
  return resource === undefined ? 'no resource' : decodeURIComponent(resource);
}

function address(url: string): string {
  return url
    .replace(/^https:\/\//, '')
    .replace(/\?.*$/, '')
    .replace(/\.(vault\.azure|blob\.core\.windows)\.net/, '');
}
