import type { CosmosRole } from '#domain/cosmos/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { PermissionModel, SecretPermission } from '#domain/keyvault/settings.ts';
import type { Firewall } from '#domain/network/state.ts';

/** What targets hold and whom they let in, other than by Azure RBAC. */
export type DataCommand =
  | {
      readonly type: 'SetSecret';
      readonly vaultId: ResourceId;
      readonly name: string;
      readonly value: string;
    }
  | { readonly type: 'DeleteSecret'; readonly vaultId: ResourceId; readonly name: string }
  | { readonly type: 'RecoverDeletedSecret'; readonly vaultId: ResourceId; readonly name: string }
  | { readonly type: 'PurgeDeletedSecret'; readonly vaultId: ResourceId; readonly name: string }
  | { readonly type: 'SetPermissionModel'; readonly vaultId: ResourceId; readonly model: PermissionModel }
  | {
      readonly type: 'SetAccessPolicy';
      readonly vaultId: ResourceId;
      readonly objectId: PrincipalId;
      /** Empty takes the policy away. */
      readonly secrets: readonly SecretPermission[];
    }
  | ({ readonly type: 'CreateContainer' } & ContainerCommand)
  | ({ readonly type: 'DeleteContainer' } & ContainerCommand)
  | {
      readonly type: 'UploadBlob';
      readonly accountId: ResourceId;
      readonly container: string;
      readonly name: string;
      readonly content: string;
    }
  | {
      readonly type: 'DeleteBlob';
      readonly accountId: ResourceId;
      readonly container: string;
      readonly name: string;
    }
  | { readonly type: 'SetSharedKeyAccess'; readonly accountId: ResourceId; readonly allowed: boolean }
  | { readonly type: 'ListAccountKeys'; readonly accountId: ResourceId }
  | { readonly type: 'RegenerateAccountKey'; readonly accountId: ResourceId; readonly key: 1 | 2 }
  /** Network rules of a vault, a storage account or a SQL server. */
  | { readonly type: 'SetFirewall'; readonly resourceId: ResourceId; readonly firewall: Firewall }
  /** The Entra administrator of a SQL server: a user, a group or an identity; null takes it away. */
  | {
      readonly type: 'SetSqlAdministrator';
      readonly serverId: ResourceId;
      readonly principalId: PrincipalId | null;
    }
  | {
      readonly type: 'AssignCosmosRole';
      readonly accountId: ResourceId;
      readonly principalId: PrincipalId;
      readonly role: CosmosRole;
    }
  | {
      readonly type: 'RemoveCosmosRole';
      readonly accountId: ResourceId;
      readonly principalId: PrincipalId;
      readonly role: CosmosRole;
    };

interface ContainerCommand {
  readonly accountId: ResourceId;
  readonly name: string;
  /** By Azure Resource Manager, which no firewall of the account keeps out; by the service itself where nothing is said. */
  readonly plane?: 'control';
}
