import { beforeAll, describe, expect, it } from 'vitest';
import { all, armClients, group, location, machineBody, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
let first = '';
let second = '';
beforeAll(async () => {
  arm = await armClients('arm machines');
  const { userAssignedIdentities } = arm.identities;
  first = (await userAssignedIdentities.createOrUpdate(group, 'id-first', { location })).id ?? '';
  second = (await userAssignedIdentities.createOrUpdate(group, 'id-second', { location })).id ?? '';
});

const create = (
  name: string,
  ...identity: Parameters<typeof machineBody> extends [string, ...infer Rest] ? Rest : never
) => arm.compute.virtualMachines.createOrUpdate(group, name, machineBody(arm.subscriptionId, ...identity));

async function power(name: string): Promise<string | undefined> {
  const { statuses } = await arm.compute.virtualMachines.instanceView(group, name);
  return statuses?.find(({ code }) => code?.startsWith('PowerState/'))?.code;
}

describe('virtual machines by @azure/arm-compute', () => {
  it('[ARM-31] [ARM-16] are made of a whole body in one request, which is printed back without its password', async () => {
    const before = arm.azure.exchanges.length;
    const made = await create('vm-whole', { type: 'SystemAssigned' });
    expect(arm.azure.exchanges.slice(before).map(({ response }) => response.status)).toEqual([201]);
    const {
      osProfile,
      location: place,
      hardwareProfile,
      storageProfile,
      networkProfile,
    } = machineBody(arm.subscriptionId);
    const { adminPassword: _, ...shown } = osProfile ?? {};
    expect(made).toMatchObject({ provisioningState: 'Succeeded', location: place });
    const read = await arm.compute.virtualMachines.get(group, 'vm-whole');
    expect(read).toMatchObject({ hardwareProfile, storageProfile, networkProfile, osProfile: shown });
    expect(JSON.stringify(arm.azure.state().arm)).not.toContain('not-to-be-kept');
    expect(read.vmId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('[ARM-31] survive a PUT of what a GET showed, and take another size', async () => {
    const made = await create('vm-again', { type: 'SystemAssigned' });
    const { identity: _, ...rest } = await arm.compute.virtualMachines.get(group, 'vm-again');
    const put = await arm.compute.virtualMachines.createOrUpdate(group, 'vm-again', rest);
    expect(put).toMatchObject({ hardwareProfile: { vmSize: 'Standard_D2s_v5' }, vmId: made.vmId });
    expect(put.identity?.principalId).toBe(made.identity?.principalId);
    const body = { location, hardwareProfile: { vmSize: 'Standard_D4s_v5' } };
    const grown = await arm.compute.virtualMachines.createOrUpdate(group, 'vm-again', body);
    expect(grown).toMatchObject({
      hardwareProfile: { vmSize: 'Standard_D4s_v5' },
      osProfile: { adminUsername: 'azureuser' },
    });
  });

  it('[ARM-18] [WRITE-01] have each form of identity, a PUT changes it', async () => {
    const own = await create('vm-forms', { type: 'SystemAssigned' });
    expect(own.identity).toMatchObject({ type: 'SystemAssigned' });
    const both = await create('vm-forms', {
      type: 'SystemAssigned, UserAssigned',
      userAssignedIdentities: { [first]: {} },
    });
    expect(both.identity?.type).toBe('SystemAssigned, UserAssigned');
    expect(both.identity?.principalId).toBe(own.identity?.principalId);
    expect(Object.keys(both.identity?.userAssignedIdentities ?? {})).toEqual([first]);
    const { principalId, clientId } = await arm.identities.userAssignedIdentities.get(group, 'id-first');
    expect(both.identity?.userAssignedIdentities?.[first]).toMatchObject({ principalId, clientId });
    const other = await create('vm-forms', { type: 'UserAssigned', userAssignedIdentities: { [second]: {} } });
    expect(other.identity?.principalId).toBeUndefined();
    expect(Object.keys(other.identity?.userAssignedIdentities ?? {})).toEqual([second]);
    expect((await create('vm-forms')).identity?.type).toBe('UserAssigned');
    expect((await create('vm-forms', { type: 'None' })).identity).toBeUndefined();
  });

  it('[WRITE-02] [WRITE-03] [WRITE-04] change their identity by PATCH', async () => {
    const identities = { [first]: {}, [second]: {} };
    await create('vm-patch', { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: identities });
    const patch = (identity: NonNullable<ReturnType<typeof machineBody>['identity']>) =>
      arm.compute.virtualMachines.update(group, 'vm-patch', { identity });
    const removed = { [first]: null } as unknown as Record<string, object>;
    const less = await patch({ type: 'SystemAssigned, UserAssigned', userAssignedIdentities: removed });
    expect(Object.keys(less.identity?.userAssignedIdentities ?? {})).toEqual([second]);
    const own = await patch({ type: 'SystemAssigned' });
    expect(own.identity).toMatchObject({ type: 'SystemAssigned', principalId: less.identity?.principalId });
    expect(own.identity?.userAssignedIdentities).toBeUndefined();
    expect((await patch({ type: 'None' })).identity).toBeUndefined();
  });

  it('[REST-18] [REST-30] change several things by one PATCH', async () => {
    await create('vm-several');
    const changed = await arm.compute.virtualMachines.update(group, 'vm-several', {
      tags: { a: 'b' },
      identity: { type: 'SystemAssigned' },
      hardwareProfile: { vmSize: 'Standard_D8s_v5' },
    });
    expect(changed).toMatchObject({
      tags: { a: 'b' },
      identity: { type: 'SystemAssigned' },
      hardwareProfile: { vmSize: 'Standard_D8s_v5' },
    });
  });

  it('[REST-30] change nothing by a PATCH of which one part is refused', async () => {
    await create('vm-refused');
    const before = await arm.compute.virtualMachines.get(group, 'vm-refused');
    const identity = { type: 'UserAssigned' as const, userAssignedIdentities: { [`${first}-none`]: {} } };
    const refused = await refusalOf(
      arm.compute.virtualMachines.update(group, 'vm-refused', { tags: { a: 'b' }, identity }),
    );
    expect(refused).toMatchObject({ code: 'FailedIdentityOperation', statusCode: 400 });
    expect(await arm.compute.virtualMachines.get(group, 'vm-refused')).toEqual(before);
  });

  it('[REST-30] change nothing where the second part is refused, and the first would not be', async () => {
    const id = `${arm.groupId}/providers/Microsoft.KeyVault/vaults/kv-half`;
    const properties = { tenantId: arm.azure.state().tenantId, sku: { family: 'A', name: 'standard' } };
    const { status } = await arm.send('PUT', `${id}?api-version=2026-02-01`, {
      location,
      properties: { ...properties, networkAcls: { defaultAction: 'Deny', ipRules: [{ value: 'nowhere' }] } },
    });
    expect(status).toBe(400);
    expect(await refusalOf(arm.vaults.vaults.get(group, 'kv-half'))).toMatchObject({ code: 'ResourceNotFound' });
  });

  it('[ID-10] are not made with an identity that is not there', async () => {
    const identity = { type: 'UserAssigned' as const, userAssignedIdentities: { [`${first}-none`]: {} } };
    expect(await refusalOf(create('vm-none', identity))).toMatchObject({ code: 'FailedIdentityOperation' });
    expect(await refusalOf(arm.compute.virtualMachines.get(group, 'vm-none'))).toMatchObject({
      code: 'ResourceNotFound',
    });
  });

  it('[COMPUTE-01] [REST-22] are started and stopped', async () => {
    await create('vm-power');
    const { virtualMachines } = arm.compute;
    expect(await power('vm-power')).toBe('PowerState/running');
    await virtualMachines.powerOff(group, 'vm-power', { skipShutdown: true });
    expect(await power('vm-power')).toBe('PowerState/stopped');
    await virtualMachines.deallocate(group, 'vm-power');
    expect(await power('vm-power')).toBe('PowerState/deallocated');
    await virtualMachines.start(group, 'vm-power');
    await virtualMachines.restart(group, 'vm-power');
    expect(await power('vm-power')).toBe('PowerState/running');
    expect(await refusalOf(virtualMachines.start(group, 'vm-none'))).toMatchObject({ code: 'ResourceNotFound' });
  });

  it('[REST-28] show their instance view where it is asked for', async () => {
    await create('vm-view');
    const plain = await arm.compute.virtualMachines.get(group, 'vm-view');
    const expanded = await arm.compute.virtualMachines.get(group, 'vm-view', { expand: 'instanceView' });
    expect(plain.instanceView).toBeUndefined();
    expect(expanded.instanceView?.statuses?.map(({ code }) => code)).toContain('PowerState/running');
    expect(expanded.hardwareProfile).toEqual(plain.hardwareProfile);
  });

  it('[REST-07] are listed', async () => {
    await create('vm-listed');
    const here = await all(arm.compute.virtualMachines.list(group));
    const everywhere = await all(arm.compute.virtualMachines.listAll());
    expect(here.map(({ name }) => name)).toContain('vm-listed');
    expect(everywhere.map(({ id }) => id)).toEqual(expect.arrayContaining(here.map(({ id }) => id)));
  });

  it('[ID-04] [DEL-01] [DEL-08] [DEL-12] that are deleted and made again have another principal', async () => {
    const made = await create('vm-again-new', { type: 'SystemAssigned' });
    const before = arm.azure.exchanges.length;
    await arm.compute.virtualMachines.delete(group, 'vm-again-new');
    expect(arm.azure.exchanges.slice(before).map(({ response }) => response.status)).toEqual([202, 200]);
    await arm.compute.virtualMachines.delete(group, 'vm-again-new');
    expect(arm.azure.exchanges.at(-1)?.response.status).toBe(204);
    const again = await create('vm-again-new', { type: 'SystemAssigned' });
    expect(again.identity?.principalId).toBeDefined();
    expect(again.identity?.principalId).not.toBe(made.identity?.principalId);
  });

  it('[COMPUTE-10] run a script that asks for a token', async () => {
    await create('vm-script', { type: 'SystemAssigned' });
    const url =
      'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net';
    const done = await arm.compute.virtualMachines.runCommand(group, 'vm-script', {
      commandId: 'RunShellScript',
      script: ['#!/bin/bash', `curl -s -H "Metadata: true" "${url}"`],
    });
    expect(done.value?.[0]?.message).toMatch(/"access_token":"ey/);
    const other = arm.compute.virtualMachines.runCommand(group, 'vm-script', {
      commandId: 'RunShellScript',
      script: ['hostname'],
    });
    expect(await refusalOf(other)).toMatchObject({ code: 'InvalidRequestContent', statusCode: 400 });
  });
});

describe('the GUID of a machine', () => {
  it('[COMPUTE-13] is the one that its metadata service says', async () => {
    const { vmId } = await create('vm-guid');
    const url = 'http://169.254.169.254/metadata/instance/compute/vmId?api-version=2021-02-01&format=text';
    const done = await arm.compute.virtualMachines.runCommand(group, 'vm-guid', {
      commandId: 'RunShellScript',
      script: [`curl -s -H "Metadata: true" "${url}"`],
    });
    expect(done.value?.[0]?.message).toContain(vmId);
  });
});

describe('scale sets by @azure/arm-compute', () => {
  it('[COMPUTE-08] keep their upgrade mode and what else is said of them', async () => {
    const made = await arm.compute.virtualMachineScaleSets.createOrUpdate(group, 'vmss', {
      location,
      sku: { name: 'Standard_D2s_v5', capacity: 3 },
      orchestrationMode: 'Uniform',
      upgradePolicy: { mode: 'Manual' },
      identity: { type: 'SystemAssigned' },
    });
    expect(made).toMatchObject({
      sku: { name: 'Standard_D2s_v5', capacity: 3 },
      upgradePolicy: { mode: 'Manual' },
      identity: { type: 'SystemAssigned' },
    });
  });
});
