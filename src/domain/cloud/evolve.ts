import * as dictionary from '#domain/kernel/dictionary.ts';
import { evolveArm } from '#domain/arm/state.ts';
import { evolveEntra } from '#domain/entra/state.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { evolveKeyVault } from '#domain/keyvault/state.ts';
import { evolveTokens } from '#domain/managedidentity/token-cache.ts';
import { evolveRbac } from '#domain/rbac/state.ts';
import { evolveStorage } from '#domain/storage/state.ts';
import type { CloudEvent } from './event.ts';
import { ordinalMovedBy } from './ordinals.ts';
import type { CloudState } from './state.ts';

/** The state after an event. Never chooses: everything that was chosen is in the event. Throws where an event does not fit. */
export function evolve(state: CloudState, event: CloudEvent): CloudState {
  const evolved = evolveSlice(state, event);
  const key = ordinalMovedBy(event);
  if (key === null) return evolved;
  const count = dictionary.get(state.ordinals, key) ?? 0;
  return { ...evolved, ordinals: dictionary.set(state.ordinals, key, count + 1) };
}

/** The state after all events, in order. */
export function fold(state: CloudState, events: Iterable<CloudEvent>): CloudState {
  let folded = state;
  for (const event of events) folded = evolve(folded, event);
  return folded;
}

function evolveSlice(state: CloudState, event: CloudEvent): CloudState {
  switch (event.type) {
    case 'ResourceGroupCreated':
    case 'ResourceGroupDeleted':
    case 'ResourceCreated':
    case 'ResourceDeleted':
    case 'SystemAssignedIdentityEnabled':
    case 'SystemAssignedIdentityDisabled':
    case 'UserAssignedIdentityAttached':
    case 'UserAssignedIdentityDetached':
      return { ...state, arm: evolveArm(state.arm, event) };
    case 'ServicePrincipalCreated':
    case 'ServicePrincipalDeleted':
    case 'ServicePrincipalPurged':
      return { ...state, entra: evolveEntra(state.entra, event) };
    case 'RoleAssignmentCreated':
    case 'RoleAssignmentTookEffect':
    case 'RoleAssignmentDeleted':
    case 'RoleRemovalTookEffect':
      return { ...state, rbac: evolveRbac(state.rbac, event) };
    case 'SecretSet':
    case 'VaultSoftDeleted':
    case 'DeletedVaultPurged':
      return { ...state, keyVault: evolveKeyVault(state.keyVault, event) };
    case 'ContainerCreated':
    case 'BlobUploaded':
    case 'StorageAccountEmptied':
      return { ...state, storage: evolveStorage(state.storage, event) };
    case 'TokenIssued':
    case 'TokenExpired':
    case 'TokenCacheCleared':
      return { ...state, tokens: evolveTokens(state.tokens, event) };
    case 'RequestSent':
    case 'ResponseReturned':
    case 'ConnectionFailed':
    case 'ManagementAnswered':
      return state;
    case 'ClockAdvanced':
      return { ...state, now: event.to };
    case 'RoleDelaySet':
      return { ...state, roleDelay: event.delay };
    case 'OrdinalsRestored':
      return { ...state, ordinals: dictionary.fromEntries(event.ordinals) };
    default:
      return assertNever(event);
  }
}
