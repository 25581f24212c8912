import * as v from 'valibot';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { roleDelay } from './command.ts';
import { actor, method, request, response, source } from './http.ts';
import {
  clientId,
  name,
  principalId,
  resourceId,
  roleAssignmentId,
  roleId,
  tenantId,
  text,
  time,
  tokenId,
} from './primitives.ts';
import { attachedIdentity, resource, resourceGroup } from './resource.ts';
import { tokenClaims, tokenHeader } from './tokens.ts';

const arm = [
  v.object({ type: v.literal('ResourceGroupCreated'), group: resourceGroup }),
  v.object({ type: v.literal('ResourceGroupDeleted'), id: resourceId }),
  v.object({ type: v.literal('ResourceCreated'), resource }),
  v.object({ type: v.literal('ResourceDeleted'), id: resourceId }),
  v.object({ type: v.literal('SystemAssignedIdentityEnabled'), resourceId, principalId }),
  v.object({ type: v.literal('SystemAssignedIdentityDisabled'), resourceId }),
  v.object({
    type: v.literal('UserAssignedIdentityAttached'),
    resourceId,
    identity: attachedIdentity,
  }),
  v.object({
    type: v.literal('UserAssignedIdentityDetached'),
    resourceId,
    identityId: resourceId,
  }),
] as const;

const servicePrincipal = v.object({
  id: principalId,
  appId: clientId,
  displayName: name,
  servicePrincipalType: v.literal('ManagedIdentity'),
  identityKind: v.picklist(['SystemAssigned', 'UserAssigned']),
  ownerId: resourceId,
  alternativeNames: v.array(name),
  createdAt: time,
});

const entra = [
  v.object({
    type: v.literal('ServicePrincipalCreated'),
    tenantId,
    principal: servicePrincipal,
  }),
  v.object({
    type: v.literal('ServicePrincipalDeleted'),
    tenantId,
    principalId,
    deletedAt: time,
    purgeAt: time,
  }),
  v.object({ type: v.literal('ServicePrincipalPurged'), tenantId, principalId }),
] as const;

const roleAssignment = v.object({
  id: roleAssignmentId,
  scope: name,
  roleId,
  principalId,
  createdAt: time,
  effectiveAt: time,
});

const rbac = [
  v.object({ type: v.literal('RoleAssignmentCreated'), assignment: roleAssignment }),
  v.object({ type: v.literal('RoleAssignmentTookEffect'), id: roleAssignmentId }),
  v.object({ type: v.literal('RoleAssignmentDeleted'), id: roleAssignmentId, endsAt: time }),
  v.object({ type: v.literal('RoleRemovalTookEffect'), id: roleAssignmentId }),
] as const;

const data = [
  v.object({
    type: v.literal('SecretSet'),
    vaultId: resourceId,
    secret: v.object({ name, value: text, version: name, createdAt: time }),
  }),
  v.object({
    type: v.literal('VaultSoftDeleted'),
    vaultId: resourceId,
    name,
    location: name,
    deletedAt: time,
    purgeAt: time,
  }),
  v.object({ type: v.literal('DeletedVaultPurged'), name }),
  v.object({ type: v.literal('ContainerCreated'), accountId: resourceId, name }),
  v.object({
    type: v.literal('BlobUploaded'),
    accountId: resourceId,
    container: name,
    blob: v.object({ name, content: text, etag: name, lastModified: time }),
  }),
  v.object({ type: v.literal('StorageAccountEmptied'), accountId: resourceId }),
] as const;

const tokens = [
  v.object({
    type: v.literal('TokenIssued'),
    tokenId,
    header: tokenHeader,
    claims: tokenClaims,
    host: resourceId,
    resource: text,
  }),
  v.object({ type: v.literal('TokenExpired'), tokenId }),
  v.object({ type: v.literal('TokenCacheCleared'), host: resourceId }),
] as const;

const decision = v.object({
  allowed: v.boolean(),
  gates: v.array(
    v.object({
      gate: v.picklist(['token', 'signature', 'issuer', 'audience', 'lifetime', 'role']),
      passed: v.boolean(),
      expected: text,
      found: text,
    }),
  ),
  pending: v.nullable(v.object({ assignmentId: roleAssignmentId, effectiveAt: time })),
});

const exchange = [
  v.object({
    type: v.literal('RequestSent'),
    from: actor,
    to: actor,
    request,
    tokenId: v.nullable(tokenId),
  }),
  v.object({
    type: v.literal('ResponseReturned'),
    from: actor,
    to: actor,
    response,
    source,
    tokenId: v.nullable(tokenId),
    fromCache: v.boolean(),
    decision: v.nullable(decision),
  }),
  v.object({
    type: v.literal('ConnectionFailed'),
    from: actor,
    to: actor,
    reason: v.picklist(['unreachable', 'nameNotResolved', 'endpointNotSet']),
  }),
  v.object({ type: v.literal('ManagementAnswered'), method, url: text, response, source }),
] as const;

const clock = [
  v.object({ type: v.literal('ClockAdvanced'), to: time }),
  v.object({ type: v.literal('RoleDelaySet'), delay: roleDelay }),
  v.object({
    type: v.literal('OrdinalsRestored'),
    ordinals: v.array(v.tuple([text, v.pipe(v.number(), v.safeInteger(), v.minValue(0))])),
  }),
] as const;

/** Every event of format 1; a test sends each kind through it. */
export const event: v.GenericSchema<unknown, CloudEvent> = v.variant('type', [
  ...arm,
  ...entra,
  ...rbac,
  ...data,
  ...tokens,
  ...exchange,
  ...clock,
]);
