import type { RoleId } from '#domain/kernel/brand.ts';

/** A built-in role: what it allows in the control plane (`actions`) and in the data plane (`dataActions`). */
export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
}

const blobService = 'Microsoft.Storage/storageAccounts/blobServices';
const vault = 'Microsoft.KeyVault/vaults';
const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';

interface RolePermissions {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
}

function role(id: string, name: string, permissions: RolePermissions): Role {
  const { actions = [], notActions = [], dataActions = [] } = permissions;
  return { id: id as RoleId, name, actions, notActions, dataActions };
}

/** Built-in roles with Azure's ids (facts: tokens §7.7, control-plane §4.1), broad ones first. */
export const builtInRoles: readonly Role[] = [
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', { actions: ['*'] }),
  role('b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  }),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', { actions: ['*/read'] }),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
  role('00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator', {
    dataActions: [`${vault}/*`],
  }),
  role('f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor', {
    actions: ['Microsoft.KeyVault/*'],
  }),
  role('21090545-7ca7-4776-b22c-e363652d74d2', 'Key Vault Reader', {
    dataActions: [`${vault}/*/read`, `${vault}/secrets/readMetadata/action`],
  }),
  role('b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', {
    dataActions: [`${vault}/secrets/*`],
  }),
  role('4633458b-17de-408a-b874-0445c86b69e6', 'Key Vault Secrets User', {
    dataActions: [`${vault}/secrets/getSecret/action`, `${vault}/secrets/readMetadata/action`],
  }),
  role('17d1049b-9a84-46fb-8f53-869881c3d3ab', 'Storage Account Contributor', {
    actions: ['Microsoft.Storage/storageAccounts/*'],
  }),
  role('b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'Storage Blob Data Owner', {
    actions: [`${blobService}/containers/*`, `${blobService}/generateUserDelegationKey/action`],
    dataActions: [`${blobService}/containers/blobs/*`],
  }),
  role('ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor', {
    actions: [
      `${blobService}/containers/read`,
      `${blobService}/containers/write`,
      `${blobService}/containers/delete`,
      `${blobService}/generateUserDelegationKey/action`,
    ],
    dataActions: [
      `${blobService}/containers/blobs/read`,
      `${blobService}/containers/blobs/write`,
      `${blobService}/containers/blobs/delete`,
      `${blobService}/containers/blobs/move/action`,
    ],
  }),
  role('2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader', {
    actions: [`${blobService}/containers/read`, `${blobService}/generateUserDelegationKey/action`],
    dataActions: [`${blobService}/containers/blobs/read`],
  }),
  role('e40ec5ca-96e0-45a2-b4ff-59039f2c2b59', 'Managed Identity Contributor', {
    actions: [
      ...['read', 'write', 'delete'].map((verb) => `${identities}/${verb}`),
      ...['read', 'write', 'delete'].map((verb) => `${identities}/federatedIdentityCredentials/${verb}`),
      `${identities}/revokeTokens/action`,
    ],
  }),
  role('f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator', {
    actions: [`${identities}/*/read`, `${identities}/*/assign/action`],
  }),
  role('9980e02c-c2be-4d73-94e8-173b1dc7cf3c', 'Virtual Machine Contributor', {
    actions: ['Microsoft.Compute/virtualMachines/*'],
  }),
];

export function findRole(id: string): Role | undefined {
  return builtInRoles.find((role) => role.id === id.toLowerCase());
}

export function findRoleByName(name: string): Role | undefined {
  return builtInRoles.find((role) => role.name === name);
}

/** Whether an operation is within a role's pattern; a star stands for any text, the empty one too. */
export function matchesAction(pattern: string, action: string): boolean {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const expression = pattern.split('*').map(literal).join('.*');
  return new RegExp(`^${expression}$`, 'i').test(action);
}

/** Data actions only: `actions` such as the owner's star say nothing of data. */
export function grantsDataAction(role: Role, dataAction: string): boolean {
  return role.dataActions.some((pattern) => matchesAction(pattern, dataAction));
}
