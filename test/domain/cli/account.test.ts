import { describe, expect, it } from 'vitest';
import { resourceGroupId } from '#domain/arm/resource-id.ts';
import { callerOf } from '#domain/cli/lab/place.ts';
import { findResource } from '#domain/arm/state.ts';
import { hostNamed, resourceNamed } from '#domain/script/names.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { newSession } from '#edge/command-line/interpret.ts';
import type { Session } from '#edge/command-line/interpret.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('account');
const { state } = world;
const onVm: Session = { ...newSession, at: { kind: 'host', resourceId: idIn(state, 'vm-web') } };
const asAnna: Session = { ...newSession, caller: callerOf(state, 'Anna') ?? newSession.caller };
const reader = resourceNamed(state, 'id-reader');
const clientId = reader.kind === 'userAssignedIdentity' ? reader.clientId : '';
const kv = idIn(state, 'kv-shop');

describe('[CLI-40] who is signed in', () => {
  it('is the learner, and is shown with the subscription', () => {
    const typed = type(world, 'az account show');
    expect(typed.json()).toEqual({
      environmentName: 'AzureCloud',
      homeTenantId: state.tenantId,
      id: state.subscriptionId,
      isDefault: true,
      managedByTenants: [],
      name: 'Managed Identity Lab',
      state: 'Enabled',
      tenantId: state.tenantId,
      user: { name: expect.stringContaining('@') as string, type: 'user' },
    });
    expect(type(world, 'az account list').json()).toEqual([typed.json()]);
  });

  it('gets a token of its own', () => {
    const typed = type(world, 'az account get-access-token --resource https://vault.azure.net');
    expect(typed.commands).toEqual([{ type: 'RequestUserToken', resource: 'https://vault.azure.net' }]);
    expect(typed.json()).toEqual({
      accessToken: expect.stringMatching(/^\{token:[\w-]+\}$/) as string,
      expiresOn: expect.stringMatching(/^2026-03-02 \d\d:\d\d:\d\d\.000000$/) as string,
      expires_on: expect.any(Number) as number,
      subscription: state.subscriptionId,
      tenant: state.tenantId,
      tokenType: 'Bearer',
    });
  });

  it.each([
    ['', 'https://management.core.windows.net/'],
    ['--scope https://storage.azure.com/.default', 'https://storage.azure.com'],
    ['--resource-type ms-graph', 'https://graph.microsoft.com/'],
  ])('asks for %s', (words, resource) => {
    expect(type(world, `az account get-access-token ${words}`).commands).toEqual([
      { type: 'RequestUserToken', resource },
    ]);
  });

  it('is an identity of the host after az login --identity', () => {
    const named = type(world, `az login --identity --client-id ${clientId}`, onVm);
    expect(named.commands).toMatchObject([{ type: 'RequestToken', from: onVm.at }]);
    expect(named.session.caller).toMatchObject({ displayName: 'id-reader' });
    expect(named.json()).toMatchObject([{ user: { name: 'userAssignedIdentity', type: 'servicePrincipal' } }]);
    const token = type(named.world, 'az account get-access-token --resource https://vault.azure.net', named.session);
    expect(token.commands).toMatchObject([{ type: 'RequestToken' }]);
    const system = type(world, 'az login --identity', onVm);
    expect(system.session.caller.principalId).toBe(systemPrincipalOf(hostNamed(state, 'vm-web').identity));
    expect(type(system.world, 'az logout', system.session).session.caller).toEqual(newSession.caller);
    expect(type(system.world, 'az login', system.session).session.caller).toEqual(newSession.caller);
  });

  it.each<[string, Session, string]>([
    ['az login --identity', newSession, 'Failed to connect to MSI. Please make sure MSI is configured correctly.'],
    [
      `az login --identity --username ${clientId}`,
      onVm,
      'Passing the managed identity ID with --username is no longer supported. Use --client-id, --object-id or --resource-id instead.',
    ],
  ])('%s is refused', (line, session, text) => {
    expect(type(world, line, session)).toMatchObject({ text, isError: true, commands: [] });
  });

  it('an identity that the host does not carry is refused by its endpoint', () => {
    const typed = type(world, 'az login --identity --client-id 00000000-0000-0000-0000-000000000000', onVm);
    expect(typed.isError).toBe(true);
    expect(typed.text).toContain('invalid_request');
    expect(typed.session).toEqual(onVm);
  });
});

