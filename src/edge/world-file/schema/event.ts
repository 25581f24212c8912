import * as v from 'valibot';
import type { CloudEvent } from '#domain/cloud/event.ts';
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
import { attachedIdentity, details, identityBlock, named, resource, resourceGroup, tags } from './resource.ts';
import {
  accountKey,
  appRole,
  appSetting,
  authentication,
  cosmosRole,
  firewall,
  imdsFault,
  lockLevel,
  permissionModel,
  principalType,
  referenceIdentity,
  roleDelay,
  secretPermission,
  upgradeMode,
} from './services.ts';
import { tokenClaims, tokenHeader } from './tokens.ts';

const lock = v.object({ id: resourceId, scope: resourceId, name, level: lockLevel });

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
  v.object({ type: v.literal('TagsSet'), resourceId, tags }),
  v.object({ type: v.literal('DetailsSet'), resourceId, details }),
  v.object({ type: v.literal('ResourceMoved'), id: resourceId, to: resourceId, resourceGroup: name }),
  v.object({ type: v.literal('LockCreated'), lock }),
  v.object({ type: v.literal('LockDeleted'), id: resourceId }),
] as const;

const principal = { tenantId, principalId };

const servicePrincipal = v.object({
  id: principalId,
  appId: clientId,
  displayName: name,
  servicePrincipalType: v.literal('ManagedIdentity'),
  identityKind: v.picklist(['SystemAssigned', 'UserAssigned']),
  ownerId: resourceId,
  alternativeNames: v.array(name),
  createdAt: time,
  replicatedAt: v.exactOptional(time),
});

const user = v.object({ id: principalId, displayName: name, userPrincipalName: name, createdAt: time });

const group = v.object({ id: principalId, displayName: name, createdAt: time, members: v.array(principalId) });

const application = v.object({
  appId: clientId,
  id: principalId,
  displayName: name,
  appRoles: v.array(name),
  assignmentRequired: v.boolean(),
  createdAt: time,
});

const entra = [
  v.object({
    type: v.literal('ServicePrincipalCreated'),
    tenantId,
    principal: servicePrincipal,
  }),
  v.object({ type: v.literal('ServicePrincipalDeleted'), ...principal, deletedAt: time, purgeAt: time }),
  v.object({ type: v.literal('ServicePrincipalPurged'), ...principal }),
  v.object({ type: v.literal('ServicePrincipalReplicated'), ...principal }),
  v.object({ type: v.literal('UserCreated'), tenantId, user }),
  v.object({ type: v.literal('GroupSet'), tenantId, group }),
  v.object({ type: v.literal('ApplicationRegistered'), tenantId, application }),
  v.object({ type: v.literal('AppRoleAssigned'), tenantId, assignment: v.object(appRole) }),
  v.object({ type: v.literal('AppRoleRemoved'), tenantId, assignment: v.object(appRole) }),
] as const;

const roleAssignment = v.object({
  id: roleAssignmentId,
  scope: name,
  roleId,
  principalId,
  createdAt: time,
  effectiveAt: time,
  principalType: v.exactOptional(principalType),
  condition: v.exactOptional(text),
  updatedBy: v.exactOptional(principalId),
});

const denyAssignment = v.object({
  id: resourceId,
  scope: name,
  name,
  actions: v.array(text),
  dataActions: v.array(text),
  principals: v.array(principalId),
});

const rbac = [
  v.object({ type: v.literal('RoleAssignmentCreated'), assignment: roleAssignment }),
  v.object({ type: v.literal('RoleAssignmentTookEffect'), id: roleAssignmentId }),
  v.object({ type: v.literal('RoleAssignmentDeleted'), id: roleAssignmentId, endsAt: time }),
  v.object({ type: v.literal('RoleRemovalTookEffect'), id: roleAssignmentId }),
  v.object({ type: v.literal('DenyAssignmentCreated'), assignment: denyAssignment }),
  v.object({ type: v.literal('DenyAssignmentDeleted'), id: resourceId }),
] as const;

const vault = { vaultId: resourceId };

const secretProperties = v.object({
  contentType: v.exactOptional(text),
  tags: v.exactOptional(tags),
  enabled: v.exactOptional(v.boolean()),
  notBefore: v.exactOptional(time),
  expires: v.exactOptional(time),
});

const keyVault = [
  v.object({
    type: v.literal('SecretSet'),
    ...vault,
    secret: v.object({
      name,
      value: text,
      version: name,
      createdAt: time,
      properties: v.exactOptional(secretProperties),
      updatedAt: v.exactOptional(time),
    }),
  }),
  v.object({
    type: v.literal('SecretPropertiesSet'),
    ...vault,
    name,
    version: name,
    properties: secretProperties,
    updatedAt: time,
  }),
  v.object({ type: v.literal('SecretDeleted'), ...vault, name, deletedAt: time, purgeAt: time }),
  v.object({ type: v.literal('SecretRecovered'), ...vault, name }),
  v.object({ type: v.literal('DeletedSecretPurged'), ...vault, name }),
  v.object({
    type: v.literal('VaultConfigured'),
    ...vault,
    settings: v.object({
      model: permissionModel,
      retentionDays: v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(90)),
      policies: v.array(v.object({ objectId: principalId, secrets: v.array(secretPermission) })),
    }),
  }),
  v.object({
    type: v.literal('VaultSoftDeleted'),
    ...vault,
    name,
    location: name,
    deletedAt: time,
    purgeAt: time,
  }),
  v.object({ type: v.literal('VaultRecovered'), name }),
  v.object({ type: v.literal('DeletedVaultPurged'), name }),
] as const;

