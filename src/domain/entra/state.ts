import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import type { ClientId, PrincipalId, ResourceId, TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever, invariant } from '#domain/kernel/invariant.ts';

/** The service principal of a managed identity; there is no application object (facts: control-plane §1.3). */
export interface ServicePrincipal {
  readonly id: PrincipalId;
  readonly appId: ClientId;
  readonly displayName: string;
  readonly servicePrincipalType: 'ManagedIdentity';
  readonly identityKind: 'SystemAssigned' | 'UserAssigned';
  /** The host of a system-assigned identity, or the user-assigned identity itself. */
  readonly ownerId: ResourceId;
  /** `isExplicit=…` and the owner's ARM id, as Microsoft Graph lists them. */
  readonly alternativeNames: readonly string[];
  readonly createdAt: Instant;
  /** When the rest of Azure knows it; absent where it did at once. */
  readonly replicatedAt?: Instant;
}

export interface User {
  readonly id: PrincipalId;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly createdAt: Instant;
}

export interface Group {
  readonly id: PrincipalId;
  readonly displayName: string;
  readonly createdAt: Instant;
  /** Object ids of users, groups and service principals; members of a member are members. */
  readonly members: readonly PrincipalId[];
}

/** An application registration with its service principal: an API that has app roles. */
export interface Application {
  readonly appId: ClientId;
  /** Object id of its service principal. */
  readonly id: PrincipalId;
  readonly displayName: string;
  readonly appRoles: readonly string[];
  /** Assignment required: who has no app role gets no token for it. */
  readonly assignmentRequired: boolean;
  readonly createdAt: Instant;
}

/** An app role that a principal has in an API; it comes with the token, as `roles`. */
export interface AppRoleAssignment {
  readonly principalId: PrincipalId;
  readonly resource: ClientId;
  readonly role: string;
}

/** A principal on the deleted list: to be seen for 30 days, neither restored nor purged by hand. */
export interface DeletedServicePrincipal {
  readonly principal: ServicePrincipal;
  readonly deletedAt: Instant;
  readonly purgeAt: Instant;
}

export type EntraEvent =
  | {
      readonly type: 'ServicePrincipalCreated';
      readonly tenantId: TenantId;
      readonly principal: ServicePrincipal;
    }
  | {
      readonly type: 'ServicePrincipalDeleted';
      readonly tenantId: TenantId;
      readonly principalId: PrincipalId;
      readonly deletedAt: Instant;
      readonly purgeAt: Instant;
    }
  | {
      readonly type: 'ServicePrincipalPurged';
      readonly tenantId: TenantId;
      readonly principalId: PrincipalId;
    }
  /** The rest of Azure knows the principal from now on. */
  | { readonly type: 'ServicePrincipalReplicated'; readonly tenantId: TenantId; readonly principalId: PrincipalId }
  | { readonly type: 'UserCreated'; readonly tenantId: TenantId; readonly user: User }
  /** The group as it is now, with its members. */
  | { readonly type: 'GroupSet'; readonly tenantId: TenantId; readonly group: Group }
  | { readonly type: 'ApplicationRegistered'; readonly tenantId: TenantId; readonly application: Application }
  | { readonly type: 'AppRoleAssigned'; readonly tenantId: TenantId; readonly assignment: AppRoleAssignment }
  | { readonly type: 'AppRoleRemoved'; readonly tenantId: TenantId; readonly assignment: AppRoleAssignment };

export interface Directory {
  readonly servicePrincipals: Dictionary<ServicePrincipal>;
  readonly deleted: Dictionary<DeletedServicePrincipal>;
  readonly users: Dictionary<User>;
  readonly groups: Dictionary<Group>;
  /** By client ID. */
  readonly applications: Dictionary<Application>;
  readonly appRoles: readonly AppRoleAssignment[];
}

/** Directories by tenant. */
export type EntraState = Dictionary<Directory>;

export const emptyEntra: EntraState = dictionary.empty();

const emptyDirectory: Directory = {
  servicePrincipals: dictionary.empty(),
  deleted: dictionary.empty(),
  users: dictionary.empty(),
  groups: dictionary.empty(),
  applications: dictionary.empty(),
  appRoles: [],
};

