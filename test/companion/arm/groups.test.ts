import { beforeAll, describe, expect, it } from 'vitest';
import { all, armClients, group, location, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
beforeAll(async () => {
  arm = await armClients('arm groups');
});

describe('resource groups by @azure/arm-resources', () => {
  it('[ARM-32] are made with tags, which a PATCH replaces and a PUT without any leaves', async () => {
    const { resourceGroups } = arm.resources;
    const made = await resourceGroups.createOrUpdate('conf-tags', { location, tags: { env: 'test' } });
    expect(made).toMatchObject({ name: 'conf-tags', location, tags: { env: 'test' } });
    expect(made.properties?.provisioningState).toBe('Succeeded');
    expect(arm.azure.exchanges.at(-1)?.response.status).toBe(201);
    expect((await resourceGroups.update('conf-tags', { tags: { team: 'shop' } })).tags).toEqual({ team: 'shop' });
    await resourceGroups.createOrUpdate('conf-tags', { location });
    expect(arm.azure.exchanges.at(-1)?.response.status).toBe(200);
    expect((await resourceGroups.get('CONF-TAGS')).tags).toEqual({ team: 'shop' });
    await resourceGroups.createOrUpdate('conf-tags', { location, tags: { a: 'b' } });
    expect((await resourceGroups.get('conf-tags')).tags).toEqual({ a: 'b' });
  });

  it('[ARM-32] are refused in the terms of a group where there is none', async () => {
    const refusal = { code: 'ResourceGroupNotFound', statusCode: 404 };
    expect(await refusalOf(arm.resources.resourceGroups.update('conf-none', { tags: {} }))).toMatchObject(refusal);
    expect(await refusalOf(arm.resources.resourceGroups.get('conf-none'))).toMatchObject(refusal);
  });

  it('[REST-28] are listed, all of them or those with a tag', async () => {
    await arm.resources.resourceGroups.createOrUpdate('conf-listed', { location, tags: { Listed: 'yes' } });
    const names = async (filter?: string) =>
      (await all(arm.resources.resourceGroups.list(filter === undefined ? {} : { filter }))).map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining([group, 'conf-listed']));
    expect(await names("tagName eq 'listed' and tagValue eq 'yes'")).toEqual(['conf-listed']);
    expect(await names("tagName eq 'listed' and tagValue eq 'no'")).toEqual([]);
    expect(await names("tagName eq 'listed'")).toEqual(['conf-listed']);
  });

  it('[REST-21] are asked for by HEAD', async () => {
    await arm.resources.resourceGroups.checkExistence(group);
    expect(arm.azure.exchanges.at(-1)?.response).toMatchObject({ status: 204, body: '' });
    await arm.resources.resourceGroups.checkExistence('conf-none');
    expect(arm.azure.exchanges.at(-1)?.response).toMatchObject({ status: 404, body: '' });
  });

  it('[REST-22] [DEL-10] [DEL-12] are deleted with all that is in them, and the client waits for the end', async () => {
    const { resources, identities, azure } = arm;
    await resources.resourceGroups.createOrUpdate('conf-gone', { location });
    await identities.userAssignedIdentities.createOrUpdate('conf-gone', 'id-gone', { location });
    const before = azure.exchanges.length;
    await resources.resourceGroups.beginDeleteAndWait('conf-gone');
    const [deletion, ...polls] = azure.exchanges.slice(before);
    expect(deletion?.response.status).toBe(202);
    expect(polls.map(({ request, response }) => [request.method, response.status])).toEqual([['GET', 200]]);
    expect(await refusalOf(resources.resourceGroups.get('conf-gone'))).toMatchObject({ code: 'ResourceGroupNotFound' });
    expect(await refusalOf(identities.userAssignedIdentities.get('conf-gone', 'id-gone'))).toMatchObject({
      code: 'ResourceGroupNotFound',
    });
  });
});
