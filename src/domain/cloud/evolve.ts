import * as dictionary from '#domain/kernel/dictionary.ts';
import { evolveAppService, forgetAppService, moveAppService } from '#domain/appservice/state.ts';
import { evolveArm } from '#domain/arm/state.ts';
import { evolveCompute, forgetCompute, moveCompute } from '#domain/compute/state.ts';
import { evolveCosmos, forgetCosmos, moveCosmos } from '#domain/cosmos/state.ts';
import { evolveEntra } from '#domain/entra/state.ts';
import { evolveFederation, forgetFederation, moveFederation } from '#domain/federation/state.ts';
import { evolveImds, forgetImds, moveImds } from '#domain/imds/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { evolveKeyVault, moveKeyVault } from '#domain/keyvault/state.ts';
import { evolveTokens } from '#domain/managedidentity/token-cache.ts';
import { evolveNetwork, forgetNetwork, moveNetwork } from '#domain/network/state.ts';
import { evolveRbac } from '#domain/rbac/state.ts';
import { evolveSql, forgetSql, moveSql } from '#domain/sql/state.ts';
import { evolveStorage, moveStorage } from '#domain/storage/state.ts';
import type { ArmEvent } from '#domain/arm/state.ts';
import type { EntraEvent } from '#domain/entra/state.ts';
import type { RbacEvent } from '#domain/rbac/state.ts';
import type { KeyVaultEvent } from '#domain/keyvault/state.ts';
import type { StorageEvent } from '#domain/storage/state.ts';
import type { SqlEvent } from '#domain/sql/state.ts';
import type { CosmosEvent } from '#domain/cosmos/state.ts';
import type { NetworkEvent } from '#domain/network/state.ts';
import type { ComputeEvent } from '#domain/compute/state.ts';
import type { ImdsEvent } from '#domain/imds/state.ts';
import type { AppServiceEvent } from '#domain/appservice/state.ts';
import type { FederationEvent } from '#domain/federation/state.ts';
import type { TokenEvent } from '#domain/managedidentity/token-cache.ts';
import type { ExchangeEvent } from '#domain/protocol/exchange.ts';
import type { CloudEvent } from './event.ts';
import { ordinalMovedBy } from './ordinals.ts';
import { scheduled } from './schedule.ts';
import type { CloudState } from './state.ts';

/** The state after an event. Never chooses: everything that was chosen is in the event. Throws where an event does not fit. */
export function evolve(state: CloudState, event: CloudEvent): CloudState {
  const evolved = evolveSlice(state, event);
  const calendar = scheduled(state, event);
  const key = ordinalMovedBy(event);
  if (key === null) return calendar === state.calendar ? evolved : { ...evolved, calendar };
  const count = dictionary.get(state.ordinals, key) ?? 0;
  return { ...evolved, calendar, ordinals: dictionary.set(state.ordinals, key, count + 1) };
}

/** The state after all events, in order. */
export function fold(state: CloudState, events: Iterable<CloudEvent>): CloudState {
  let folded = state;
  for (const event of events) folded = evolve(folded, event);
  return folded;
}

type Evolve<Event extends CloudEvent> = (state: CloudState, event: Event) => CloudState;

const arm: Evolve<ArmEvent> = (state, event) => ({ ...state, arm: evolveArm(state.arm, event) });
const entra: Evolve<EntraEvent> = (state, event) => ({ ...state, entra: evolveEntra(state.entra, event) });
const rbac: Evolve<RbacEvent> = (state, event) => ({ ...state, rbac: evolveRbac(state.rbac, event) });
const keyVault: Evolve<KeyVaultEvent> = (state, event) => ({
  ...state,
  keyVault: evolveKeyVault(state.keyVault, event),
});
const storage: Evolve<StorageEvent> = (state, event) => ({ ...state, storage: evolveStorage(state.storage, event) });
const sql: Evolve<SqlEvent> = (state, event) => ({ ...state, sql: evolveSql(state.sql, event) });
const cosmos: Evolve<CosmosEvent> = (state, event) => ({ ...state, cosmos: evolveCosmos(state.cosmos, event) });
const network: Evolve<NetworkEvent> = (state, event) => ({ ...state, network: evolveNetwork(state.network, event) });
const compute: Evolve<ComputeEvent> = (state, event) => ({ ...state, compute: evolveCompute(state.compute, event) });
const imds: Evolve<ImdsEvent> = (state, event) => ({ ...state, imds: evolveImds(state.imds, event) });
const appService: Evolve<AppServiceEvent> = (state, event) => ({
  ...state,
  appService: evolveAppService(state.appService, event),
});
const federation: Evolve<FederationEvent> = (state, event) => ({
  ...state,
  federation: evolveFederation(state.federation, event),
});
const tokens: Evolve<TokenEvent> = (state, event) => ({ ...state, tokens: evolveTokens(state.tokens, event) });
/** What passed between others leaves the state as it was. */
const nothing: Evolve<ExchangeEvent> = (state) => state;

