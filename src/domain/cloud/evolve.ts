import * as dictionary from '#domain/kernel/dictionary.ts';
import { evolveAppService, forgetAppService, moveAppService } from '#domain/appservice/state.ts';
import { evolveArm } from '#domain/arm/state.ts';
import { evolveCompute, forgetCompute, moveCompute } from '#domain/compute/state.ts';
import { evolveCosmos, forgetCosmos, moveCosmos } from '#domain/cosmos/state.ts';
import { evolveEntra } from '#domain/entra/state.ts';
import { evolveFederation, forgetFederation, moveFederation } from '#domain/federation/state.ts';
import { evolveImds, forgetImds, moveImds } from '#domain/imds/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { evolveKeyVault, moveKeyVault } from '#domain/keyvault/state.ts';
import { evolveTokens } from '#domain/managedidentity/token-cache.ts';
import { evolveNetwork, forgetNetwork, moveNetwork } from '#domain/network/state.ts';
import { evolveRbac } from '#domain/rbac/state.ts';
import { evolveSql, forgetSql, moveSql } from '#domain/sql/state.ts';
import { evolveStorage, moveStorage } from '#domain/storage/state.ts';
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
    case 'ResourceDeleted':
      return { ...forget(state, event.id), arm: evolveArm(state.arm, event) };
    case 'ResourceMoved':
      return { ...move(state, event.id, event.to), arm: evolveArm(state.arm, event) };
    case 'ResourceGroupCreated':
    case 'ResourceGroupDeleted':
    case 'ResourceCreated':
    case 'SystemAssignedIdentityEnabled':
    case 'SystemAssignedIdentityDisabled':
    case 'UserAssignedIdentityAttached':
    case 'UserAssignedIdentityDetached':
    case 'TagsSet':
    case 'LockCreated':
    case 'LockDeleted':
      return { ...state, arm: evolveArm(state.arm, event) };
    case 'ServicePrincipalCreated':
    case 'ServicePrincipalDeleted':
    case 'ServicePrincipalPurged':
    case 'ServicePrincipalReplicated':
    case 'UserCreated':
    case 'GroupSet':
    case 'ApplicationRegistered':
    case 'AppRoleAssigned':
    case 'AppRoleRemoved':
      return { ...state, entra: evolveEntra(state.entra, event) };
    case 'RoleAssignmentCreated':
    case 'RoleAssignmentTookEffect':
    case 'RoleAssignmentDeleted':
    case 'RoleRemovalTookEffect':
    case 'DenyAssignmentCreated':
    case 'DenyAssignmentDeleted':
      return { ...state, rbac: evolveRbac(state.rbac, event) };
    default:
      return evolveService(state, event);
  }
}

type ArmEntraOrRbac =
  | Parameters<typeof evolveArm>[1]
  | Parameters<typeof evolveEntra>[1]
  | Parameters<typeof evolveRbac>[1];

function evolveService(state: CloudState, event: Exclude<CloudEvent, ArmEntraOrRbac>): CloudState {
  switch (event.type) {
    case 'SecretSet':
    case 'SecretDeleted':
    case 'SecretRecovered':
    case 'DeletedSecretPurged':
    case 'VaultConfigured':
    case 'VaultSoftDeleted':
    case 'VaultRecovered':
    case 'DeletedVaultPurged':
      return { ...state, keyVault: evolveKeyVault(state.keyVault, event) };
    case 'ContainerCreated':
    case 'ContainerDeleted':
    case 'BlobUploaded':
    case 'BlobDeleted':
    case 'SharedKeyAccessSet':
    case 'AccountKeyRegenerated':
    case 'StorageAccountEmptied':
      return { ...state, storage: evolveStorage(state.storage, event) };
    case 'SqlAdministratorSet':
    case 'DatabaseUserSet':
    case 'DatabaseUserDropped':
      return { ...state, sql: evolveSql(state.sql, event) };
    case 'CosmosRoleAssigned':
    case 'CosmosRoleRemoved':
      return { ...state, cosmos: evolveCosmos(state.cosmos, event) };
    case 'FirewallSet':
      return { ...state, network: evolveNetwork(state.network, event) };
    case 'PowerChanged':
    case 'IdentityUriChanged':
    case 'UpgradeModeSet':
    case 'InstancesUpdated':
      return { ...state, compute: evolveCompute(state.compute, event) };
    case 'ImdsFaultSet':
    case 'ImdsFaultMet':
      return { ...state, imds: evolveImds(state.imds, event) };
    case 'AppSettingsSet':
    case 'ReferenceIdentitySet':
    case 'AuthenticationSet':
      return { ...state, appService: evolveAppService(state.appService, event) };
    case 'FederatedCredentialSet':
    case 'FederatedCredentialDeleted':
    case 'ServiceAccountSet':
    case 'ServiceAccountDeleted':
      return { ...state, federation: evolveFederation(state.federation, event) };
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
    case 'ReplicationDelaySet':
      return { ...state, replicationDelay: event.seconds };
    case 'OrdinalsRestored':
      return { ...state, ordinals: dictionary.fromEntries(event.ordinals) };
    default:
      return assertNever(event);
  }
}

/** What services keep under the id of a resource goes with it; vaults and accounts have events of their own. */
function forget(state: CloudState, id: ResourceId): CloudState {
  return {
    ...state,
    sql: forgetSql(state.sql, id),
    cosmos: forgetCosmos(state.cosmos, id),
    network: forgetNetwork(state.network, id),
    compute: forgetCompute(state.compute, id),
    imds: forgetImds(state.imds, id),
    appService: forgetAppService(state.appService, id),
    federation: forgetFederation(state.federation, id),
  };
}

function move(state: CloudState, from: ResourceId, to: ResourceId): CloudState {
  return {
    ...state,
    keyVault: moveKeyVault(state.keyVault, from, to),
    storage: moveStorage(state.storage, from, to),
    sql: moveSql(state.sql, from, to),
    cosmos: moveCosmos(state.cosmos, from, to),
    network: moveNetwork(state.network, from, to),
    compute: moveCompute(state.compute, from, to),
    imds: moveImds(state.imds, from, to),
    appService: moveAppService(state.appService, from, to),
    federation: moveFederation(state.federation, from, to),
  };
}
