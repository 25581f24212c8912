import type { AppSetting, Authentication } from '#domain/appservice/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';

/** Web apps, function apps and their slots. `id` is the app or a slot. */
export type AppServiceCommand =
  /** Null takes a setting away; those not named stay. */
  | {
      readonly type: 'SetAppSettings';
      readonly id: ResourceId;
      readonly settings: Readonly<Record<string, AppSetting | null>>;
    }
  /** The identity by which the platform reads Key Vault references: the system-assigned one, or a resource ID. */
  | {
      readonly type: 'SetReferenceIdentity';
      readonly id: ResourceId;
      readonly identity: 'SystemAssigned' | ResourceId;
    }
  | { readonly type: 'SetAuthentication'; readonly id: ResourceId; readonly authentication: Authentication | null }
  /** Swaps a slot with production. `id` is the slot. */
  | { readonly type: 'SwapSlots'; readonly id: ResourceId }
  /** The platform resolves a setting of the form `@Microsoft.KeyVault(…)`. */
  | { readonly type: 'ResolveKeyVaultReference'; readonly id: ResourceId; readonly setting: string }
  /** The Functions host opens an identity-based connection by its prefix. */
  | { readonly type: 'OpenConnection'; readonly id: ResourceId; readonly connection: string };
