import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { emptyArm } from '#domain/arm/state.ts';
import type { ArmState } from '#domain/arm/state.ts';
import { emptyEntra } from '#domain/entra/state.ts';
import type { EntraState } from '#domain/entra/state.ts';
import type { SubscriptionId, TenantId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { fromIso } from '#domain/kernel/instant.ts';
import { emptyKeyVault } from '#domain/keyvault/state.ts';
import type { KeyVaultState } from '#domain/keyvault/state.ts';
import { emptyTokens } from '#domain/managedidentity/token-cache.ts';
import type { TokenState } from '#domain/managedidentity/token-cache.ts';
import { emptyRbac } from '#domain/rbac/state.ts';
import type { RbacState } from '#domain/rbac/state.ts';
import { emptyStorage } from '#domain/storage/state.ts';
import type { StorageState } from '#domain/storage/state.ts';
import { emptyAppService } from '#domain/appservice/state.ts';
import type { AppServiceState } from '#domain/appservice/state.ts';
import { emptyCompute } from '#domain/compute/state.ts';
import type { ComputeState } from '#domain/compute/state.ts';
import { emptyCosmos } from '#domain/cosmos/state.ts';
import type { CosmosState } from '#domain/cosmos/state.ts';
import { emptyFederation } from '#domain/federation/state.ts';
import type { FederationState } from '#domain/federation/state.ts';
import { emptyImds } from '#domain/imds/state.ts';
import type { ImdsState } from '#domain/imds/state.ts';
import { emptyNetwork } from '#domain/network/state.ts';
import type { NetworkState } from '#domain/network/state.ts';
import { emptySql } from '#domain/sql/state.ts';
import type { SqlState } from '#domain/sql/state.ts';
import { emptyCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { RoleDelay } from './command.ts';

/** One simulated Azure: a subscription, the tenant that it trusts, and the time. Plain data. */
export interface CloudState {
  readonly seed: string;
  readonly now: Instant;
  readonly tenantId: TenantId;
  readonly subscriptionId: SubscriptionId;
  readonly roleDelay: RoleDelay;
  /** Seconds until a new principal is known outside Microsoft Entra ID. */
  readonly replicationDelay: number;
  readonly arm: ArmState;
  readonly entra: EntraState;
  readonly rbac: RbacState;
  readonly keyVault: KeyVaultState;
  readonly storage: StorageState;
  readonly sql: SqlState;
  readonly cosmos: CosmosState;
  readonly network: NetworkState;
  readonly compute: ComputeState;
  readonly imds: ImdsState;
  readonly appService: AppServiceState;
  readonly federation: FederationState;
  readonly tokens: TokenState;
  /** What is due: it follows from the rest, and is kept so that a tick need not look for it. */
  readonly calendar: Calendar;
  /** How often an id of each kind and owner has been derived: the next one differs. */
  readonly ordinals: Dictionary<number>;
}

/** The morning on which every world begins. */
const firstInstant = fromIso('2026-03-02T09:00:00Z');

/** An empty subscription; the same seed always gives the same tenant, subscription and later ids. */
export function newCloud(seed: string): CloudState {
  return {
    seed,
    now: firstInstant,
    tenantId: guid(seed, 'tenant') as TenantId,
    subscriptionId: guid(seed, 'subscription') as SubscriptionId,
    roleDelay: { kind: 'seeded' },
    replicationDelay: 0,
    arm: emptyArm,
    entra: emptyEntra,
    rbac: emptyRbac,
    keyVault: emptyKeyVault,
    storage: emptyStorage,
    sql: emptySql,
    cosmos: emptyCosmos,
    network: emptyNetwork,
    compute: emptyCompute,
    imds: emptyImds,
    appService: emptyAppService,
    federation: emptyFederation,
    tokens: emptyTokens,
    calendar: emptyCalendar,
    ordinals: dictionary.empty(),
  };
}
