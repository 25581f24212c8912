import fc from 'fast-check';
import { resourceGroupId, resourceId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import { principalOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId } from '#domain/kernel/brand.ts';
import { builtInRoles } from '#domain/rbac/roles.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { hostNamed, resourceNamed } from '#domain/script/names.ts';
import { type } from './terminal.ts';

/* A web shop that was typed line by line, and commands that somebody could give in it. */

/** Lines that make one of everything. */
const shopLines: readonly string[] = [
  'az group create -n rg-shop -l westeurope',
  'az group create -n rg-other -l northeurope',
  'lab role-delay 0',
  'az identity create -g rg-shop -n id-reader',
  'az identity create -g rg-shop -n id-writer',
  'az vm create -g rg-shop -n vm-web --assign-identity [system] id-reader',
  'az vmss create -g rg-shop -n set-web --upgrade-policy-mode Manual',
  'az webapp create -g rg-shop -n app-shop --plan plan-shop --assign-identity',
  'az webapp deployment slot create -g rg-shop -n app-shop --slot staging',
  'az functionapp create -g rg-shop -n func-shop --storage-account stfunctions --consumption-plan-location westeurope',
  'az containerapp create -g rg-shop -n ca-shop --environment env-shop',
  'az aks create -g rg-shop -n aks-shop',
  'az keyvault create -g rg-shop -n kv-shop',
  'az keyvault create -g rg-shop -n kv-old --enable-rbac-authorization false',
  'az keyvault secret set --vault-name kv-shop -n db-password --value pears',
  'az storage account create -g rg-shop -n stshop',
  'az storage container create --account-name stshop -n images --auth-mode login',
  'az storage blob upload --account-name stshop -c images -n logo.svg --data "<svg/>" --auth-mode login',
  'az sql server create -g rg-shop -n sql-shop',
  'az sql db create -g rg-shop -s sql-shop -n orders',
  'az cosmosdb create -g rg-shop -n cosmos-shop',
  'az servicebus namespace create -g rg-shop -n bus-shop',
  'az eventhubs namespace create -g rg-shop -n hubs-shop',
  'az ad user create --display-name Anna --user-principal-name anna --password x',
  'az ad group create --display-name readers --mail-nickname readers',
  'az lock create -t CanNotDelete -n keep -g rg-other',
];

/** The shop, made anew. */
export function typedShop(seed: string): World {
  let world = newWorld(seed);
  for (const line of shopLines) {
    const typed = type(world, line);
    if (typed.isError) throw new Error(`${line}\n${typed.text}`);
    ({ world } = typed);
  }
  return world;
}

/** The id of a resource of the shop by its name. */
export function idIn(state: CloudState, name: string): ResourceId {
  return resourceNamed(state, name).id;
}

const names: Readonly<Record<ResourceKind, string>> = {
  virtualMachine: 'vm-new',
  vmScaleSet: 'set-new',
  webApp: 'app-new',
  webAppSlot: 'app-shop/green',
  functionApp: 'func-new',
  containerApp: 'ca-new',
  aksCluster: 'aks-new',
  keyVault: 'kv-new',
  storageAccount: 'stnew',
  sqlServer: 'sql-new',
  sqlDatabase: 'sql-shop/stock',
  cosmosAccount: 'cosmos-new',
  serviceBusNamespace: 'bus-new',
  eventHubsNamespace: 'hubs-new',
  userAssignedIdentity: 'id-new',
};

const hostKinds: readonly ResourceKind[] = [
  'virtualMachine',
  'vmScaleSet',
  'webApp',
  'webAppSlot',
  'functionApp',
  'containerApp',
];

/** Texts that a shell or a language could take for something else. */
export const trickyText = fc.oneof(
  fc.stringMatching(/^[\w.@:/-]{1,20}$/),
  fc.constantFrom(
    'pears and plums',
    "it's",
    '"quoted"',
    '$HOME',
    '${x}',
    'a\\b',
    'a|b',
    '#1',
    'émile',
    "''",
    'a=b',
    '-dash',
    '!x',
  ),
);

const tags = fc.option(
  fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[\w .-]{0,10}$/), { maxKeys: 3 }),
  {
    nil: undefined,
  },
);

