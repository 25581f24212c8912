import type { RoleId } from '#domain/kernel/brand.ts';
import type { Role } from './role.ts';

const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const credentials = `${identities}/federatedIdentityCredentials`;
const assignments = 'Microsoft.Authorization/roleAssignments';
const vault = 'Microsoft.KeyVault/vaults';
const account = 'Microsoft.Storage/storageAccounts';
const blobs = `${account}/blobServices`;
const queues = `${account}/queueServices`;
const tables = `${account}/tableServices`;

type RolePermissions = Partial<Omit<Role, 'id' | 'name'>>;

function role(id: string, name: string, permissions: RolePermissions): Role {
  return {
    id: id as RoleId,
    name,
    actions: [],
    notActions: [],
    dataActions: [],
    notDataActions: [],
    ...permissions,
  };
}

function each(prefix: string, verbs: readonly string[]): string[] {
  return verbs.map((verb) => `${prefix}/${verb}`);
}

/** What most management roles may besides: see who has access, and the groups in which things lie. */
const surroundings = ['Microsoft.Authorization/*/read', 'Microsoft.Resources/subscriptions/resourceGroups/read'];
const deployments = 'Microsoft.Resources/deployments/*';

const general: readonly Role[] = [
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', { actions: ['*'] }),
  role('b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
      ...each('Microsoft.Blueprint/blueprintAssignments', ['write', 'delete']),
      'Microsoft.Compute/galleries/share/action',
      ...each('Microsoft.Purview/consents', ['write', 'delete']),
      'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
      ...each('Microsoft.Subscription', ['cancel/action', 'enable/action']),
    ],
  }),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', { actions: ['*/read'] }),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
  role('f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator', {
    actions: [...each(assignments, ['write', 'delete']), '*/read', 'Microsoft.Support/*'],
  }),
];

/** Data roles of Key Vault, the only ones that Key Vault Data Access Administrator may assign. */
const vaultData: readonly Role[] = [
  role('00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator', {
    dataActions: [`${vault}/*`],
  }),
  role('21090545-7ca7-4776-b22c-e363652d74d2', 'Key Vault Reader', {
    actions: [...surroundings, `${vault}/*/read`],
    dataActions: [`${vault}/*/read`, `${vault}/secrets/readMetadata/action`],
  }),
  role('b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', {
    dataActions: [`${vault}/secrets/*`],
  }),
  role('4633458b-17de-408a-b874-0445c86b69e6', 'Key Vault Secrets User', {
    dataActions: each(`${vault}/secrets`, ['getSecret/action', 'readMetadata/action']),
  }),
  role('db79e9a7-68ee-4b58-9aeb-b90e7c24fcba', 'Key Vault Certificate User', {
    dataActions: [
      `${vault}/certificates/read`,
      ...each(`${vault}/secrets`, ['getSecret/action', 'readMetadata/action']),
      `${vault}/keys/read`,
    ],
  }),
  role('12338af0-0e69-4776-bea7-57ae8d297424', 'Key Vault Crypto User', {
    dataActions: each(`${vault}/keys`, [
      'read',
      'update/action',
      'backup/action',
      ...['encrypt', 'decrypt', 'wrap', 'unwrap', 'sign', 'verify'].map((verb) => `${verb}/action`),
    ]),
  }),
];

/** Holds for writing and deleting assignments alike: the role is one of these. */
function onlyRoles(allowed: readonly Role[]): string {
  const ids = allowed.map(({ id }) => id).join(', ');
  const clause = (verb: string, from: string) =>
    `((!(ActionMatches{'${assignments}/${verb}'})) OR (@${from}[${assignments}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${ids}}))`;
  return `${clause('write', 'Request')} AND ${clause('delete', 'Resource')}`;
}

