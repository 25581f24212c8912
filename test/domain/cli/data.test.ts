import { describe, expect, it } from 'vitest';
import { firewallOf } from '#domain/network/state.ts';
import { findSecret, vaultOf } from '#domain/keyvault/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { callerOf } from '#domain/cli/lab/place.ts';
import { newSession } from '#edge/command-line/interpret.ts';
import type { Session } from '#edge/command-line/interpret.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('data');
const { state } = world;
const kv = resourceNamed(state, 'kv-shop').id;
const account = idIn(state, 'stshop');
const reader = resourceNamed(state, 'id-reader');
const principalId = reader.kind === 'userAssignedIdentity' ? reader.principalId : '';
const asAnna: Session = { ...newSession, caller: callerOf(state, 'anna') ?? newSession.caller };
const secret = findSecret(state.keyVault, kv, 'db-password');

describe('vaults', () => {
  it.each([
    ['', { permissionModel: undefined, retentionDays: undefined }],
    ['--enable-rbac-authorization', { permissionModel: 'rbac' }],
    ['--enable-rbac-authorization true', { permissionModel: 'rbac' }],
    ['--enable-rbac-authorization false --retention-days 7', { permissionModel: 'accessPolicies', retentionDays: 7 }],
  ])('[CLI-30] create %s', (words, expected) => {
    const [command] = type(world, `az keyvault create -g rg-shop -n kv-new ${words}`).commands;
    expect(command).toMatchObject({ type: 'CreateResource', kind: 'keyVault', location: 'westeurope' });
    expect(command).toEqual(expect.objectContaining(JSON.parse(JSON.stringify(expected)) as object));
  });

  it('[CLI-30] is a vault of Azure roles unless that is switched off', () => {
    const typed = type(world, 'az keyvault create -g rg-shop -n kv-new --query properties.enableRbacAuthorization');
    expect(typed.text).toBe('true');
    expect(type(world, 'az keyvault create -g rg-shop -n kv-new --retention-days 5')).toMatchObject({
      isError: true,
      commands: [],
    });
  });

  it('[CLI-30] set-policy is refused by the CLI itself on such a vault', () => {
    const line = `az keyvault set-policy -n kv-shop --object-id ${principalId} --secret-permissions get`;
    expect(type(world, line)).toMatchObject({
      isError: true,
      text: "Cannot set policies to a vault with '--enable-rbac-authorization' specified",
      commands: [],
    });
  });

  it('[CLI-30] and written on the other sort', () => {
    const typed = type(
      world,
      `az keyvault set-policy -n kv-old --object-id ${principalId} --secret-permissions list get`,
    );
    expect(typed.commands).toMatchObject([
      { type: 'SetAccessPolicy', objectId: principalId, secrets: ['get', 'list'] },
    ]);
    expect(typed.json()).toMatchObject({
      properties: { accessPolicies: [{ objectId: principalId, permissions: { secrets: ['get', 'list'] } }] },
    });
    const all = type(
      world,
      'az keyvault set-policy -n kv-old --upn anna@contoso.onmicrosoft.com --secret-permissions all',
    );
    expect(all.commands).toMatchObject([{ secrets: ['get', 'list', 'set', 'delete', 'recover', 'purge'] }]);
    const gone = type(typed.world, `az keyvault delete-policy -n kv-old --object-id ${principalId}`);
    expect(vaultOf(gone.state.keyVault, idIn(state, 'kv-old')).settings.policies).toEqual([]);
    expect(type(world, 'az keyvault set-policy -n kv-old --secret-permissions get')).toMatchObject({
      isError: true,
      text: 'usage error: --spn SPN | --upn UPN | --object-id GUID',
    });
  });

  it('[CLI-31] a deleted vault is listed, recovered, and purged', () => {
    const deleted = type(world, ['az keyvault delete -n kv-shop', 'az keyvault list-deleted']);
    expect(deleted.json()).toMatchObject([
      { name: 'kv-shop', properties: { vaultId: kv, scheduledPurgeDate: '2026-05-31T09:00:00Z' } },
    ]);
    expect(type(deleted.world, 'az keyvault show -n kv-shop')).toMatchObject({
      isError: true,
      text: "The Vault 'kv-shop' not found within subscription.",
    });
    expect(type(deleted.world, 'az keyvault recover -n kv-shop --query name -o tsv').text).toBe('kv-shop');
    const purged = type(deleted.world, ['az keyvault purge -n kv-shop', 'az keyvault list-deleted']);
    expect(purged.text).toBe('[]');
    expect(type(purged.world, 'az keyvault show-deleted -n kv-shop')).toMatchObject({ isError: true });
  });

  it('[CLI-31] a secret is printed as the CLI prints it, and listed without its value', () => {
    const attributes = {
      created: '2026-03-02T09:00:00+00:00',
      enabled: true,
      expires: null,
      notBefore: null,
      recoverableDays: 90,
      recoveryLevel: 'Recoverable+Purgeable',
      updated: '2026-03-02T09:00:00+00:00',
    };
    const id = 'https://kv-shop.vault.azure.net/secrets/db-password';
    const shown = {
      attributes,
      contentType: null,
      id: `${id}/${secret?.version ?? ''}`,
      kid: null,
      managed: null,
      name: 'db-password',
      tags: {},
      value: 'pears',
    };
    for (const line of ['--vault-name kv-shop -n db-password', `--id ${id}`, `--id ${shown.id}`]) {
      expect(type(world, `az keyvault secret show ${line}`).json()).toEqual(shown);
    }
    expect(type(world, 'az keyvault secret list --vault-name kv-shop').json()).toEqual([
      { attributes, contentType: null, id, managed: null, name: 'db-password', tags: {} },
    ]);
    expect(type(world, 'az keyvault secret show --vault-name kv-shop -n other').text).toMatch(
      /^\(SecretNotFound\) A secret with \(name\/id\) other was not found in this key vault\./,
    );
    expect(type(world, 'az keyvault secret show --id https://example.org/x')).toMatchObject({
      isError: true,
      text: 'Not a vault ID: https://example.org/x',
    });
  });

  it('[CLI-31] a deleted secret is listed, recovered and purged', () => {
    const at = '--vault-name kv-shop -n db-password';
    const deleted = type(world, [
      `az keyvault secret delete ${at}`,
      'az keyvault secret list-deleted --vault-name kv-shop --query "[].recoveryId" -o tsv',
    ]);
    expect(deleted.text).toBe('https://kv-shop.vault.azure.net/deletedsecrets/db-password');
    const again = type(deleted.world, `az keyvault secret set ${at} --value x`);
    expect(again.isError).toBe(true);
    expect(again.text).toContain('ObjectIsDeletedButRecoverable');
    expect(
      type(deleted.world, [`az keyvault secret recover ${at}`, `az keyvault secret show ${at} --query value -o tsv`])
        .text,
    ).toBe('pears');
    expect(
      type(deleted.world, [`az keyvault secret purge ${at}`, 'az keyvault secret list-deleted --vault-name kv-shop'])
        .text,
    ).toBe('[]');
  });

  it('[CLI-32] a persona reads with its own token, and is refused without a role', () => {
    const line = 'az keyvault secret show --vault-name kv-shop -n db-password --query value -o tsv';
    const refused = type(world, line, asAnna);
    expect(refused.commands.map((each) => each.type)).toEqual(['RequestUserToken', 'CallTarget']);
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/^\(Forbidden\) Caller is not authorized to perform action on resource\./);
    expect(refused.text).toContain('Inner error: {\n    "code": "ForbiddenByRbac"\n}');
    const granted = type(
      world,
      `az role assignment create --assignee anna@contoso.onmicrosoft.com --role "Key Vault Secrets User" --scope ${kv}`,
    );
    expect(type(granted.world, line, asAnna).text).toBe('pears');
  });
});

