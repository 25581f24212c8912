import type { ClientId, PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';

/** Hosts run code and carry identities. */
export type HostKind = 'virtualMachine' | 'webApp' | 'functionApp';
/** Targets open to tokens. */
export type TargetKind = 'keyVault' | 'storageAccount';
export type ResourceKind = HostKind | TargetKind | 'userAssignedIdentity';

interface Envelope<Kind extends ResourceKind> {
  readonly kind: Kind;
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly createdAt: Instant;
}

export interface Host extends Envelope<HostKind> {
  readonly identity: IdentityBlock;
}

export interface UserAssignedIdentity extends Envelope<'userAssignedIdentity'> {
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
}

export type Target = Envelope<'keyVault'> | Envelope<'storageAccount'>;

export type Resource = Host | Target | UserAssignedIdentity;

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
}
