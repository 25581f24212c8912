import { beforeAll, describe, expect, it } from 'vitest';
import type { VaultProperties } from '@azure/arm-keyvault';
import { all, armClients, group, location, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
beforeAll(async () => {
  arm = await armClients('arm vaults');
});

const create = (name: string, more: Partial<VaultProperties> = {}) =>
  arm.vaults.vaults.createOrUpdate(group, name, {
    location,
    properties: {
      tenantId: arm.azure.state().tenantId,
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      ...more,
    },
  });
const statusOfLast = () => arm.azure.exchanges.at(-1)?.response.status;

describe('vaults by @azure/arm-keyvault', () => {
  it('[ARM-28] are made in one request and read by the client', async () => {
    const before = arm.azure.exchanges.length;
    const made = await create('kv-made', {
      enableSoftDelete: true,
      softDeleteRetentionInDays: 7,
      enabledForDeployment: true,
    });
    expect(arm.azure.exchanges.slice(before).map(({ response }) => response.status)).toEqual([200]);
    expect(made.properties).toMatchObject({
      provisioningState: 'Succeeded',
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      softDeleteRetentionInDays: 7,
      enabledForDeployment: true,
      vaultUri: 'https://kv-made.vault.azure.net/',
    });
    expect(await arm.vaults.vaults.get(group, 'KV-MADE')).toMatchObject({ id: made.id });
  });

  it('[REST-19] [REST-30] are made with access policies and network rules', async () => {
    const { tenantId } = arm.azure.state();
    const objectId = '99999999-9999-4999-8999-999999999999';
    const made = await create('kv-policies', {
      enableRbacAuthorization: false,
      accessPolicies: [{ tenantId, objectId, permissions: { secrets: ['get', 'list'] } }],
      networkAcls: {
        defaultAction: 'Deny',
        bypass: 'None',
        ipRules: [{ value: '203.0.113.7' }],
        virtualNetworkRules: [],
      },
    });
    expect(made.properties).toMatchObject({
      enableRbacAuthorization: false,
      accessPolicies: [{ objectId, permissions: { secrets: ['get', 'list'] } }],
      networkAcls: { defaultAction: 'Deny', bypass: 'None', ipRules: [{ value: '203.0.113.7' }] },
    });
    await arm.vaults.vaults.updateAccessPolicy(group, 'kv-policies', 'remove', {
      properties: { accessPolicies: [{ tenantId, objectId, permissions: {} }] },
    });
    expect((await arm.vaults.vaults.get(group, 'kv-policies')).properties.accessPolicies).toEqual([]);
  });

  it('[REST-18] change tags, model and more by one PATCH', async () => {
    await create('kv-patch');
    const changed = await arm.vaults.vaults.update(group, 'kv-patch', {
      tags: { a: 'b' },
      properties: { enableRbacAuthorization: false, enabledForTemplateDeployment: true },
    });
    expect(changed).toMatchObject({
      tags: { a: 'b' },
      properties: { enableRbacAuthorization: false, enabledForTemplateDeployment: true },
    });
  });

  it('[REST-07] are listed by group, by subscription, and by resource type', async () => {
    await create('kv-listed');
    const { vaults } = arm.vaults;
    for (const pages of [vaults.listByResourceGroup(group), vaults.listBySubscription(), vaults.list()]) {
      expect((await all(pages as AsyncIterable<{ readonly name?: string }>)).map(({ name }) => name)).toContain(
        'kv-listed',
      );
    }
  });

  it('[REST-25] say whether a name is free', async () => {
    await create('kv-taken');
    const check = (name: string) =>
      arm.vaults.vaults.checkNameAvailability({ name, type: 'Microsoft.KeyVault/vaults' });
    expect(await check('kv-free')).toMatchObject({ nameAvailable: true });
    expect(await check('KV-Taken')).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' });
    expect(await check('no')).toMatchObject({ nameAvailable: false, reason: 'AccountNameInvalid' });
    await arm.vaults.vaults.delete(group, 'kv-taken');
    expect(await check('kv-taken')).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' });
  });

  it('[ARM-14] [ARM-27] [REST-11] are deleted softly and recovered', async () => {
    const { id } = await create('kv-soft');
    const { vaults } = arm.vaults;
    await vaults.delete(group, 'kv-soft');
    expect(statusOfLast()).toBe(200);
    expect((await all(vaults.listDeleted())).map(({ name }) => name)).toContain('kv-soft');
    expect((await vaults.getDeleted('kv-soft', location)).properties).toMatchObject({ vaultId: id, location });
    expect(await refusalOf(create('kv-soft'))).toMatchObject({ code: 'ConflictError', statusCode: 409 });
    const recovered = await create('kv-soft', { createMode: 'recover' });
    expect(recovered.id).toBe(id);
    expect(await refusalOf(vaults.getDeleted('kv-soft', location))).toMatchObject({ statusCode: 404 });
  });

  it('[ARM-15] [REST-22] are purged, and their names are free again', async () => {
    await create('kv-purged');
    await arm.vaults.vaults.delete(group, 'kv-purged');
    await arm.vaults.vaults.purgeDeleted('kv-purged', location);
    expect(await refusalOf(arm.vaults.vaults.purgeDeleted('kv-purged', location))).toMatchObject({ statusCode: 404 });
    expect((await create('kv-purged')).name).toBe('kv-purged');
  });
});
