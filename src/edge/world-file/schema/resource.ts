import * as v from 'valibot';
import { clientId, name, principalId, resourceId, time } from './primitives.ts';

export const resourceKind = v.picklist([
  'virtualMachine',
  'webApp',
  'functionApp',
  'keyVault',
  'storageAccount',
  'userAssignedIdentity',
]);

export const attachedIdentity = v.object({ identityId: resourceId, principalId, clientId });

const attached = v.pipe(v.array(attachedIdentity), v.minLength(1));

const identityBlock = v.variant('type', [
  v.object({ type: v.literal('None') }),
  v.object({ type: v.literal('SystemAssigned'), principalId }),
  v.object({ type: v.literal('UserAssigned'), userAssigned: attached }),
  v.object({
    type: v.literal('SystemAssigned, UserAssigned'),
    principalId,
    userAssigned: attached,
  }),
]);

const envelope = { id: resourceId, name, resourceGroup: name, location: name, createdAt: time };

export const resource = v.variant('kind', [
  v.object({
    ...envelope,
    kind: v.picklist(['virtualMachine', 'webApp', 'functionApp']),
    identity: identityBlock,
  }),
  v.object({ ...envelope, kind: v.literal('keyVault') }),
  v.object({ ...envelope, kind: v.literal('storageAccount') }),
  v.object({ ...envelope, kind: v.literal('userAssignedIdentity'), principalId, clientId }),
]);

export const resourceGroup = v.object({ id: resourceId, name, location: name, createdAt: time });
