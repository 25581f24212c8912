import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import { all, armClients, clientsFor, group, location, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6';
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

let arm: ArmClients;
let vaultId = '';
let principalId = '';
let role = '';
beforeAll(async () => {
  arm = await armClients('arm access');
  const { tenantId } = arm.azure.state();
  const properties = { tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true } as const;
  vaultId = (await arm.vaults.vaults.createOrUpdate(group, 'kv-access', { location, properties })).id ?? '';
  const identity = await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-access', { location });
  principalId = identity.principalId ?? '';
  role = `/subscriptions/${arm.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/`;
});

const sorted = (ids: readonly (string | undefined)[]) => ids.map(String).toSorted((a, b) => (a < b ? -1 : 1));

const assign = (scope: string, roleId: string, more: { readonly name?: string; readonly principalId?: string } = {}) =>
  arm.access.roleAssignments.create(scope, more.name ?? randomUUID(), {
    roleDefinitionId: `${role}${roleId}`,
    principalId: more.principalId ?? principalId,
  });

describe('role definitions by @azure/arm-authorization', () => {
  it('[REST-11] are listed, one by its name or all of a type, and read', async () => {
    const { roleDefinitions } = arm.access;
    const named = await all(roleDefinitions.list(arm.groupId, { filter: "roleName eq 'Key Vault Secrets User'" }));
    expect(named.map(({ name }) => name)).toEqual([secretsUser]);
    expect((await all(roleDefinitions.list(arm.groupId))).length).toBeGreaterThan(20);
    const both = "atScopeAndBelow() and roleName eq 'Reader'";
    expect((await all(roleDefinitions.list(arm.groupId, { filter: both }))).map(({ name }) => name)).toEqual([reader]);
    expect(await roleDefinitions.get(arm.groupId, secretsUser)).toMatchObject({
      roleName: 'Key Vault Secrets User',
      roleType: 'BuiltInRole',
      permissions: [{ dataActions: expect.arrayContaining(['Microsoft.KeyVault/vaults/secrets/getSecret/action']) }],
    });
    expect(await roleDefinitions.getById(`${role}${reader}`)).toMatchObject({ roleName: 'Reader' });
  });

  it('[REST-28] of one’s own there are none, and none can be made', async () => {
    const { roleDefinitions } = arm.access;
    expect(await all(roleDefinitions.list(arm.groupId, { filter: "type eq 'CustomRole'" }))).toEqual([]);
    expect((await all(roleDefinitions.list(arm.groupId, { filter: "type eq 'BuiltInRole'" }))).length).toBeGreaterThan(
      20,
    );
    const own = { roleName: 'Mine', roleType: 'CustomRole', permissions: [{ actions: ['*/read'] }] };
    const refused = await refusalOf(roleDefinitions.createOrUpdate(arm.groupId, randomUUID(), own));
    expect(refused).toMatchObject({ code: 'NotSimulated', statusCode: 400 });
  });
});

describe('role assignments by @azure/arm-authorization', () => {
  it('[RBAC-01] [REST-05] are created under a name of the client’s, read and deleted', async () => {
    const name = randomUUID();
    const made = await assign(vaultId, secretsUser, { name });
    expect(arm.azure.exchanges.at(-1)?.request.url).toContain('azure.com//subscriptions/');
    expect(arm.azure.exchanges.at(-1)?.response.status).toBe(201);
    expect(made).toMatchObject({ name, principalId, scope: vaultId, principalType: 'ServicePrincipal' });
    const { roleAssignments } = arm.access;
    expect(await roleAssignments.get(vaultId, name)).toMatchObject({ id: made.id });
    expect(await roleAssignments.getById(made.id ?? '')).toMatchObject({ name });
    expect(await roleAssignments.delete(vaultId, name)).toMatchObject({ name });
    await roleAssignments.delete(vaultId, name);
    expect(arm.azure.exchanges.at(-1)?.response.status).toBe(204);
    expect(await refusalOf(roleAssignments.get(vaultId, name))).toMatchObject({ code: 'RoleAssignmentNotFound' });
  });

  it('[RBAC-04] are made once, by id too', async () => {
    const id = `${arm.groupId}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
    const body = { roleDefinitionId: `${role}${reader}`, principalId, principalType: 'ServicePrincipal' };
    await arm.access.roleAssignments.createById(id, body);
    expect(await refusalOf(assign(arm.groupId, reader))).toMatchObject({
      code: 'RoleAssignmentExists',
      statusCode: 409,
    });
    expect(await arm.access.roleAssignments.deleteById(id)).toMatchObject({ id });
  });

  it.each([
    ['an unknown principal', { principalId: '99999999-9999-4999-8999-999999999999' }, reader, 'PrincipalNotFound', 400],
    ['an unknown role', {}, '99999999-9999-4999-8999-999999999999', 'RoleDefinitionDoesNotExist', 404],
    ['a name that is no GUID', { name: 'mine' }, reader, 'InvalidRoleAssignmentId', 400],
  ])('[RBAC-05] are refused with %s', async (_what, more, roleId, code, statusCode) => {
    expect(await refusalOf(assign(arm.groupId, roleId, more))).toMatchObject({ code, statusCode });
  });

  it('[REST-08] are listed by scope, resource, group and subscription', async () => {
    const [above, own] = [await assign(arm.groupId, reader), await assign(vaultId, secretsUser)];
    const { roleAssignments } = arm.access;
    const ids = async (pages: AsyncIterable<{ readonly id?: string | undefined }>) =>
      sorted((await all(pages)).map(({ id }) => id));
    const both = sorted([above.id, own.id]);
    const filter = `principalId eq '${principalId}'`;
    expect(await ids(roleAssignments.listForScope(vaultId, { filter }))).toEqual(both);
    expect(await ids(roleAssignments.listForScope(arm.groupId, { filter: 'atScope()' }))).toEqual([above.id]);
    const assigned = { filter: `assignedTo('${principalId}')` };
    expect(await ids(roleAssignments.listForScope(arm.groupId, assigned))).toEqual(both);
    expect(await ids(roleAssignments.listForResource(group, 'Microsoft.KeyVault', 'vaults', 'kv-access'))).toEqual(
      both,
    );
    expect(await ids(roleAssignments.listForResourceGroup(group))).toEqual(both);
    expect(await ids(roleAssignments.listForSubscription({ filter }))).toEqual(both);
    const nobody = { filter: "principalId eq '99999999-9999-4999-8999-999999999999'" };
    expect(await ids(roleAssignments.listForSubscription(nobody))).toEqual([]);
    for (const id of both) await roleAssignments.deleteById(id);
  });
});

describe('deny assignments by @azure/arm-authorization', () => {
  it('[REST-26] are listed and read', async () => {
    const deny = { scope: arm.groupId as ResourceId, actions: ['*/delete'], dataActions: [] };
    arm.azure.change((world) =>
      dispatch(world, { type: 'CreateDenyAssignment', name: 'all', principals: [], ...deny }),
    );
    const { denyAssignments } = arm.access;
    const names = async (pages: AsyncIterable<{ readonly denyAssignmentName?: string | undefined }>) =>
      (await all(pages)).map(({ denyAssignmentName }) => denyAssignmentName);
    expect(await names(denyAssignments.listForScope(vaultId))).toEqual(['all']);
    expect(await names(denyAssignments.listForResourceGroup(group))).toEqual(['all']);
    expect(await names(denyAssignments.list({ filter: 'atScope()' }))).toEqual([]);
    expect(await names(denyAssignments.list({ filter: `principalId eq '${principalId}'` }))).toEqual(['all']);
    const [{ id = '' } = {}] = await all(denyAssignments.list());
    expect(await denyAssignments.getById(id)).toMatchObject({
      scope: arm.groupId,
      permissions: [{ actions: ['*/delete'] }],
      principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
    });
    expect(await refusalOf(denyAssignments.getById(`${id}-none`))).toMatchObject({ statusCode: 404 });
    arm.azure.change((world) => dispatch(world, { type: 'DeleteDenyAssignment', scope: deny.scope, name: 'all' }));
    expect(await names(denyAssignments.list())).toEqual([]);
  });
});

describe('a bearer without a role', () => {
  it('[REST-14] is refused by every client', async () => {
    const stranger = clientsFor(arm.azure, principalId as PrincipalId);
    const refused = { code: 'AuthorizationFailed', statusCode: 403 };
    const { compute, identities, resources, sites, storage, vaults } = stranger;
    expect(await refusalOf(resources.resourceGroups.get(group))).toMatchObject(refused);
    expect(await refusalOf(resources.resourceGroups.createOrUpdate('conf-mine', { location }))).toMatchObject(refused);
    expect(await refusalOf(resources.resourceGroups.update(group, { tags: {} }))).toMatchObject(refused);
    expect(await refusalOf(identities.userAssignedIdentities.get(group, 'id-access'))).toMatchObject(refused);
    expect(await refusalOf(compute.virtualMachines.get(group, 'vm-none'))).toMatchObject(refused);
    expect(await refusalOf(sites.webApps.restart(group, 'conf-none'))).toMatchObject(refused);
    expect(await refusalOf(vaults.vaults.get(group, 'kv-access'))).toMatchObject(refused);
    expect(await refusalOf(storage.blobContainers.create(group, 'stnone', 'images', {}))).toMatchObject(refused);
    expect(await refusalOf(storage.blobContainers.update(group, 'stnone', 'images', {}))).toMatchObject(refused);
    expect(await refusalOf(resources.tagsOperations.getAtScope(arm.groupId))).toMatchObject(refused);
    expect(await refusalOf(resources.providers.register('Microsoft.Compute'))).toMatchObject(refused);
    expect(await all(resources.resources.list())).toEqual([]);
    await resources.resourceGroups.checkExistence(group).catch(() => undefined);
    expect(arm.azure.exchanges.at(-1)?.response.status).toBe(403);
  });

  it('[REST-30] that may do one part of a request does no part of it', async () => {
    const { id = '' } = await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-linked', { location });
    await arm.send(
      'PUT',
      `${arm.groupId}/providers/Microsoft.Compute/virtualMachines/vm-linked?api-version=2026-03-01`,
      {
        location,
      },
    );
    const contributor = '9980e02c-c2be-4d73-94e8-173b1dc7cf3c';
    arm.azure.change((world) => dispatch(world, { type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 0 } }));
    await assign(arm.groupId, contributor);
    const stranger = clientsFor(arm.azure, principalId as PrincipalId);
    const identity = { type: 'UserAssigned' as const, userAssignedIdentities: { [id]: {} } };
    const asked = stranger.compute.virtualMachines.update(group, 'vm-linked', { tags: { a: 'b' }, identity });
    expect(await refusalOf(asked)).toMatchObject({ code: 'LinkedAuthorizationFailed', statusCode: 403 });
    expect((await arm.compute.virtualMachines.get(group, 'vm-linked')).tags).toBeUndefined();
    const alone = await stranger.compute.virtualMachines.update(group, 'vm-linked', { tags: { a: 'b' } });
    expect(alone.tags).toEqual({ a: 'b' });
  });
});

describe('a reader', () => {
  it('[REST-23] sees a container and does not write it', async () => {
    const account = { location, kind: 'StorageV2', sku: { name: 'Standard_LRS' } };
    await arm.storage.storageAccounts.create(group, 'stread', account);
    await arm.storage.blobContainers.create(group, 'stread', 'images', {});
    const made = await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-reader', { location });
    arm.azure.change((world) => dispatch(world, { type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 0 } }));
    await assign(arm.groupId, reader, { principalId: made.principalId ?? '' });
    const { blobContainers } = clientsFor(arm.azure, made.principalId as PrincipalId).storage;
    expect(await blobContainers.get(group, 'stread', 'images')).toMatchObject({ name: 'images' });
    const refused = { code: 'AuthorizationFailed', statusCode: 403 };
    expect(await refusalOf(blobContainers.update(group, 'stread', 'images', {}))).toMatchObject(refused);
    expect(await refusalOf(blobContainers.create(group, 'stread', 'more', {}))).toMatchObject(refused);
    expect(await refusalOf(blobContainers.delete(group, 'stread', 'images'))).toMatchObject(refused);
  });
});

describe('a request without a good token', () => {
  it.each([
    ['none', '', 'AuthenticationFailed'],
    ['one that cannot be read', 'Bearer nonsense', 'InvalidAuthenticationToken'],
  ])('[REST-13] is answered 401: %s', async (_what, authorization, code) => {
    const { status, bodyAsText } = await arm.send(
      'GET',
      '/subscriptions?api-version=2022-12-01',
      undefined,
      authorization,
    );
    expect(status).toBe(401);
    expect(JSON.parse(bodyAsText ?? '')).toMatchObject({ error: { code } });
  });
});
