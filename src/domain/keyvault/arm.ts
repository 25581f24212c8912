import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';
import type { AccessPolicy } from './settings.ts';

/** Access policies as ARM prints them (docs: Vaults, Update Access Policy). */
export function accessPoliciesBody(policies: readonly AccessPolicy[], tenantId: TenantId): readonly unknown[] {
  return policies.map(({ objectId, secrets }) => ({
    tenantId,
    objectId,
    permissions: { keys: [], secrets, certificates: [] },
  }));
}

/** The answer to a change of the access policies of a vault. */
export function accessPolicyBody(vaultId: ResourceId, policies: readonly AccessPolicy[], tenantId: TenantId): unknown {
  return {
    id: `${vaultId}/accessPolicies/`,
    type: 'Microsoft.KeyVault/vaults/accessPolicies',
    properties: { accessPolicies: accessPoliciesBody(policies, tenantId) },
  };
}
