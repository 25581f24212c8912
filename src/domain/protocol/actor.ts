import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';

/** Where a request comes from: code on a host in Azure, or somebody's laptop. */
export type Origin = { readonly kind: 'host'; readonly resourceId: ResourceId } | { readonly kind: 'laptop' };

/** Who takes part in an exchange. */
export type Actor =
  | { readonly kind: 'application'; readonly origin: Origin }
  | { readonly kind: 'imds' }
  | { readonly kind: 'identityEndpoint'; readonly host: ResourceId }
  | { readonly kind: 'entra'; readonly tenantId: TenantId }
  | { readonly kind: 'target'; readonly host: string; readonly resourceId: ResourceId | null };
