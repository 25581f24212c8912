import { describe, expect, it } from 'vitest';
import type { Json } from '#domain/kernel/json.ts';
import { formatted } from '#domain/cli/output/format.ts';
import type { OutputFormat } from '#domain/cli/output/format.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const machine: Json = {
  name: 'vm-web',
  id: '/x',
  type: 'T',
  tags: null,
  ready: true,
  zones: ['1', '2'],
  identity: { type: 'SystemAssigned' },
  count: 2,
};

describe('[CLI-05] JSON', () => {
  it('is indented by two and sorted by name, within objects too', () => {
    expect(formatted({ b: { d: [], c: {} }, a: [1, 'x', null] }, 'json', false)).toBe(
      '{\n  "a": [\n    1,\n    "x",\n    null\n  ],\n  "b": {\n    "c": {},\n    "d": []\n  }\n}',
    );
  });

  it.each<OutputFormat>(['json', 'jsonc', 'table', 'tsv', 'yaml', 'yamlc', 'none'])(
    'null is nothing as %s',
    (format) => {
      expect(formatted(null, format, false)).toBe('');
      expect(formatted(undefined, format, false)).toBe('');
    },
  );
});

describe('[CLI-06] other formats', () => {
  it('a table shows plain values, sorted, without id and type', () => {
    expect(formatted([machine, { name: 'vm-2', count: 10 }], 'table', false)).toBe(
      ['Count    Name    Ready', '-------  ------  -------', '2        vm-web  True', '10       vm-2'].join('\n'),
    );
  });

  it.each<[Json, string]>([
    [[['a', 1]], 'Column1    Column2\n---------  ---------\na          1'],
    ['text', 'Result\n--------\ntext'],
    [[], ''],
    [{ only: null }, ''],
  ])('a table of %j', (value, text) => {
    expect(formatted(value, 'table', false)).toBe(text);
  });

  it('a table keeps the order of a query', () => {
    expect(formatted([{ b: 1, a: 2 }], 'table', true)).toBe('B    A\n---  ---\n1    2');
  });

  it.each<[Json, boolean, string]>([
    [[machine], false, '2\t/x\t\tvm-web\tTrue\tNone\tT\t2'],
    [[{ b: 1, a: 2 }], true, '1\t2'],
    [['a', 'b'], false, 'a\nb'],
    [[['a', null, true]], false, 'a\tNone\tTrue'],
    [true, false, 'true'],
    ['a', false, 'a'],
    [{ a: 1, b: 'x' }, false, '1\tx'],
  ])('tab-separated %j', (value, keepsOrder, text) => {
    expect(formatted(value, 'tsv', keepsOrder)).toBe(text);
  });

  it('YAML puts lists under their key and quotes what it would misread', () => {
    expect(formatted({ b: [{ y: 1, x: null }, 'text'], a: {}, c: [], d: { e: [[1]] } }, 'yaml', false)).toBe(
      ['a: {}', 'b:', '- x: null', '  y: 1', '- text', 'c: []', 'd:', '  e:', '  - - 1'].join('\n'),
    );
  });

  it.each<[string, string]>([
    ['plain', 'plain'],
    ['', "''"],
    ['true', "'true'"],
    ['10', "'10'"],
    ['1.5', "'1.5'"],
    ['1a', '1a'],
    ['2026-03-02T09:00:00Z', "'2026-03-02T09:00:00Z'"],
    ['a: b', "'a: b'"],
    ["it's", "it's"],
    ["'x'", "'''x'''"],
    ['[system]', "'[system]'"],
    ['- x', "'- x'"],
    ['a\nb', '"a\\nb"'],
    ['/subscriptions/x', '/subscriptions/x'],
  ])('YAML writes %j as %s', (value, text) => {
    expect(formatted(value, 'yaml', false)).toBe(text);
  });
});

describe('a value of a command', () => {
  const world = typedShop('output');
  const vm = idIn(world.state, 'vm-web');

  it('[CLI-05] is JSON where nothing is said', () => {
    expect(type(world, 'az group show -n rg-shop').text).toBe(`{
  "id": "/subscriptions/${world.state.subscriptionId}/resourceGroups/rg-shop",
  "location": "westeurope",
  "managedBy": null,
  "name": "rg-shop",
  "properties": {
    "provisioningState": "Succeeded"
  },
  "tags": null,
  "type": "Microsoft.Resources/resourceGroups"
}`);
  });

  it('[CLI-06] has a view of its own in a table', () => {
    expect(type(world, 'az vm list -o table').text).toBe(
      [
        'Name    ResourceGroup    Location    Zones',
        '------  ---------------  ----------  -------',
        'vm-web  rg-shop          westeurope',
      ].join('\n'),
    );
    expect(type(world, 'az group list -o table').text).toBe(
      [
        'Name      Location     Status',
        '--------  -----------  ---------',
        'rg-other  northeurope  Succeeded',
        'rg-shop   westeurope   Succeeded',
      ].join('\n'),
    );
    expect(type(world, 'az vm list -o none').text).toBe('');
  });

  it.each([
    ['az vm show -g rg-shop -n vm-web --query id -o tsv', vm],
    ['az vm show -g rg-shop -n vm-web --query name', '"vm-web"'],
    ['az vm show -g rg-shop -n vm-web --query nothing', ''],
    ['az vm list -d --query "[].{Name:name, Power:powerState}" -o tsv', 'vm-web\tVM running'],
    [`az resource list --query "[?identity.type=='SystemAssigned'].name" -o tsv`, 'app-shop'],
    [
      `az resource list --query "[?contains(identity.type || '', 'UserAssigned')].{Name:name, Type:type}" -o table`,
      'Name    Type\n------  ---------------------------------\nvm-web  Microsoft.Compute/virtualMachines',
    ],
    ['az group list --query "length(@)"', '2'],
  ])('[CLI-07] %s', (line, text) => {
    expect(type(world, line)).toMatchObject({ text, isError: false });
  });

  it('[ARM-32] a group has the tags that it is made with, and is listed by them', () => {
    const lines = ['az group create -n rg-tags -l westeurope --tags env=test team', 'az group list --tag env=test'];
    const typed = type(world, lines);
    expect(JSON.parse(typed.text)).toMatchObject([{ name: 'rg-tags', tags: { env: 'test', team: '' } }]);
    expect(type(typed.world, 'az group list --tag env=other').text).toBe('[]');
  });

  it('[CLI-07] a query that is none is refused before anything happens', () => {
    const typed = type(world, 'az group create -n rg-new -l westeurope --query "[?"');
    expect(typed.isError).toBe(true);
    expect(typed.text).toMatch(/^argument --query: invalid jmespath_type value: '\[\?'\n/);
    expect(typed.commands).toEqual([]);
  });

  it('[CLI-04] a refusal has its code and message twice', () => {
    const message = `The Resource 'Microsoft.Compute/virtualMachines/vm-x' under resource group 'rg-shop' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`;
    expect(type(world, 'az vm show -g rg-shop -n vm-x')).toMatchObject({
      isError: true,
      text: `(ResourceNotFound) ${message}\nCode: ResourceNotFound\nMessage: ${message}`,
    });
    const group = "Resource group 'rg-x' could not be found.";
    for (const line of ['az vm show -g rg-x -n vm-x', 'az group show -n rg-x', 'az identity create -g rg-x -n id-x']) {
      expect(type(world, line)).toMatchObject({
        isError: true,
        text: `(ResourceGroupNotFound) ${group}\nCode: ResourceGroupNotFound\nMessage: ${group}`,
      });
    }
  });
});
