import fc from 'fast-check';
import { resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsFaultKinds } from '#domain/imds/state.ts';
import type { ClientId, PrincipalId, ResourceId, RoleId } from '#domain/kernel/brand.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { SecretPermission } from '#domain/keyvault/settings.ts';
import type { Firewall } from '#domain/network/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { targetRequests } from './arbitrary-calls.ts';
import {
  allKinds,
  blankOf,
  groupName,
  hostId,
  hostileNumber,
  idOf,
  identityId,
  imdsRequest,
  locations,
  mostly,
  names,
  subscription,
  tokenMove,
} from './arbitrary-parts.ts';
import type { Move } from './moves.ts';

/* Commands of the services that the reference of `reference.ts` does not know, aimed at the same few names. */

/** A move of one type, its fields drawn one by one. */
export function about<Type extends Command['type']>(
  type: Type,
  fields: { readonly [Field in keyof Omit<CommandOf<Type>, 'type'>]: fc.Arbitrary<CommandOf<Type>[Field]> },
): fc.Arbitrary<Move> {
  const record = fc.record<Record<string, unknown>>(fields);
  return record.map((rest) => ({ command: { type, ...rest } as unknown as Command }));
}

const anyResource = fc.oneof(inShop(...allKinds), idOf(...allKinds));
const machineId = inShop('virtualMachine', 'vmScaleSet');
const siteId = inShop('webApp', 'webApp', 'webAppSlot', 'functionApp');
const vaultId = inShop('keyVault');
const accountId = inShop('storageAccount');
const clusterId = inShop('aksCluster');
const secretName = mostly('password', 'Password');
/** The one of that kind that the shop has, mostly. */
function inShop(...kinds: readonly ResourceKind[]): fc.Arbitrary<ResourceId> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...kinds).map((kind) => shopId(kind)) },
    { weight: 1, arbitrary: idOf(...kinds) },
  );
}

function shopId(kind: ResourceKind): ResourceId {
  return resourceId(subscription, 'rg-shop', kind, names[kind][0] ?? '');
}

const principal = fc.oneof(
  { weight: 4, arbitrary: blankOf<PrincipalId>('principal') },
  { weight: 2, arbitrary: blankOf<PrincipalId>('user') },
  { weight: 2, arbitrary: blankOf<PrincipalId>('group') },
);

const createOther = fc.constantFrom(...allKinds).chain((kind) =>
  fc.record<CommandOf<'CreateResource'>, 'type' | 'kind' | 'resourceGroup' | 'name' | 'location'>(
    {
      type: fc.constant('CreateResource'),
      kind: fc.constant(kind),
      resourceGroup: groupName,
      name: mostly(...names[kind]),
      location: locations,
      tags: fc.constant({ env: 'test' }),
      details: fc.constantFrom({ zones: ['1'] }, { properties: { owner: { team: 'shop' } } }),
      permissionModel: fc.constantFrom('rbac', 'accessPolicies'),
      retentionDays: fc.constantFrom(7, 90, 3),
      upgradeMode: fc.constantFrom('Automatic', 'Manual'),
    },
    { requiredKeys: ['type', 'kind', 'resourceGroup', 'name', 'location'] },
  ),
);

const identityMap = fc.dictionary(
  fc.oneof(identityId, mostly('id-reader')),
  fc.constantFrom(null, {}, {}, { clientId: 'x' }),
  { maxKeys: 2 },
);

const identityWrite = fc.record(
  {
    type: mostly(
      'None',
      'SystemAssigned',
      'UserAssigned',
      'SystemAssigned, UserAssigned',
      'systemassigned,userassigned',
    ),
    userAssignedIdentities: identityMap,
  },
  { requiredKeys: [] },
);

