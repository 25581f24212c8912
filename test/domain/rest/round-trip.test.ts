import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { CosmosRole } from '#domain/cosmos/state.ts';
import { microsoftGraphAppId } from '#domain/entra/built-in.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ClientId, PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { Firewall } from '#domain/network/state.ts';
import { builtInRoles } from '#domain/rbac/roles.ts';
import { parseRest } from '#domain/rest/parse.ts';
import { restRequest } from '#domain/rest/print.ts';
import { create, group, idOf, reader, shop } from './shop.ts';

const hosts = [
  idOf('virtualMachine', 'vm-web'),
  idOf('virtualMachine', 'vm-bare'),
  idOf('virtualMachine', 'vm-two'),
  idOf('vmScaleSet', 'vmss-shop'),
  idOf('webApp', 'app-shop'),
  idOf('webAppSlot', 'app-shop/staging'),
  idOf('functionApp', 'func-shop'),
];
const writer = idOf('userAssignedIdentity', 'id-shop-writer');
const noIdentity = idOf('userAssignedIdentity', 'id-none');
const vaults = [idOf('keyVault', 'kv-shop'), idOf('keyVault', 'kv-policies')];
const account = idOf('storageAccount', 'stshopimages');
const server = idOf('sqlServer', 'sql-shop');
const cosmos = idOf('cosmosAccount', 'cosmos-shop');
const principals = [...dictionary.values(homeDirectory(shop.state).servicePrincipals)].map(({ id }) => id);
const nobody = '99999999-9999-4999-8999-999999999999' as PrincipalId;

/** A world in which groups, applications, settings and grants are there, too. */
const rich = shop.goOn(
  { type: 'CreateGroup', name: 'Readers' },
  {
    type: 'RegisterApplication',
    name: 'Orders API',
    appRoles: ['Orders.Read', 'Orders.Write'],
    assignmentRequired: false,
  },
  {
    type: 'SetAppSettings',
    id: idOf('webApp', 'app-shop'),
    settings: { A: { value: '1', sticky: false }, B: { value: '2', sticky: false } },
  },
  { type: 'AssignCosmosRole', accountId: cosmos, principalId: principals[0] ?? nobody, role: 'reader' },
  {
    type: 'SetAccessPolicy',
    vaultId: vaults[1] ?? reader,
    objectId: principals[0] ?? nobody,
    secrets: ['get', 'list'],
  },
  { type: 'CreateLock', scope: idOf('aksCluster', 'aks-shop'), name: 'keep', level: 'ReadOnly' },
);
const { groups, applications } = homeDirectory(rich.state);
const groupIds = [...dictionary.values(groups)].map(({ id }) => id);
const apis = [microsoftGraphAppId, ...[...dictionary.values(applications)].map(({ appId }) => appId)];
const assignments = [...dictionary.values(rich.state.rbac.assignments)].map(({ id }) => id);

const word = fc.stringMatching(/^[a-z][a-z0-9-]{1,12}[a-z0-9]$/);
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const hostId = fc.constantFrom(...hosts, `${hosts[0] ?? ''}2` as ResourceId, vaults[0] ?? reader);
const identityId = fc.constantFrom(reader, writer, noIdentity, 'id-shop-reader' as ResourceId, vaults[0] ?? reader);
const vaultId = fc.constantFrom(...vaults);
const principalId = fc.constantFrom(...principals, nobody);
const anyId = fc.constantFrom(
  ...hosts,
  reader,
  ...vaults,
  account,
  server,
  cosmos,
  idOf('sqlDatabase', 'sql-shop/orders'),
);
const scope = fc.oneof(anyId, fc.constant(group));
const tags = fc.dictionary(word, text, { maxKeys: 3 });

const map = fc
  .uniqueArray(fc.tuple(identityId, fc.constantFrom('empty', 'null', 'filled')), {
    selector: ([id]) => id,
    maxLength: 3,
  })
  .map((entries) =>
    Object.fromEntries(
      entries.map(([id, value]) => [id, value === 'null' ? null : value === 'empty' ? {} : { clientId: 'x' }]),
    ),
  );
