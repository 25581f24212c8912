import { describe, expect, it } from 'vitest';
import type { UpgradeMode } from '#domain/compute/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { askToken, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Deed, MadeDeed } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

function scaleSet(upgradeMode: UpgradeMode, systemAssigned = false): Deed {
  return {
    type: 'CreateResource',
    kind: 'vmScaleSet',
    resourceGroup: 'rg-shop',
    name: 'vmss-web',
    location: 'westeurope',
    identity: { systemAssigned, userAssigned: [] },
    upgradeMode,
  };
}

function update(name = 'vmss-web'): MadeDeed {
  return ({ state }) => ({ type: 'UpdateScaleSetInstances', id: resourceNamed(state, name).id });
}

const enable: Deed = { do: 'enable-system-assigned', on: 'vmss-web' };
const disable: Deed = { do: 'disable-system-assigned', on: 'vmss-web' };
const attach: Deed = { do: 'attach', identity: 'id-shop-reader', to: 'vmss-web' };
const ask = askToken('vmss-web');

describe('a scale set', () => {
  const shop = run('scale', shopGroup, scaleSet('Automatic', true));

  it('[COMPUTE-07] asks IMDS for a token of its one identity', () => {
    const asked = shop.goOn(ask);
    expect(asked.answer.status).toBe(200);
    expect(asked.claims.oid).toBe(idsOf(asked, 'vmss-web').principalId);
    expect(asked.claims.xms_mirid).toMatch(/\/virtualMachineScaleSets\/vmss-web$/);
  });

  it('[COMPUTE-07] is stopped and started like a machine', () => {
    const id = resourceNamed(shop.state, 'vmss-web').id;
    const stopped = shop.goOn({ type: 'SetPower', id, action: 'deallocate' }, ask);
    expect(stopped.failure).toBe('notRunning');
    expect(stopped.goOn({ type: 'SetPower', id, action: 'start' }, ask).answer.status).toBe(200);
  });
});

describe('with automatic upgrade', () => {
  const shop = run('scale', shopGroup, identity(), scaleSet('Automatic'));

  it('[COMPUTE-08] instances follow the scale set at once', () => {
    expect(shop.goOn(ask).answer.body).toContain('Identity not found');
    expect(shop.goOn(enable, ask).answer.status).toBe(200);
    expect(shop.goOn(attach, ask).answer.status).toBe(200);
    expect(shop.goOn(enable, disable, ask).answer.body).toContain('Identity not found');
  });

  it('[COMPUTE-09] an update of instances changes nothing', () => {
    const updated = shop.goOn(enable, update());
    expect(updated.entry(-1).events.map(({ type }) => type)).toEqual(['ManagementAnswered']);
    expect(updated.answer.status).toBe(202);
  });
});

describe('with manual upgrade', () => {
  const shop = run('scale', shopGroup, identity(), scaleSet('Manual'));

  it.each([
    ['the system-assigned identity', enable],
    ['a user-assigned identity', attach],
  ])('[COMPUTE-08] instances carry %s only after their update', (_, change) => {
    const changed = shop.goOn(change, ask);
    expect(changed.answer.body).toContain('Identity not found');
    const updated = changed.goOn(update(), ask);
    expect(updated.answer.status).toBe(200);
  });

  it('[COMPUTE-08] a scale set made with its identity has instances that carry it', () => {
    expect(run('scale', shopGroup, scaleSet('Manual', true), ask).answer.status).toBe(200);
  });

  it('[COMPUTE-08] instances keep an identity that was detached, until their update', () => {
    const holding = shop.goOn(attach, update(), { do: 'detach', identity: 'id-shop-reader', from: 'vmss-web' }, ask);
    expect(holding.answer.status).toBe(200);
    expect(holding.claims.oid).toBe(idsOf(holding, 'id-shop-reader').principalId);
    expect(holding.goOn(update(), ask).answer.body).toContain('Identity not found');
  });

  it('[COMPUTE-08] an identity that was turned off gets no token, though instances carry it still', () => {
    const off = shop.goOn(enable, update());
    const { clientId } = idsOf(off, 'vmss-web');
    const { answer } = off.goOn(disable, ask);
    expect(answer).toMatchObject({ status: 400, source: 'unconfirmed' });
    expect(answer.body).toContain(`AADSTS700016: Application with identifier '${clientId}' was not found`);
  });

  it('[COMPUTE-09] an update of instances is a POST to the scale set', () => {
    const event = shop.goOn(update()).entry(-1).events.at(-1);
    if (event?.type !== 'ManagementAnswered') throw new Error('not answered');
    expect(event.url).toMatch(/\/virtualMachineScaleSets\/vmss-web\/manualupgrade\?api-version=/);
    expect(event.response.status).toBe(202);
  });

  it('[COMPUTE-09] a machine has no instances to update', () => {
    const { answer } = shop.goOn(host(), update('vm-web'));
    expectGolden(answer, 'COMPUTE-09-not-a-scale-set', 'unconfirmed');
  });
});
