import type { PrincipalId } from '#domain/kernel/brand.ts';

/** How a vault decides about its data: Azure roles, or access policies of its own. */
export type PermissionModel = 'rbac' | 'accessPolicies';

export const secretPermissions = ['get', 'list', 'set', 'delete', 'recover', 'purge'] as const;
export type SecretPermission = (typeof secretPermissions)[number];

export interface AccessPolicy {
  readonly objectId: PrincipalId;
  readonly secrets: readonly SecretPermission[];
}

export interface VaultSettings {
  readonly model: PermissionModel;
  readonly retentionDays: number;
  readonly policies: readonly AccessPolicy[];
}

/** As the portal and the CLI make a vault today (facts: corrections 6). */
export const defaultVaultSettings: VaultSettings = { model: 'rbac', retentionDays: 90, policies: [] };