describe('storage', () => {
  const at = '--account-name stshop -c images';

  it('[CLI-33] with a key, which is listed first, Owner reads without a data role', () => {
    const typed = type(world, `az storage blob download ${at} -n logo.svg --auth-mode key`);
    expect(typed.commands.map((each) => each.type)).toEqual(['ListAccountKeys', 'CallTarget']);
    expect(typed).toMatchObject({ text: '<svg/>', isError: false });
  });

  it('[CLI-33] without a mode it warns, and takes the key', () => {
    const typed = type(world, `az storage blob list ${at}`);
    expect(typed.text).toMatch(
      /^\nThere are no credentials provided in your command and environment, we will query for account key/,
    );
    expect(type(world, `az storage blob list ${at} --only-show-errors --query "[].name" -o tsv`).text).toBe('logo.svg');
  });

  it('[CLI-33] a persona without a data role is refused in login mode, whatever it may do with keys', () => {
    const contributor = type(
      world,
      `az role assignment create --assignee anna@contoso.onmicrosoft.com --role Contributor --scope ${account}`,
    ).world;
    const refused = type(contributor, `az storage blob download ${at} -n logo.svg --auth-mode login`, asAnna);
    expect(refused.isError).toBe(true);
    expect(refused.text.split('\n').slice(0, 3)).toEqual([
      'You do not have the required permissions needed to perform this operation.',
      'Depending on your operation, you may need to be assigned one of the following roles:',
      '    "Storage Blob Data Owner"',
    ]);
    expect(type(contributor, `az storage blob download ${at} -n logo.svg --auth-mode key`, asAnna).text).toBe('<svg/>');
    const reads = type(
      contributor,
      `az role assignment create --assignee anna@contoso.onmicrosoft.com --role "Storage Blob Data Reader" --scope ${account}`,
    ).world;
    expect(type(reads, `az storage blob download ${at} -n logo.svg --auth-mode login`, asAnna).text).toBe('<svg/>');
  });

  it('[CLI-33] keys that are switched off open nothing', () => {
    const off = type(world, 'az storage account update -n stshop --allow-shared-key-access false');
    expect(off.json()).toMatchObject({ allowSharedKeyAccess: false });
    const refused = type(off.world, `az storage blob download ${at} -n logo.svg --auth-mode key`);
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('ErrorCode:KeyBasedAuthenticationNotPermitted');
  });

  it('[CLI-33] containers and blobs are made, listed and deleted', () => {
    const made = type(world, [
      'az storage container create --account-name stshop -n more --auth-mode login',
      'az storage blob upload --account-name stshop -c more -n a.txt --data hello --auth-mode login',
      'az storage container list --account-name stshop --auth-mode login --query "[].name" -o tsv',
    ]);
    expect(made.text).toBe('images\nmore');
    const gone = type(made.world, [
      'az storage blob delete --account-name stshop -c more -n a.txt --auth-mode login',
      'az storage blob list --account-name stshop -c more --auth-mode login',
    ]);
    expect(gone.text).toBe('[]');
    expect(
      type(gone.world, 'az storage container delete --account-name stshop -n more --auth-mode login').json(),
    ).toEqual({ deleted: true });
    expect(type(world, 'az storage blob upload --account-name stshop -c images -n a -f a.txt')).toMatchObject({
      isError: true,
      commands: [],
    });
    expect(type(world, 'az storage blob download --account-name stshop -c none -n a --auth-mode login')).toMatchObject({
      isError: true,
      text: 'The specified container does not exist.\nErrorCode:ContainerNotFound',
    });
    expect(type(world, 'az storage container list --account-name nobody')).toMatchObject({
      isError: true,
      text: "The storage account 'nobody' not found.",
    });
  });

  it('[CLI-33] keys are listed and made anew', () => {
    const keys = type(world, 'az storage account keys list -n stshop').json() as readonly {
      readonly keyName: string;
      readonly value: string;
    }[];
    expect(keys.map(({ keyName }) => keyName)).toEqual(['key1', 'key2']);
    const renewed = type(world, 'az storage account keys renew -n stshop --key secondary');
    const after = renewed.json() as typeof keys;
    expect(after[0]).toEqual(keys[0]);
    expect(after[1]?.value).not.toBe(keys[1]?.value);
  });

  it('[CLI-33] a line ends at the first refusal', () => {
    const typed = type(world, 'az storage account create -g rg-x -n stclosed --allow-shared-key-access false');
    expect(typed.commands.map((each) => each.type)).toEqual(['CreateResource']);
    expect(typed.text).toMatch(/^\(ResourceGroupNotFound\)/);
  });

  it('[CLI-33] an account can be made without keys and closed to networks at once', () => {
    const typed = type(
      world,
      'az storage account create -g rg-shop -n stclosed --allow-shared-key-access false --default-action Deny',
    );
    expect(typed.commands.map((each) => each.type)).toEqual(['CreateResource', 'SetSharedKeyAccess', 'SetFirewall']);
    expect(typed.json()).toMatchObject({ allowSharedKeyAccess: false, networkRuleSet: { defaultAction: 'Deny' } });
  });
});