const vaultManagement: readonly Role[] = [
  role('f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor', {
    actions: [...surroundings, deployments, 'Microsoft.KeyVault/*'],
    notActions: [
      'Microsoft.KeyVault/locations/deletedVaults/purge/action',
      ...each('Microsoft.KeyVault', ['hsmPools/*', 'managedHsms/*']),
    ],
  }),
  role('8b54135c-b56d-4d72-a534-26097cfdc8d8', 'Key Vault Data Access Administrator', {
    actions: [...each(assignments, ['write', 'delete']), ...surroundings, `${vault}/*/read`],
    condition: onlyRoles(vaultData),
  }),
];

const userKey = `${blobs}/generateUserDelegationKey/action`;

const storage: readonly Role[] = [
  role('17d1049b-9a84-46fb-8f53-869881c3d3ab', 'Storage Account Contributor', {
    actions: [...surroundings, deployments, `${account}/*`],
  }),
  role('b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'Storage Blob Data Owner', {
    actions: [`${blobs}/containers/*`, userKey],
    dataActions: [`${blobs}/containers/blobs/*`],
  }),
  role('ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor', {
    actions: [...each(`${blobs}/containers`, ['read', 'write', 'delete']), userKey],
    dataActions: each(`${blobs}/containers/blobs`, ['read', 'write', 'delete', 'move/action']),
  }),
  role('2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader', {
    actions: [`${blobs}/containers/read`, userKey],
    dataActions: [`${blobs}/containers/blobs/read`],
  }),
  role('db58b8e5-c6ad-4a2a-8342-4190687cbf4a', 'Storage Blob Delegator', { actions: [userKey] }),
  role('19e7f393-937e-4f77-808e-94535e297925', 'Storage Queue Data Reader', {
    actions: [`${queues}/queues/read`],
    dataActions: [`${queues}/queues/messages/read`],
  }),
  role('974c5e8b-45b9-4653-ba55-5f855dd0fb88', 'Storage Queue Data Contributor', {
    actions: each(`${queues}/queues`, ['delete', 'read', 'write']),
    dataActions: each(`${queues}/queues/messages`, ['delete', 'read', 'write', 'process/action']),
  }),
  role('c6a89b2d-59bc-44d0-9896-0f6e12d7b80a', 'Storage Queue Data Message Sender', {
    dataActions: [`${queues}/queues/messages/add/action`],
  }),
  role('8a0f0c08-91a1-4084-bc3d-661d67233fed', 'Storage Queue Data Message Processor', {
    dataActions: each(`${queues}/queues/messages`, ['read', 'process/action']),
  }),
  role('76199698-9eea-4c19-bc75-cec21354c6b6', 'Storage Table Data Reader', {
    actions: [`${tables}/tables/read`],
    dataActions: [`${tables}/tables/entities/read`],
  }),
  role('0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', 'Storage Table Data Contributor', {
    actions: each(`${tables}/tables`, ['read', 'write', 'delete']),
    dataActions: each(`${tables}/tables/entities`, ['read', 'write', 'delete', 'add/action', 'update/action']),
  }),
];

const managedIdentity: readonly Role[] = [
  role('e40ec5ca-96e0-45a2-b4ff-59039f2c2b59', 'Managed Identity Contributor', {
    actions: [
      ...each(identities, ['read', 'write', 'delete']),
      ...each(credentials, ['read', 'write', 'delete']),
      `${identities}/revokeTokens/action`,
      ...surroundings,
      deployments,
    ],
  }),
  role('f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator', {
    actions: [`${identities}/*/read`, `${identities}/*/assign/action`, ...surroundings, deployments],
  }),
  role('7e559ce2-48d7-4b27-9128-fa1b247f1308', 'Managed Identity Federated Identity Credential Contributor', {
    actions: each(credentials, ['read', 'write', 'delete']),
  }),
];

