import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Details } from '#domain/arm/details.ts';
import type { LockLevel } from '#domain/arm/lock.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { PermissionModel } from '#domain/keyvault/settings.ts';
import type { UpgradeMode } from '#domain/compute/state.ts';

/** Resources, groups, tags and locks: what Azure Resource Manager keeps. */
export type ArmCommand =
  | { readonly type: 'CreateResourceGroup'; readonly name: string; readonly location: string; readonly tags?: Tags }
  | { readonly type: 'DeleteResourceGroup'; readonly name: string }
  | CreateResource
  | { readonly type: 'DeleteResource'; readonly id: ResourceId }
  /** PATCH of the tags of a resource or a group: those given replace those held. */
  | { readonly type: 'SetTags'; readonly id: ResourceId; readonly tags: Tags }
  /** Moves a resource, and what lies under it, into another group of the subscription. */
  | { readonly type: 'MoveResource'; readonly id: ResourceId; readonly resourceGroup: string }
  | { readonly type: 'CreateLock'; readonly scope: ResourceId; readonly name: string; readonly level: LockLevel }
  | { readonly type: 'DeleteLock'; readonly scope: ResourceId; readonly name: string }
  | { readonly type: 'PurgeDeletedVault'; readonly name: string }
  | { readonly type: 'RecoverDeletedVault'; readonly name: string };

export type Tags = Readonly<Record<string, string>>;

export interface CreateResource {
  readonly type: 'CreateResource';
  readonly kind: ResourceKind;
  readonly resourceGroup: string;
  /** A child is named `<parent>/<child>`, as in templates: `app-shop/staging`, `sql-shop/orders`. */
  readonly name: string;
  readonly location: string;
  /** Hosts only: the identity that the resource is created with. */
  readonly identity?: {
    readonly systemAssigned: boolean;
    readonly userAssigned: readonly ResourceId[];
  };
  readonly tags?: Tags;
  /** What is kept and printed back, and changes nothing here. */
  readonly details?: Details;
  /** Key vaults only; RBAC where nothing is said (facts: corrections 6). */
  readonly permissionModel?: PermissionModel;
  /** Key vaults only: days of soft deletion, 7 to 90; 90 where nothing is said. */
  readonly retentionDays?: number;
  /** Scale sets only; automatic where nothing is said. */
  readonly upgradeMode?: UpgradeMode;
}
