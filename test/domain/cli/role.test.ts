import { describe, expect, it } from 'vitest';
import { resourceGroupId, subscriptionScope } from '#domain/arm/resource-id.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { learner } from '#domain/entra/built-in.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('role');
const { state } = world;
const kv = idIn(state, 'kv-shop');
const reader = resourceNamed(state, 'id-reader');
const { principalId, clientId } = reader.kind === 'userAssignedIdentity' ? reader : { principalId: '', clientId: '' };
const subscription = subscriptionScope(state.subscriptionId);
const group = resourceGroupId(state.subscriptionId, 'rg-shop');
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6';
const create = 'az role assignment create';

describe('az role assignment create', () => {
  it.each([
    [`${create} --role Reader --scope ${kv}`, 'usage error: --assignee STRING | --assignee-object-id GUID'],
    [
      `${create} --role Reader --scope ${kv} --assignee a --assignee-object-id b`,
      'usage error: --assignee STRING | --assignee-object-id GUID',
    ],
    [
      `${create} --role Reader --scope ${kv} --assignee a --assignee-principal-type User`,
      'usage error: --assignee-object-id GUID --assignee-principal-type TYPE',
    ],
    [
      `${create} --role Reader --scope ${kv} --assignee a --condition-version 2.0`,
      'usage error: When --condition-version is set, --condition must be set as well.',
    ],
    [
      `${create} --role Reader --scope ${kv} --assignee nobody`,
      "Cannot find user or service principal in graph database for 'nobody'. If the assignee is an appId, make sure the corresponding service principal is created with 'az ad sp create --id nobody'.",
    ],
    [
      `${create} --role Raeder --scope ${kv} --assignee ${clientId}`,
      "Role 'Raeder' doesn't exist.\nDid you mean 'Reader' ?",
    ],
    [
      `${create} --role reader --scope ${kv} --assignee ${clientId}`,
      "Role 'reader' doesn't exist.\nDid you mean 'Reader' ?",
    ],
    [
      `${create} --role Reader --scope kv-shop --assignee ${clientId}`,
      'Invalid scope. Please use --help to view the valid format.',
    ],
  ])('[CLI-21] %s', (line, text) => {
    expect(type(world, line)).toMatchObject({ text, isError: true, commands: [] });
  });

  it('[CLI-22] --assignee takes a client ID and stores the object ID with its type', () => {
    const typed = type(world, `${create} --role "Key Vault Secrets User" --scope ${kv} --assignee ${clientId}`);
    expect(typed.commands).toEqual([
      { type: 'CreateRoleAssignment', scope: kv, roleId: secretsUser, principalId, principalType: 'ServicePrincipal' },
    ]);
    const [made] = assignmentsOf(typed.state);
    expect(typed.json()).toEqual({
      condition: null,
      conditionVersion: null,
      createdBy: null,
      createdOn: '2026-03-02T09:00:00.000000+00:00',
      delegatedManagedIdentityResourceId: null,
      description: null,
      id: made?.id,
      name: made?.id.slice(-36),
      principalId,
      principalType: 'ServicePrincipal',
      resourceGroup: 'rg-shop',
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${secretsUser}`,
      scope: kv,
      type: 'Microsoft.Authorization/roleAssignments',
      updatedBy: learner(state.seed).id,
      updatedOn: '2026-03-02T09:00:00.000000+00:00',
    });
  });

  it.each(['anna@contoso.onmicrosoft.com', 'ANNA@contoso.onmicrosoft.com'])(
    '[CLI-22] --assignee %s is a user',
    (upn) => {
      const typed = type(world, `${create} --role Reader --scope ${group} --assignee ${upn}`);
      expect(typed.commands).toMatchObject([{ principalType: 'User' }]);
    },
  );

  it('[CLI-22] an object ID is taken as it is, with a warning where its type is not said', () => {
    const typed = type(world, `${create} --role Reader --scope ${kv} --assignee-object-id ${principalId}`);
    expect(typed.commands).toEqual([
      { type: 'CreateRoleAssignment', scope: kv, roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', principalId },
    ]);
    expect(typed.text.split('\n')[0]).toBe(
      'RBAC service might reject creating role assignment without --assignee-principal-type in the future. Better to specify --assignee-principal-type manually.',
    );
  });

  it('[CLI-22] a client ID in its place is refused without a type, and stored with one', () => {
    const bare = `${create} --role Reader --scope ${kv} --assignee-object-id ${clientId}`;
    const refused = type(world, bare);
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/^\(PrincipalNotFound\) Principal /);
    const typed = type(world, `${bare} --assignee-principal-type ServicePrincipal`);
    expect(typed.isError).toBe(false);
    expect(assignmentsOf(typed.state)).toMatchObject([{ principalId: clientId }]);
  });

  it('[CLI-23] the same again answers the assignment that is there', () => {
    const line = `${create} --role Reader --scope ${kv} --assignee ${clientId}`;
    const first = type(world, line);
    const second = type(first.world, line);
    expect(second.isError).toBe(false);
    expect(second.text).toBe(first.text);
    expect(assignmentsOf(second.state)).toHaveLength(1);
  });

  it('[CLI-21] carries a name and a condition', () => {
    const condition = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'images'";
    const name = '11111111-2222-4333-8444-555555555555';
    const typed = type(
      world,
      `${create} --role Reader --scope ${kv} --assignee ${clientId} --name ${name} --condition "${condition}" --condition-version 2.0`,
    );
    expect(typed.commands).toMatchObject([{ name, condition }]);
    expect(typed.json()).toMatchObject({ name, condition, conditionVersion: '2.0' });
  });
});

describe('[CLI-24] az role assignment list', () => {
  const granted = type(world, [
    'az lock delete -n keep -g rg-other',
    `${create} --role Reader --scope ${subscription} --assignee ${clientId}`,
    `${create} --role Contributor --scope ${group} --assignee anna@contoso.onmicrosoft.com`,
    `${create} --role "Key Vault Secrets User" --scope ${kv} --assignee ${clientId}`,
  ]).world;
  const roles = '--query "[].roleDefinitionName" -o tsv';

  it.each([
    ['', 'Reader'],
    ['--all', 'Reader\nContributor\nKey Vault Secrets User'],
    [`--scope ${kv}`, 'Key Vault Secrets User'],
    [`--scope ${kv} --include-inherited`, 'Reader\nContributor\nKey Vault Secrets User'],
    ['-g rg-shop', 'Contributor'],
    [`--all --assignee ${clientId}`, 'Reader\nKey Vault Secrets User'],
    [`--all --assignee ${clientId} --role Reader`, 'Reader'],
    ['-g rg-other', ''],
  ])('%s', (filter, found) => {
    const sorted = (text: string) => text.split('\n').toSorted();
    expect(sorted(type(granted, `az role assignment list ${filter} ${roles}`).text)).toEqual(sorted(found));
  });

  it('with --all takes no scope', () => {
    expect(type(granted, 'az role assignment list --all -g rg-shop')).toMatchObject({
      isError: true,
      text: 'group or scope are not required when --all is used',
    });
  });

  it('shows a client ID for a service principal, a sign-in name for a user, and nothing for who is gone', () => {
    const names = '--query "[].principalName" -o tsv';
    expect(type(granted, `az role assignment list ${names}`).text).toBe(clientId);
    expect(type(granted, `az role assignment list -g rg-shop ${names}`).text).toBe('anna@contoso.onmicrosoft.com');
    const gone = type(granted, ['az identity delete -g rg-shop -n id-reader', `az role assignment list ${names}`]);
    expect(gone.text).toBe('');
  });

  it('has a table of three columns', () => {
    const [heading, , row] = type(granted, 'az role assignment list -g rg-shop -o table').text.split('\n');
    expect(heading?.split(/ +/)).toEqual(['Principal', 'Role', 'Scope']);
    expect(row?.split(/ +/)).toEqual(['anna@contoso.onmicrosoft.com', 'Contributor', group]);
  });

  it('finds what a group was given with --include-groups', () => {
    const made = type(granted, 'az ad group list --query "[0].id" -o tsv');
    const typed = type(made.world, [
      `az ad group member add --group readers --member-id ${principalId}`,
      `${create} --role Owner --scope ${subscription} --assignee ${made.text}`,
      `az role assignment list --assignee ${clientId} --include-groups ${roles}`,
    ]);
    expect(typed.text.split('\n').toSorted()).toEqual(['Owner', 'Reader']);
  });

  it('[CLI-25] delete takes what the same filters find, and refuses to take nothing', () => {
    expect(type(granted, 'az role assignment delete')).toMatchObject({ isError: true, commands: [] });
    expect(type(granted, `az role assignment delete --assignee ${clientId} --role Owner`)).toMatchObject({
      isError: true,
      text: 'No matched assignments were found to delete',
    });
    const one = type(granted, `az role assignment delete --assignee ${clientId}`);
    expect(one.commands).toHaveLength(1);
    const more = type(granted, `az role assignment delete --assignee ${clientId} --scope ${kv} --include-inherited`);
    expect(more.commands.map((each) => each.type)).toEqual(['DeleteRoleAssignment', 'DeleteRoleAssignment']);
    expect(assignmentsOf(more.state)).toHaveLength(1);
  });
});

describe('[CLI-26] the directory', () => {
  it('finds definitions by name or GUID', () => {
    const line = 'az role definition list --query "[].{n:roleName, t:roleType}" -o tsv --name';
    expect(type(world, `${line} ${secretsUser}`).text).toBe('Key Vault Secrets User\tBuiltInRole');
    expect(type(world, `${line} Reader`).text).toBe('Reader\tBuiltInRole');
    expect(type(world, 'az role definition list --name Reder').text).toBe('[]');
  });

  it('lists the managed identities, and shows one by object or client ID but not by name', () => {
    const line = `az ad sp list --all --filter "servicePrincipalType eq 'ManagedIdentity'" --query "[].displayName" -o tsv`;
    expect(type(world, line).text).toBe('app-shop\nid-reader\nid-writer\nvm-web');
    expect(type(world, 'az ad sp list --display-name id- --query "length(@)"').text).toBe('2');
    for (const id of [principalId, clientId]) {
      expect(type(world, `az ad sp show --id ${id}`).json()).toMatchObject({
        id: principalId,
        appId: clientId,
        displayName: 'id-reader',
        servicePrincipalType: 'ManagedIdentity',
        servicePrincipalNames: [clientId],
        appRoleAssignmentRequired: false,
      });
    }
    expect(type(world, 'az ad sp show --id id-reader')).toMatchObject({ isError: true });
    expect(type(world, 'az ad sp list --filter "startswith(displayName, \'x\')"')).toMatchObject({ isError: true });
  });

  it('makes users and groups, and puts members into groups', () => {
    const typed = type(world, [
      'az ad user create --display-name "Eva Example" --user-principal-name eva --password x',
      'az ad group create --display-name writers --mail-nickname writers',
      `az ad group member add --group writers --member-id ${principalId}`,
      'az ad group member list --group writers --query "[].displayName" -o tsv',
    ]);
    expect(typed.text).toBe('id-reader');
    expect(
      type(typed.world, 'az ad user show --id eva.example@contoso.onmicrosoft.com --query displayName -o tsv').text,
    ).toBe('Eva Example');
    const taken = type(typed.world, [
      `az ad group member remove --group writers --member-id ${principalId}`,
      'az ad group member list --group writers',
    ]);
    expect(taken.text).toBe('[]');
    expect(type(world, 'az ad group member list --group nobody')).toMatchObject({
      isError: true,
      text: "No group matches the name of 'nobody'",
    });
    expect(type(world, `az ad user create --display-name Anna --password x`)).toMatchObject({ isError: true });
  });
});
