import * as v from 'valibot';
import type { Command } from '#domain/cloud/command.ts';
import type { ClientId, PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { origin, request } from './http.ts';
import { text, writtenId } from './primitives.ts';
import { details, named, resourceKind, tags } from './resource.ts';
import {
  accountKey,
  appSetting,
  authentication,
  cosmosRole,
  firewall,
  imdsFault,
  lockLevel,
  permissionModel,
  principalType,
  referenceIdentity,
  secretPermission,
  upgradeMode,
} from './services.ts';
import { presentedAssertion, presentedToken } from './tokens.ts';

/*
 * Whatever somebody may have written: a command that Azure refused is in the log as it was, and has to be read again.
 */
const name = text;
const resourceId = writtenId<ResourceId>();
const principalId = writtenId<PrincipalId>();
const clientId = writtenId<ClientId>();
const roleId = writtenId<RoleId>();
const roleAssignmentId = writtenId<RoleAssignmentId>();
const number = v.pipe(v.number(), v.finite());

const delay = v.variant('kind', [
  v.object({ kind: v.literal('seeded') }),
  v.object({ kind: v.literal('fixed'), seconds: number }),
]);

const appRole = { principalId, resource: clientId, role: name };

const id = { id: resourceId };
const host = { resourceId };
const attachment = { resourceId, identityId: resourceId };
const names = v.array(text);

const arm = [
  v.object({ type: v.literal('CreateResourceGroup'), name, location: name, tags: v.exactOptional(tags) }),
  v.object({ type: v.literal('DeleteResourceGroup'), name }),
  v.object({
    type: v.literal('CreateResource'),
    kind: resourceKind,
    resourceGroup: name,
    name,
    location: name,
    identity: v.exactOptional(v.object({ systemAssigned: v.boolean(), userAssigned: v.array(resourceId) })),
    tags: v.exactOptional(tags),
    details: v.exactOptional(details),
    permissionModel: v.exactOptional(permissionModel),
    retentionDays: v.exactOptional(v.number()),
    upgradeMode: v.exactOptional(upgradeMode),
  }),
  v.object({ type: v.literal('DeleteResource'), ...id }),
  v.object({ type: v.literal('SetTags'), ...id, tags }),
  v.object({ type: v.literal('MoveResource'), ...id, resourceGroup: name }),
  v.object({ type: v.literal('CreateLock'), scope: resourceId, name, level: lockLevel }),
  v.object({ type: v.literal('DeleteLock'), scope: resourceId, name }),
  v.object({ type: v.literal('PurgeDeletedVault'), name }),
  v.object({ type: v.literal('RecoverDeletedVault'), name }),
] as const;

const identity = [
  v.object({ type: v.literal('EnableSystemAssignedIdentity'), ...host }),
  v.object({ type: v.literal('DisableSystemAssignedIdentity'), ...host }),
  v.object({ type: v.literal('AttachUserAssignedIdentity'), ...attachment }),
  v.object({ type: v.literal('DetachUserAssignedIdentity'), ...attachment }),
  v.object({
    type: v.literal('WriteIdentity'),
    ...host,
    method: v.picklist(['PUT', 'PATCH']),
    identity: v.object({
      type: v.exactOptional(text),
      userAssignedIdentities: v.exactOptional(named(v.nullable(named(text)))),
    }),
  }),
  v.object({
    type: v.literal('CreateFederatedCredential'),
    identityId: resourceId,
    name,
    issuer: text,
    subject: text,
    audiences: names,
  }),
  v.object({ type: v.literal('DeleteFederatedCredential'), identityId: resourceId, name }),
  v.object({
    type: v.literal('CreateServiceAccount'),
    clusterId: resourceId,
    namespace: name,
    name,
    clientId: v.nullable(name),
  }),
  v.object({ type: v.literal('DeleteServiceAccount'), clusterId: resourceId, namespace: name, name }),
] as const;

const directory = [
  v.object({ type: v.literal('CreateUser'), name }),
  v.object({ type: v.literal('CreateGroup'), name }),
  v.object({ type: v.literal('AddGroupMember'), groupId: principalId, memberId: principalId }),
  v.object({ type: v.literal('RemoveGroupMember'), groupId: principalId, memberId: principalId }),
  v.object({ type: v.literal('RegisterApplication'), name, appRoles: names, assignmentRequired: v.boolean() }),
  v.object({ type: v.literal('AssignAppRole'), ...appRole }),
  v.object({ type: v.literal('RemoveAppRole'), ...appRole }),
] as const;

const access = [
  v.object({
    type: v.literal('CreateRoleAssignment'),
    scope: name,
    roleId,
    principalId,
    principalType: v.exactOptional(principalType),
    name: v.exactOptional(name),
    condition: v.exactOptional(text),
  }),
  v.object({ type: v.literal('DeleteRoleAssignment'), id: roleAssignmentId }),
  v.object({
    type: v.literal('CreateDenyAssignment'),
    scope: name,
    name,
    actions: names,
    dataActions: names,
    principals: v.array(principalId),
  }),
  v.object({ type: v.literal('DeleteDenyAssignment'), scope: name, name }),
] as const;

const compute = [
  v.object({
    type: v.literal('SetPower'),
    ...id,
    action: v.picklist(['start', 'powerOff', 'deallocate', 'restart']),
  }),
  v.object({ type: v.literal('UpdateScaleSetInstances'), ...id }),
  v.object({ type: v.literal('RunCommand'), ...id, request }),
  v.object({ type: v.literal('SetImdsFault'), ...id, fault: v.nullable(imdsFault) }),
] as const;

const appService = [
  v.object({ type: v.literal('SetAppSettings'), ...id, settings: named(v.nullable(appSetting)) }),
  v.object({ type: v.literal('SetReferenceIdentity'), ...id, identity: referenceIdentity }),
  v.object({ type: v.literal('SetAuthentication'), ...id, authentication: v.nullable(authentication) }),
  v.object({ type: v.literal('SwapSlots'), ...id }),
  v.object({ type: v.literal('ResolveKeyVaultReference'), ...id, setting: name }),
  v.object({ type: v.literal('OpenConnection'), ...id, connection: name }),
] as const;

const vault = { vaultId: resourceId };
const account = { accountId: resourceId };
const cosmosAssignment = { ...account, principalId, role: cosmosRole };

const data = [
  v.object({ type: v.literal('SetSecret'), ...vault, name, value: text }),
  v.object({ type: v.literal('DeleteSecret'), ...vault, name }),
  v.object({ type: v.literal('RecoverDeletedSecret'), ...vault, name }),
  v.object({ type: v.literal('PurgeDeletedSecret'), ...vault, name }),
  v.object({ type: v.literal('SetPermissionModel'), ...vault, model: permissionModel }),
  v.object({
    type: v.literal('SetAccessPolicy'),
    ...vault,
    objectId: principalId,
    secrets: v.array(secretPermission),
  }),
  v.object({ type: v.literal('CreateContainer'), ...account, name, plane: v.exactOptional(v.literal('control')) }),
  v.object({ type: v.literal('DeleteContainer'), ...account, name, plane: v.exactOptional(v.literal('control')) }),
  v.object({ type: v.literal('UploadBlob'), ...account, container: name, name, content: text }),
  v.object({ type: v.literal('DeleteBlob'), ...account, container: name, name }),
  v.object({ type: v.literal('SetSharedKeyAccess'), ...account, allowed: v.boolean() }),
  v.object({ type: v.literal('ListAccountKeys'), ...account }),
  v.object({ type: v.literal('RegenerateAccountKey'), ...account, key: accountKey }),
  v.object({ type: v.literal('SetFirewall'), resourceId, firewall }),
  v.object({
    type: v.literal('SetSqlAdministrator'),
    serverId: resourceId,
    principalId: v.nullable(principalId),
  }),
  v.object({ type: v.literal('AssignCosmosRole'), ...cosmosAssignment }),
  v.object({ type: v.literal('RemoveCosmosRole'), ...cosmosAssignment }),
] as const;

const others = [
  v.object({
    type: v.literal('RequestToken'),
    from: origin,
    request,
    assertion: v.exactOptional(presentedAssertion),
  }),
  v.object({ type: v.literal('RequestUserToken'), resource: text }),
  v.object({ type: v.literal('CallTarget'), from: origin, request, token: presentedToken }),
  v.object({ type: v.literal('AdvanceClock'), seconds: number }),
  v.object({ type: v.literal('SetRoleDelay'), delay }),
  v.object({ type: v.literal('SetReplicationDelay'), seconds: number }),
] as const;

/** Commands are shown and never replayed; they are checked all the same, for screens rely on them. */
export const command: v.GenericSchema<unknown, Command> = v.variant('type', [
  ...arm,
  ...identity,
  ...directory,
  ...access,
  ...compute,
  ...appService,
  ...data,
  ...others,
]);
