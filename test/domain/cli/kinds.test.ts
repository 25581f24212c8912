import { describe, expect, it } from 'vitest';
import { resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('kinds');
const { state } = world;

/** The commands of each kind with a resource of the shop, and what its creation needs besides name and group. */
const families: readonly (readonly [prefix: string, kind: ResourceKind, held: string, needs: string])[] = [
  ['vm', 'virtualMachine', 'vm-web', '--image Ubuntu2204'],
  ['vmss', 'vmScaleSet', 'set-web', '--image Ubuntu2204'],
  ['webapp', 'webApp', 'app-shop', '--plan plan-shop'],
  ['functionapp', 'functionApp', 'func-shop', '-s stfunctions'],
  ['containerapp', 'containerApp', 'ca-shop', '--environment env-shop'],
  ['aks', 'aksCluster', 'aks-shop', '--enable-workload-identity'],
  ['storage account', 'storageAccount', 'stshop', '--sku Standard_LRS'],
  ['sql server', 'sqlServer', 'sql-shop', '-u admin -p secret'],
  ['cosmosdb', 'cosmosAccount', 'cosmos-shop', ''],
  ['servicebus namespace', 'serviceBusNamespace', 'bus-shop', '--sku Standard'],
  ['eventhubs namespace', 'eventHubsNamespace', 'hubs-shop', '--sku Standard'],
  ['identity', 'userAssignedIdentity', 'id-writer', ''],
];

describe('[CLI-45] every kind of resource', () => {
  it.each(families)('az %s create', (prefix, kind, _held, needs) => {
    const name = kind === 'storageAccount' ? 'stanother' : 'another-one';
    const typed = type(world, `az ${prefix} create -g rg-shop -n ${name} ${needs} --tags env=test`);
    expect(typed.isError).toBe(false);
    expect(typed.commands).toEqual([
      { type: 'CreateResource', kind, resourceGroup: 'rg-shop', name, location: 'westeurope', tags: { env: 'test' } },
    ]);
    expect(idIn(typed.state, name)).toContain(resourceKinds[kind].armType);
  });

  it.each(families)('az %s show', (prefix, kind, held) => {
    for (const words of [
      `-g rg-shop -n ${held}`,
      `--ids ${idIn(state, held)}`,
      `-g RG-SHOP -n ${held.toUpperCase()}`,
    ]) {
      expect(type(world, `az ${prefix} show ${words}`).json()).toMatchObject({
        id: idIn(state, held),
        name: held,
        type: resourceKinds[kind].armType,
        resourceGroup: 'rg-shop',
        location: 'westeurope',
      });
    }
    expect(type(world, `az ${prefix} show --ids one two`)).toMatchObject({ isError: true });
    expect(type(world, `az ${prefix} show --ids ${held}`)).toMatchObject({
      isError: true,
      text: `invalid resource ID: ${held}`,
    });
  });

  it.each(families)('az %s list', (prefix, _kind, held) => {
    const names = '--query "[].name" -o tsv';
    expect(type(world, `az ${prefix} list ${names}`).text.split('\n')).toContain(held);
    expect(type(world, `az ${prefix} list -g rg-shop ${names}`).text.split('\n')).toContain(held);
    expect(type(world, `az ${prefix} list -g rg-other ${names}`).text).toBe('');
  });

  it.each(families)('az %s delete', (prefix, kind, held) => {
    const yes = ['vm', 'containerapp', 'aks', 'sql server', 'cosmosdb'].includes(prefix) ? '--yes' : '';
    const typed = type(world, `az ${prefix} delete -g rg-shop -n ${held} ${yes}`);
    expect(typed).toMatchObject({
      isError: false,
      text: '',
      commands: [{ type: 'DeleteResource', id: idIn(state, held) }],
    });
    expect(findResource(typed.state.arm, idIn(state, held))).toBeUndefined();
    expect(resourceKinds[kind].armType).not.toBe('');
  });

  it('a resource that names one of another kind is not found', () => {
    expect(type(world, `az vm show --ids ${idIn(state, 'kv-shop')}`)).toMatchObject({ isError: true });
    expect(type(world, 'az webapp show -g rg-shop -n func-shop').text).toMatch(/^\(ResourceNotFound\)/);
  });

  it('a cluster shows its issuer, with its final slash', () => {
    const issuer = type(world, 'az aks show -g rg-shop -n aks-shop --query oidcIssuerProfile.issuerUrl -o tsv').text;
    expect(issuer).toMatch(/^https:\/\/westeurope\.oic\.prod-aks\.azure\.com\/[\w-]{36}\/[\w-]{36}\/$/);
  });

  it('Cosmos DB takes its place from --locations', () => {
    const typed = type(
      world,
      'az cosmosdb create -g rg-shop -n cosmos-2 --locations regionName=eastus failoverPriority=0',
    );
    expect(typed.commands).toMatchObject([{ location: 'eastus' }]);
  });

  it('a plan is accepted and said to be not simulated', () => {
    const typed = type(world, 'az appservice plan create -g rg-shop -n plan-shop --sku B1 --is-linux');
    expect(typed.text.split('\n')[0]).toBe('Plans are not simulated here: every app runs without one.');
    expect(typed).toMatchObject({ isError: false, commands: [] });
  });
});