const firewall: fc.Arbitrary<Firewall> = fc.record({
  defaultAction: fc.constantFrom('Allow' as const, 'Deny' as const),
  allowedAddresses: fc.array(mostly('203.0.113.7', '20.1.2.3'), { maxLength: 2 }),
  trustedServices: fc.boolean(),
  publicAccess: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

const setting = fc.record({
  value: mostly(
    'managedidentity',
    '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=password)',
    'https://stshop.blob.core.windows.net',
    '«client 0»',
  ),
  sticky: fc.boolean(),
});

const settings = fc.dictionary(
  mostly('Password', 'Orders__credential', 'Orders__clientId', 'Orders__blobServiceUri', 'AZURE_CLIENT_ID'),
  fc.oneof({ weight: 6, arbitrary: setting }, { weight: 1, arbitrary: fc.constant(null) }),
  { maxKeys: 4 },
);

const application = blankOf<ClientId>('app');

const authentication = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 4,
    arbitrary: fc.record({
      clientId: application,
      allowedAudiences: fc.array(mostly('api://shop'), { maxLength: 1 }),
      allowedApplications: fc.constantFrom(null, null, [], ['«client 0»']),
      unauthenticatedAction: fc.constantFrom(
        'RedirectToLoginPage' as const,
        'AllowAnonymous' as const,
        'Return401' as const,
        'Return403' as const,
      ),
    }),
  },
);

const metadataRequest: fc.Arbitrary<HttpRequest> = mostly(
  '/metadata/instance?api-version=2021-02-01',
  '/metadata/instance/compute/vmId?api-version=2021-02-01&format=text',
  '/metadata/versions',
  '/metadata/identity/info?api-version=2018-02-01',
).map((path) => ({
  method: 'GET',
  url: `http://169.254.169.254${path}`,
  headers: [['Metadata', 'true']],
  body: '',
}));

const tokenFromImds = fc.constant(imdsRequest('https://vault.azure.net', null));

const pod: fc.Arbitrary<Origin> = fc.record({
  kind: fc.constant('pod' as const),
  clusterId,
  namespace: mostly('shop'),
  serviceAccount: mostly('orders'),
});

const external: fc.Arbitrary<Origin> = fc.record({
  kind: fc.constant('external' as const),
  issuer: mostly('https://token.actions.githubusercontent.com'),
  subject: mostly('repo:shop/orders:ref:refs/heads/main'),
});

const exchange: fc.Arbitrary<Move> = fc.oneof(pod, external).chain((from) =>
  fc.record({ client: blankOf<string>('client'), tenant: mostly('«tenant 0»') }).map(({ client, tenant }) => ({
    command: {
      type: 'RequestToken',
      from,
      request: {
        method: 'POST',
        url: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: `grant_type=client_credentials&client_id=${client}&scope=https%3A%2F%2Fvault.azure.net%2F.default&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=x`,
      },
      assertion: {
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:shop/orders:ref:refs/heads/main',
        audience: 'api://AzureADTokenExchange',
      },
    },
  })),
);

const call: fc.Arbitrary<Move> = fc
  .record({
    from: fc.oneof(
      hostId.map((id): Origin => ({ kind: 'host', resourceId: id })),
      pod,
    ),
    request: targetRequests,
    token: tokenMove,
  })
  .map(({ from, request, token }) => ({
    command: { type: 'CallTarget', from, request, token: { kind: 'none' } },
    token,
  }));

const sharedKeyCall: fc.Arbitrary<Move> = fc
  .record({ key: mostly('key'), request: targetRequests })
  .map(({ key, request }) => ({
    command: {
      type: 'CallTarget',
      from: { kind: 'laptop' },
      request,
      token: { kind: 'sharedKey', account: 'stshop', key },
    },
  }));

const lockScope = fc.oneof(
  anyResource,
  groupName.map((name) => `/subscriptions/${subscription}/resourceGroups/${name}` as ResourceId),
);

const permissions: fc.Arbitrary<readonly SecretPermission[]> = fc.subarray([...secretPermissions]);

/** What the reference knows; `arbitraries.ts` draws these. */
export type BasicType =
  | `${'Create' | 'Delete'}ResourceGroup`
  | 'CreateResource'
  | 'DeleteResource'
  | 'PurgeDeletedVault'
  | `${'Enable' | 'Disable'}SystemAssignedIdentity`
  | `${'Attach' | 'Detach'}UserAssignedIdentity`
  | `${'Create' | 'Delete'}RoleAssignment`
  | 'SetSecret'
  | 'CreateContainer'
  | 'UploadBlob'
  | 'RequestToken'
  | 'CallTarget'
  | 'AdvanceClock'
  | 'SetRoleDelay';