const hosts: readonly Role[] = [
  role('9980e02c-c2be-4d73-94e8-173b1dc7cf3c', 'Virtual Machine Contributor', {
    actions: [
      ...surroundings,
      deployments,
      ...each('Microsoft.Compute', ['virtualMachines/*', 'virtualMachineScaleSets/*', 'availabilitySets/*']),
      ...each('Microsoft.Compute/disks', ['read', 'write', 'delete']),
      ...each(account, ['listKeys/action', 'read']),
    ],
  }),
  role('de139f84-1756-47ae-9be6-808fbbe84772', 'Website Contributor', {
    actions: [
      ...surroundings,
      deployments,
      ...each('Microsoft.Web', ['certificates/*', 'sites/*']),
      ...each('Microsoft.Web/serverFarms', ['read', 'join/action']),
    ],
  }),
];

/** The three roles of a messaging service: everything, receive, send. */
function messaging(service: string, provider: string, ids: readonly [string, string, string]): readonly Role[] {
  const [ownerId, receiverId, senderId] = ids;
  const verb = (action: string) => ({ dataActions: [`${provider}/*/${action}/action`] });
  return [
    role(ownerId, `Azure ${service} Data Owner`, { actions: [`${provider}/*`], dataActions: [`${provider}/*`] }),
    role(receiverId, `Azure ${service} Data Receiver`, verb('receive')),
    role(senderId, `Azure ${service} Data Sender`, verb('send')),
  ];
}

const services: readonly Role[] = [
  ...messaging('Service Bus', 'Microsoft.ServiceBus', [
    '090c5cfd-751d-490a-894a-3ce6f1109419',
    '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0',
    '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39',
  ]),
  ...messaging('Event Hubs', 'Microsoft.EventHub', [
    'f526a384-b230-433a-b45c-95f59c4a2dec',
    'a638d3c7-ab3a-418d-83e6-5f17a39d4fde',
    '2b629674-e913-4c01-ae53-ef4638d8f975',
  ]),
  role('5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b', 'App Configuration Data Owner', {
    dataActions: each('Microsoft.AppConfiguration/configurationStores/*', ['read', 'write', 'delete']),
  }),
  role('516239f1-63e1-4d78-a4de-a74fb236a071', 'App Configuration Data Reader', {
    dataActions: ['Microsoft.AppConfiguration/configurationStores/*/read'],
  }),
  role('5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'Cognitive Services OpenAI User', {
    actions: ['Microsoft.CognitiveServices/*/read'],
    dataActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*/read'],
  }),
  role('a97b65f3-24c7-4388-baec-2e87135dc908', 'Cognitive Services User', {
    actions: [...each('Microsoft.CognitiveServices', ['*/read', 'accounts/listkeys/action'])],
    dataActions: ['Microsoft.CognitiveServices/*'],
  }),
  role('7f951dda-4ed3-4680-a7ca-43fe172d538d', 'AcrPull', {
    actions: ['Microsoft.ContainerRegistry/registries/pull/read'],
  }),
  role('8311e382-0749-4cb8-b61a-304f252e45ec', 'AcrPush', {
    actions: each('Microsoft.ContainerRegistry/registries', ['pull/read', 'push/write']),
  }),
  role('5bd9cd88-fe45-4216-938b-f97437e15450', 'DocumentDB Account Contributor', {
    actions: [...surroundings, deployments, 'Microsoft.DocumentDB/databaseAccounts/*'],
  }),
  role('fbdf93bf-df7d-467e-a4d2-9458aa1360c8', 'Cosmos DB Account Reader Role', {
    actions: [...surroundings, ...each('Microsoft.DocumentDB', ['*/read', 'databaseAccounts/readonlykeys/action'])],
  }),
  role('9b7fa17d-e63e-47b0-bb0a-15c516ac86ec', 'SQL DB Contributor', {
    actions: [...surroundings, deployments, ...each('Microsoft.Sql/servers', ['read', 'databases/*'])],
    notActions: [`Microsoft.Sql/servers/databases/auditingSettings/*`],
  }),
];

/** Built-in roles with Azure's ids (facts: tokens §7.7, control-plane §4.1), broad ones first. */
export const builtInRoles: readonly Role[] = [
  ...general,
  ...vaultData,
  ...vaultManagement,
  ...storage,
  ...managedIdentity,
  ...hosts,
  ...services,
];
