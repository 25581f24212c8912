import { describe, expect, it } from 'vitest';
import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { hostNamed, resourceNamed } from '#domain/script/names.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';
import type { Typed } from '#test/support/terminal.ts';

const world = typedShop('identity');
const { state } = world;
const reader = resourceNamed(state, 'id-reader');
const writer = resourceNamed(state, 'id-writer');
const kv = idIn(state, 'kv-shop');
const readerIds =
  reader.kind === 'userAssignedIdentity' ? { clientId: reader.clientId, principalId: reader.principalId } : {};
const principalOf = (after: Typed, name: string) => systemPrincipalOf(hostNamed(after.state, name).identity);
const group = newWorld('vm');

function create(line: string): Typed {
  return type(group, ['az group create -n TRG1.0 -l eastus', 'az identity create -g TRG1.0 -n id-a', line]);
}

describe('[CLI-11] az vm create', () => {
  it('gives no identity unless it is asked for', () => {
    const typed = create('az vm create -g TRG1.0 -n TVM1 --image Ubuntu2204');
    expect(typed.json()).toEqual({
      fqdns: '',
      id: idIn(typed.state, 'TVM1'),
      location: 'eastus',
      macAddress: '7C-1E-52-00-00-04',
      powerState: 'VM running',
      privateIpAddress: '10.0.0.4',
      publicIpAddress: '20.0.0.1',
      resourceGroup: 'TRG1.0',
      zones: '',
    });
    expect(hostNamed(typed.state, 'TVM1').identity).toEqual({ type: 'None' });
  });

  it('without a value means the system-assigned one, and warns in the words of the CLI', () => {
    const typed = create('az vm create -g TRG1.0 -n TVM1 --image Ubuntu2204 --assign-identity');
    const [warning = '', ...rest] = typed.text.split('\n');
    expect(warning).toBe(
      `No access was given yet to the 'TVM1', because '--scope' was not provided. You should setup by creating a role assignment, e.g. 'az role assignment create --assignee <principal-id> --role contributor -g TRG1.0' would let it access the current resource group. To get the pricipal id, run 'az vm show -g TRG1.0 -n TVM1 --query "identity.principalId" -otsv'`,
    );
    expect(JSON.parse(rest.join('\n'))).toMatchObject({
      identity: { systemAssignedIdentity: principalOf(typed, 'TVM1'), userAssignedIdentities: {} },
    });
  });

  it('leaves the warning out where only errors are wanted, and with user-assigned ones alone', () => {
    const silent = create('az vm create -g TRG1.0 -n TVM1 --assign-identity [system] --only-show-errors');
    expect(silent.text.startsWith('{')).toBe(true);
    const user = create('az vm create -g TRG1.0 -n TVM1 --assign-identity id-a');
    expect(user.text.startsWith('{')).toBe(true);
    expect(attachedTo(hostNamed(user.state, 'TVM1').identity)).toHaveLength(1);
  });

  it('[CLI-12] with a role and a scope makes the assignment too', () => {
    const typed = type(
      world,
      `az vm create -g rg-shop -n vm-2 --assign-identity --role "Key Vault Secrets User" --scope ${kv}`,
    );
    expect(typed.commands.map((each) => each.type)).toEqual(['CreateResource', 'CreateRoleAssignment']);
    expect(assignmentsOf(typed.state)).toMatchObject([{ scope: kv, principalId: principalOf(typed, 'vm-2') }]);
    expect(typed.text.startsWith('{')).toBe(true);
  });

  it('[CLI-12] gives no role where the machine is refused', () => {
    const typed = type(world, `az vm create -g rg-x -n vm-2 --assign-identity --role Reader --scope ${kv}`);
    expect(typed.commands.map((each) => each.type)).toEqual(['CreateResource']);
    expect(typed.text).toMatch(/^\(ResourceGroupNotFound\)/);
  });

  const both = 'usage error: please specify both --role and --scope when assigning a role to the managed identity';
  it.each([
    ['az vm create -g rg-shop -n x --assign-identity --role Reader', both],
    ['az vm create -g rg-shop -n x --assign-identity --scope /subscriptions/x', both],
    ['az vm create -g rg-shop -n x --role Reader', 'usage error: --assign-identity [--scope SCOPE] [--role ROLE]'],
    [
      'az vm create -g rg-shop -n x --assign-identity id-reader --role Reader --scope /subscriptions/x',
      "usage error: '--scope'/'--role' is only applicable when assign system identity",
    ],
    [
      'az vm create -g rg-shop -n x --assign-identity --role Redaer --scope /subscriptions/x',
      "Role 'Redaer' doesn't exist.",
    ],
    ['az vm identity assign -g rg-shop -n vm-web --role Reader', both],
    ['az vm identity assign -g rg-shop -n vm-web --scope /subscriptions/x', both],
  ])('[CLI-12] %s', (line, text) => {
    expect(type(world, line)).toMatchObject({ text, isError: true, commands: [] });
  });
});

