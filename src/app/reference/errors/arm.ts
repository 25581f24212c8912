import * as identity from '#domain/arm/identity-wire.ts';
import * as token from '#domain/arm/token-wire.ts';
import * as arm from '#domain/arm/wire.ts';
import * as guard from '#domain/cloud/guard/wire.ts';
import * as compute from '#domain/compute/wire.ts';
import * as federation from '#domain/federation/wire.ts';
import * as site from '#domain/appservice/site-wire.ts';
import * as rbac from '#domain/rbac/wire.ts';
import * as rest from '#domain/rest/refusals.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { any, entriesOf, someTime } from './entry.ts';

const resource = any<string>('resource');
const name = any<string>('name');
const path = '/subscriptions/{subscription}/resourceGroups/{group}/providers/{type}/{name}';
const demand = { action: '{action}', scope: any<ResourceId>('scope'), lock: null };
const caller = { name: '{client}', objectId: '{object ID}' };

/** What Azure Resource Manager refuses before it asks whether the caller may, and of names and groups. */
export const armErrors = entriesOf('arm', {
  'arm-no-token': ['REST-13', token.tokenMissing()],
  'arm-token-invalid': ['REST-13', token.tokenUnreadable()],
  'arm-token-issuer': ['REST-13', token.wrongIssuer(any('issuer of the tenant'), any('issuer of the token'))],
  'arm-token-audience': ['REST-13', token.wrongAudience(any('audience'))],
  'arm-token-expired': ['REST-13', token.tokenExpired(someTime, someTime)],
  'arm-token-not-yet-valid': ['REST-13', token.tokenNotYetValid()],
  'arm-scope-locked': ['CALLER-10', guard.scopeLocked(any('scope'), any('operation'), [any('locked scopes')])],
  'arm-group-not-found': ['ARM-08', arm.resourceGroupNotFound(any('group'))],
  'arm-resource-not-found': ['ID-20', arm.resourceNotFound(path)],
  'arm-scope-not-found': ['MOVE-10', arm.scopeNotFound(any('scope'))],
  'arm-name-invalid': ['ARM-07', arm.invalidName(any('kind'), name, any('the rule'))],
  'arm-account-name-taken': ['ARM-11', arm.storageAccountAlreadyTaken(name)],
  'arm-vault-name-taken': ['ARM-11', arm.vaultAlreadyExists(name)],
  'arm-site-name-taken': ['ARM-11', arm.siteNameTaken(name)],
  'arm-name-in-use': ['ARM-24', arm.nameInUse(any('kind'), name)],
  'arm-deleted-vault-holds-name': ['ARM-14', arm.vaultInDeletedState()],
  'arm-deleted-vault-not-found': ['ARM-15', arm.deletedVaultNotFound(name)],
  'arm-retention-fixed': ['ARM-25', arm.retentionIsFixed()],
  'arm-parent-not-found': ['ARM-23', arm.parentNotFound(any('parent'))],
  'arm-move-not-supported': ['MOVE-05', arm.moveNotSupported(any('type'))],
  'arm-move-to-itself': ['MOVE-06', arm.moveToItself(any('group'))],
  'arm-move-name-taken': ['MOVE-06', arm.moveNameTaken(name, any('group'))],
  'arm-api-version': ['REST-04', rest.missingApiVersion()],
  'arm-subscription-not-found': ['REST-04', rest.subscriptionNotFound(any('subscription'))],
  'arm-type-unknown': ['REST-04', rest.invalidResourceType('{namespace}/{type}', any('version'))],
  'arm-path-unknown': ['REST-04', rest.pathUnknown(any('path'))],
  'arm-method': ['REST-04', rest.methodNotAllowed(any('method'))],
  'arm-content': ['REST-20', rest.invalidContent(any('what is wrong'))],
  'arm-machine-not-running': ['COMPUTE-02', compute.notRunning(name)],
  'arm-identity-uri-stale': ['COMPUTE-06', compute.identityUriStale(name)],
  'arm-not-a-scale-set': ['COMPUTE-09', compute.notAScaleSet(resource)],
  'arm-setting-name': ['SITE-02', site.invalidSettingName(name)],
  'arm-not-an-app': ['SITE-03', site.notASite(any('app'))],
  'arm-not-a-slot': ['SITE-07', site.notASlot(any('app'))],
  'identity-not-a-host': ['ID-20', arm.notAHost(any('resource'))],
  'identity-operation-failed': ['ID-10', identity.failedIdentityOperation(resource, any('identity'))],
  'identity-map-under-wrong-type': ['WRITE-08', identity.mapUnderWrongType(resource)],
  'identity-none-left': ['WRITE-09', identity.noIdentityLeft(resource)],
  'identity-ids-missing': ['WRITE-09', identity.missingIdentityIds()],
  'identity-type-missing': ['WRITE-07', identity.missingIdentityType()],
  'identity-type-unknown': ['WRITE-07', identity.unknownIdentityType(any('type'))],
  'identity-linked-id-invalid': ['ID-11', identity.linkedInvalidPropertyId(any('value'))],
  'identity-id-invalid': ['ID-11', identity.invalidIdentityId(any('id'))],
  'identity-values-invalid': ['WRITE-10', identity.invalidIdentityValues(any('id'))],
  'federation-name': ['FED-02', federation.credentialRefusal('name', name)],
  'federation-empty': ['FED-02', federation.credentialRefusal('empty', name)],
  'federation-audiences': ['FED-02', federation.credentialRefusal('audiences', name)],
  'federation-length': ['FED-02', federation.credentialRefusal('length', name)],
  'federation-taken': ['FED-03', federation.credentialRefusal('taken', name)],
  'federation-limit': ['FED-03', federation.credentialRefusal('limit', name)],
  'federation-parent': ['FED-04', federation.parentNotFound()],
  'federation-not-user-assigned': ['FED-04', federation.noUserAssignedIdentity(any('type'))],
});

