import { describe, expect, it } from 'vitest';
import { editDistance, nearMisses } from '#domain/cli/suggest.ts';
import { shellWords } from '#domain/cli/words.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const variables = (name: string) => ({ TOKEN: 'abc', EMPTY: '' })[name] ?? null;

describe('[CLI-01] a line is read as a shell reads it', () => {
  it.each([
    ['az  vm   list', ['az', 'vm', 'list']],
    ['az\tvm\nlist', ['az', 'vm', 'list']],
    [`a 'b c' "d e"`, ['a', 'b c', 'd e']],
    [`a''b`, ['ab']],
    [`''`, ['']],
    ['a\\ b', ['a b']],
    ['a \\\n  b', ['a', 'b']],
    [`"x\\"y\\\\z"`, ['x"y\\z']],
    [`'$TOKEN'`, ['$TOKEN']],
    ['"Bearer $TOKEN"', ['Bearer abc']],
    ['${TOKEN}d', ['abcd']],
    ['$UNKNOWN', ['']],
    ['$ 5$', ['$', '5$']],
    ['az vm list # all of them', ['az', 'vm', 'list']],
    ['a#b', ['a#b']],
    ['', []],
  ])('%j', (text, words) => {
    expect(shellWords(text, variables)).toEqual({ kind: 'words', words });
  });

  it.each([
    ["a 'b", "unexpected EOF while looking for matching `''"],
    ['a "b', 'unexpected EOF while looking for matching `"\''],
    ['az vm list | jq', 'Only one command at a time is simulated here: leave out |'],
    ['az vm list > x', 'Only one command at a time is simulated here: leave out >'],
    ['echo $(az vm list)', 'Commands in $( ) are not simulated here: give the value itself.'],
  ])('%j is refused', (text, message) => {
    expect(shellWords(text, variables)).toEqual({ kind: 'unreadable', message });
    expect(type(newWorld('x'), text)).toMatchObject({ text: message, isError: true, commands: [] });
  });
});

describe('near misses', () => {
  it.each([
    ['show', 'show', 0],
    ['sohw', 'show', 1],
    ['shw', 'show', 1],
    ['shoow', 'show', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s is %s but for %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });

  it('are at most a third of the letters away, the nearest first', () => {
    expect(nearMisses('lst', ['list', 'last', 'delete'])).toEqual(['list', 'last']);
    expect(nearMisses('x', ['abc', 'def'])).toEqual([]);
  });
});

describe('what cannot be read is said in the words of the CLI', () => {
  const world = typedShop('words');

  it.each([
    ['az vmm list', "'vmm' is misspelled or not recognized by the system.\nDid you mean 'vm' ?"],
    ['az vm sohw', "'sohw' is misspelled or not recognized by the system.\nDid you mean 'show' ?"],
    [
      'az network vnet list',
      "'network' is misspelled or not recognized by the system.\nIt may be a command of Azure that is not simulated here: see az --help",
    ],
    [
      'az vm encryption enable',
      "'encryption' is misspelled or not recognized by the system.\nIt may be a command of Azure that is not simulated here: see az vm --help",
    ],
  ])('[CLI-02] %s', (line, message) => {
    expect(type(world, line)).toMatchObject({ text: message, isError: true, commands: [] });
  });

  it.each([
    ['az group create', 'the following arguments are required: --name/--resource-group/-n/-g, --location/-l'],
    ['az keyvault secret set -n x --value y', 'the following arguments are required: --vault-name'],
    ['az vm show -n vm-web', 'the following arguments are required: --resource-group/-g'],
    ['az vm list --colour blue', 'unrecognized arguments: --colour blue'],
    ['az vm list --resource-gruop x', "unrecognized arguments: --resource-gruop x\nDid you mean '--resource-group' ?"],
    ['az vm list -g', 'argument --resource-group/-g: expected one argument'],
    ['az vm show --ids', 'argument --ids: expected at least one argument'],
    [
      'az lock create -n x -t ReadOnyl',
      "az lock create: 'ReadOnyl' is not a valid value for '--lock-type'. Allowed values: CanNotDelete, ReadOnly.\nDid you mean 'ReadOnly' ?",
    ],
    [
      'az vm list -o jason',
      "az vm list: 'jason' is not a valid value for '--output'. Allowed values: json, jsonc, none, table, tsv, yaml, yamlc.\nDid you mean 'json' ?",
    ],
  ])('[CLI-03] %s', (line, message) => {
    const typed = type(world, line);
    expect(typed.isError).toBe(true);
    expect(typed.text.split('\n\nSee: ')[0]).toBe(message);
    expect(typed.commands).toEqual([]);
  });

  it('[CLI-03] an argument and its value may be one word, and choices are read in any case', () => {
    const { commands } = type(world, 'az lock create --name=hold --lock-type=readonly --resource-group=rg-shop');
    expect(commands).toMatchObject([{ type: 'CreateLock', name: 'hold', level: 'ReadOnly' }]);
  });

  it.each([
    ['azz vm list', "azz: command not found\nDid you mean 'az' ?"],
    ['kubectl get pods', 'kubectl: command not found\nThis terminal knows az, curl and lab.'],
  ])('[CLI-09] %s', (line, message) => {
    expect(type(world, line)).toMatchObject({ text: message, isError: true });
  });

  it('[CLI-09] a blank line prints nothing', () => {
    expect(type(world, '   ')).toMatchObject({ text: '', isError: false, commands: [] });
  });

  it('[CLI-08] a group of commands prints its help, and a command with --help its own', () => {
    const group = type(world, 'az vm identity');
    expect(group.isError).toBe(false);
    expect(group.text).toBe(
      [
        '',
        'Group',
        '    az vm identity : Manage service identities of a VM.',
        '',
        'Commands:',
        '    assign : Enable managed service identity on a virtual machine.',
        '    remove : Remove managed service identities from a virtual machine.',
        '    show   : Display the managed identity of a virtual machine.',
      ].join('\n'),
    );
    const command = type(world, 'az group exists --help').text.split('\n');
    expect(command.slice(0, 6)).toEqual([
      '',
      'Command',
      '    az group exists : Check if a resource group exists.',
      '',
      'Arguments',
      '    --name --resource-group -n -g [Required] : Name of the resource group.',
    ]);
    expect(command).toContain('Global Arguments');
    expect(type(world, 'az').text).toContain('    storage    ');
    expect(type(world, 'help').text).toContain('lab   time');
  });
});
