import type { PresentedToken } from '#domain/entra/token.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';

/** What somebody asks of the simulated Azure. Azure always answers; a refusal is an event like any other. */
export type Command =
  | { readonly type: 'CreateResourceGroup'; readonly name: string; readonly location: string }
  | { readonly type: 'DeleteResourceGroup'; readonly name: string }
  | CreateResource
  | { readonly type: 'DeleteResource'; readonly id: ResourceId }
  | { readonly type: 'PurgeDeletedVault'; readonly name: string }
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
  | CreateRoleAssignment
  | { readonly type: 'DeleteRoleAssignment'; readonly id: RoleAssignmentId }
  | {
      readonly type: 'SetSecret';
      readonly vaultId: ResourceId;
      readonly name: string;
      readonly value: string;
    }
  | { readonly type: 'CreateContainer'; readonly accountId: ResourceId; readonly name: string }
  | {
      readonly type: 'UploadBlob';
      readonly accountId: ResourceId;
      readonly container: string;
      readonly name: string;
      readonly content: string;
    }
  | { readonly type: 'RequestToken'; readonly from: Origin; readonly request: HttpRequest }
  | {
      readonly type: 'CallTarget';
      readonly from: Origin;
      readonly request: HttpRequest;
      readonly token: PresentedToken;
    }
  | { readonly type: 'AdvanceClock'; readonly seconds: number }
  | { readonly type: 'SetRoleDelay'; readonly delay: RoleDelay };

export interface CreateResource {
  readonly type: 'CreateResource';
  readonly kind: ResourceKind;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  /** Hosts only: the identity that the resource is created with. */
  readonly identity?: {
    readonly systemAssigned: boolean;
    readonly userAssigned: readonly ResourceId[];
  };
}

export interface CreateRoleAssignment {
  readonly type: 'CreateRoleAssignment';
  /** ARM id of a subscription, resource group or resource. */
  readonly scope: string;
  readonly roleId: RoleId;
  readonly principalId: PrincipalId;
}

/** How long a grant or its removal takes: drawn from the seed between 0 and 10 minutes, or fixed. */
export type RoleDelay = { readonly kind: 'seeded' } | { readonly kind: 'fixed'; readonly seconds: number };

export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

/** Who gave a command. The only caller so far owns the subscription and may write secrets and blobs. */
export interface Caller {
  readonly kind: 'user';
  readonly displayName: string;
}

/** The caller of everything that a learner does by hand. */
export const owner: Caller = { kind: 'user', displayName: 'You' };
