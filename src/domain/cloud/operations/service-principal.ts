import type { ServicePrincipal } from '#domain/entra/state.ts';
import type { ClientId, PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { plus } from '#domain/kernel/instant.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { principalRetention } from '../delays.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';

/** Creates the service principal of an identity: a new object and client id each time (facts: control-plane §2.1). */
export function createPrincipal(
  draft: Draft,
  ownerId: ResourceId,
  displayName: string,
  identityKind: ServicePrincipal['identityKind'],
): ServicePrincipal {
  const { seed, tenantId, now, replicationDelay } = draft.state;
  const owner = idKey(ownerId);
  const time = String(ordinal(draft.state, ordinalKeys.principal(ownerId)));
  const principal: ServicePrincipal = {
    id: guid(seed, 'principal', owner, time) as PrincipalId,
    appId: guid(seed, 'client', owner, time) as ClientId,
    displayName,
    servicePrincipalType: 'ManagedIdentity',
    identityKind,
    ownerId,
    alternativeNames: [`isExplicit=${identityKind === 'UserAssigned' ? 'True' : 'False'}`, ownerId],
    createdAt: now,
    ...(replicationDelay === 0 ? {} : { replicatedAt: plus(now, replicationDelay) }),
  };
  draft.emit({ type: 'ServicePrincipalCreated', tenantId, principal });
  return principal;
}

/** Moves a principal to the deleted list. Its role assignments stay on purpose: Azure keeps them (facts: control-plane §2.3). */
export function deletePrincipal(draft: Draft, principalId: PrincipalId): void {
  const { tenantId, now } = draft.state;
  const { rules } = draft;
  draft.emit({
    type: 'ServicePrincipalDeleted',
    tenantId,
    principalId,
    deletedAt: now,
    purgeAt: plus(now, principalRetention),
  });
  for (const id of rules.onDelete(draft.state.rbac, principalId)) {
    draft.emit({ type: 'RoleAssignmentDeleted', id, endsAt: now });
    draft.emit({ type: 'RoleRemovalTookEffect', id });
  }
}