export function directoryOf(entra: EntraState, tenantId: TenantId): Directory {
  return dictionary.get(entra, tenantId) ?? emptyDirectory;
}

/** The live service principal with that object id; a deleted one is not found. */
export function findPrincipal(entra: EntraState, tenantId: TenantId, id: string): ServicePrincipal | undefined {
  return dictionary.get(directoryOf(entra, tenantId).servicePrincipals, id);
}

export function evolveEntra(entra: EntraState, event: EntraEvent): EntraState {
  const directory = evolveDirectory(directoryOf(entra, event.tenantId), event);
  return isEmpty(directory)
    ? dictionary.remove(entra, event.tenantId)
    : dictionary.set(entra, event.tenantId, directory);
}

function isEmpty({ servicePrincipals, deleted, users, groups, applications, appRoles }: Directory): boolean {
  const held: readonly Dictionary<unknown>[] = [servicePrincipals, deleted, users, groups, applications];
  return appRoles.length === 0 && held.every((each) => dictionary.size(each) === 0);
}

function evolveDirectory(directory: Directory, event: EntraEvent): Directory {
  const { servicePrincipals, deleted } = directory;
  switch (event.type) {
    case 'ServicePrincipalCreated':
      return {
        ...directory,
        servicePrincipals: dictionary.set(servicePrincipals, event.principal.id, event.principal),
      };
    case 'ServicePrincipalDeleted': {
      const principal = dictionary.get(servicePrincipals, event.principalId);
      invariant(principal !== undefined, `no principal ${event.principalId} to delete`);
      const { deletedAt, purgeAt } = event;
      return {
        ...directory,
        servicePrincipals: dictionary.remove(servicePrincipals, event.principalId),
        deleted: dictionary.set(deleted, event.principalId, { principal, deletedAt, purgeAt }),
      };
    }
    case 'ServicePrincipalPurged':
      return { ...directory, deleted: dictionary.remove(deleted, event.principalId) };
    case 'ServicePrincipalReplicated':
      return directory;
    case 'UserCreated':
      return { ...directory, users: dictionary.set(directory.users, event.user.id, event.user) };
    case 'GroupSet':
      return { ...directory, groups: dictionary.set(directory.groups, event.group.id, event.group) };
    case 'ApplicationRegistered': {
      const { application } = event;
      return {
        ...directory,
        applications: dictionary.set(directory.applications, application.appId, application),
      };
    }
    case 'AppRoleAssigned':
      return { ...directory, appRoles: [...withoutAppRole(directory, event.assignment), event.assignment] };
    case 'AppRoleRemoved':
      return { ...directory, appRoles: withoutAppRole(directory, event.assignment) };
    default:
      return assertNever(event);
  }
}

function withoutAppRole({ appRoles }: Directory, removed: AppRoleAssignment): readonly AppRoleAssignment[] {
  const { principalId, resource, role } = removed;
  return appRoles.filter(
    (held) => held.principalId !== principalId || held.resource !== resource || held.role !== role,
  );
}

/** The shortest list of events that folds to this slice. */
export function* checkpointEntra(entra: EntraState): Generator<EntraEvent> {
  for (const [key, directory] of dictionary.entries(entra)) {
    const tenantId = key as TenantId;
    for (const principal of dictionary.values(directory.servicePrincipals)) {
      yield { type: 'ServicePrincipalCreated', tenantId, principal };
    }
    for (const { principal, deletedAt, purgeAt } of dictionary.values(directory.deleted)) {
      yield { type: 'ServicePrincipalCreated', tenantId, principal };
      const principalId = principal.id;
      yield { type: 'ServicePrincipalDeleted', tenantId, principalId, deletedAt, purgeAt };
    }
    for (const user of dictionary.values(directory.users)) yield { type: 'UserCreated', tenantId, user };
    for (const group of dictionary.values(directory.groups)) yield { type: 'GroupSet', tenantId, group };
    for (const application of dictionary.values(directory.applications)) {
      yield { type: 'ApplicationRegistered', tenantId, application };
    }
    for (const assignment of directory.appRoles) yield { type: 'AppRoleAssigned', tenantId, assignment };
  }
}
