import { beforeAll, describe, expect, it } from 'vitest';
import { all, armClients, group, location, machineBody, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
beforeAll(async () => {
  arm = await armClients('arm identities');
});

const statusOfLast = () => arm.azure.exchanges.at(-1)?.response.status;

describe('user-assigned identities by @azure/arm-msi', () => {
  it('[ARM-16] [ID-05] are created with 201, and again with 200 and the same ids', async () => {
    const { userAssignedIdentities } = arm.identities;
    const made = await userAssignedIdentities.createOrUpdate(group, 'id-a', { location, tags: { a: '1' } });
    expect(statusOfLast()).toBe(201);
    expect(made).toMatchObject({ name: 'id-a', location, tags: { a: '1' }, isolationScope: 'None' });
    expect(made.id).toContain(`/resourcegroups/${group}/`);
    const again = await userAssignedIdentities.createOrUpdate(group, 'id-a', { location });
    expect(statusOfLast()).toBe(200);
    expect([again.principalId, again.clientId, again.tenantId]).toEqual([
      made.principalId,
      made.clientId,
      made.tenantId,
    ]);
    expect(await userAssignedIdentities.get(group, 'ID-A')).toMatchObject({ principalId: made.principalId });
  });

  it('[MOVE-01] are tagged by PATCH', async () => {
    await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-tags', { location, tags: { a: '1' } });
    const updated = await arm.identities.userAssignedIdentities.update(group, 'id-tags', { tags: { b: '2' } });
    expect(updated.tags).toEqual({ b: '2' });
  });

  it('[ARM-31] keep the isolation scope that is asked for', async () => {
    const body = { location, isolationScope: 'Regional' };
    const made = await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-regional', body);
    expect(made.isolationScope).toBe('Regional');
  });

  it('[REST-07] are listed by group and by subscription', async () => {
    await arm.resources.resourceGroups.createOrUpdate('conf-other', { location });
    await arm.identities.userAssignedIdentities.createOrUpdate('conf-other', 'id-elsewhere', { location });
    const names = (found: readonly { readonly name?: string | undefined }[]) => found.map(({ name }) => name);
    const here = names(await all(arm.identities.userAssignedIdentities.listByResourceGroup('conf-other')));
    expect(here).toEqual(['id-elsewhere']);
    const everywhere = names(await all(arm.identities.userAssignedIdentities.listBySubscription()));
    expect(everywhere).toEqual(expect.arrayContaining(['id-a', 'id-elsewhere']));
  });

  it('[DEL-08] [DEL-12] are deleted with 200, and with 204 where there is none', async () => {
    await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-gone', { location });
    await arm.identities.userAssignedIdentities.delete(group, 'id-gone');
    expect(statusOfLast()).toBe(200);
    await arm.identities.userAssignedIdentities.delete(group, 'id-gone');
    expect(statusOfLast()).toBe(204);
    const refusal = await refusalOf(arm.identities.userAssignedIdentities.get(group, 'id-gone'));
    expect(refusal).toMatchObject({ code: 'ResourceNotFound', statusCode: 404 });
  });

  it('[REST-10] say by hand where they are attached', async () => {
    const { id = '' } = await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-used', { location });
    const identity = { type: 'UserAssigned' as const, userAssignedIdentities: { [id]: {} } };
    await arm.compute.virtualMachines.createOrUpdate(group, 'vm-user', machineBody(arm.subscriptionId, identity));
    const path = `${id}/listAssociatedResources?api%2Dversion=2022-01-31-preview&$top=5`;
    const { status, bodyAsText } = await arm.send('POST', path);
    expect(status).toBe(200);
    expect(JSON.parse(bodyAsText ?? '')).toMatchObject({
      totalCount: 1,
      value: [{ name: 'vm-user', type: 'microsoft.compute/virtualmachines', resourceGroup: group }],
    });
  });
});

describe('a system-assigned identity by @azure/arm-msi', () => {
  it('[REST-09] [REST-05] is found by the scope of its machine', async () => {
    const body = machineBody(arm.subscriptionId, { type: 'SystemAssigned' });
    const machine = await arm.compute.virtualMachines.createOrUpdate(group, 'vm-scope', body);
    const found = await arm.identities.systemAssignedIdentities.getByScope(machine.id ?? '');
    expect(arm.azure.exchanges.at(-1)?.request.url).toContain('azure.com//subscriptions/');
    expect(found.principalId).toBe(machine.identity?.principalId);
    expect(found.clientId).toMatch(/^[0-9a-f-]{36}$/);
    expect(found.clientId).not.toBe(found.principalId);
  });
});

describe('federated credentials by @azure/arm-msi', () => {
  const credential = {
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/shop:ref:refs/heads/main',
    audiences: ['api://AzureADTokenExchange'],
  };

  it('[FED-01] [REST-11] are created, read, listed and deleted', async () => {
    const { federatedIdentityCredentials: credentials, userAssignedIdentities } = arm.identities;
    await userAssignedIdentities.createOrUpdate(group, 'id-fed', { location });
    expect(await credentials.createOrUpdate(group, 'id-fed', 'github-main', credential)).toMatchObject(credential);
    expect(statusOfLast()).toBe(201);
    expect(await credentials.get(group, 'id-fed', 'github-main')).toMatchObject({ name: 'github-main', ...credential });
    expect((await all(credentials.list(group, 'id-fed'))).map(({ name }) => name)).toEqual(['github-main']);
    await credentials.delete(group, 'id-fed', 'github-main');
    expect(statusOfLast()).toBe(200);
    await credentials.delete(group, 'id-fed', 'github-main');
    expect(statusOfLast()).toBe(204);
    expect(await refusalOf(credentials.get(group, 'id-fed', 'github-main'))).toMatchObject({
      code: 'ResourceNotFound',
    });
  });
});