function createResource(state: CloudState): fc.Arbitrary<CommandOf<'CreateResource'>> {
  const kinds = Object.keys(names) as ResourceKind[];
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      location: fc.constantFrom('westeurope', 'westeurope', 'northeurope'),
      tags,
      system: fc.boolean(),
      users: fc.subarray([idIn(state, 'id-reader'), idIn(state, 'id-writer')]),
      model: fc.constantFrom('rbac', 'accessPolicies'),
      days: fc.option(fc.integer({ min: 7, max: 90 }), { nil: undefined }),
      mode: fc.constantFrom('Automatic', 'Manual'),
    })
    .map(({ kind, location, tags: tagged, system, users, model, days, mode }) => ({
      type: 'CreateResource',
      kind,
      resourceGroup: 'rg-shop',
      name: names[kind],
      location,
      ...(hostKinds.includes(kind) && (system || users.length > 0)
        ? { identity: { systemAssigned: system, userAssigned: users } }
        : {}),
      ...(tagged === undefined ? {} : { tags: tagged }),
      ...(kind === 'keyVault' ? { permissionModel: model } : {}),
      ...(kind === 'keyVault' && days !== undefined ? { retentionDays: days } : {}),
      ...(kind === 'vmScaleSet' ? { upgradeMode: mode } : {}),
    }));
}

function principals(state: CloudState): readonly PrincipalId[] {
  return [resourceNamed(state, 'id-reader'), hostNamed(state, 'vm-web')].flatMap(
    (each) => principalOf(state, each)?.id ?? [],
  );
}

/** Commands that declare something: for Bicep, and for the CLI. */
export function declaring(state: CloudState): fc.Arbitrary<Command> {
  const scope = fc.constantFrom(
    subscriptionScope(state.subscriptionId),
    resourceGroupId(state.subscriptionId, 'rg-shop'),
    ...['kv-shop', 'stshop', 'vm-web', 'orders', 'id-reader'].map((name) => scopeOf(state, name)),
  );
  return fc.oneof(
    { weight: 4, arbitrary: createResource(state) },
    fc.record(
      {
        type: fc.constant('CreateRoleAssignment' as const),
        scope,
        roleId: fc.constantFrom(...builtInRoles.map(({ id }) => id)),
        principalId: fc.constantFrom(...principals(state)),
        principalType: fc.constant('ServicePrincipal' as const),
        name: fc.uuid(),
      },
      { requiredKeys: ['type', 'scope', 'roleId', 'principalId', 'principalType'] },
    ),
    fc.record({
      type: fc.constant('CreateFederatedCredential' as const),
      identityId: fc.constant(idIn(state, 'id-reader')),
      name: fc.constantFrom('from-github', 'from-cluster'),
      issuer: fc.constant('https://token.actions.githubusercontent.com'),
      subject: fc.constantFrom('repo:contoso/shop:ref:refs/heads/main', 'system:serviceaccount:shop:web'),
      audiences: fc.constant(['api://AzureADTokenExchange']),
    }),
    fc.record({
      type: fc.constant('CreateLock' as const),
      scope,
      name: fc.constantFrom('keep', 'do-not-touch'),
      level: fc.constantFrom('CanNotDelete' as const, 'ReadOnly' as const),
    }),
    fc.record({
      type: fc.constant('SetTags' as const),
      id: fc.constantFrom(idIn(state, 'vm-web'), idIn(state, 'kv-shop'), idIn(state, 'id-reader')),
      tags: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[\w .-]{0,10}$/), { maxKeys: 3 }),
    }),
    fc.record({
      type: fc.constant('SetSecret' as const),
      vaultId: fc.constantFrom(idIn(state, 'kv-shop'), idIn(state, 'kv-old')),
      name: fc.constantFrom('db-password', 'api-key'),
      value: trickyText,
    }),
    fc.record({
      type: fc.constant('CreateContainer' as const),
      accountId: fc.constant(idIn(state, 'stshop')),
      name: fc.constantFrom('images', 'new-box'),
    }),
    fc.record(
      {
        type: fc.constant('CreateResourceGroup' as const),
        name: fc.constantFrom('rg-new', 'rg_under.dot'),
        location: fc.constantFrom('westeurope', 'eastus'),
        tags: fc.constantFrom({ env: 'test' }, { team: 'shop', cost: '1' }),
      },
      { requiredKeys: ['type', 'name', 'location'] },
    ),
  );
}

function scopeOf(state: CloudState, name: string): ResourceId {
  return name === 'orders'
    ? resourceId(state.subscriptionId, 'rg-shop', 'sqlDatabase', 'sql-shop/orders')
    : idIn(state, name);
}

