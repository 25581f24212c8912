import { beforeAll, describe, expect, it } from 'vitest';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { openFirewall } from '#domain/network/state.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import { all, armClients, group, location, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
beforeAll(async () => {
  arm = await armClients('arm storage');
});

const account = { location, kind: 'StorageV2', sku: { name: 'Standard_LRS' } };
const statusOfLast = () => arm.azure.exchanges.at(-1)?.response.status;

describe('storage accounts by @azure/arm-storage', () => {
  it('[ARM-28] [REST-19] are made in one request, with keys switched off', async () => {
    const before = arm.azure.exchanges.length;
    const body = { ...account, allowSharedKeyAccess: false, minimumTlsVersion: 'TLS1_2' as const };
    const made = await arm.storage.storageAccounts.create(group, 'stmade', body);
    expect(arm.azure.exchanges.slice(before).map(({ response }) => response.status)).toEqual([200]);
    expect(made).toMatchObject({
      provisioningState: 'Succeeded',
      kind: 'StorageV2',
      sku: { name: 'Standard_LRS', tier: 'Standard' },
      primaryLocation: location,
      primaryEndpoints: { blob: 'https://stmade.blob.core.windows.net/' },
      allowSharedKeyAccess: false,
      minimumTlsVersion: 'TLS1_2',
    });
    expect(await arm.storage.storageAccounts.getProperties(group, 'stmade')).toMatchObject({ id: made.id });
  });

  it('[REST-18] are changed by one PATCH', async () => {
    await arm.storage.storageAccounts.create(group, 'stpatch', account);
    const changed = await arm.storage.storageAccounts.update(group, 'stpatch', {
      tags: { a: 'b' },
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
    });
    expect(changed).toMatchObject({ tags: { a: 'b' }, allowSharedKeyAccess: false, allowBlobPublicAccess: false });
  });

  it('[REST-07] [REST-25] are listed, and hold their names', async () => {
    const { storageAccounts } = arm.storage;
    const check = (name: string) =>
      storageAccounts.checkNameAvailability({ name, type: 'Microsoft.Storage/storageAccounts' });
    expect(await check('stlisted')).toMatchObject({ nameAvailable: true });
    await storageAccounts.create(group, 'stlisted', account);
    expect(await check('stlisted')).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' });
    expect(await check('No')).toMatchObject({ nameAvailable: false, reason: 'AccountNameInvalid' });
    expect((await all(storageAccounts.list())).map(({ name }) => name)).toContain('stlisted');
    expect((await all(storageAccounts.listByResourceGroup(group))).map(({ name }) => name)).toContain('stlisted');
  });

  it('[BLOB-23] give their keys, and new ones', async () => {
    await arm.storage.storageAccounts.create(group, 'stkeys', account);
    const { keys = [] } = await arm.storage.storageAccounts.listKeys(group, 'stkeys');
    expect(keys.map(({ keyName }) => keyName)).toEqual(['key1', 'key2']);
    const made = await arm.storage.storageAccounts.regenerateKey(group, 'stkeys', { keyName: 'key1' });
    expect(made.keys?.[0]?.value).not.toBe(keys[0]?.value);
    expect(made.keys?.[1]?.value).toBe(keys[1]?.value);
  });

  it('[DEL-08] [DEL-12] are deleted', async () => {
    await arm.storage.storageAccounts.create(group, 'stgone', account);
    await arm.storage.storageAccounts.delete(group, 'stgone');
    expect(statusOfLast()).toBe(200);
    await arm.storage.storageAccounts.delete(group, 'stgone');
    expect(statusOfLast()).toBe(204);
  });
});

describe('containers by @azure/arm-storage', () => {
  it('[REST-23] are created, listed, read and deleted, whatever the firewall of the account', async () => {
    const { id = '' } = await arm.storage.storageAccounts.create(group, 'stboxes', account);
    const firewall = { ...openFirewall, defaultAction: 'Deny', publicAccess: false } as const;
    arm.azure.change((world) => dispatch(world, { type: 'SetFirewall', resourceId: id as ResourceId, firewall }));
    const { blobContainers } = arm.storage;
    expect(await blobContainers.create(group, 'stboxes', 'images', {})).toMatchObject({ name: 'images' });
    expect(statusOfLast()).toBe(201);
    await blobContainers.create(group, 'stboxes', 'images', {});
    expect(statusOfLast()).toBe(200);
    await blobContainers.create(group, 'stboxes', 'logs', {});
    expect((await all(blobContainers.list(group, 'stboxes'))).map(({ name }) => name)).toEqual(['images', 'logs']);
    expect(await blobContainers.get(group, 'stboxes', 'images')).toMatchObject({ publicAccess: 'None' });
    expect(await blobContainers.update(group, 'stboxes', 'images', {})).toMatchObject({ name: 'images' });
    await blobContainers.delete(group, 'stboxes', 'images');
    expect(statusOfLast()).toBe(200);
    await blobContainers.delete(group, 'stboxes', 'images');
    expect(statusOfLast()).toBe(204);
    const gone = await refusalOf(blobContainers.get(group, 'stboxes', 'images'));
    expect(gone).toMatchObject({ code: 'ContainerNotFound', statusCode: 404 });
  });

  it('[REST-23] need a good name and an account', async () => {
    const { blobContainers, storageAccounts, blobServices } = arm.storage;
    await storageAccounts.create(group, 'stnames', account);
    const wrong = await refusalOf(blobContainers.create(group, 'stnames', 'two--marks', {}));
    expect(wrong).toMatchObject({ code: 'InvalidResourceName', statusCode: 400 });
    const missing = { code: 'ResourceNotFound', statusCode: 404 };
    expect(await refusalOf(blobContainers.create(group, 'stnone', 'images', {}))).toMatchObject(missing);
    expect(await refusalOf(all(blobContainers.list(group, 'stnone')))).toMatchObject(missing);
    expect(await blobServices.getServiceProperties(group, 'stnames')).toMatchObject({ name: 'default' });
  });
});
