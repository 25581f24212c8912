import type { IdentityCommand } from '#domain/cloud/commands/identity.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const identityCommands: Sentences<IdentityCommand['type']> = {
  EnableSystemAssignedIdentity: ({ resourceId }) => `turn on the system-assigned identity of ${last(resourceId)}`,
  DisableSystemAssignedIdentity: ({ resourceId }) => `turn off the system-assigned identity of ${last(resourceId)}`,
  AttachUserAssignedIdentity: ({ identityId, resourceId }) => `attach ${last(identityId)} to ${last(resourceId)}`,
  DetachUserAssignedIdentity: ({ identityId, resourceId }) => `detach ${last(identityId)} from ${last(resourceId)}`,
  WriteIdentity: ({ resourceId, method, identity }) =>
    `${method} the identity of ${last(resourceId)} as ${identity.type ?? 'no type'}`,
  CreateFederatedCredential: ({ identityId, name }) => `let ${last(identityId)} trust the federated credential ${name}`,
  DeleteFederatedCredential: ({ identityId, name }) => `remove the federated credential ${name} of ${last(identityId)}`,
  CreateServiceAccount: ({ clusterId, namespace, name }) =>
    `create the service account ${namespace}/${name} in ${last(clusterId)}`,
  DeleteServiceAccount: ({ clusterId, namespace, name }) =>
    `delete the service account ${namespace}/${name} in ${last(clusterId)}`,
};