describe('[CLI-41] az rest', () => {
  it('reads and writes by requests of its own', () => {
    const url = '/subscriptions/{subscriptionId}/resourceGroups/rg-shop?api-version=2021-04-01';
    expect(type(world, `az rest --url ${url}`).json()).toMatchObject({ name: 'rg-shop', location: 'westeurope' });
    const made = type(
      world,
      `az rest --method put --url ${url.replace('rg-shop', 'rg-new')} --body '{"location":"eastus"}'`,
    );
    expect(made.commands).toEqual([{ type: 'CreateResourceGroup', name: 'rg-new', location: 'eastus' }]);
    expect(made.json()).toMatchObject({ name: 'rg-new' });
  });

  it('prints a refusal as its reason and its body', () => {
    const typed = type(
      world,
      'az rest --url /subscriptions/{subscriptionId}/resourceGroups/rg-x?api-version=2021-04-01',
    );
    expect(typed).toMatchObject({
      isError: true,
      text: `Not Found({"error":{"code":"ResourceGroupNotFound","message":"Resource group 'rg-x' could not be found."}})`,
    });
    const refused = type(
      world,
      `az rest -m delete -u /subscriptions/{subscriptionId}/resourceGroups/rg-x?api-version=2021-04-01`,
    );
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/^Not Found\(/);
    expect(type(world, 'az rest --url /x --body @file.json')).toMatchObject({ isError: true, commands: [] });
  });
});

describe('[CLI-42] a persona', () => {
  it('sees only what it may read', () => {
    expect(type(world, 'az vm list', asAnna).text).toBe('[]');
    expect(type(world, 'az group list', asAnna).text).toBe('[]');
    expect(type(world, 'az resource list', asAnna).text).toBe('[]');
    expect(type(world, 'az role assignment list --all', asAnna).text).toBe('[]');
    const at = idIn(state, 'vm-web');
    for (const line of ['az vm show -g rg-shop -n vm-web', `az resource show --ids ${at}`]) {
      expect(type(world, line, asAnna).text).toMatch(
        /^\(AuthorizationFailed\) The client 'anna@contoso.onmicrosoft.com' with object id '[\w-]+' does not have authorization to perform action 'Microsoft.Compute\/virtualMachines\/read'/,
      );
    }
    expect(type(world, 'az group show -n rg-shop', asAnna).text).toMatch(/^\(AuthorizationFailed\)/);
    expect(type(world, 'az keyvault show -n kv-shop', asAnna).text).toMatch(/^\(AuthorizationFailed\)/);
  });

  it('does only what it may do', () => {
    const stopped = type(world, 'az vm stop -g rg-shop -n vm-web', asAnna);
    expect(stopped.isError).toBe(true);
    expect(stopped.text).toContain("'Microsoft.Compute/virtualMachines/powerOff/action'");
    const group = resourceGroupId(state.subscriptionId, 'rg-shop');
    const granted = type(
      world,
      `az role assignment create --assignee anna@contoso.onmicrosoft.com --role "Virtual Machine Contributor" --scope ${group}`,
    ).world;
    expect(type(granted, 'az vm stop -g rg-shop -n vm-web', asAnna).isError).toBe(false);
    expect(type(granted, 'az vm list --query "[].name" -o tsv', asAnna).text).toBe('vm-web');
  });
});