/** Commands that change what is there. */
export function acting(state: CloudState): fc.Arbitrary<Command> {
  const host = fc.constantFrom(
    ...['vm-web', 'set-web', 'app-shop', 'func-shop', 'ca-shop', 'app-shop/staging'].map((name) => idIn(state, name)),
  );
  const identityId = fc.constantFrom(idIn(state, 'id-reader'), idIn(state, 'id-writer'));
  const vaultId = fc.constant(idIn(state, 'kv-shop'));
  const accountId = fc.constant(idIn(state, 'stshop'));
  const blob = { accountId, container: fc.constant('images'), name: fc.constantFrom('logo.svg', 'a b.txt') };
  const firewall = fc.record({
    defaultAction: fc.constantFrom('Allow' as const, 'Deny' as const),
    allowedAddresses: fc.constantFrom([], ['20.1.2.3']),
    trustedServices: fc.boolean(),
    publicAccess: fc.boolean(),
  });
  const of = <Type extends Command['type']>(
    name: Type,
    fields: { readonly [Key in Exclude<keyof CommandOf<Type>, 'type'>]: fc.Arbitrary<CommandOf<Type>[Key]> },
  ): fc.Arbitrary<Command> => fc.record({ type: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Command>;
  const setting = fc.record({ value: trickyText, sticky: fc.boolean() });
  return fc.oneof(
    of('DeleteResourceGroup', { name: fc.constant('rg-shop') }),
    of('DeleteResource', {
      id: fc.constantFrom(...['vm-web', 'kv-shop', 'id-reader', 'stshop', 'ca-shop'].map((name) => idIn(state, name))),
    }),
    of('MoveResource', { id: vaultId, resourceGroup: fc.constant('rg-other') }),
    of('DeleteLock', {
      scope: fc.constant(resourceGroupId(state.subscriptionId, 'rg-other')),
      name: fc.constant('keep'),
    }),
    of('EnableSystemAssignedIdentity', { resourceId: host }),
    of('DisableSystemAssignedIdentity', { resourceId: host }),
    of('AttachUserAssignedIdentity', { resourceId: host, identityId }),
    of('DetachUserAssignedIdentity', {
      resourceId: fc.constant(idIn(state, 'vm-web')),
      identityId: fc.constant(idIn(state, 'id-reader')),
    }),
    of('DeleteFederatedCredential', { identityId, name: fc.constant('from-github') }),
    of('DeleteRoleAssignment', {
      id: fc.constant(
        `${idIn(state, 'kv-shop')}/providers/Microsoft.Authorization/roleAssignments/x` as RoleAssignmentId,
      ),
    }),
    of('SetPower', {
      id: fc.constant(idIn(state, 'vm-web')),
      action: fc.constantFrom('start', 'powerOff', 'deallocate', 'restart'),
    }),
    of('UpdateScaleSetInstances', { id: fc.constant(idIn(state, 'set-web')) }),
    of('SetAppSettings', {
      id: fc.constantFrom(idIn(state, 'app-shop'), idIn(state, 'app-shop/staging')),
      settings: fc.dictionary(fc.stringMatching(/^[A-Z]{1,8}$/), setting, { minKeys: 1, maxKeys: 3 }),
    }),
    of('SwapSlots', { id: fc.constant(idIn(state, 'app-shop/staging')) }),
    of('DeleteSecret', { vaultId, name: fc.constant('db-password') }),
    of('RecoverDeletedSecret', { vaultId, name: fc.constant('db-password') }),
    of('PurgeDeletedSecret', { vaultId, name: fc.constant('db-password') }),
    of('SetPermissionModel', { vaultId, model: fc.constantFrom('rbac', 'accessPolicies') }),
    of('SetAccessPolicy', {
      vaultId: fc.constant(idIn(state, 'kv-old')),
      objectId: fc.constantFrom(...principals(state)),
      secrets: fc.subarray([...secretPermissions]),
    }),
    accountId.map((id): Command => ({ type: 'DeleteContainer', accountId: id, name: 'images' })),
    of('UploadBlob', { ...blob, content: trickyText }),
    of('DeleteBlob', blob),
    of('SetSharedKeyAccess', { accountId, allowed: fc.boolean() }),
    of('ListAccountKeys', { accountId }),
    of('RegenerateAccountKey', { accountId, key: fc.constantFrom(1, 2) }),
    of('SetFirewall', { resourceId: fc.constantFrom(idIn(state, 'kv-shop'), idIn(state, 'stshop')), firewall }),
    of('SetSqlAdministrator', {
      serverId: fc.constant(idIn(state, 'sql-shop')),
      principalId: fc.constantFrom(null, ...principals(state)),
    }),
    of('AssignCosmosRole', {
      accountId: fc.constant(idIn(state, 'cosmos-shop')),
      principalId: fc.constantFrom(...principals(state)),
      role: fc.constantFrom('reader', 'contributor'),
    }),
    of('CreateUser', { name: fc.constantFrom('Bob', 'Eva Example') }),
    of('CreateGroup', { name: fc.constant('writers') }),
    of('PurgeDeletedVault', { name: fc.constant('kv-gone') }),
    of('RecoverDeletedVault', { name: fc.constant('kv-gone') }),
    of('RequestUserToken', { resource: fc.constantFrom('https://vault.azure.net', 'https://management.azure.com') }),
  );
}