/** What it says of rights and role assignments. */
export const rbacErrors = entriesOf('rbac', {
  'rbac-authorization-failed': ['CALLER-02', guard.authorizationFailed(caller, demand)],
  'rbac-assignment-authorization-failed': [
    'CALLER-03',
    guard.authorizationFailed(caller, {
      ...demand,
      action: 'Microsoft.Authorization/roleAssignments/{operation}',
    }),
  ],
  'rbac-linked-authorization-failed': ['CALLER-04', guard.linkedAuthorizationFailed(caller, demand, ['{identities}'])],
  'rbac-assignment-exists': [
    'RBAC-04',
    rbac.roleAssignmentExists({ id: '{id}' } as unknown as Parameters<typeof rbac.roleAssignmentExists>[0]),
  ],
  'rbac-principal-not-found': ['RBAC-05', rbac.principalNotFound(any('object ID'), any('tenant ID'))],
  'rbac-role-not-found': ['RBAC-06', rbac.roleDefinitionNotFound(any('role'))],
  'rbac-role-id-invalid': ['RBAC-06', rbac.invalidRoleDefinitionId(any('value'))],
  'rbac-bad-request-format': ['RBAC-06', rbac.badRequestFormat()],
  'rbac-assignment-id-invalid': ['RBAC-25', rbac.invalidRoleAssignmentId()],
  'rbac-update-not-permitted': ['RBAC-25', rbac.roleAssignmentUpdateNotPermitted()],
  'rbac-principal-id-invalid': ['RBAC-24', rbac.invalidPrincipalId()],
  'rbac-principal-type': ['RBAC-24', rbac.unmatchedPrincipalType(any('object ID'), any('type given'), any('type'))],
  'rbac-condition-invalid': ['RBAC-29', rbac.invalidCondition()],
  'rbac-scope-not-found': ['RBAC-07', rbac.scopeNotFound(any('scope'))],
});