/** Whose slice an event changes. */
const slices: { readonly [Type in CloudEvent['type']]: Evolve<Extract<CloudEvent, { readonly type: Type }>> } = {
  ResourceDeleted: (state, event) => arm(forget(state, event.id), event),
  ResourceMoved: (state, event) => arm(move(state, event.id, event.to), event),
  ResourceGroupCreated: arm,
  ResourceGroupDeleted: arm,
  ResourceCreated: arm,
  SystemAssignedIdentityEnabled: arm,
  SystemAssignedIdentityDisabled: arm,
  UserAssignedIdentityAttached: arm,
  UserAssignedIdentityDetached: arm,
  TagsSet: arm,
  DetailsSet: arm,
  LockCreated: arm,
  LockDeleted: arm,
  ServicePrincipalCreated: entra,
  ServicePrincipalDeleted: entra,
  ServicePrincipalPurged: entra,
  ServicePrincipalReplicated: entra,
  UserCreated: entra,
  GroupSet: entra,
  ApplicationRegistered: entra,
  AppRoleAssigned: entra,
  AppRoleRemoved: entra,
  RoleAssignmentCreated: rbac,
  RoleAssignmentTookEffect: rbac,
  RoleAssignmentDeleted: rbac,
  RoleRemovalTookEffect: rbac,
  DenyAssignmentCreated: rbac,
  DenyAssignmentDeleted: rbac,
  SecretSet: keyVault,
  SecretPropertiesSet: keyVault,
  SecretDeleted: keyVault,
  SecretRecovered: keyVault,
  DeletedSecretPurged: keyVault,
  VaultConfigured: keyVault,
  VaultSoftDeleted: keyVault,
  VaultRecovered: keyVault,
  DeletedVaultPurged: keyVault,
  ContainerCreated: storage,
  ContainerDeleted: storage,
  BlobUploaded: storage,
  BlobDeleted: storage,
  SharedKeyAccessSet: storage,
  AccountKeyRegenerated: storage,
  StorageAccountEmptied: storage,
  SqlAdministratorSet: sql,
  DatabaseUserSet: sql,
  DatabaseUserDropped: sql,
  CosmosRoleAssigned: cosmos,
  CosmosRoleRemoved: cosmos,
  FirewallSet: network,
  PowerChanged: compute,
  IdentityUriChanged: compute,
  UpgradeModeSet: compute,
  InstancesUpdated: compute,
  ImdsFaultSet: imds,
  ImdsFaultMet: imds,
  AppSettingsSet: appService,
  ReferenceIdentitySet: appService,
  AuthenticationSet: appService,
  FederatedCredentialSet: federation,
  FederatedCredentialDeleted: federation,
  FederatedCredentialTookEffect: federation,
  ServiceAccountSet: federation,
  ServiceAccountDeleted: federation,
  TokenIssued: tokens,
  TokenExpired: tokens,
  TokenCacheCleared: tokens,
  RequestSent: nothing,
  ResponseReturned: nothing,
  ConnectionFailed: nothing,
  ManagementAnswered: nothing,
  ClockAdvanced: (state, { to }) => ({ ...state, now: to }),
  RoleDelaySet: (state, { delay }) => ({ ...state, roleDelay: delay }),
  ReplicationDelaySet: (state, { seconds }) => ({ ...state, replicationDelay: seconds }),
  OrdinalsRestored: (state, { ordinals }) => ({ ...state, ordinals: dictionary.fromEntries(ordinals) }),
};

function evolveSlice(state: CloudState, event: CloudEvent): CloudState {
  // The table pairs each event with its slice; a look-up loses the pairing, so it is said once here.
  const evolveOne = slices[event.type] as Evolve<CloudEvent>;
  return evolveOne(state, event);
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
