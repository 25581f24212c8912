import type { ArmEvent } from '#domain/arm/state.ts';
import type { EntraEvent } from '#domain/entra/state.ts';
import type { KeyVaultEvent } from '#domain/keyvault/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { TokenEvent } from '#domain/managedidentity/token-cache.ts';
import type { ExchangeEvent } from '#domain/protocol/exchange.ts';
import type { RbacEvent } from '#domain/rbac/state.ts';
import type { StorageEvent } from '#domain/storage/state.ts';
import type { AppServiceEvent } from '#domain/appservice/state.ts';
import type { ComputeEvent } from '#domain/compute/state.ts';
import type { CosmosEvent } from '#domain/cosmos/state.ts';
import type { FederationEvent } from '#domain/federation/state.ts';
import type { ImdsEvent } from '#domain/imds/state.ts';
import type { NetworkEvent } from '#domain/network/state.ts';
import type { SqlEvent } from '#domain/sql/state.ts';
import type { RoleDelay } from './command.ts';

export type ClockEvent =
  | { readonly type: 'ClockAdvanced'; readonly to: Instant }
  | { readonly type: 'RoleDelaySet'; readonly delay: RoleDelay }
  | { readonly type: 'ReplicationDelaySet'; readonly seconds: number }
  /** Written by a checkpoint only: how often each id has been derived before. */
  | {
      readonly type: 'OrdinalsRestored';
      readonly ordinals: readonly (readonly [key: string, count: number])[];
    };

/** A fact that happened. Types are the saved format: fields are only ever added, names never used again. */
export type CloudEvent =
  | ArmEvent
  | EntraEvent
  | RbacEvent
  | KeyVaultEvent
  | StorageEvent
  | AppServiceEvent
  | ComputeEvent
  | CosmosEvent
  | FederationEvent
  | ImdsEvent
  | NetworkEvent
  | SqlEvent
  | TokenEvent
  | ExchangeEvent
  | ClockEvent;
