import { describe, expect, it } from 'vitest';
import { nameRules, resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { Command } from '#domain/cloud/command.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { run, shopGroup } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

interface Names {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const a = (count: number) => 'a'.repeat(count);

const sites: Names = {
  good: ['ab', 'Shop-1', '1st', 'größe', a(60)],
  bad: ['', 'a', a(61), '-shop', 'shop-', 'my_shop', 'my.shop', 'my shop', 'shop\n'],
};

/** Children are named under their parent: see `kinds.test.ts`. */
type Topmost = Exclude<ResourceKind, 'webAppSlot' | 'sqlDatabase'>;

const messaging: Names = {
  good: ['sb-shop', 'Queues1', a(50)],
  bad: ['short', a(51), '1-shop', '-sb-shop', 'sb-shop-', 'sb_shop', 'sb.shop', 'sb-shop\n'],
};

const names: Readonly<Record<Topmost, Names>> = {
  vmScaleSet: {
    good: ['v', 'vmss-web', 'VMSS.1', a(64)],
    bad: ['', a(65), '_vmss', '-vmss', 'vmss-', 'vmss.', 'vm ss', 'vmss\n'],
  },
  containerApp: {
    good: ['ca', 'ca-shop', 'a1', a(32)],
    bad: ['a', a(33), '1ca', 'ca-', 'ca--shop', 'Ca', 'ca_shop', 'ca\n'],
  },
  aksCluster: {
    good: ['k', 'aks-shop', 'aks_shop', '1', a(63)],
    bad: ['', a(64), '-aks', 'aks-', '_aks', 'aks.shop', 'aks\n'],
  },
  sqlServer: {
    good: ['s', 'sql-shop', '1', a(63)],
    bad: ['', a(64), '-sql', 'sql-', 'Sql', 'sql_shop', 'sql\n'],
  },
  cosmosAccount: {
    good: ['cos', 'cosmos-shop', '1st', a(44)],
    bad: ['co', a(45), '-cosmos', 'Cosmos', 'cosmos_shop', 'cosmos\n'],
  },
  serviceBusNamespace: messaging,
  eventHubsNamespace: messaging,
  virtualMachine: {
    good: ['v', 'vm-web', 'VM.1', '3', a(64)],
    bad: ['', a(65), '-vm', 'vm-', 'vm.', 'vm_web', 'vm web', 'vm/web', 'vm@web', 'vm\n'],
  },
  webApp: sites,
  functionApp: sites,
  keyVault: {
    good: ['kv1', 'kv-shop', 'K-v', a(24)],
    bad: ['kv', a(25), '1kv', '-kv', 'kv-', 'kv--shop', 'kv_shop', 'kv.shop', 'kvä', 'kv-shop\n'],
  },
  storageAccount: {
    good: ['abc', 'st1', '123', a(24)],
    bad: ['st', a(25), 'stShop', 'st-shop', 'st_shop', 'stä', 'abc\n'],
  },
  userAssignedIdentity: {
    good: ['id1', 'id-shop_reader', 'ID-', '1_-', a(128)],
    bad: ['id', a(129), '-id', '_id', 'id.shop', 'id shop', 'idä', 'id/1', 'id1\n'],
  },
};

const groups: Names = {
  good: ['r', 'rg-shop', '(rg)', '.rg', '_', 'Grüße-東京', a(90)],
  bad: ['', 'rg.', 'rg shop', 'rg/shop', 'rg+', a(91), 'rg\n'],
};

function create(kind: ResourceKind, name: string): Command {
  return { type: 'CreateResource', kind, resourceGroup: 'rg-shop', name, location: 'westeurope' };
}

function createGroup(name: string): Command {
  return { type: 'CreateResourceGroup', name, location: 'westeurope' };
}

const rules: Readonly<Record<Topmost, string>> = {
  vmScaleSet: 'ARM-21',
  containerApp: 'ARM-21',
  aksCluster: 'ARM-21',
  sqlServer: 'ARM-21',
  cosmosAccount: 'ARM-21',
  serviceBusNamespace: 'ARM-21',
  eventHubsNamespace: 'ARM-21',
  virtualMachine: 'ARM-02',
  webApp: 'ARM-03',
  functionApp: 'ARM-03',
  keyVault: 'ARM-04',
  storageAccount: 'ARM-05',
  userAssignedIdentity: 'ARM-06',
};

function cases(which: keyof Names): [rule: string, kind: ResourceKind, name: string][] {
  const kinds = Object.keys(names) as Topmost[];
  return kinds.flatMap((kind) =>
    names[kind][which].map((name): [string, ResourceKind, string] => [rules[kind], kind, name]),
  );
}

describe('the name of a resource group', () => {
  it.each(groups.good)('[ARM-01] may be %j', (name) => {
    const { answer, state } = run('names', createGroup(name));
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ name, type: 'Microsoft.Resources/resourceGroups' });
    expect(dictionary.size(state.arm.groups)).toBe(1);
  });

  it.each(groups.bad)('[ARM-01] may not be %j', (name) => {
    const { answer, state } = run('names', createGroup(name));
    expect(answer.status).toBe(400);
    expect(dictionary.size(state.arm.groups)).toBe(0);
  });
});

describe('the name of a resource', () => {
  it.each(cases('good'))('[%s] %s may be named %j', (_rule, kind, name) => {
    const { answer, state } = run('names', shopGroup, create(kind, name));
    expect(answer.status).toBe(resourceKinds[kind].created);
    expect(resourcesOf(state).map((each) => [each.kind, each.name])).toEqual([[kind, name]]);
  });

  it.each(cases('bad'))('[%s] %s may not be named %j', (_rule, kind, name) => {
    const { answer, state } = run('names', shopGroup, create(kind, name));
    expect(answer.status).toBe(400);
    expect(resourcesOf(state)).toEqual([]);
  });

  it('[ARM-02] [ARM-03] [ARM-04] [ARM-05] [ARM-06] [ARM-21] is held to the length that the rule prints', () => {
    for (const { name } of [...Object.values(resourceKinds), { name: nameRules.resourceGroup }]) {
      expect(name.says).toMatch(new RegExp(`^${name.min} to ${name.max} `));
    }
  });
});

describe('a name against its rule', () => {
  it('[ARM-07] is refused in the words of the simulator', () => {
    expectGolden(run('names', shopGroup, create('keyVault', '1kv')).answer, 'ARM-07-invalid-name', 'unconfirmed');
  });

  it('[ARM-07] is refused before anything is created for it', () => {
    const { entry } = run('names', shopGroup, create('userAssignedIdentity', 'id'));
    expect(entry(-1).events.map(({ type }) => type)).toEqual(['ManagementAnswered']);
  });
});