const identity = fc.record(
  {
    type: fc.constantFrom(
      'None',
      'SystemAssigned',
      'UserAssigned',
      'SystemAssigned,UserAssigned',
      'systemassigned, userassigned',
      'Both',
    ),
    userAssignedIdentities: map,
  },
  { requiredKeys: [] },
);

const firewall: fc.Arbitrary<Firewall> = fc.record({
  defaultAction: fc.constantFrom('Allow', 'Deny'),
  allowedAddresses: fc.uniqueArray(fc.ipV4(), { maxLength: 2 }).filter((all) => !all.includes('0.0.0.0')),
  trustedServices: fc.boolean(),
  publicAccess: fc.boolean(),
});

const creation = fc
  .tuple(
    fc.constantFrom(
      create('virtualMachine', 'vm-web'),
      create('virtualMachine', 'vm-new'),
      create('vmScaleSet', 'vmss-shop'),
      create('vmScaleSet', 'vmss-new'),
      create('webApp', 'app-shop'),
      create('functionApp', 'func-new'),
      create('webAppSlot', 'app-shop/test'),
      create('webAppSlot', 'app-none/test'),
      create('containerApp', 'ca-new'),
      create('keyVault', 'kv-shop'),
      create('keyVault', 'kv-policies'),
      create('keyVault', 'kv-new'),
      create('storageAccount', 'stnew'),
      create('sqlDatabase', 'sql-shop/more orders'),
      create('cosmosAccount', 'cosmos-new'),
      create('eventHubsNamespace', 'eh-shop-one'),
      create('aksCluster', 'aks-new'),
      create('userAssignedIdentity', 'id-new'),
      create('virtualMachine', 'vm-new', { resourceGroup: 'rg-none' }),
    ),
    fc.record(
      {
        identity: fc.record({
          systemAssigned: fc.boolean(),
          userAssigned: fc.uniqueArray(identityId, { maxLength: 2 }),
        }),
        tags,
        details: fc.constantFrom({ zones: ['1'] }, { sku: { name: 'Other' }, properties: { made: { by: 'hand' } } }),
        permissionModel: fc.constantFrom('rbac' as const, 'accessPolicies' as const),
        retentionDays: fc.constantFrom(6, 7, 90),
        upgradeMode: fc.constantFrom('Manual' as const, 'Automatic' as const),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([base, more]): Command => ({ ...base, ...more }));

function about<Type extends Command['type']>(type: Type, fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc.record(fields).map((rest) => ({ type, ...rest }) as unknown as Command);
}

/** By the service itself, or by Azure Resource Manager. */
function inPlane(command: fc.Arbitrary<Command>): fc.Arbitrary<Command> {
  return fc
    .tuple(command, fc.boolean())
    .map(([made, byArm]) => (byArm ? ({ ...made, plane: 'control' } as Command) : made));
}

/** Every type of command that has a REST form. */
const commands: Readonly<Partial<Record<Command['type'], fc.Arbitrary<Command>>>> = {
  CreateResourceGroup: fc
    .record(
      { name: fc.oneof(word, fc.constant('Größe (1)')), location: word, tags },
      { requiredKeys: ['name', 'location'] },
    )
    .map((rest): Command => ({ type: 'CreateResourceGroup', ...rest })),
  DeleteResourceGroup: about('DeleteResourceGroup', { name: fc.constantFrom('rg-shop', 'rg-none') }),
  CreateResource: creation,
  DeleteResource: about('DeleteResource', { id: anyId }),
  SetTags: about('SetTags', { id: fc.oneof(anyId, fc.constantFrom(group, `${group}-none`)), tags }),
  MoveResource: about('MoveResource', { id: anyId, resourceGroup: fc.constantFrom('rg-other', 'rg-none') }),
  CreateLock: about('CreateLock', { scope, name: word, level: fc.constantFrom('CanNotDelete', 'ReadOnly') }),
  DeleteLock: about('DeleteLock', {
    scope: fc.constant(idOf('aksCluster', 'aks-shop')),
    name: fc.constantFrom('keep', 'none'),
  }),
  PurgeDeletedVault: about('PurgeDeletedVault', { name: fc.constantFrom('kv-gone', 'kv-none') }),
  RecoverDeletedVault: about('RecoverDeletedVault', { name: fc.constantFrom('kv-gone', 'kv-none') }),
  EnableSystemAssignedIdentity: about('EnableSystemAssignedIdentity', { resourceId: hostId }),
  DisableSystemAssignedIdentity: about('DisableSystemAssignedIdentity', { resourceId: hostId }),
  AttachUserAssignedIdentity: about('AttachUserAssignedIdentity', { resourceId: hostId, identityId }),
  DetachUserAssignedIdentity: about('DetachUserAssignedIdentity', { resourceId: hostId, identityId }),
  WriteIdentity: about('WriteIdentity', {
    resourceId: fc.constantFrom(...hosts),
    method: fc.constantFrom('PUT', 'PATCH'),
    identity,
  }),
  CreateFederatedCredential: about('CreateFederatedCredential', {
    identityId: fc.constantFrom(reader, noIdentity),
    name: word,
    issuer: fc.constant('https://token.actions.githubusercontent.com'),
    subject: text,
    audiences: fc.array(word, { maxLength: 2 }),
  }),
  DeleteFederatedCredential: about('DeleteFederatedCredential', { identityId: fc.constant(reader), name: word }),
  CreateRoleAssignment: about('CreateRoleAssignment', {
    scope,
    roleId: fc.constantFrom(...builtInRoles.map(({ id }) => id), 'no-role' as RoleId),
    principalId,
    principalType: fc.constantFrom('User', 'Group', 'ServicePrincipal'),
  }),
  DeleteRoleAssignment: about('DeleteRoleAssignment', {
    id: fc.constantFrom(...assignments, `${assignments[0] ?? ''}2` as RoleAssignmentId),
  }),
  SetPower: about('SetPower', { id: hostId, action: fc.constantFrom('start', 'powerOff', 'deallocate', 'restart') }),
  UpdateScaleSetInstances: about('UpdateScaleSetInstances', { id: hostId }),
  RunCommand: about('RunCommand', {
    id: hostId,
    request: fc.record({
      method: fc.constantFrom('GET', 'POST'),
      url: fc.constant(
        'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net',
      ),
      headers: fc.constantFrom([], [['Metadata', 'true']], [['X-Odd', 'it\'s "so" \\ here']]),
      body: fc.constantFrom('', "a'b\nc"),
    }),
  }),
  SetAppSettings: about('SetAppSettings', {
    id: fc.constantFrom(idOf('webApp', 'app-shop'), idOf('webAppSlot', 'app-shop/staging')),
    settings: fc.dictionary(
      fc.constantFrom('A', 'B', 'C'),
      fc.oneof(fc.constant(null), fc.record({ value: text, sticky: fc.constant(false) })),
      { maxKeys: 3 },
    ),
  }),
  SetReferenceIdentity: about('SetReferenceIdentity', {
    id: fc.constant(idOf('webApp', 'app-shop')),
    identity: fc.constantFrom('SystemAssigned', reader),
  }),
  SetAuthentication: about('SetAuthentication', {
    id: fc.constant(idOf('functionApp', 'func-shop')),
    authentication: fc.oneof(
      fc.constant(null),
      fc.record({
        clientId: fc.constantFrom(...apis),
        allowedAudiences: fc.array(word, { maxLength: 2 }),
        allowedApplications: fc.oneof(fc.constant(null), fc.array(word, { maxLength: 2 })),
        unauthenticatedAction: fc.constantFrom('RedirectToLoginPage', 'AllowAnonymous', 'Return401', 'Return403'),
      }),
    ),
  }),
  SwapSlots: about('SwapSlots', { id: fc.constant(idOf('webAppSlot', 'app-shop/staging')) }),
  SetSecret: about('SetSecret', { vaultId, name: fc.oneof(word, fc.constant('a secret')), value: text }),
  DeleteSecret: about('DeleteSecret', { vaultId, name: fc.constantFrom('db-password', 'none') }),
  RecoverDeletedSecret: about('RecoverDeletedSecret', { vaultId, name: word }),
  PurgeDeletedSecret: about('PurgeDeletedSecret', { vaultId, name: word }),
  SetPermissionModel: about('SetPermissionModel', { vaultId, model: fc.constantFrom('rbac', 'accessPolicies') }),
  SetAccessPolicy: about('SetAccessPolicy', {
    vaultId,
    objectId: principalId,
    secrets: fc.subarray([...secretPermissions]),
  }),
  CreateContainer: inPlane(about('CreateContainer', { accountId: fc.constant(account), name: word })),
  DeleteContainer: inPlane(
    about('DeleteContainer', { accountId: fc.constant(account), name: fc.constantFrom('images', 'none') }),
  ),
  UploadBlob: about('UploadBlob', {
    accountId: fc.constant(account),
    container: fc.constantFrom('images', 'none'),
    name: fc.constantFrom('logo.svg', 'a/b c/ü.svg'),
    content: text,
  }),
  DeleteBlob: about('DeleteBlob', {
    accountId: fc.constant(account),
    container: fc.constant('images'),
    name: fc.constantFrom('logo.svg', 'a/b c'),
  }),
  SetSharedKeyAccess: about('SetSharedKeyAccess', { accountId: fc.constant(account), allowed: fc.boolean() }),
  ListAccountKeys: about('ListAccountKeys', { accountId: fc.constant(account) }),
  RegenerateAccountKey: about('RegenerateAccountKey', { accountId: fc.constant(account), key: fc.constantFrom(1, 2) }),
  SetFirewall: about('SetFirewall', { resourceId: fc.constantFrom(...vaults, account, server), firewall }),
  SetSqlAdministrator: about('SetSqlAdministrator', {
    serverId: fc.constant(server),
    principalId: fc.oneof(principalId, fc.constant(null)),
  }),
  AssignCosmosRole: about('AssignCosmosRole', {
    accountId: fc.constant(cosmos),
    principalId,
    role: fc.constantFrom<CosmosRole>('reader', 'contributor'),
  }),
  RemoveCosmosRole: about('RemoveCosmosRole', {
    accountId: fc.constant(cosmos),
    principalId: fc.constant(principals[0]),
    role: fc.constant('reader'),
  }),
  CreateUser: about('CreateUser', { name: fc.constantFrom('Maya Chen', 'Alice') }),
  CreateGroup: about('CreateGroup', { name: fc.constantFrom('Readers', 'Writers') }),
  AddGroupMember: about('AddGroupMember', { groupId: fc.constantFrom(...groupIds, nobody), memberId: principalId }),
  RemoveGroupMember: about('RemoveGroupMember', { groupId: fc.constantFrom(...groupIds), memberId: principalId }),
  RegisterApplication: about('RegisterApplication', {
    name: word,
    appRoles: fc.uniqueArray(word, { maxLength: 2 }),
    assignmentRequired: fc.constant(false),
  }),
  AssignAppRole: about('AssignAppRole', {
    principalId,
    resource: fc.constant(microsoftGraphAppId),
    role: fc.constantFrom('User.Read.All', 'Mail.Send'),
  }),
};

/** Commands that are read back as themselves, field by field. */
const literal: ReadonlySet<Command['type']> = new Set([
  'CreateResourceGroup',
  'DeleteResourceGroup',
  'DeleteResource',
  'SetTags',
  'MoveResource',
  'CreateLock',
  'DeleteLock',
  'PurgeDeletedVault',
  'RecoverDeletedVault',
  'CreateFederatedCredential',
  'DeleteFederatedCredential',
  'DeleteRoleAssignment',
  'SetPower',
  'UpdateScaleSetInstances',
  'RunCommand',
  'SetReferenceIdentity',
  'SetAuthentication',
  'SwapSlots',
  'SetSecret',
  'DeleteSecret',
  'RecoverDeletedSecret',
  'PurgeDeletedSecret',
  'SetPermissionModel',
  'CreateContainer',
  'DeleteContainer',
  'UploadBlob',
  'DeleteBlob',
  'SetSharedKeyAccess',
  'ListAccountKeys',
  'RegenerateAccountKey',
  'SetSqlAdministrator',
  'AssignCosmosRole',
  'RemoveCosmosRole',
  'CreateUser',
  'CreateGroup',
  'AddGroupMember',
  'RemoveGroupMember',
  'RegisterApplication',
  'AssignAppRole',
]);

function outcome(state: CloudState, command: Command): readonly CloudEvent[] {
  return decide(state, command);
}

describe('a command written as a request', () => {
  it.each(Object.entries(commands))('[REST-01] [REST-02] is read back: %s', (type, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (command) => {
        const request = restRequest(rich.state, command);
        // Rules of a firewall that take two requests, and power of an app, which has none.
        if (request === null) return type === 'SetFirewall' || type === 'SetPower';
        expect(request.url).toMatch(/^https:\/\//);
        const parsed = parseRest(rich.state, request);
        const meant = outcome(rich.state, command);
        if (parsed.kind === 'refused') {
          // What cannot be read as a command is refused as the command would have been.
          const answered = meant.find((event) => event.type === 'ManagementAnswered');
          expect({ command, status: parsed.answer.response.status }).toEqual({
            command,
            status: answered?.type === 'ManagementAnswered' ? answered.response.status : 0,
          });
          return true;
        }
        if (parsed.kind === 'read') throw new Error(`${type} is read as a question.`);
        if (literal.has(command.type)) expect(parsed.command).toEqual(command);
        expect(outcome(rich.state, parsed.command)).toEqual(meant);
        return true;
      }),
      { numRuns: 40 },
    );
  });

  it('[REST-02] is read back where it removes an app role', () => {
    const command: Command = {
      type: 'RemoveAppRole',
      principalId: principals[0] ?? nobody,
      resource: apis[1] ?? ('' as ClientId),
      role: 'Orders.Read',
    };
    const assigned = rich.goOn({ ...command, type: 'AssignAppRole' });
    expect(assigned.answer.status).toBe(201);
    const request = restRequest(assigned.state, command);
    expect(request && parseRest(assigned.state, request)).toEqual({ kind: 'command', command });
  });

  it('[REST-02] is read back for SQL rules and public access apart', () => {
    const rules: Firewall = {
      defaultAction: 'Deny',
      allowedAddresses: ['203.0.113.7'],
      trustedServices: false,
      publicAccess: true,
    };
    const set: Command = { type: 'SetFirewall', resourceId: server, firewall: rules };
    const request = restRequest(rich.state, set);
    expect(request?.url).toContain('/firewallRules?');
    expect(request && parseRest(rich.state, request)).toEqual({ kind: 'command', command: set });
    const closed: Command = { ...set, firewall: { ...rules, publicAccess: false } };
    expect(restRequest(rich.state, closed)).toBeNull();
    const after = rich.goOn(set);
    const second = restRequest(after.state, closed);
    expect(second?.method).toBe('PATCH');
    expect(second && parseRest(after.state, second)).toEqual({ kind: 'command', command: closed });
  });
});

describe('what is no request', () => {
  it.each<Command>([
    { type: 'AdvanceClock', seconds: 60 },
    { type: 'SetRoleDelay', delay: { kind: 'seeded' } },
    { type: 'SetReplicationDelay', seconds: 5 },
    { type: 'SetImdsFault', id: reader, fault: null },
    { type: 'RequestUserToken', resource: 'https://vault.azure.net' },
    {
      type: 'RequestToken',
      from: { kind: 'laptop' },
      request: { method: 'GET', url: 'http://a', headers: [], body: '' },
    },
    {
      type: 'CallTarget',
      from: { kind: 'laptop' },
      request: { method: 'GET', url: 'http://a', headers: [], body: '' },
      token: { kind: 'none' },
    },
    { type: 'OpenConnection', id: reader, connection: 'Storage' },
    { type: 'ResolveKeyVaultReference', id: reader, setting: 'A' },
    { type: 'CreateServiceAccount', clusterId: reader, namespace: 'a', name: 'b', clientId: null },
    { type: 'DeleteServiceAccount', clusterId: reader, namespace: 'a', name: 'b' },
    { type: 'CreateDenyAssignment', scope: group, name: 'a', actions: [], dataActions: [], principals: [] },
    { type: 'DeleteDenyAssignment', scope: group, name: 'a' },
    { type: 'RegisterApplication', name: 'a', appRoles: [], assignmentRequired: true },
    { type: 'SetSecret', vaultId: reader, name: 'a', value: 'b' },
    { type: 'SetAppSettings', id: idOf('webApp', 'app-shop'), settings: { A: { value: '1', sticky: true } } },
  ])('[REST-01] has none: $type', (command) => {
    expect(restRequest(rich.state, command)).toBeNull();
  });
});