describe('identities of a host', () => {
  it('[CLI-13] a name means an identity in the group of the host', () => {
    const typed = type(world, 'az vm identity assign -g rg-shop -n vm-web --identities id-writer');
    expect(typed.commands).toEqual([
      { type: 'AttachUserAssignedIdentity', resourceId: idIn(state, 'vm-web'), identityId: writer.id },
    ]);
    const missing = type(world, 'az vm identity assign -g rg-shop -n vm-web --identities id-nobody');
    expect(missing.isError).toBe(true);
    expect(missing.text).toMatch(/^\(FailedIdentityOperation\)/);
  });

  it('[CLI-13] several are given in one request that names them all', () => {
    const typed = type(
      world,
      'az vmss identity assign -g rg-shop -n set-web --identities [system] id-reader id-writer',
    );
    expect(typed.commands).toEqual([
      {
        type: 'WriteIdentity',
        resourceId: idIn(state, 'set-web'),
        method: 'PATCH',
        identity: {
          type: 'SystemAssigned, UserAssigned',
          userAssignedIdentities: { [reader.id]: {}, [writer.id]: {} },
        },
      },
    ]);
    expect(attachedTo(hostNamed(typed.state, 'set-web').identity)).toHaveLength(2);
    expect(principalOf(typed, 'set-web')).not.toBeNull();
  });

  it('[CLI-13] compute prints the ids alone, App Service the whole block', () => {
    const machine = type(world, 'az vm identity assign -g rg-shop -n vm-web');
    expect(machine.json()).toEqual({
      systemAssignedIdentity: principalOf(machine, 'vm-web'),
      userAssignedIdentities: { [reader.id]: readerIds },
    });
    const app = type(world, 'az functionapp identity assign -g rg-shop -n func-shop');
    expect(app.json()).toEqual({
      principalId: principalOf(app, 'func-shop'),
      tenantId: state.tenantId,
      type: 'SystemAssigned',
      userAssignedIdentities: null,
    });
  });

  it('[CLI-12] an app is made Contributor where a scope is given and no role', () => {
    const typed = type(world, `az webapp identity assign -g rg-shop -n app-shop --scope ${kv}`);
    expect(typed.commands).toMatchObject([
      { type: 'EnableSystemAssignedIdentity' },
      { type: 'CreateRoleAssignment', scope: kv, roleId: 'b24988ac-6180-42a0-ab88-20f7382dd24c' },
    ]);
  });

  it('[CLI-16] a scale set that is upgraded by hand says what has to follow', () => {
    const typed = type(world, 'az vmss identity assign -g rg-shop -n set-web');
    expect(typed.text.split('\n')[0]).toBe(
      "With manual upgrade mode, you will need to run 'az vmss update-instances -g rg-shop -n set-web --instance-ids *' to propagate the change",
    );
    const updated = type(typed.world, "az vmss update-instances -g rg-shop -n set-web --instance-ids '*'");
    expect(updated).toMatchObject({ text: '', isError: false, commands: [{ type: 'UpdateScaleSetInstances' }] });
  });

  it('[CLI-15] show prints the raw block, and nothing where there is none', () => {
    expect(type(world, 'az vm identity show -g rg-shop -n vm-web').json()).toEqual({
      principalId: systemPrincipalOf(hostNamed(state, 'vm-web').identity),
      tenantId: state.tenantId,
      type: 'SystemAssigned, UserAssigned',
      userAssignedIdentities: { [reader.id]: readerIds },
    });
    expect(type(world, 'az functionapp identity show -g rg-shop -n func-shop').text).toBe('');
    expect(type(world, 'az webapp identity show -g rg-shop -n app-shop --slot staging').text).toBe('');
    expect(type(world, 'az containerapp identity show -g rg-shop -n ca-shop').json()).toEqual({ type: 'None' });
  });

  describe('[CLI-14] remove', () => {
    it('without --identities takes the system-assigned one alone', () => {
      const typed = type(world, 'az vm identity remove -g rg-shop -n vm-web');
      expect(typed.json()).toEqual({
        principalId: null,
        tenantId: null,
        type: 'UserAssigned',
        userAssignedIdentities: { [reader.id]: readerIds },
      });
    });

    it('of the last one leaves none', () => {
      const typed = type(world, [
        'az vm identity remove -g rg-shop -n vm-web',
        'az vm identity remove -g rg-shop -n vm-web --identities id-reader',
      ]);
      expect(typed).toMatchObject({ text: '', isError: false });
      expect(hostNamed(typed.state, 'vm-web').identity).toEqual({ type: 'None' });
    });

    it('of all at once is one request', () => {
      const typed = type(world, 'az vm identity remove -g rg-shop -n vm-web --identities [system] id-reader');
      expect(typed.commands).toMatchObject([{ type: 'WriteIdentity', method: 'PATCH', identity: { type: 'None' } }]);
      expect(hostNamed(typed.state, 'vm-web').identity).toEqual({ type: 'None' });
    });

    it('of what is not attached names it in lower case', () => {
      const typed = type(
        world,
        'az vm identity remove -g rg-shop -n vm-web --identities ID-Nobody id-reader id-writer',
      );
      const prefix = `/subscriptions/${state.subscriptionId}/resourcegroups/rg-shop/providers/microsoft.managedidentity/userassignedidentities`;
      expect(typed).toMatchObject({
        text: `'${prefix}/id-nobody,${prefix}/id-writer' are not associated with 'vm-web'`,
        isError: true,
        commands: [],
      });
    });
  });

  it.each([
    [
      'az containerapp identity assign -g rg-shop -n ca-shop',
      'Must provide at least one of --system-assigned or --user-assigned.',
    ],
    [
      'az containerapp identity remove -g rg-shop -n ca-shop',
      'Must provide at least one of --system-assigned or --user-assigned.',
    ],
  ])('[CLI-14] %s', (line, text) => {
    expect(type(world, line)).toMatchObject({ text, isError: true });
  });

  it('[CLI-14] a container app loses all of one sort at once', () => {
    const given = type(
      world,
      'az containerapp identity assign -g rg-shop -n ca-shop --system-assigned --user-assigned id-reader id-writer',
    );
    expect(attachedTo(hostNamed(given.state, 'ca-shop').identity)).toHaveLength(2);
    const taken = type(given.world, 'az containerapp identity remove -g rg-shop -n ca-shop --user-assigned');
    expect(hostNamed(taken.state, 'ca-shop').identity.type).toBe('SystemAssigned');
  });
});

