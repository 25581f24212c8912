import type { ClientId, PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { JsonObject } from '#domain/kernel/json.ts';

/** Hosts run code and carry identities. A slot is a child of its app, with an identity of its own. */
export type HostKind = 'virtualMachine' | 'vmScaleSet' | 'webApp' | 'webAppSlot' | 'functionApp' | 'containerApp';
/** Targets open to tokens. */
export type TargetKind =
  | 'keyVault'
  | 'storageAccount'
  | 'sqlServer'
  | 'sqlDatabase'
  | 'cosmosAccount'
  | 'serviceBusNamespace'
  | 'eventHubsNamespace';
/** An AKS cluster runs pods, which sign in by workload identity and not by an identity of the cluster. */
export type ResourceKind = HostKind | TargetKind | 'aksCluster' | 'userAssignedIdentity';

interface Envelope<Kind extends ResourceKind> {
  readonly kind: Kind;
  readonly id: ResourceId;
  /** A child's name is `<parent>/<child>`. */
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly createdAt: Instant;
  readonly tags?: Readonly<Record<string, string>>;
  /** What was said of it that nothing here acts on; see `arm/details.ts`. */
  readonly details?: JsonObject;
}

export interface Host extends Envelope<HostKind> {
  readonly identity: IdentityBlock;
}

export interface UserAssignedIdentity extends Envelope<'userAssignedIdentity'> {
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
}

export type Target = { readonly [Kind in TargetKind]: Envelope<Kind> }[TargetKind];

export type Cluster = Envelope<'aksCluster'>;

export type Resource = Host | Target | Cluster | UserAssignedIdentity;

/** The `identity` block of a host, as ARM prints it (facts: control-plane §1.4). */
export type IdentityBlock =
  | { readonly type: 'None' }
  | { readonly type: 'SystemAssigned'; readonly principalId: PrincipalId }
  | { readonly type: 'UserAssigned'; readonly userAssigned: readonly AttachedIdentity[] }
  | {
      readonly type: 'SystemAssigned, UserAssigned';
      readonly principalId: PrincipalId;
      readonly userAssigned: readonly AttachedIdentity[];
    };

/** A reference to a user-assigned identity. It stays, with the old ids, when that identity is deleted. */
export interface AttachedIdentity {
  readonly identityId: ResourceId;
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
}

export interface ResourceGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: string;
  readonly createdAt: Instant;
  readonly tags?: Readonly<Record<string, string>>;
}
