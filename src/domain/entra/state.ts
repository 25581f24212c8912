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
    };

export interface Directory {
  readonly servicePrincipals: Dictionary<ServicePrincipal>;
  readonly deleted: Dictionary<DeletedServicePrincipal>;
}

/** Directories by tenant. */
export type EntraState = Dictionary<Directory>;

export const emptyEntra: EntraState = dictionary.empty();

const emptyDirectory: Directory = {
  servicePrincipals: dictionary.empty(),
  deleted: dictionary.empty(),
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
  const isEmpty = dictionary.size(directory.servicePrincipals) === 0 && dictionary.size(directory.deleted) === 0;
  return isEmpty ? dictionary.remove(entra, event.tenantId) : dictionary.set(entra, event.tenantId, directory);
}

function evolveDirectory(directory: Directory, event: EntraEvent): Directory {
  const { servicePrincipals, deleted } = directory;
  switch (event.type) {
    case 'ServicePrincipalCreated':
      return {
        servicePrincipals: dictionary.set(servicePrincipals, event.principal.id, event.principal),
        deleted,
      };
    case 'ServicePrincipalDeleted': {
      const principal = dictionary.get(servicePrincipals, event.principalId);
      invariant(principal !== undefined, `no principal ${event.principalId} to delete`);
      const { deletedAt, purgeAt } = event;
      return {
        servicePrincipals: dictionary.remove(servicePrincipals, event.principalId),
        deleted: dictionary.set(deleted, event.principalId, { principal, deletedAt, purgeAt }),
      };
    }
    case 'ServicePrincipalPurged':
      return { servicePrincipals, deleted: dictionary.remove(deleted, event.principalId) };
    default:
      return assertNever(event);
  }
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
  }
}