describe('user-assigned identities', () => {
  it('[CLI-18] show prints both ids, and list all of a group', () => {
    expect(type(world, 'az identity show -g rg-shop -n id-reader').json()).toEqual({
      ...readerIds,
      id: reader.id,
      isolationScope: null,
      location: 'westeurope',
      name: 'id-reader',
      resourceGroup: 'rg-shop',
      systemData: null,
      tags: null,
      tenantId: state.tenantId,
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    });
    expect(type(world, 'az identity list -g rg-shop --query "[].name" -o tsv').text).toBe('id-reader\nid-writer');
    expect(type(world, 'az identity list -g rg-other').text).toBe('[]');
  });

  it('[CLI-18] delete asks nothing, looks at no user, and is silent about one that is not there', () => {
    const typed = type(world, 'az identity delete -g rg-shop -n id-reader');
    expect(typed).toMatchObject({ text: '', isError: false, commands: [{ type: 'DeleteResource', id: reader.id }] });
    expect(type(typed.world, 'az identity delete -g rg-shop -n id-reader')).toMatchObject({
      text: '',
      isError: false,
      commands: [],
    });
  });

  it('[CLI-18] list-resources names group and type in lower case', () => {
    const upper = type(group, [
      'az group create -n RG-Shop -l westeurope',
      'az identity create -g RG-Shop -n id-a',
      'az vm create -g RG-Shop -n vm-web --assign-identity id-a',
      'az identity list-resources -g RG-Shop -n id-a',
    ]);
    expect(upper.json()).toEqual([
      {
        id: idIn(upper.state, 'vm-web'),
        name: 'vm-web',
        resourceGroup: 'rg-shop',
        subscriptionDisplayName: 'Managed Identity Lab',
        subscriptionId: upper.state.subscriptionId,
        type: 'microsoft.compute/virtualmachines',
      },
    ]);
  });

  it('[CLI-18] update changes the tags', () => {
    const typed = type(world, 'az identity update -g rg-shop -n id-reader --tags team=shop env');
    expect(typed.commands).toEqual([{ type: 'SetTags', id: reader.id, tags: { team: 'shop', env: '' } }]);
    expect(typed.json()).toMatchObject({ tags: { team: 'shop', env: '' } });
  });

  it('[CLI-19] a federated credential has the exchange as its audience, and an update keeps what is not said', () => {
    const made = type(world, [
      'az identity federated-credential create -g rg-shop --identity-name id-reader -n from-github --issuer https://token.actions.githubusercontent.com --subject repo:contoso/shop:ref:refs/heads/main',
    ]);
    const shown = {
      audiences: ['api://AzureADTokenExchange'],
      id: `${reader.id}/federatedIdentityCredentials/from-github`,
      issuer: 'https://token.actions.githubusercontent.com',
      name: 'from-github',
      resourceGroup: 'rg-shop',
      subject: 'repo:contoso/shop:ref:refs/heads/main',
      systemData: null,
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
    };
    const place = '-g rg-shop --identity-name id-reader';
    expect(made.json()).toEqual(shown);
    expect(type(made.world, `az identity federated-credential list ${place}`).json()).toEqual([shown]);
    const updated = type(made.world, `az identity federated-credential update ${place} -n from-github --subject other`);
    expect(updated.commands).toMatchObject([
      { type: 'CreateFederatedCredential', issuer: shown.issuer, subject: 'other' },
    ]);
    const gone = type(made.world, [
      `az identity federated-credential delete ${place} -n from-github --yes`,
      `az identity federated-credential show ${place} -n from-github`,
    ]);
    expect(gone).toMatchObject({ isError: true });
    expect(gone.text).toMatch(/^\(NotFound\)/);
  });
});

