import { beforeAll, describe, expect, it } from 'vitest';
import { all, armClients, group, location, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
let identityId = '';
beforeAll(async () => {
  arm = await armClients('arm resources');
  const body = { location, tags: { kept: 'yes' } };
  identityId = (await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-any', body)).id ?? '';
});

const version = '2023-01-31';
const json = ({ bodyAsText }: { readonly bodyAsText?: string | null | undefined }): unknown =>
  JSON.parse(bodyAsText ?? '');

describe('resources in general by @azure/arm-resources', () => {
  it('[REST-21] are asked for by HEAD', async () => {
    await arm.resources.resources.checkExistenceById(identityId, version);
    expect(arm.azure.exchanges.at(-1)?.response).toMatchObject({ status: 204, body: '' });
    await arm.resources.resources.checkExistenceById(`${identityId}-none`, version);
    expect(arm.azure.exchanges.at(-1)?.response).toMatchObject({ status: 404, body: '' });
  });

  it('[REST-05] are read with an empty parent in their path', async () => {
    const found = await arm.resources.resources.get(
      group,
      'Microsoft.ManagedIdentity',
      '',
      'userAssignedIdentities',
      'id-any',
      version,
    );
    expect(arm.azure.exchanges.at(-1)?.request.url).toContain('Microsoft.ManagedIdentity//userAssignedIdentities');
    expect(found.name).toBe('id-any');
  });

  it('[REST-07] are made, changed and deleted by their ids', async () => {
    const id = `${identityId}-byid`;
    const { resources } = arm.resources;
    expect(await resources.beginCreateOrUpdateByIdAndWait(id, version, { location })).toMatchObject({
      name: 'id-any-byid',
    });
    expect(await resources.beginUpdateByIdAndWait(id, version, { tags: { a: 'b' } })).toMatchObject({
      tags: { a: 'b' },
    });
    await resources.beginDeleteByIdAndWait(id, version);
    expect(await refusalOf(resources.getById(id, version))).toMatchObject({ code: 'ResourceNotFound' });
  });

  it('[REST-28] are listed by type, name and tag', async () => {
    await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-plain', { location });
    const names = async (filter: string) =>
      (await all(arm.resources.resources.listByResourceGroup(group, { filter }))).map(({ name }) => name);
    const type = "resourceType eq 'Microsoft.ManagedIdentity/userAssignedIdentities'";
    expect(await names(type)).toEqual(expect.arrayContaining(['id-any', 'id-plain']));
    expect(await names("resourceType eq 'Microsoft.Compute/virtualMachines'")).toEqual([]);
    expect(await names("name eq 'ID-plain'")).toEqual(['id-plain']);
    expect(await names("tagName eq 'kept' and tagValue eq 'yes'")).toEqual(['id-any']);
  });
});

describe('tags by @azure/arm-resources', () => {
  it('[REST-24] of a resource are put, merged, replaced, taken away and read', async () => {
    const { id = '' } = await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-tags', { location });
    const { tagsOperations } = arm.resources;
    const put = await tagsOperations.beginCreateOrUpdateAtScopeAndWait(id, {
      properties: { tags: { a: '1', b: '2' } },
    });
    expect(put).toMatchObject({
      name: 'default',
      type: 'Microsoft.Resources/tags',
      properties: { tags: { a: '1', b: '2' } },
    });
    const patch = async (operation: string, tags: Record<string, string>) =>
      (await tagsOperations.beginUpdateAtScopeAndWait(id, { operation, properties: { tags } })).properties.tags;
    expect(await patch('Merge', { b: '3', c: '4' })).toEqual({ a: '1', b: '3', c: '4' });
    expect(await patch('Delete', { b: '3', c: 'other' })).toEqual({ a: '1', c: '4' });
    expect(await patch('Replace', { d: '5' })).toEqual({ d: '5' });
    expect((await arm.identities.userAssignedIdentities.get(group, 'id-tags')).tags).toEqual({ d: '5' });
    await tagsOperations.beginDeleteAtScopeAndWait(id);
    expect((await tagsOperations.getAtScope(id)).properties.tags ?? {}).toEqual({});
    expect(await refusalOf(patch('Add', {}))).toMatchObject({ code: 'InvalidRequestContent', statusCode: 400 });
  });

  it('[REST-24] of a group, and of what is not there', async () => {
    const { tagsOperations } = arm.resources;
    await tagsOperations.beginCreateOrUpdateAtScopeAndWait(arm.groupId, { properties: { tags: { team: 'shop' } } });
    expect((await arm.resources.resourceGroups.get(group)).tags).toEqual({ team: 'shop' });
    expect((await tagsOperations.getAtScope(arm.groupId)).properties.tags).toEqual({ team: 'shop' });
    const none = { properties: { tags: { a: 'b' } } };
    expect(
      await refusalOf(tagsOperations.beginCreateOrUpdateAtScopeAndWait(`${arm.groupId}-none`, none)),
    ).toMatchObject({
      code: 'ResourceGroupNotFound',
    });
    expect(await refusalOf(tagsOperations.getAtScope(`${identityId}-none`))).toMatchObject({
      code: 'ResourceNotFound',
    });
    expect(await refusalOf(tagsOperations.getAtScope(`${arm.groupId}-none`))).toMatchObject({
      code: 'ResourceGroupNotFound',
    });
  });
});

describe('providers by @azure/arm-resources', () => {
  it('[REST-25] are registered, each with the types that are simulated', async () => {
    const { providers } = arm.resources;
    const found = await all(providers.list());
    expect(found.map(({ namespace }) => namespace)).toEqual(
      expect.arrayContaining(['Microsoft.Compute', 'Microsoft.KeyVault', 'Microsoft.ManagedIdentity', 'Microsoft.Web']),
    );
    expect(await providers.get('microsoft.web')).toMatchObject({
      namespace: 'Microsoft.Web',
      registrationState: 'Registered',
      resourceTypes: [{ resourceType: 'sites' }, { resourceType: 'sites/slots' }],
    });
    expect(await providers.register('Microsoft.Network')).toMatchObject({ registrationState: 'Registered' });
    expect(await refusalOf(providers.get('Contoso.Shop'))).toMatchObject({ code: 'InvalidResourceNamespace' });
  });
});

describe('what is asked by hand', () => {
  it('[REST-07] subscriptions and tenants', async () => {
    const { subscriptionId } = arm;
    const { tenantId } = arm.azure.state();
    expect(json(await arm.send('GET', '/subscriptions?api-version=2022-12-01'))).toMatchObject({
      value: [{ subscriptionId, tenantId, state: 'Enabled' }],
    });
    const one = await arm.send('GET', `/subscriptions/${subscriptionId}/?api-version=2022-12-01`);
    expect(json(one)).toMatchObject({ subscriptionId });
    expect(json(await arm.send('GET', '/tenants?api-version=2022-12-01'))).toMatchObject({ value: [{ tenantId }] });
  });

  it('[REST-11] locks', async () => {
    const at = `${arm.groupId}/providers/Microsoft.Authorization/locks`;
    const body = { properties: { level: 'CanNotDelete' } };
    expect((await arm.send('PUT', `${at}/keep?api-version=2020-05-01`, body)).status).toBe(201);
    expect(json(await arm.send('GET', `${at}?api-version=2020-05-01`))).toMatchObject({ value: [{ name: 'keep' }] });
    const refused = await refusalOf(arm.resources.resourceGroups.beginDeleteAndWait(group));
    expect(refused).toMatchObject({ code: 'ScopeLocked', statusCode: 409 });
    expect((await arm.send('DELETE', `${at}/keep?api-version=2020-05-01`)).status).toBe(200);
  });

  it.each(['2015-05-01', '2021-04-01', '2026-09-01-preview'])('[REST-05] of any version: %s', async (asked) => {
    const path = `//SUBSCRIPTIONS/${arm.subscriptionId.toUpperCase()}/ResourceGroups/${group.toUpperCase()}//?api%2Dversion=${asked}`;
    expect(json(await arm.send('GET', path))).toMatchObject({ name: group });
  });

  it('[REST-07] lists say nothing of a next page', async () => {
    const list = await arm.send('GET', `/subscriptions/${arm.subscriptionId}/resources?api-version=2021-04-01`);
    expect(json(list)).not.toHaveProperty('nextLink');
  });

  it('[REST-29] a body that nests without end is refused, and nothing breaks', async () => {
    const id = `${arm.groupId}/providers/Microsoft.Compute/virtualMachines/vm-deep?api-version=2026-03-01`;
    const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown;
    expect((await arm.send('PUT', id, { location, properties: deep(200) })).status).toBe(400);
    expect((await arm.send('PUT', id, { location, properties: deep(20) })).status).toBe(201);
    expect((await arm.send('GET', id)).status).toBe(200);
  });
});
