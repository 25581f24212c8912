import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';

/** Where a request comes from. */
export type Origin =
  /** Code on a host in Azure. */
  | { readonly kind: 'host'; readonly resourceId: ResourceId }
  /** A pod of an AKS cluster, under a service account. */
  | {
      readonly kind: 'pod';
      readonly clusterId: ResourceId;
      readonly namespace: string;
      readonly serviceAccount: string;
    }
  /** A workload outside Azure whose platform gives it tokens, such as a GitHub workflow. */
  | { readonly kind: 'external'; readonly issuer: string; readonly subject: string }
  /** Somebody's own machine. */
  | { readonly kind: 'laptop' };

/** Who takes part in an exchange. */
export type Actor =
  | { readonly kind: 'application'; readonly origin: Origin }
  | { readonly kind: 'imds' }
  | { readonly kind: 'identityEndpoint'; readonly host: ResourceId }
  /** App Service or the Functions host acting for an app before its code runs. */
  | { readonly kind: 'platform'; readonly host: ResourceId }
  | { readonly kind: 'entra'; readonly tenantId: TenantId }
  | { readonly kind: 'target'; readonly host: string; readonly resourceId: ResourceId | null };
