import type { IdentityCommand } from '#domain/cloud/commands/identity.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const identityCommands: Sentences<IdentityCommand['type']> = {
  EnableSystemAssignedIdentity: ({ resourceId }) =>
    `Systemseitig zugewiesene Identität von ${last(resourceId)} einschalten`,
  DisableSystemAssignedIdentity: ({ resourceId }) =>
    `Systemseitig zugewiesene Identität von ${last(resourceId)} ausschalten`,
  AttachUserAssignedIdentity: ({ identityId, resourceId }) =>
    `Identität ${last(identityId)} an ${last(resourceId)} anfügen`,
  DetachUserAssignedIdentity: ({ identityId, resourceId }) =>
    `Identität ${last(identityId)} von ${last(resourceId)} trennen`,
  WriteIdentity: ({ resourceId, method, identity }) =>
    `Identität von ${last(resourceId)} mit ${method} schreiben: ${identity.type ?? 'ohne Typ'}`,
  CreateFederatedCredential: ({ identityId, name }) =>
    `Föderierte Anmeldeinformation ${name} zu ${last(identityId)} hinzufügen`,
  DeleteFederatedCredential: ({ identityId, name }) =>
    `Föderierte Anmeldeinformation ${name} von ${last(identityId)} entfernen`,
  CreateServiceAccount: ({ clusterId, namespace, name }) =>
    `Dienstkonto ${namespace}/${name} in ${last(clusterId)} erstellen`,
  DeleteServiceAccount: ({ clusterId, namespace, name }) =>
    `Dienstkonto ${namespace}/${name} in ${last(clusterId)} löschen`,
};
