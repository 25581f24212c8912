import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { findDeletedVault, vaultOf } from '#domain/keyvault/state.ts';
import type { Vault } from '#domain/keyvault/state.ts';
import { put, strike, strikeUntil } from './calendar.ts';
import type { Calendar, DueEvent, Moment } from './calendar.ts';
import type { CloudEvent } from './event.ts';
import type { CloudState } from './state.ts';

/** The calendar after an event: what it announces is put in, what it brings about or prevents is taken out. */
export function scheduled(before: CloudState, event: CloudEvent): Calendar {
  const { calendar, now } = before;
  switch (event.type) {
    case 'ClockAdvanced':
      return strikeUntil(calendar, now, event.to);
    case 'RoleAssignmentTookEffect':
    case 'RoleRemovalTookEffect':
    case 'TokenExpired':
    case 'ServicePrincipalReplicated':
    case 'ServicePrincipalPurged':
    case 'FederatedCredentialTookEffect':
    case 'DeletedVaultPurged':
    case 'DeletedSecretPurged':
      return strike(calendar, event);
    default: {
      const struck = preventedBy(before, event).reduce(strike, calendar);
      // A checkpoint tells of what took effect long ago: that is no longer due.
      return announcedBy(before, event)
        .filter(({ at }) => at > now)
        .reduce(put, struck);
    }
  }
}

/** The moments that an event announces. */
function announcedBy(before: CloudState, event: CloudEvent): readonly Moment[] {
  switch (event.type) {
    case 'RoleAssignmentCreated': {
      const { id, effectiveAt } = event.assignment;
      return [{ at: effectiveAt, event: { type: 'RoleAssignmentTookEffect', id } }];
    }
    case 'RoleAssignmentDeleted':
      return [{ at: event.endsAt, event: { type: 'RoleRemovalTookEffect', id: event.id } }];
    case 'TokenIssued':
      return [{ at: event.claims.exp as Instant, event: { type: 'TokenExpired', tokenId: event.tokenId } }];
    case 'ServicePrincipalCreated': {
      const { tenantId, principal } = event;
      if (principal.replicatedAt === undefined) return [];
      const due: DueEvent = { type: 'ServicePrincipalReplicated', tenantId, principalId: principal.id };
      return [{ at: principal.replicatedAt, event: due }];
    }
    case 'ServicePrincipalDeleted': {
      const { tenantId, principalId, purgeAt } = event;
      return [{ at: purgeAt, event: { type: 'ServicePrincipalPurged', tenantId, principalId } }];
    }
    case 'FederatedCredentialSet': {
      const { identityId, credential } = event;
      const { name } = credential;
      const due: DueEvent = { type: 'FederatedCredentialTookEffect', identityId: keyed(identityId), name };
      return [{ at: credential.effectiveAt, event: due }];
    }
    case 'SecretDeleted': {
      const { vaultId, name, purgeAt } = event;
      return [secretMoment(vaultId, name, purgeAt)];
    }
    case 'VaultSoftDeleted':
      return [{ at: event.purgeAt, event: { type: 'DeletedVaultPurged', name: event.name } }];
    case 'VaultRecovered': {
      const deleted = findDeletedVault(before.keyVault, event.name);
      return deleted === undefined ? [] : secretMoments(deleted.vaultId, deleted.contents);
    }
    case 'ResourceMoved':
      return secretMoments(event.to, vaultOf(before.keyVault, event.id));
    default:
      return [];
  }
}

/** What will now not come about, at least not by itself. */
function preventedBy({ keyVault, federation }: CloudState, event: CloudEvent): readonly DueEvent[] {
  switch (event.type) {
    case 'RoleAssignmentDeleted':
      return [{ type: 'RoleAssignmentTookEffect', id: event.id }];
    case 'ServicePrincipalDeleted': {
      const { tenantId, principalId } = event;
      return [{ type: 'ServicePrincipalReplicated', tenantId, principalId }];
    }
    case 'FederatedCredentialDeleted': {
      const { identityId, name } = event;
      return [{ type: 'FederatedCredentialTookEffect', identityId, name }];
    }
    case 'SecretRecovered': {
      const { vaultId, name } = event;
      return [{ type: 'DeletedSecretPurged', vaultId, name }];
    }
    case 'VaultRecovered':
      return [{ type: 'DeletedVaultPurged', name: event.name }];
    case 'VaultSoftDeleted':
      return secretMoments(event.vaultId, vaultOf(keyVault, event.vaultId)).map((moment) => moment.event);
    case 'ResourceMoved':
      return secretMoments(event.id, vaultOf(keyVault, event.id)).map((moment) => moment.event);
    case 'ResourceDeleted':
      return credentialsOf(federation, event.id).map(({ name }) => ({
        type: 'FederatedCredentialTookEffect',
        identityId: event.id,
        name,
      }));
    default:
      return [];
  }
}

/** When the deleted secrets of a vault are purged. While the vault itself is deleted, its secrets wait. */
function secretMoments(vaultId: ResourceId, { deletedSecrets }: Vault): readonly Moment[] {
  return [...dictionary.entries(deletedSecrets)].map(([name, { purgeAt }]) => secretMoment(vaultId, name, purgeAt));
}

function secretMoment(vaultId: ResourceId, name: string, at: Instant): Moment {
  return { at, event: { type: 'DeletedSecretPurged', vaultId: keyed(vaultId), name: idKey(name) } };
}

/** Ids as slices key them: a world that came from a checkpoint knows no other spelling. */
function keyed(id: ResourceId): ResourceId {
  return idKey(id) as ResourceId;
}
