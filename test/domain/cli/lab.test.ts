import { describe, expect, it } from 'vitest';
import { principalOf } from '#domain/cloud/queries.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { readSpan } from '#domain/cli/lab/time.ts';
import { complete, newSession } from '#edge/command-line/interpret.ts';
import type { Session } from '#edge/command-line/interpret.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('lab');
const { state } = world;
const vm = idIn(state, 'vm-web');
const onVm: Session = { ...newSession, at: { kind: 'host', resourceId: vm } };

describe('[CLI-53] what the simulator has beside Azure', () => {
  it.each([
    ['90s', 90],
    ['10m', 600],
    ['+10m', 600],
    ['2h', 7200],
    ['30d', 2_592_000],
    ['5', 300],
    ['0', 0],
    ['', null],
    ['soon', null],
    ['-5m', null],
  ])('a span %s', (typed, seconds) => {
    expect(readSpan(typed)).toBe(seconds);
  });

  it('the clock is shown and moved', () => {
    expect(type(world, 'lab clock').text).toBe('2026-03-02T09:00:00Z');
    expect(type(world, 'lab clock +90m')).toMatchObject({
      text: '2026-03-02T10:30:00Z',
      commands: [{ type: 'AdvanceClock', seconds: 5400 }],
    });
    expect(type(world, 'lab clock now')).toMatchObject({ isError: true });
  });

  it.each([
    ['lab role-delay 5m', { type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 300 } }],
    ['lab role-delay seeded', { type: 'SetRoleDelay', delay: { kind: 'seeded' } }],
    ['lab replication-delay 30s', { type: 'SetReplicationDelay', seconds: 30 }],
    [
      'lab fault vm-web throttled --requests 3',
      { type: 'SetImdsFault', id: vm, fault: { kind: 'throttled', requests: 3 } },
    ],
    ['lab fault vm-web serverError', { type: 'SetImdsFault', id: vm, fault: { kind: 'serverError', requests: null } }],
    ['lab fault vm-web off', { type: 'SetImdsFault', id: vm, fault: null }],
    ['lab user Eva Example', { type: 'CreateUser', name: 'Eva Example' }],
    ['lab group writers', { type: 'CreateGroup', name: 'writers' }],
    [
      'lab app shop-api --roles Read,Write --assignment-required true',
      { type: 'RegisterApplication', name: 'shop-api', appRoles: ['Read', 'Write'], assignmentRequired: true },
    ],
    [
      'lab service-account aks-shop/shop/web --client-id abc',
      {
        type: 'CreateServiceAccount',
        clusterId: idIn(state, 'aks-shop'),
        namespace: 'shop',
        name: 'web',
        clientId: 'abc',
      },
    ],
    [
      'lab service-account aks-shop/shop/web off',
      { type: 'DeleteServiceAccount', clusterId: idIn(state, 'aks-shop'), namespace: 'shop', name: 'web' },
    ],
    [
      `lab deny ${vm} stack Microsoft.Compute/*,x`,
      {
        type: 'CreateDenyAssignment',
        scope: vm,
        name: 'stack',
        actions: ['Microsoft.Compute/*', 'x'],
        dataActions: ['Microsoft.Compute/*', 'x'],
        principals: [],
      },
    ],
    [`lab deny ${vm} stack off`, { type: 'DeleteDenyAssignment', scope: vm, name: 'stack' }],
  ])('%s', (line, command) => {
    expect(type(world, line).commands).toEqual([command]);
  });

  it.each([
    ['lab clokc', "lab knows no clokc.\nDid you mean 'clock' ?"],
    ['lab dance', 'lab knows no dance. See: lab help'],
    ['lab fault vm-x throttled', 'There is no host named vm-x.'],
    ['lab on vm-x', 'There is no host named vm-x.'],
    ['lab as Nobody', 'There is no user named Nobody. Make one: lab user "Nobody"'],
    ['lab on pod aks-x/a/b', 'There is no cluster named aks-x.'],
    ['lab role-delay soon', 'usage: lab role-delay 5m|0|seeded'],
    [
      'lab deny',
      'usage: lab deny <scope> <name> <action>[,<action>…] [--for <principal>] | lab deny <scope> <name> off',
    ],
    ['lab sql sql-shop', 'usage: lab sql <server>/<database> "<statement>"'],
    ['lab app-role add nobody x y', 'There is no principal nobody.'],
  ])('%s is refused', (line, text) => {
    expect(type(world, line)).toMatchObject({ isError: true, text, commands: [] });
  });

  it.each(['vm-web', 'VM-WEB'])('a principal may be named as it is shown: %s', (who) => {
    const { commands } = type(world, `lab app-role add ${who} some-api Read`);
    const principalId = principalOf(state, resourceNamed(state, 'vm-web'))?.id;
    expect(commands).toEqual([{ type: 'AssignAppRole', principalId, resource: 'some-api', role: 'Read' }]);
  });

  it('help lists every command with what it is for', () => {
    const { text } = type(world, 'lab help');
    expect(text).toContain('    lab clock [+10m]\n        Shows the time of this world, or moves it on.');
    expect(type(world, 'lab').text).toBe(text);
  });

  it('moments lists what time alone will bring', () => {
    expect(type(world, 'lab moments').text).toMatch(/^(?:Nothing is due\.|At {20}What)/);
    const deleted = type(world, ['az keyvault delete -n kv-shop', 'lab moments']).text.split('\n');
    expect(deleted[0]).toMatch(/^At +What$/);
    expect(deleted).toContain('2026-05-31T09:00:00Z  DeletedVaultPurged');
  });
});