describe('[CLI-43] defaults', () => {
  it('stand for arguments that are left out, until they are taken away', () => {
    const typed = type(world, [
      'az configure --defaults group=rg-shop location=eastus',
      'az identity create -n id-new',
    ]);
    expect(typed.commands).toMatchObject([{ resourceGroup: 'rg-shop', location: 'eastus' }]);
    expect(type(typed.world, 'az lock create -t ReadOnly -n x', typed.session).commands).toMatchObject([
      { scope: resourceGroupId(state.subscriptionId, 'rg-shop') },
    ]);
    const without = type(
      typed.world,
      ['az configure --defaults group= location=', 'az identity create -n id-new'],
      typed.session,
    );
    expect(without).toMatchObject({ isError: true, commands: [] });
    expect(type(world, 'az configure --defaults group')).toMatchObject({ isError: true });
  });
});

describe('[CLI-44] locks, tags and resources', () => {
  it.each([
    ['', () => `/subscriptions/${state.subscriptionId}`],
    ['-g rg-shop', () => resourceGroupId(state.subscriptionId, 'rg-shop')],
    ['-g rg-shop --resource-name kv-shop --resource-type Microsoft.KeyVault/vaults', () => kv],
    ['-g rg-shop --resource-name kv-shop --resource-type vaults', () => kv],
    [`--resource ${kv}`, () => kv],
  ])('a lock at %s', (words, scope) => {
    const typed = type(world, `az lock create -n hold -t CanNotDelete ${words}`);
    expect(typed.commands).toEqual([{ type: 'CreateLock', name: 'hold', level: 'CanNotDelete', scope: scope() }]);
    expect(typed.json()).toMatchObject({ level: 'CanNotDelete', name: 'hold', notes: null });
    expect(type(typed.world, `az lock delete -n hold ${words}`)).toMatchObject({ isError: false, text: '' });
  });

  it('a lock needs the type of a resource that is named', () => {
    expect(type(world, 'az lock create -n hold -t CanNotDelete -g rg-shop --resource-name kv-shop')).toMatchObject({
      isError: true,
      text: 'usage error: --resource-name NAME --resource-type TYPE --resource-group GROUP',
    });
    expect(type(world, 'az lock list -g rg-other --query "[].name" -o tsv').text).toBe('keep');
  });

  it.each([
    ['create', '--tags a=1', { a: '1' }],
    ['update', '--operation Merge --tags a=1', { b: '2', a: '1' }],
    ['update', '--operation Replace --tags a=1', { a: '1' }],
    ['update', '--operation Delete --tags b', {}],
    ['delete', '--yes', {}],
  ])('az tag %s %s', (verb, words, tags) => {
    const tagged = type(world, `az tag create --resource-id ${kv} --tags b=2`).world;
    const typed = type(tagged, `az tag ${verb} --resource-id ${kv} ${words}`);
    expect(typed.commands).toEqual([{ type: 'SetTags', id: kv, tags }]);
    expect(typed.json()).toMatchObject({ name: 'default', properties: { tags } });
  });

  it('resources are listed by type, tag and place, shown, tagged, moved and deleted', () => {
    const tagged = type(world, `az resource tag --ids ${kv} --tags env=test`).world;
    const names = '--query "[].name" -o tsv';
    expect(type(tagged, `az resource list --tag env=test ${names}`).text).toBe('kv-shop');
    expect(type(tagged, `az resource list --tag env=prod ${names}`).text).toBe('');
    expect(type(world, `az resource list --resource-type Microsoft.Sql/servers ${names}`).text).toBe('sql-shop');
    expect(type(world, `az resource list --location northeurope ${names}`).text).toBe('');
    expect(
      type(world, 'az resource show -g rg-shop -n kv-shop --resource-type Microsoft.KeyVault/vaults').json(),
    ).toMatchObject({ id: kv, identity: null });
    expect(type(world, 'az resource show -n kv-shop')).toMatchObject({ isError: true });
    const moved = type(world, [
      'az lock delete -n keep -g rg-other',
      `az resource move --ids ${kv} --destination-group rg-other`,
    ]);
    expect(moved).toMatchObject({ isError: false, text: '' });
    expect(findResource(moved.state.arm, kv)).toBeUndefined();
    const deleted = type(world, `az resource delete --ids ${idIn(state, 'cosmos-shop')}`);
    expect(deleted).toMatchObject({ isError: false, text: '' });
  });
});