describe('machines and apps', () => {
  it('[CLI-17] run-command sends the request of its script from inside the machine', () => {
    const url =
      'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net';
    const typed = type(
      world,
      `az vm run-command invoke -g rg-shop -n vm-web --command-id RunShellScript --scripts "curl -s -H Metadata:true '${url}'"`,
    );
    expect(typed.commands).toEqual([
      {
        type: 'RunCommand',
        id: idIn(state, 'vm-web'),
        request: { method: 'GET', url, headers: [['Metadata', 'true']], body: '' },
      },
    ]);
    expect(typed.json()).toMatchObject({ value: [{ code: 'ProvisioningState/succeeded', level: 'Info' }] });
    expect(typed.text).toContain('Enable succeeded: \\n[stdout]\\n{\\"access_token\\":\\"{token:');
    const other = type(
      world,
      'az vm run-command invoke -g rg-shop -n vm-web --command-id RunShellScript --scripts "ls"',
    );
    expect(other).toMatchObject({ isError: true, text: 'Only a script of one curl line is simulated here.' });
  });

  it.each([
    ['start', 'start'],
    ['stop', 'powerOff'],
    ['deallocate', 'deallocate'],
    ['restart', 'restart'],
  ])('[CLI-17] az vm %s', (verb, action) => {
    expect(type(world, `az vm ${verb} -g rg-shop -n vm-web`).commands).toEqual([
      { type: 'SetPower', id: idIn(state, 'vm-web'), action },
    ]);
  });

  it('[CLI-17] show -d adds the power', () => {
    const typed = type(world, [
      'az vm deallocate -g rg-shop -n vm-web',
      'az vm show -d -g rg-shop -n vm-web --query powerState -o tsv',
    ]);
    expect(typed.text).toBe('VM deallocated');
  });

  it.each(['az vm delete -g rg-shop -n vm-web', 'az group delete -n rg-shop', 'az aks delete -g rg-shop -n aks-shop'])(
    '[CLI-10] %s asks first, and nobody can answer',
    (line) => {
      expect(type(world, line)).toMatchObject({
        isError: true,
        text: 'Unable to prompt for confirmation as no tty available. Use --yes.',
        commands: [],
      });
      expect(type(world, `${line} --yes`)).toMatchObject({ isError: false, text: '' });
    },
  );

  it('[CLI-20] settings of an app are printed without their values once they are set', () => {
    const set = type(
      world,
      'az webapp config appsettings set -g rg-shop -n app-shop --settings A=1 B=x=y --slot-settings C=',
    );
    expect(set.commands).toMatchObject([
      {
        type: 'SetAppSettings',
        settings: {
          A: { value: '1', sticky: false },
          B: { value: 'x=y', sticky: false },
          C: { value: '', sticky: true },
        },
      },
    ]);
    expect(set.json()).toEqual(['A', 'B', 'C'].map((name) => ({ name, slotSetting: name === 'C', value: null })));
    const listed = type(
      set.world,
      'az webapp config appsettings list -g rg-shop -n app-shop --query "[?name==\'B\'].value" -o tsv',
    );
    expect(listed.text).toBe('x=y');
    const left = type(set.world, 'az webapp config appsettings delete -g rg-shop -n app-shop --setting-names A B');
    expect(left.json()).toHaveLength(1);
    expect(type(world, 'az webapp config appsettings set -g rg-shop -n app-shop --settings A')).toMatchObject({
      isError: true,
      text: "usage error: '--settings NAME=VALUE'",
    });
  });

  it('[CLI-20] a slot is made where its app is, listed, and swapped with production', () => {
    expect(type(world, 'az webapp deployment slot list -g rg-shop -n app-shop --query "[].name" -o tsv').text).toBe(
      'staging',
    );
    const swap = 'az webapp deployment slot swap -g rg-shop -n app-shop --slot staging';
    expect(type(world, swap).commands).toEqual([{ type: 'SwapSlots', id: idIn(state, 'app-shop/staging') }]);
    expect(type(world, `${swap} --target-slot green`)).toMatchObject({ isError: true });
  });
});
