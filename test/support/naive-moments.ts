import type { Moment } from '#domain/cloud/moments.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { CloudState } from '#domain/cloud/state.ts';

/** Everything that is due, found by looking at the whole world: what the calendar of the engine has to hold. */
export function naiveMoments(state: CloudState): readonly Moment[] {
  return [
    ...roleMoments(state),
    ...tokenMoments(state),
    ...principalMoments(state),
    ...federationMoments(state),
    ...vaultMoments(state),
  ];
}

function* roleMoments({ rbac, now }: CloudState): Generator<Moment> {
  for (const { id, effectiveAt } of dictionary.values(rbac.assignments)) {
    if (effectiveAt > now) yield { at: effectiveAt, event: { type: 'RoleAssignmentTookEffect', id } };
  }
  for (const { assignment, endsAt } of dictionary.values(rbac.ending)) {
    yield { at: endsAt, event: { type: 'RoleRemovalTookEffect', id: assignment.id } };
  }
}

function* tokenMoments({ tokens }: CloudState): Generator<Moment> {
  for (const { tokenId, claims } of dictionary.values(tokens.live)) {
    yield { at: claims.exp as Instant, event: { type: 'TokenExpired', tokenId } };
  }
}

function* principalMoments({ entra, now }: CloudState): Generator<Moment> {
  for (const [tenant, directory] of dictionary.entries(entra)) {
    const tenantId = tenant as TenantId;
    for (const { id, replicatedAt } of dictionary.values(directory.servicePrincipals)) {
      if (replicatedAt === undefined || replicatedAt <= now) continue;
      yield { at: replicatedAt, event: { type: 'ServicePrincipalReplicated', tenantId, principalId: id } };
    }
    for (const { principal, purgeAt } of dictionary.values(directory.deleted)) {
      yield {
        at: purgeAt,
        event: { type: 'ServicePrincipalPurged', tenantId, principalId: principal.id },
      };
    }
  }
}

function* federationMoments({ federation, now }: CloudState): Generator<Moment> {
  for (const [id, credentials] of dictionary.entries(federation.credentials)) {
    for (const { name, effectiveAt } of credentials) {
      if (effectiveAt <= now) continue;
      yield { at: effectiveAt, event: { type: 'FederatedCredentialTookEffect', identityId: id as ResourceId, name } };
    }
  }
}

function* vaultMoments({ keyVault }: CloudState): Generator<Moment> {
  for (const { name, purgeAt } of dictionary.values(keyVault.deleted)) {
    yield { at: purgeAt, event: { type: 'DeletedVaultPurged', name } };
  }
  for (const [id, { deletedSecrets }] of dictionary.entries(keyVault.vaults)) {
    for (const [name, { purgeAt }] of dictionary.entries(deletedSecrets)) {
      yield { at: purgeAt, event: { type: 'DeletedSecretPurged', vaultId: id as ResourceId, name } };
    }
  }
}
