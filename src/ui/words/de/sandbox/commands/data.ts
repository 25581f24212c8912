import type { DataCommand } from '#domain/cloud/commands/data.ts';
import type { Firewall } from '#domain/network/state.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

function entry({ publicAccess, defaultAction }: Firewall): string {
  if (!publicAccess) return 'nur private Endpunkte';
  return defaultAction === 'Allow' ? 'alle Netzwerke' : 'nur erlaubte Adressen';
}

export const dataCommands: Sentences<DataCommand['type']> = {
  SetSecret: ({ name, vaultId }) => `Geheimnis ${name} in ${last(vaultId)} festlegen`,
  DeleteSecret: ({ name, vaultId }) => `Geheimnis ${name} in ${last(vaultId)} löschen`,
  RecoverDeletedSecret: ({ name, vaultId }) => `Geheimnis ${name} in ${last(vaultId)} wiederherstellen`,
  PurgeDeletedSecret: ({ name, vaultId }) => `Gelöschtes Geheimnis ${name} in ${last(vaultId)} endgültig löschen`,
  SetPermissionModel: ({ vaultId, model }) =>
    `Zugriff auf ${last(vaultId)} nach ${model === 'rbac' ? 'Azure-Rollen' : 'Zugriffsrichtlinien'} entscheiden`,
  SetAccessPolicy: ({ vaultId, objectId, secrets }, { member }) =>
    `Zugriffsrichtlinie für ${member(objectId)} in ${last(vaultId)} ${
      secrets.length === 0 ? 'entfernen' : `festlegen: ${secrets.join(', ')}`
    }`,
  CreateContainer: ({ name, accountId }) => `Container ${name} in ${last(accountId)} erstellen`,
  DeleteContainer: ({ name, accountId }) => `Container ${name} in ${last(accountId)} löschen`,
  UploadBlob: ({ name, accountId, container }) => `Blob ${name} in ${last(accountId)}/${container} hochladen`,
  DeleteBlob: ({ name, accountId, container }) => `Blob ${name} in ${last(accountId)}/${container} löschen`,
  SetSharedKeyAccess: ({ accountId, allowed }) =>
    `Gemeinsam verwendete Schlüssel bei ${last(accountId)} ${allowed ? 'erlauben' : 'verbieten'}`,
  ListAccountKeys: ({ accountId }) => `Schlüssel von ${last(accountId)} auflisten`,
  RegenerateAccountKey: ({ accountId, key }) => `Schlüssel ${key} von ${last(accountId)} erneuern`,
  SetFirewall: ({ resourceId, firewall }) => `Firewall von ${last(resourceId)} festlegen: ${entry(firewall)}`,
  SetSqlAdministrator: ({ serverId, principalId }, { member }) =>
    principalId === null
      ? `Administrator von ${last(serverId)} entfernen`
      : `Administrator von ${last(serverId)} festlegen: ${member(principalId)}`,
  AssignCosmosRole: ({ accountId, principalId, role }, { member }) =>
    `Datenrolle ${role} in ${last(accountId)} für ${member(principalId)} zuweisen`,
  RemoveCosmosRole: ({ accountId, principalId, role }, { member }) =>
    `Datenrolle ${role} in ${last(accountId)} von ${member(principalId)} entfernen`,
};
