import { encodeText } from '#domain/kernel/base64url.ts';
import type { ClientId, TenantId } from '#domain/kernel/brand.ts';
import { hexDigits } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { identifierUri } from './audiences.ts';
import { appRoleId, isForPeople, microsoftGraphAppId } from './built-in.ts';
import type {
  AppRoleAssignment,
  Application,
  DeletedServicePrincipal,
  Group,
  ServicePrincipal,
  User,
} from './state.ts';

/** Whose tenant Microsoft's own applications come from. */
const microsoftTenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** A user as Graph lists it. */
export function userBody({ id, displayName, userPrincipalName }: User): JsonObject {
  return {
    businessPhones: [],
    displayName,
    givenName: null,
    jobTitle: null,
    mail: null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: null,
    userPrincipalName,
    id,
  };
}

/** A security group. */
export function groupBody({ id, displayName, createdAt }: Group): object {
  return {
    id,
    deletedDateTime: null,
    createdDateTime: toIso(createdAt),
    description: null,
    displayName,
    groupTypes: [],
    mailEnabled: false,
    securityEnabled: true,
  };
}

/** An application registration; managed identities have none (facts: control-plane §1.1). */
export function applicationBody(seed: string, application: Application): object {
  const { appId, displayName, createdAt } = application;
  return {
    appId,
    appRoles: appRolesBody(seed, application),
    createdDateTime: toIso(createdAt),
    displayName,
    identifierUris: [identifierUri(appId)],
    signInAudience: 'AzureADMyOrg',
  };
}

/** The service principal of a managed identity, with all keys of `az ad sp show` (facts: control-plane §1.3, §6.7). */
export function identityPrincipalBody(seed: string, principal: ServicePrincipal): object {
  const { appId, displayName, alternativeNames, id, createdAt } = principal;
  const secret = encodeText(hexDigits(32, seed, 'identity address', appId));
  return principalBody({
    id,
    appId,
    displayName,
    createdAt,
    alternativeNames,
    servicePrincipalNames: [appId, `https://identity.azure.net/${secret}=`],
    servicePrincipalType: 'ManagedIdentity',
    appOwnerOrganizationId: null,
    appRoleAssignmentRequired: false,
    appRoles: [],
    signInAudience: null,
  });
}

/** The service principal of an application. */
export function applicationPrincipalBody(seed: string, tenantId: TenantId, application: Application): object {
  const { appId, displayName, id, createdAt, assignmentRequired } = application;
  const isGraph = appId === microsoftGraphAppId;
  return principalBody({
    id,
    appId,
    displayName,
    createdAt,
    alternativeNames: [],
    servicePrincipalNames: [isGraph ? 'https://graph.microsoft.com' : identifierUri(appId), appId],
    servicePrincipalType: 'Application',
    appOwnerOrganizationId: isGraph ? microsoftTenant : tenantId,
    appRoleAssignmentRequired: assignmentRequired,
    appRoles: appRolesBody(seed, application),
    signInAudience: isGraph ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
  });
}

/** A deleted principal as `/directory/deletedItems/microsoft.graph.servicePrincipal` lists it: to be seen, not restored. */
export function deletedPrincipalBody(seed: string, { principal, deletedAt }: DeletedServicePrincipal): object {
  return { ...identityPrincipalBody(seed, principal), deletedDateTime: toIso(deletedAt) };
}

export interface AppRoleNames {
  readonly principalDisplayName: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal';
  readonly application: Application;
}

/** The path segment and key of an app role assignment. */
export function appRoleAssignmentId(seed: string, { principalId, resource, role }: AppRoleAssignment): string {
  return encodeText(hexDigits(32, seed, 'app role assignment', principalId, resource, role));
}

export function appRoleAssignmentBody(
  seed: string,
  assignment: AppRoleAssignment,
  { principalDisplayName, principalType, application }: AppRoleNames,
): object {
  return {
    id: appRoleAssignmentId(seed, assignment),
    deletedDateTime: null,
    appRoleId: appRoleId(seed, application.appId, assignment.role),
    principalDisplayName,
    principalId: assignment.principalId,
    principalType,
    resourceDisplayName: application.displayName,
    resourceId: application.id,
  };
}

/** What distinguishes one service principal from another; everything else is printed empty. */
interface PrincipalFacts {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly createdAt: Instant;
  readonly alternativeNames: readonly string[];
  readonly servicePrincipalNames: readonly string[];
  readonly servicePrincipalType: 'ManagedIdentity' | 'Application';
  readonly appOwnerOrganizationId: string | null;
  readonly appRoleAssignmentRequired: boolean;
  readonly appRoles: readonly object[];
  readonly signInAudience: string | null;
}

/** In the order in which `az ad sp show` prints the keys. */
function principalBody(facts: PrincipalFacts): object {
  return {
    accountEnabled: true,
    addIns: [],
    alternativeNames: facts.alternativeNames,
    appDescription: null,
    appDisplayName: facts.servicePrincipalType === 'ManagedIdentity' ? null : facts.displayName,
    appId: facts.appId,
    appOwnerOrganizationId: facts.appOwnerOrganizationId,
    appRoleAssignmentRequired: facts.appRoleAssignmentRequired,
    appRoles: facts.appRoles,
    applicationTemplateId: null,
    createdDateTime: toIso(facts.createdAt),
    deletedDateTime: null,
    description: null,
    disabledByMicrosoftStatus: null,
    displayName: facts.displayName,
    homepage: null,
    id: facts.id,
    info: { logoUrl: null, marketingUrl: null, privacyStatementUrl: null, supportUrl: null, termsOfServiceUrl: null },
    keyCredentials: [],
    loginUrl: null,
    logoutUrl: null,
    notes: null,
    notificationEmailAddresses: [],
    oauth2PermissionScopes: [],
    passwordCredentials: [],
    preferredSingleSignOnMode: null,
    preferredTokenSigningKeyThumbprint: null,
    replyUrls: [],
    resourceSpecificApplicationPermissions: [],
    samlSingleSignOnSettings: null,
    servicePrincipalNames: facts.servicePrincipalNames,
    servicePrincipalType: facts.servicePrincipalType,
    signInAudience: facts.signInAudience,
    tags: [],
    tokenEncryptionKeyId: null,
    verifiedPublisher: { addedDateTime: null, displayName: null, verifiedPublisherId: null },
  };
}

/** Graph's app roles are for applications only; those of one's own are made for people too. */
function memberTypes(appId: ClientId): readonly string[] {
  return isForPeople(appId) ? ['User', 'Application'] : ['Application'];
}

function appRolesBody(seed: string, { appId, appRoles }: Application): readonly object[] {
  return appRoles.map((value) => ({
    allowedMemberTypes: memberTypes(appId),
    description: value,
    displayName: value,
    id: appRoleId(seed, appId, value),
    isEnabled: true,
    origin: 'Application',
    value,
  }));
}