/** Every other type of command; the compiler sees to it that none is forgotten. */
const others: Readonly<Record<Exclude<Command['type'], BasicType>, fc.Arbitrary<Move>>> = {
  SetTags: about('SetTags', {
    id: anyResource,
    tags: fc.constantFrom({}, { env: 'test' }, { env: 'live', team: 'shop' }),
  }),
  MoveResource: about('MoveResource', { id: anyResource, resourceGroup: groupName }),
  CreateLock: about('CreateLock', {
    scope: lockScope,
    name: mostly('keep'),
    level: fc.constantFrom('CanNotDelete' as const, 'ReadOnly' as const),
  }),
  DeleteLock: about('DeleteLock', { scope: lockScope, name: mostly('keep') }),
  RecoverDeletedVault: about('RecoverDeletedVault', { name: mostly(...names.keyVault) }),
  WriteIdentity: about('WriteIdentity', {
    resourceId: hostId,
    method: fc.constantFrom('PUT' as const, 'PATCH' as const),
    identity: identityWrite,
  }),
  CreateFederatedCredential: about('CreateFederatedCredential', {
    identityId,
    name: mostly('github', 'orders'),
    issuer: mostly('https://token.actions.githubusercontent.com'),
    subject: mostly('repo:shop/orders:ref:refs/heads/main', 'system:serviceaccount:shop:orders'),
    audiences: fc.constantFrom(['api://AzureADTokenExchange'], ['api://AzureADTokenExchange'], []),
  }),
  DeleteFederatedCredential: about('DeleteFederatedCredential', { identityId, name: mostly('github', 'orders') }),
  CreateServiceAccount: about('CreateServiceAccount', {
    clusterId,
    namespace: mostly('shop'),
    name: mostly('orders'),
    clientId: fc.oneof(blankOf<string>('client'), fc.constant(null)),
  }),
  DeleteServiceAccount: about('DeleteServiceAccount', { clusterId, namespace: mostly('shop'), name: mostly('orders') }),
  CreateUser: about('CreateUser', { name: mostly('alice', 'bob') }),
  CreateGroup: about('CreateGroup', { name: mostly('readers', 'writers') }),
  AddGroupMember: about('AddGroupMember', { groupId: blankOf<PrincipalId>('group'), memberId: principal }),
  RemoveGroupMember: about('RemoveGroupMember', { groupId: blankOf<PrincipalId>('group'), memberId: principal }),
  RegisterApplication: about('RegisterApplication', {
    name: mostly('shop-api'),
    appRoles: fc.subarray(['Orders.Read', 'Orders.Write']),
    assignmentRequired: fc.boolean(),
  }),
  AssignAppRole: about('AssignAppRole', { principalId: principal, resource: application, role: mostly('Orders.Read') }),
  RemoveAppRole: about('RemoveAppRole', { principalId: principal, resource: application, role: mostly('Orders.Read') }),
  CreateDenyAssignment: about('CreateDenyAssignment', {
    scope: lockScope,
    name: mostly('stack'),
    actions: fc.constantFrom([], ['*/delete']),
    dataActions: fc.constantFrom([], ['Microsoft.KeyVault/vaults/secrets/*']),
    principals: fc.array(principal, { maxLength: 1 }),
  }),
  DeleteDenyAssignment: about('DeleteDenyAssignment', { scope: lockScope, name: mostly('stack') }),
  SetPower: about('SetPower', {
    id: machineId,
    action: fc.constantFrom('start' as const, 'powerOff' as const, 'deallocate' as const, 'restart' as const),
  }),
  UpdateScaleSetInstances: about('UpdateScaleSetInstances', { id: inShop('vmScaleSet') }),
  RunCommand: about('RunCommand', { id: machineId, request: fc.oneof(tokenFromImds, metadataRequest) }),
  SetImdsFault: about('SetImdsFault', {
    id: hostId,
    fault: fc.oneof(
      fc.constant(null),
      fc.record(
        {
          kind: fc.constantFrom(...imdsFaultKinds),
          requests: fc.constantFrom(null, 1, 2),
          retryAfter: fc.constantFrom(1, 60),
        },
        { requiredKeys: ['kind', 'requests'] },
      ),
    ),
  }),
  SetAppSettings: about('SetAppSettings', { id: siteId, settings }),
  SetReferenceIdentity: about('SetReferenceIdentity', {
    id: siteId,
    identity: fc.oneof(fc.constant('SystemAssigned' as const), identityId),
  }),
  SetAuthentication: about('SetAuthentication', { id: siteId, authentication }),
  SwapSlots: about('SwapSlots', { id: inShop('webAppSlot') }),
  ResolveKeyVaultReference: about('ResolveKeyVaultReference', { id: siteId, setting: mostly('Password') }),
  OpenConnection: about('OpenConnection', { id: siteId, connection: mostly('Orders') }),
  DeleteSecret: about('DeleteSecret', { vaultId, name: secretName }),
  RecoverDeletedSecret: about('RecoverDeletedSecret', { vaultId, name: secretName }),
  PurgeDeletedSecret: about('PurgeDeletedSecret', { vaultId, name: secretName }),
  SetPermissionModel: about('SetPermissionModel', {
    vaultId,
    model: fc.constantFrom('rbac' as const, 'accessPolicies' as const),
  }),
  SetAccessPolicy: about('SetAccessPolicy', { vaultId, objectId: principal, secrets: permissions }),
  DeleteContainer: about('DeleteContainer', { accountId, name: mostly('images') }),
  DeleteBlob: about('DeleteBlob', { accountId, container: mostly('images'), name: mostly('logo.svg') }),
  SetSharedKeyAccess: about('SetSharedKeyAccess', { accountId, allowed: fc.boolean() }),
  ListAccountKeys: about('ListAccountKeys', { accountId }),
  RegenerateAccountKey: about('RegenerateAccountKey', { accountId, key: fc.constantFrom(1 as const, 2 as const) }),
  SetFirewall: about('SetFirewall', { resourceId: inShop('keyVault', 'storageAccount', 'sqlServer'), firewall }),
  SetSqlAdministrator: about('SetSqlAdministrator', {
    serverId: inShop('sqlServer'),
    principalId: fc.oneof(principal, fc.constant(null)),
  }),
  AssignCosmosRole: about('AssignCosmosRole', {
    accountId: inShop('cosmosAccount'),
    principalId: principal,
    role: fc.constantFrom('reader' as const, 'contributor' as const),
  }),
  RemoveCosmosRole: about('RemoveCosmosRole', {
    accountId: inShop('cosmosAccount'),
    principalId: principal,
    role: fc.constantFrom('reader' as const, 'contributor' as const),
  }),
  RequestUserToken: about('RequestUserToken', {
    resource: mostly('https://vault.azure.net', 'https://management.azure.com/', 'https://database.windows.net/'),
  }),
  SetReplicationDelay: about('SetReplicationDelay', { seconds: fc.oneof(fc.constantFrom(0, 30, 120), hostileNumber) }),
};

