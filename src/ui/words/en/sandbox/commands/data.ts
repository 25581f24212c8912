import type { DataCommand } from '#domain/cloud/commands/data.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const dataCommands: Sentences<DataCommand['type']> = {
  SetSecret: ({ name, vaultId }) => `set the secret ${name} in ${last(vaultId)}`,
  DeleteSecret: ({ name, vaultId }) => `delete the secret ${name} in ${last(vaultId)}`,
  RecoverDeletedSecret: ({ name, vaultId }) => `recover the secret ${name} in ${last(vaultId)}`,
  PurgeDeletedSecret: ({ name, vaultId }) => `purge the deleted secret ${name} in ${last(vaultId)}`,
  SetPermissionModel: ({ vaultId, model }) =>
    `let ${last(vaultId)} decide by ${model === 'rbac' ? 'Azure roles' : 'access policies'}`,
  SetAccessPolicy: ({ vaultId, objectId, secrets }, { member }) =>
    secrets.length === 0
      ? `remove the access policy of ${member(objectId)} in ${last(vaultId)}`
      : `let ${member(objectId)} ${secrets.join(', ')} secrets in ${last(vaultId)}`,
  CreateContainer: ({ name, accountId }) => `create the container ${name} in ${last(accountId)}`,
  DeleteContainer: ({ name, accountId }) => `delete the container ${name} in ${last(accountId)}`,
  UploadBlob: ({ name, accountId, container }) => `upload ${name} to ${last(accountId)}/${container}`,
  DeleteBlob: ({ name, accountId, container }) => `delete ${name} in ${last(accountId)}/${container}`,
  SetSharedKeyAccess: ({ accountId, allowed }) => `${allowed ? 'allow' : 'forbid'} shared keys at ${last(accountId)}`,
  ListAccountKeys: ({ accountId }) => `list the keys of ${last(accountId)}`,
  RegenerateAccountKey: ({ accountId, key }) => `make key ${key} of ${last(accountId)} anew`,
  SetFirewall: ({ resourceId, firewall }) =>
    `set the firewall of ${last(resourceId)} to ${firewall.publicAccess ? firewall.defaultAction.toLowerCase() : 'private endpoints only'}`,
  SetSqlAdministrator: ({ serverId, principalId }, { member }) =>
    principalId === null
      ? `take the administrator off ${last(serverId)}`
      : `make ${member(principalId)} the administrator of ${last(serverId)}`,
  AssignCosmosRole: ({ accountId, principalId, role }, { member }) =>
    `make ${member(principalId)} data ${role} of ${last(accountId)}`,
  RemoveCosmosRole: ({ accountId, principalId, role }, { member }) =>
    `take the data role ${role} of ${last(accountId)} from ${member(principalId)}`,
};