describe('[CLI-54] where and who', () => {
  it('lab on moves the terminal, and lab as changes who types', () => {
    const typed = type(world, ['lab on vm-web', 'lab as anna']);
    expect(typed.session).toMatchObject({ at: { kind: 'host', resourceId: vm }, caller: { displayName: 'Anna' } });
    expect(typed.text).toBe('You are Anna now.');
    const back = type(world, ['lab on laptop', 'lab as owner'], typed.session);
    expect(back.session).toEqual(newSession);
    expect(back.text).toBe('You are the owner now.');
    expect(type(world, 'lab on pod aks-shop/shop/web').session.at).toEqual({
      kind: 'pod',
      clusterId: idIn(state, 'aks-shop'),
      namespace: 'shop',
      serviceAccount: 'web',
    });
  });

  it('lab chain shows what each credential came to, and makes its requests happen', () => {
    const typed = type(world, 'lab chain https://vault.azure.net/.default', onVm);
    expect(typed.commands.map((each) => each.type)).toContain('RequestToken');
    expect(typed.text).toContain('EnvironmentCredential: unavailable');
    expect(typed.text).toContain('ManagedIdentityCredential: token');
    expect(typed.text).toContain('AzureCliCredential: notReached');
    expect(typed.text.split('\n').at(-1)).toMatch(/^\{token:[\w-]+\}$/);
  });

  it('lab sql speaks to a database with the token of where it is typed', () => {
    const typed = type(world, 'lab sql sql-shop/orders "SELECT 1"', onVm);
    expect(typed.commands).toMatchObject([
      { type: 'CallTarget', request: { url: 'tds://sql-shop.database.windows.net/orders', body: 'SELECT 1' } },
    ]);
    const mine = type(world, 'lab sql sql-shop/orders "SELECT 1"');
    expect(mine.commands.map((each) => each.type)).toEqual(['RequestUserToken', 'CallTarget']);
  });

  it('lab sql prints what a driver shows where the database refuses', () => {
    const text = "Msg 18456, Level 14, State 1, Line 1\nLogin failed for user ''.";
    expect(type(world, 'lab sql sql-shop/orders "SELECT 1"', onVm)).toMatchObject({ isError: true, text });
  });
});

describe('[CLI-55] completion', () => {
  it.each([
    ['', ['az', 'curl', 'echo', 'help', 'lab']],
    ['a', ['az']],
    ['az gro', ['group']],
    ['az group ', ['create', 'delete', 'exists', 'list', 'show']],
    ['az vm identity ', ['assign', 'remove', 'show']],
    [
      'az group create -',
      [
        '--debug',
        '--help',
        '--location',
        '--managed-by',
        '--name',
        '--only-show-errors',
        '--output',
        '--query',
        '--subscription',
        '--tags',
        '--verbose',
      ],
    ],
    ['az vm show -g rg-', ['rg-other', 'rg-shop']],
    ['az vm show -g rg-shop -n vm', ['vm-web']],
    ['az lock create -t ', ['CanNotDelete', 'ReadOnly']],
    ['az keyvault create --enable-rbac-authorization ', ['false', 'true']],
    ['az vm list -o ta', ['table']],
    ['lab ro', ['role-delay']],
    ['lab on vm', ['vm-web']],
    ['curl -H Meta', ['Metadata:true']],
    ['kubectl ', []],
  ])('%j', (line, words) => {
    expect(complete(state, line)).toEqual(words);
  });
});