/** Any command of the other services, now and then given by somebody whose rights count. */
export const serviceMove: fc.Arbitrary<Move> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: createOther.map((command): Move => ({ command })) },
      ...Object.values(others).map((arbitrary) => ({ weight: 1, arbitrary })),
      { weight: 3, arbitrary: exchange },
      { weight: 4, arbitrary: call },
      { weight: 1, arbitrary: sharedKeyCall },
    ),
    fc.option(fc.nat(2), { freq: 6 }),
  )
  .map(([move, by]) => (by === null ? move : { ...move, by }));

/** What there is besides the shop, so that these commands meet something. */
export const otherServices: readonly Command[] = [
  ...(
    [
      'aksCluster',
      'sqlServer',
      'sqlDatabase',
      'cosmosAccount',
      'vmScaleSet',
      'webAppSlot',
      'serviceBusNamespace',
    ] as const
  ).map((kind): Command => ({
    type: 'CreateResource',
    kind,
    resourceGroup: 'rg-shop',
    name: names[kind][0] ?? '',
    location: 'westeurope',
  })),
  { type: 'CreateUser', name: 'alice' },
  { type: 'CreateGroup', name: 'readers' },
  { type: 'RegisterApplication', name: 'shop-api', appRoles: ['Orders.Read'], assignmentRequired: false },
  {
    type: 'CreateServiceAccount',
    clusterId: shopId('aksCluster'),
    namespace: 'shop',
    name: 'orders',
    clientId: '«client 0»',
  },
];