const account = { accountId: resourceId };

const storage = [
  v.object({ type: v.literal('ContainerCreated'), ...account, name }),
  v.object({ type: v.literal('ContainerDeleted'), ...account, name }),
  v.object({
    type: v.literal('BlobUploaded'),
    ...account,
    container: name,
    blob: v.object({
      name,
      content: text,
      etag: name,
      lastModified: time,
      contentType: v.exactOptional(text),
      metadata: v.exactOptional(tags),
    }),
  }),
  v.object({ type: v.literal('BlobDeleted'), ...account, container: name, name }),
  v.object({ type: v.literal('StorageAccountEmptied'), ...account }),
  v.object({ type: v.literal('SharedKeyAccessSet'), ...account, allowed: v.boolean() }),
  v.object({
    type: v.literal('AccountKeyRegenerated'),
    ...account,
    key: accountKey,
    generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
] as const;

const cosmosAssignment = v.object({ principalId, role: cosmosRole });

const databases = [
  v.object({
    type: v.literal('SqlAdministratorSet'),
    serverId: resourceId,
    principalId: v.nullable(principalId),
  }),
  v.object({
    type: v.literal('DatabaseUserSet'),
    databaseId: resourceId,
    user: v.object({ name, sid: name, roles: v.array(name) }),
  }),
  v.object({ type: v.literal('DatabaseUserDropped'), databaseId: resourceId, name }),
  v.object({ type: v.literal('CosmosRoleAssigned'), ...account, assignment: cosmosAssignment }),
  v.object({ type: v.literal('CosmosRoleRemoved'), ...account, assignment: cosmosAssignment }),
] as const;

const hosts = [
  v.object({ type: v.literal('FirewallSet'), resourceId, firewall }),
  v.object({
    type: v.literal('PowerChanged'),
    resourceId,
    power: v.picklist(['running', 'stopped', 'deallocated']),
  }),
  v.object({ type: v.literal('IdentityUriChanged'), resourceId, stale: v.boolean() }),
  v.object({ type: v.literal('UpgradeModeSet'), resourceId, mode: upgradeMode }),
  v.object({ type: v.literal('InstancesUpdated'), resourceId, identity: identityBlock }),
  v.object({ type: v.literal('ImdsFaultSet'), resourceId, fault: v.nullable(imdsFault) }),
  v.object({ type: v.literal('ImdsFaultMet'), resourceId }),
  v.object({ type: v.literal('AppSettingsSet'), resourceId, settings: named(appSetting) }),
  v.object({ type: v.literal('ReferenceIdentitySet'), resourceId, identity: referenceIdentity }),
  v.object({ type: v.literal('AuthenticationSet'), resourceId, authentication: v.nullable(authentication) }),
] as const;

const federation = [
  v.object({
    type: v.literal('FederatedCredentialSet'),
    identityId: resourceId,
    credential: v.object({ name, issuer: text, subject: text, audiences: v.array(text), effectiveAt: time }),
  }),
  v.object({ type: v.literal('FederatedCredentialTookEffect'), identityId: resourceId, name }),
  v.object({ type: v.literal('FederatedCredentialDeleted'), identityId: resourceId, name }),
  v.object({
    type: v.literal('ServiceAccountSet'),
    clusterId: resourceId,
    account: v.object({ namespace: name, name, clientId: v.nullable(name) }),
  }),
  v.object({ type: v.literal('ServiceAccountDeleted'), clusterId: resourceId, namespace: name, name }),
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

const gateNames = [
  'token',
  'signature',
  'issuer',
  'audience',
  'lifetime',
  'sharedKey',
  'network',
  'deny',
  'role',
  'condition',
  'policy',
  'databaseUser',
  'cosmosRole',
  'appRole',
  'application',
] as const;

const decision = v.object({
  allowed: v.boolean(),
  gates: v.array(
    v.object({
      gate: v.picklist(gateNames),
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
    reason: v.picklist(['unreachable', 'nameNotResolved', 'endpointNotSet', 'notRunning', 'originGone']),
  }),
  v.object({ type: v.literal('ManagementAnswered'), method, url: text, response, source }),
] as const;

const clock = [
  v.object({ type: v.literal('ClockAdvanced'), to: time }),
  v.object({ type: v.literal('RoleDelaySet'), delay: roleDelay }),
  v.object({
    type: v.literal('ReplicationDelaySet'),
    seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)),
  }),
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
  ...keyVault,
  ...storage,
  ...databases,
  ...hosts,
  ...federation,
  ...tokens,
  ...exchange,
  ...clock,
]);
