import { beforeAll, describe, expect, it } from 'vitest';
import { findResource } from '#domain/arm/state.ts';
import { all, armClients, group, location, refusalOf } from '#test/support/sdk/arm-clients.ts';
import type { ArmClients } from '#test/support/sdk/arm-clients.ts';

let arm: ArmClients;
let identityId = '';
beforeAll(async () => {
  arm = await armClients('arm sites');
  identityId = (await arm.identities.userAssignedIdentities.createOrUpdate(group, 'id-site', { location })).id ?? '';
});

const linux = { location, kind: 'app,linux', httpsOnly: true, siteConfig: { linuxFxVersion: 'NODE|20-lts' } };
const statusOfLast = () => arm.azure.exchanges.at(-1)?.response.status;

describe('sites by @azure/arm-appservice', () => {
  it('[ARM-16] [ARM-31] are made in one request, with what is said of them', async () => {
    const { webApps } = arm.sites;
    const made = await webApps.createOrUpdate(group, 'conf-site', { ...linux, identity: { type: 'SystemAssigned' } });
    expect(statusOfLast()).toBe(200);
    expect(made).toMatchObject({
      name: 'conf-site',
      kind: 'app,linux',
      httpsOnly: true,
      state: 'Running',
      defaultHostName: 'conf-site.azurewebsites.net',
      identity: { type: 'SystemAssigned' },
    });
    const read = await webApps.get(group, 'CONF-SITE');
    expect(read.identity?.principalId).toBe(made.identity?.principalId);
    expect(read.siteConfig?.linuxFxVersion).toBe('NODE|20-lts');
  });

  it('[WRITE-01] change their identity by PUT and by PATCH', async () => {
    const { webApps } = arm.sites;
    await webApps.createOrUpdate(group, 'conf-ids', { ...linux, identity: { type: 'SystemAssigned' } });
    const userAssignedIdentities = { [identityId]: {} };
    const both = await webApps.update(group, 'conf-ids', {
      identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities },
    });
    expect(both.identity?.type).toBe('SystemAssigned,UserAssigned');
    expect(Object.keys(both.identity?.userAssignedIdentities ?? {})).toEqual([identityId]);
    const user = await webApps.createOrUpdate(group, 'conf-ids', {
      ...linux,
      identity: { type: 'UserAssigned', userAssignedIdentities },
    });
    expect(user.identity).toMatchObject({ type: 'UserAssigned' });
    expect(user.identity?.principalId).toBeUndefined();
  });

  it('[REST-19] [SITE-01] keep settings, of their configuration and by themselves', async () => {
    const { webApps } = arm.sites;
    const appSettings = [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ];
    const made = await webApps.createOrUpdate(group, 'conf-settings', { location, siteConfig: { appSettings } });
    expect(made.siteConfig?.appSettings).toBeUndefined();
    expect((await webApps.listApplicationSettings(group, 'conf-settings')).properties).toEqual({ A: '1', B: '2' });
    const put = await webApps.updateApplicationSettings(group, 'conf-settings', { properties: { B: '3' } });
    expect(put.properties).toEqual({ B: '3' });
    expect((await webApps.listApplicationSettings(group, 'conf-settings')).properties).toEqual({ B: '3' });
    await webApps.update(group, 'conf-settings', { siteConfig: { appSettings: [{ name: 'C', value: '4' }] } });
    expect((await webApps.listApplicationSettings(group, 'conf-settings')).properties).toEqual({ C: '4' });
  });

  it('[REST-27] show their configuration, and are started and restarted, and never stopped', async () => {
    const { webApps } = arm.sites;
    await webApps.createOrUpdate(group, 'conf-run', linux);
    expect(await webApps.getConfiguration(group, 'conf-run')).toMatchObject({ linuxFxVersion: 'NODE|20-lts' });
    await webApps.restart(group, 'conf-run');
    await webApps.start(group, 'conf-run');
    expect(statusOfLast()).toBe(200);
    expect(await refusalOf(webApps.stop(group, 'conf-run'))).toMatchObject({ code: 'InvalidRequestContent' });
    expect(await refusalOf(webApps.restart(group, 'conf-none'))).toMatchObject({ code: 'ResourceNotFound' });
  });

  it('[REST-07] are listed by group and by subscription', async () => {
    await arm.sites.webApps.createOrUpdate(group, 'conf-listed', linux);
    const here = await all(arm.sites.webApps.listByResourceGroup(group));
    expect(here.map(({ name }) => name)).toContain('conf-listed');
    expect((await all(arm.sites.webApps.list())).map(({ name }) => name)).toContain('conf-listed');
  });

  it('[ARM-22] have slots with identities of their own', async () => {
    const { webApps } = arm.sites;
    const identity = { type: 'SystemAssigned' as const };
    const app = await webApps.createOrUpdate(group, 'conf-slots', { ...linux, identity });
    const slot = await webApps.createOrUpdateSlot(group, 'conf-slots', 'staging', { location, identity });
    expect(slot.name).toBe('conf-slots/staging');
    expect(slot.identity?.principalId).not.toBe(app.identity?.principalId);
    expect((await all(webApps.listSlots(group, 'conf-slots'))).map(({ name }) => name)).toEqual(['conf-slots/staging']);
    await webApps.updateApplicationSettingsSlot(group, 'conf-slots', 'staging', { properties: { K: 'v' } });
    await webApps.swapSlotWithProduction(group, 'conf-slots', { targetSlot: 'staging', preserveVnet: true });
    expect((await webApps.listApplicationSettings(group, 'conf-slots')).properties).toEqual({ K: 'v' });
    await webApps.deleteSlot(group, 'conf-slots', 'staging');
    expect(await all(webApps.listSlots(group, 'conf-slots'))).toEqual([]);
  });

  it('[DEL-08] [DEL-12] are deleted with 200, and 204 where there is none', async () => {
    await arm.sites.webApps.createOrUpdate(group, 'conf-gone', linux);
    await arm.sites.webApps.delete(group, 'conf-gone');
    expect(statusOfLast()).toBe(200);
    await arm.sites.webApps.delete(group, 'conf-gone');
    expect(statusOfLast()).toBe(204);
    expect(await refusalOf(arm.sites.webApps.get(group, 'conf-gone'))).toMatchObject({ code: 'ResourceNotFound' });
  });

  it('[ARM-12] are function apps by their kind', async () => {
    await arm.sites.webApps.createOrUpdate(group, 'conf-func', { location, kind: 'functionapp,linux' });
    expect(await arm.sites.webApps.get(group, 'conf-func')).toMatchObject({ kind: 'functionapp,linux' });
    expect(await refusalOf(arm.sites.webApps.get('conf-nowhere', 'conf-func'))).toMatchObject({
      code: 'ResourceGroupNotFound',
    });
    const { id = '' } = await arm.sites.webApps.get(group, 'conf-func');
    expect(findResource(arm.azure.state().arm, id)?.kind).toBe('functionApp');
  });
});