describe('[CLI-34] network rules', () => {
  it('an update changes what it names and keeps the rest', () => {
    const typed = type(world, [
      'az keyvault update -n kv-shop --default-action deny',
      'az keyvault network-rule add -n kv-shop --ip-address 20.1.2.3/32 20.1.2.4',
      'az keyvault update -n kv-shop --bypass None',
    ]);
    expect(firewallOf(typed.state.network, kv)).toEqual({
      defaultAction: 'Deny',
      allowedAddresses: ['20.1.2.3', '20.1.2.4'],
      trustedServices: false,
      publicAccess: true,
    });
    expect(type(typed.world, 'az keyvault network-rule list -n kv-shop').json()).toEqual({
      bypass: 'None',
      defaultAction: 'Deny',
      ipRules: [{ value: '20.1.2.3/32' }, { value: '20.1.2.4/32' }],
      virtualNetworkRules: [],
    });
    const left = type(typed.world, 'az keyvault network-rule remove -n kv-shop --ip-address 20.1.2.3');
    expect(firewallOf(left.state.network, kv).allowedAddresses).toEqual(['20.1.2.4']);
  });

  it('of an account are named by --account-name', () => {
    const typed = type(world, [
      'az storage account update -n stshop --public-network-access Disabled',
      'az storage account network-rule add --account-name stshop --ip-address 20.1.2.3',
    ]);
    expect(firewallOf(typed.state.network, account)).toMatchObject({
      publicAccess: false,
      allowedAddresses: ['20.1.2.3'],
    });
    expect(type(world, 'az storage account network-rule list --account-name nobody')).toMatchObject({ isError: true });
  });
});

