import type { HostKind, TargetKind } from '#domain/arm/resource.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Whose identity a principal is; gives the hue. */
export type IdentityHue = 'system' | 'user';

/** What a seal in the tenant stands for: an identity, or somebody else whom a role can be given to. */
export type PrincipalHue = IdentityHue | 'person' | 'group' | 'application';

/** What is drawn at a place. Positions are in units of the drawing, from its left top corner. */
interface NodeBase {
  /** The same in every world for the same thing: see `node-id.ts`. */
  readonly id: string;
  readonly name: string;
  readonly box: Box;
}

export interface SubscriptionNode extends NodeBase {
  readonly kind: 'subscription';
  readonly scope: string;
}

export interface GroupNode extends NodeBase {
  readonly kind: 'group';
  readonly resourceId: ResourceId;
  readonly location: string;
  readonly isEmpty: boolean;
  /** The title begins so far from the left edge and ends so far from it: lines run beside it. */
  readonly title: { readonly from: number; readonly to: number };
}

interface ResourceNodeBase extends NodeBase {
  readonly resourceId: ResourceId;
  /** The node of its resource group. */
  readonly groupId: string;
}

export interface HostNode extends ResourceNodeBase {
  readonly kind: 'host';
  /** A cluster stands among the hosts: its pods run code. It has no identity of its own here. */
  readonly hostKind: HostKind | 'aksCluster';
  /** The node of the principal behind its tab, or null where the system-assigned identity is off. */
  readonly tab: string | null;
}

export interface TargetNode extends ResourceNodeBase {
  readonly kind: 'target';
  readonly targetKind: TargetKind;
}

export interface IdentityNode extends ResourceNodeBase {
  readonly kind: 'identity';
  readonly principalId: PrincipalId;
  /** Subjects of its federated credentials: who may speak as it without being its host. */
  readonly trusts: readonly string[];
}

/** A user-assigned identity that is gone, while hosts still refer to it. */
export interface MissingIdentityNode extends ResourceNodeBase {
  readonly kind: 'missingIdentity';
  readonly principalId: PrincipalId;
}

export interface PrincipalNode extends NodeBase {
  readonly kind: 'principal';
  readonly principalId: PrincipalId;
  readonly hue: PrincipalHue;
  /** The node of the host or of the user-assigned identity that it stands for; null for people, groups and applications. */
  readonly ownerId: string | null;
}

export interface DeletedPrincipalNode extends NodeBase {
  readonly kind: 'deletedPrincipal';
  readonly principalId: PrincipalId;
  readonly hue: IdentityHue;
  readonly deletedAt: Instant;
  readonly purgeAt: Instant;
}

export type ResourceNode = HostNode | TargetNode | IdentityNode | MissingIdentityNode;
export type GraphNode = SubscriptionNode | GroupNode | ResourceNode | PrincipalNode | DeletedPrincipalNode;

interface EdgeBase {
  readonly id: string;
  /** Corners of the line, from its beginning to its end. */
  readonly path: readonly Point[];
}

/** A host may use a user-assigned identity. */
export interface TetherEdge extends EdgeBase {
  readonly kind: 'tether';
  readonly from: string;
  readonly to: string;
  /** The identity is gone, the reference stays. */
  readonly stale: boolean;
}

/** An identity and its service principal. */
export interface PrincipalEdge extends EdgeBase {
  readonly kind: 'principalOf';
  readonly from: string;
  readonly to: string;
  readonly hue: IdentityHue;
}

export type RoleStatus =
  | { readonly kind: 'effective'; readonly since: Instant }
  | { readonly kind: 'pending'; readonly until: Instant }
  /** Deleted, and still honored for a while. */
  | { readonly kind: 'ending'; readonly until: Instant }
  | { readonly kind: 'orphaned' };

/** A role assignment: from its principal, where that lives, to its scope. */
export interface RoleEdge extends EdgeBase {
  readonly kind: 'role';
  readonly assignmentId: RoleAssignmentId;
  /** The node of its principal; of an orphan the one on the deleted list, or null once that is purged. */
  readonly from: string | null;
  readonly to: string;
  readonly role: string;
  /** Null where the directory no longer knows the principal. */
  readonly principalName: string | null;
  readonly principalId: PrincipalId;
  readonly scopeName: string;
  readonly status: RoleStatus;
  /** Where the key mark stands on the line. */
  readonly mark: Point;
  /** Where the label begins, and on which side of that point it stands. */
  readonly label: Point & { readonly side: 'right' | 'left' };
}

export type GraphEdge = TetherEdge | PrincipalEdge | RoleEdge;

export interface Lanes {
  readonly subscription: Box;
  readonly tenant: Box;
  /** Lies within the tenant's lane. */
  readonly deleted: Box;
  /** Right top corner of the tenant's title: the corner where no line runs. */
  readonly tenantTitle: Point;
}

/** A world as a picture: everything in it with its place, in an order that the same things always have. */
export interface WorldGraph {
  readonly now: Instant;
  readonly width: number;
  readonly height: number;
  readonly lanes: Lanes;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly isEmpty: boolean;
}
