import { describe, expect, it } from 'vitest';
import { parseBicep } from '#domain/bicep/parse.ts';
import { bicepOf } from '#domain/bicep/print.ts';
import { symbolOf } from '#domain/bicep/resource-path.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { PrincipalId, RoleId } from '#domain/kernel/brand.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';

const { state } = typedShop('bicep-text');
const kv = idIn(state, 'kv-shop');
const principalId = '11111111-2222-4333-8444-555555555555' as PrincipalId;
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' as RoleId;
const grant: Command = {
  type: 'CreateRoleAssignment',
  scope: kv,
  roleId: secretsUser,
  principalId,
  principalType: 'ServicePrincipal',
};

describe("[CLI-71] a command as Azure's own Bicep", () => {
  it('a role assignment extends what is there, is named by its parts and says the type of its principal', () => {
    const text = `// az deployment group create --resource-group rg-shop --template-file main.bicep

resource kvShop 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv-shop'
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: kvShop
  name: guid(kvShop.id, '${principalId}', '${secretsUser}')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${secretsUser}')
    principalId: '${principalId}'
    principalType: 'ServicePrincipal'
  }
}
`;
    expect(bicepOf(state, grant)).toBe(text);
    expect(parseBicep(state, text)).toEqual({ kind: 'commands', commands: [grant] });
  });

  it('a secret lies under its vault, and a lock on a group extends the deployment', () => {
    expect(bicepOf(state, { type: 'SetSecret', vaultId: kv, name: 'api-key', value: "it's ${x}\n" }))
      .toBe(`// az deployment group create --resource-group rg-shop --template-file main.bicep

resource kvShop 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv-shop'
}

resource apiKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: kvShop
  name: 'api-key'
  properties: {
    value: 'it\\'s \\\${x}\\n'
  }
}
`);
  });

  it('a group is declared at the subscription', () => {
    expect(bicepOf(state, { type: 'CreateResourceGroup', name: 'rg-new', location: 'eastus' }))
      .toBe(`// az deployment sub create --location westeurope --template-file main.bicep
targetScope = 'subscription'

resource rgNew 'Microsoft.Resources/resourceGroups@2021-04-01' = {
  name: 'rg-new'
  location: 'eastus'
}
`);
  });

  it('a vault always says how it decides', () => {
    const text = bicepOf(state, {
      type: 'CreateResource',
      kind: 'keyVault',
      name: 'kv-new',
      resourceGroup: 'rg-shop',
      location: 'westeurope',
    });
    expect(text).toContain('    enableRbacAuthorization: true\n');
  });

  it.each<Command>([
    { type: 'DeleteResource', id: kv },
    { type: 'AdvanceClock', seconds: 1 },
    { type: 'EnableSystemAssignedIdentity', resourceId: idIn(state, 'vm-web') },
    { type: 'CreateUser', name: 'Eva' },
    {
      type: 'CreateRoleAssignment',
      scope: '/providers/Microsoft.Management/managementGroups/x',
      roleId: secretsUser,
      principalId,
    },
  ])('$type declares nothing', (command) => {
    expect(bicepOf(state, command)).toBeNull();
  });

  it.each([
    ['id-shop-reader', 'idShopReader'],
    ['KV', 'kv'],
    ['1st', 'r1st'],
    ['-', 'resource'],
  ])('%s is known as %s', (name, symbol) => {
    expect(symbolOf(name)).toBe(symbol);
  });
});

describe('[CLI-72] reading a file', () => {
  it('takes several resources, comments, commas and references in one file', () => {
    const text = `
// the shop's vault and who reads it
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-new', location: 'westeurope' /* here */
  properties: { enableRbacAuthorization: true, tenantId: 't', sku: { family: 'A', name: 'standard' } }
}
resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 's'
  properties: { value: 'pears' }
}
resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, 'x')
  properties: {
    roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', '${secretsUser}')
    principalId: '${principalId}'
  }
}`;
    const vaultId = kv.replace('kv-shop', 'kv-new');
    expect(parseBicep(state, text, 'rg-shop')).toMatchObject({
      kind: 'commands',
      commands: [
        { type: 'CreateResource', kind: 'keyVault', name: 'kv-new', resourceGroup: 'rg-shop' },
        { type: 'SetSecret', vaultId, name: 's', value: 'pears' },
        { type: 'CreateRoleAssignment', scope: vaultId, roleId: secretsUser, principalId },
      ],
    });
  });

  it('takes a child that is named by the whole way', () => {
    const text = `resource c 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {\n  name: 'stshop/default/box'\n}`;
    expect(parseBicep(state, text, 'rg-shop')).toEqual({
      kind: 'commands',
      commands: [{ type: 'CreateContainer', accountId: idIn(state, 'stshop'), name: 'box' }],
    });
  });

  it.each([
    ['param location string', 'Only resources are simulated here, not: param', 1],
    ["\n\nresource x 'A/b@1' = [", 'The file ends too early.', 3],
    ["resource x 'A/b@1' = []", 'A resource is declared by an object.', 1],
    ["resource x 'A/b@1' = {\n  name: 'a${b}'\n}", 'Expressions in texts are not simulated here.', 2],
    ["resource x 'A/b@1' = {\n  name = 'a'\n}", ': was expected, not: =', 2],
    ["resource 'x' 'A/b@1' = {}", "A name was expected, not: 'x'", 1],
    ['resource x y = {}', 'A text in quotes was expected, not: y', 1],
    ["resource x 'A/b@1' = {\n  a: )\n}", 'A value was expected, not: )', 2],
    ['resource x ;', 'This is not simulated here: ;', 1],
  ])('%j is refused', (text, message, line) => {
    expect(parseBicep(state, text)).toEqual({ kind: 'refused', message, line });
  });

  it('says what a provider or a missing scope refuses', () => {
    const unknown = parseBicep(
      state,
      "resource x 'Microsoft.Foo/bars@2020-01-01' = {\n  name: 'a'\n  location: 'x'\n}",
      'rg-shop',
    );
    expect(unknown.kind).toBe('refused');
    const lost = parseBicep(
      state,
      "resource x 'Microsoft.Authorization/locks@2020-05-01' = {\n  scope: nobody\n  name: 'a'\n}",
      'rg-shop',
    );
    expect(lost).toEqual({ kind: 'refused', message: 'What x hangs on is not declared.', line: null });
  });
});