describe('[CLI-35] databases', () => {
  it('a server has an administrator of the directory', () => {
    const at = '-g rg-shop -s sql-shop';
    const typed = type(world, `az sql server ad-admin create ${at} -u id-reader -i ${principalId}`);
    expect(typed.json()).toMatchObject({ login: 'id-reader', sid: principalId, administratorType: 'ActiveDirectory' });
    expect(type(typed.world, `az sql server ad-admin list ${at} --query "[].login" -o tsv`).text).toBe('id-reader');
    expect(type(typed.world, [`az sql server ad-admin delete ${at}`, `az sql server ad-admin list ${at}`]).text).toBe(
      '[]',
    );
    expect(type(world, `az sql server ad-admin create ${at} -u x -i nobody`)).toMatchObject({
      isError: true,
      commands: [],
    });
    expect(type(world, 'az sql db create -g rg-shop -s sql-none -n x').text).toMatch(/^\(ResourceNotFound\)/);
  });

  it('an account of Cosmos DB has data roles of its own', () => {
    const at = '-g rg-shop -a cosmos-shop';
    const role = '00000000-0000-0000-0000-000000000001';
    const made = type(
      world,
      `az cosmosdb sql role assignment create ${at} --principal-id ${principalId} --scope / --role-definition-id ${role}`,
    );
    expect(made.commands).toMatchObject([{ type: 'AssignCosmosRole', principalId, role: 'reader' }]);
    const listed = type(made.world, `az cosmosdb sql role assignment list ${at}`);
    expect(listed.json()).toEqual([made.json()]);
    const { name } = made.json() as { readonly name: string };
    expect(type(made.world, `az cosmosdb sql role assignment delete ${at} -i ${name} --yes`).commands).toMatchObject([
      { type: 'RemoveCosmosRole', role: 'reader' },
    ]);
    const named = `az cosmosdb sql role assignment create ${at} -p ${principalId} -s / -n`;
    expect(type(world, `${named} "Cosmos DB Built-in Data Contributor"`).commands).toMatchObject([
      { role: 'contributor' },
    ]);
    expect(type(world, `${named} Reader`)).toMatchObject({ isError: true });
  });
});