const password = { vaultId: shopId('keyVault'), name: 'password' } as const;
const shopBlob = { accountId: shopId('storageAccount'), container: 'images', name: 'logo.svg' } as const;
const reader = shopId('userAssignedIdentity');
const alice = '«user 0»' as PrincipalId;
const shopGroup = '/subscriptions/«subscription 0»/resourceGroups/rg-shop' as ResourceId;
const shopContainer = `${shopId('storageAccount')}/blobServices/default/containers/images` as ResourceId;
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' as RoleId;
const secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7' as RoleId;
const chosenName = '11111111-2222-4333-8444-555555555555';
const day = 86_400;

/** What takes several commands in a row, and would hardly ever be met by chance. */
const stories: readonly (readonly Command[])[] = [
  [
    { type: 'DeleteSecret', ...password },
    { type: 'RecoverDeletedSecret', ...password },
    { type: 'DeleteSecret', ...password },
    { type: 'AdvanceClock', seconds: 91 * day },
  ],
  [
    { type: 'DeleteResource', id: shopId('keyVault') },
    { type: 'RecoverDeletedVault', name: 'kv-shop' },
  ],
  [
    { type: 'SetPermissionModel', vaultId: shopId('keyVault'), model: 'accessPolicies' },
    { type: 'SetAccessPolicy', vaultId: shopId('keyVault'), objectId: alice, secrets: ['get'] },
  ],
  [
    { type: 'EnableSystemAssignedIdentity', resourceId: shopId('virtualMachine') },
    { type: 'MoveResource', id: shopId('virtualMachine'), resourceGroup: 'rg-data' },
  ],
  [
    { type: 'CreateLock', scope: shopGroup, name: 'keep', level: 'CanNotDelete' },
    { type: 'DeleteResource', id: shopId('virtualMachine') },
    { type: 'DeleteLock', scope: shopGroup, name: 'keep' },
  ],
  [
    { type: 'CreateRoleAssignment', scope: shopId('keyVault'), roleId: secretsUser, principalId: alice },
    { type: 'MoveResource', id: shopId('keyVault'), resourceGroup: 'rg-data' },
    { type: 'MoveResource', id: reader, resourceGroup: 'rg-data' },
  ],
  [
    { type: 'CreateRoleAssignment', scope: shopGroup, roleId: secretsUser, principalId: alice, name: chosenName },
    {
      type: 'CreateRoleAssignment',
      scope: shopId('keyVault'),
      roleId: secretsUser,
      principalId: alice,
      name: chosenName,
    },
  ],
  [
    { type: 'CreateLock', scope: shopId('virtualMachine'), name: 'keep', level: 'CanNotDelete' },
    { type: 'DeleteResourceGroup', name: 'rg-shop' },
    { type: 'DeleteLock', scope: shopId('virtualMachine'), name: 'keep' },
  ],
  [
    { type: 'CreateLock', scope: shopContainer, name: 'keep', level: 'CanNotDelete' },
    { type: 'DeleteContainer', accountId: shopId('storageAccount'), name: 'images' },
  ],
  [
    { type: 'CreateDenyAssignment', scope: shopGroup, name: 'stack', actions: ['*'], dataActions: [], principals: [] },
    { type: 'DeleteDenyAssignment', scope: shopGroup, name: 'stack' },
  ],
  [
    { type: 'SetReplicationDelay', seconds: 30 },
    { type: 'EnableSystemAssignedIdentity', resourceId: shopId('vmScaleSet') },
    { type: 'AdvanceClock', seconds: 60 },
  ],
  [
    { type: 'SetRoleDelay', delay: { kind: 'seeded' } },
    {
      type: 'CreateFederatedCredential',
      identityId: reader,
      name: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:shop/orders:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
    },
    { type: 'AdvanceClock', seconds: 3_600 },
    { type: 'DeleteFederatedCredential', identityId: reader, name: 'github' },
  ],
  [
    { type: 'SetSqlAdministrator', serverId: shopId('sqlServer'), principalId: alice },
    { type: 'RequestUserToken', resource: 'https://database.windows.net/' },
  ],
  [
    { type: 'AssignCosmosRole', accountId: shopId('cosmosAccount'), principalId: alice, role: 'reader' },
    { type: 'RemoveCosmosRole', accountId: shopId('cosmosAccount'), principalId: alice, role: 'reader' },
  ],
  [
    { type: 'AssignAppRole', principalId: alice, resource: '«app 0»' as ClientId, role: 'Orders.Read' },
    { type: 'RemoveAppRole', principalId: alice, resource: '«app 0»' as ClientId, role: 'Orders.Read' },
  ],
  [
    { type: 'SetImdsFault', id: shopId('virtualMachine'), fault: { kind: 'throttled', requests: 1 } },
    {
      type: 'RequestToken',
      from: { kind: 'host', resourceId: shopId('virtualMachine') },
      request: imdsRequest('https://vault.azure.net', null),
    },
  ],
  [
    { type: 'DeleteResource', id: shopId('vmScaleSet') },
    {
      type: 'CreateResource',
      kind: 'vmScaleSet',
      resourceGroup: 'rg-shop',
      name: 'vmss-web',
      location: 'westeurope',
      upgradeMode: 'Manual',
    },
    { type: 'EnableSystemAssignedIdentity', resourceId: shopId('vmScaleSet') },
    { type: 'UpdateScaleSetInstances', id: shopId('vmScaleSet') },
  ],
  [
    { type: 'SetPower', id: shopId('virtualMachine'), action: 'deallocate' },
    { type: 'SetPower', id: shopId('virtualMachine'), action: 'start' },
  ],
  [
    { type: 'SetSharedKeyAccess', accountId: shopBlob.accountId, allowed: false },
    { type: 'RegenerateAccountKey', accountId: shopBlob.accountId, key: 1 },
    { type: 'DeleteBlob', ...shopBlob },
    { type: 'DeleteContainer', accountId: shopBlob.accountId, name: shopBlob.container },
  ],
  [
    { type: 'SetReferenceIdentity', id: shopId('webApp'), identity: reader },
    {
      type: 'SetAuthentication',
      id: shopId('webApp'),
      authentication: {
        clientId: '«app 0»' as ClientId,
        allowedAudiences: [],
        allowedApplications: null,
        unauthenticatedAction: 'Return401',
      },
    },
    {
      type: 'SetAppSettings',
      id: shopId('webAppSlot'),
      settings: { Colour: { value: 'blue', sticky: false } },
    },
    { type: 'SwapSlots', id: shopId('webAppSlot') },
  ],
];

