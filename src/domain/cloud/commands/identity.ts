import type { IdentityWrite } from '#domain/arm/identity-write.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';

/** Identities of hosts, and the federated credentials of user-assigned ones. */
export type IdentityCommand =
  | { readonly type: 'EnableSystemAssignedIdentity'; readonly resourceId: ResourceId }
  | { readonly type: 'DisableSystemAssignedIdentity'; readonly resourceId: ResourceId }
  | {
      readonly type: 'AttachUserAssignedIdentity';
      readonly resourceId: ResourceId;
      readonly identityId: ResourceId;
    }
  | {
      readonly type: 'DetachUserAssignedIdentity';
      readonly resourceId: ResourceId;
      readonly identityId: ResourceId;
    }
  /** The `identity` object of a host as REST sends it, with all that this can do by mistake. */
  | {
      readonly type: 'WriteIdentity';
      readonly resourceId: ResourceId;
      readonly method: 'PUT' | 'PATCH';
      readonly identity: IdentityWrite;
    }
  | {
      readonly type: 'CreateFederatedCredential';
      readonly identityId: ResourceId;
      readonly name: string;
      readonly issuer: string;
      readonly subject: string;
      readonly audiences: readonly string[];
    }
  | { readonly type: 'DeleteFederatedCredential'; readonly identityId: ResourceId; readonly name: string }
  /** A Kubernetes service account of an AKS cluster; `clientId` is its workload identity annotation. */
  | {
      readonly type: 'CreateServiceAccount';
      readonly clusterId: ResourceId;
      readonly namespace: string;
      readonly name: string;
      readonly clientId: string | null;
    }
  | {
      readonly type: 'DeleteServiceAccount';
      readonly clusterId: ResourceId;
      readonly namespace: string;
      readonly name: string;
    };