/** The users of a database are made by its administrator, with a token of the administrator's own. */
const databaseStory: readonly Move[] = [
  { command: { type: 'SetSqlAdministrator', serverId: shopId('sqlServer'), principalId: alice } },
  { command: { type: 'RequestUserToken', resource: 'https://database.windows.net/' }, by: 0 },
  ...['CREATE USER [id-reader] FROM EXTERNAL PROVIDER', 'DROP USER [id-reader]'].map((body): Move => ({
    command: {
      type: 'CallTarget',
      from: { kind: 'laptop' },
      request: { method: 'POST', url: 'tds://sql-shop.database.windows.net/orders', headers: [], body },
      token: { kind: 'none' },
    },
    token: { kind: 'latest' },
  })),
];

/** What a secret says beside its value is changed at the vault alone, by whoever has a role there. */
const secretsStory: readonly Move[] = [
  { command: { type: 'SetSecret', ...password, value: 'pears' } },
  {
    command: { type: 'CreateRoleAssignment', scope: password.vaultId, roleId: secretsOfficer, principalId: alice },
  },
  { command: { type: 'AdvanceClock', seconds: day } },
  { command: { type: 'RequestUserToken', resource: 'https://vault.azure.net' }, by: 0 },
  {
    command: {
      type: 'CallTarget',
      from: { kind: 'laptop' },
      request: {
        method: 'PATCH',
        url: 'https://kv-shop.vault.azure.net/secrets/password?api-version=2025-07-01',
        headers: [],
        body: '{"tags":{"a":"b"},"attributes":{"enabled":false,"exp":1900000000}}',
      },
      token: { kind: 'none' },
    },
    token: { kind: 'latest' },
  },
];

/** A few of the stories, in any order. */
export const someStories: fc.Arbitrary<readonly Move[]> = fc
  .shuffledSubarray(
    [...stories.map((story) => story.map((command): Move => ({ command }))), databaseStory, secretsStory],
    {
      maxLength: 6,
    },
  )
  .map((chosen) => chosen.flat());
