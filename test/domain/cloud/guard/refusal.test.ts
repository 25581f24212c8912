import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { check } from '#domain/cloud/check.ts';
import { permits } from '#domain/cloud/guard/guard.ts';
import { callerNamed, personaCommands } from '#domain/cloud/personas.ts';
import type { PersonaGrant } from '#domain/cloud/personas.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import { as, host, noRoleDelay, run, shopGroup, storage, vault } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { codeOf, containerOf, grant } from '#test/domain/rbac/assigning.ts';

const shop = run('refusal', shopGroup, noRoleDelay, host(), vault, storage);
const at = (name: string) => (after: Played) => scopeNamed(after.state, name) as ResourceId;

function persona(name: string, ...grants: readonly PersonaGrant[]) {
  return personaCommands({ name, grants }).map((make) => (after: Played) => make(after.state));
}

const createMachine: Step = { do: 'create', kind: 'virtualMachine', name: 'vm-new', in: 'rg-shop' };
const assignReader: Step = { do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'rg-shop' };

describe('a refusal', () => {
  it('[CALLER-02] says who, what and where', () => {
    const refused = shop.goOn(persona('Rita Reader', { role: 'Reader' }), as('Rita Reader', createMachine));
    expectGolden(refused.answer, 'CALLER-02-create', 'capture');
  });

  it('[CALLER-03] of a role assignment has the newer words', () => {
    const refused = shop.goOn(persona('Conny', { role: 'Contributor' }), as('Conny', assignReader));
    expectGolden(refused.answer, 'CALLER-03-assign', 'docs');
  });

  it('[CALLER-02] names an identity by its client id', () => {
    const refused = shop.goOn(as('vm-web', createMachine));
    const { appId, id } = dictionary.values(homeDirectory(shop.state).servicePrincipals).next().value ?? {};
    expect(refused.answer.body).toContain(`The client '${appId}' with object id '${id}' does not have`);
  });

  it('[CALLER-02] comes before anything else is looked at', () => {
    const rita = shop.goOn(persona('Rita Reader', { role: 'Reader' }));
    const nowhere: Command = {
      type: 'CreateResource',
      kind: 'keyVault',
      resourceGroup: 'rg-none',
      name: '!',
      location: 'x',
    };
    expect(codeOf(rita.goOn(as('Rita Reader', () => nowhere)))).toBe('AuthorizationFailed');
    expect(codeOf(rita.goOn(nowhere))).toBe('ResourceGroupNotFound');
  });

  it('[CALLER-02] is by the request that the command is', () => {
    const refused = shop.goOn(
      persona('Rita Reader', { role: 'Reader' }),
      as('Rita Reader', { do: 'create-group', name: 'rg-new', location: 'westeurope' }),
    );
    expect(refused.entry(-1).events).toMatchObject([
      {
        type: 'ManagementAnswered',
        method: 'PUT',
        url: expect.stringContaining('/resourceGroups/rg-new?api-version='),
      },
    ]);
  });
});

describe('what a caller has', () => {
  it('[CALLER-01] counts at its scope only', () => {
    const machines = shop.goOn(
      { do: 'create-group', name: 'rg-other', location: 'westeurope' },
      persona('Vera', { role: 'Virtual Machine Contributor', scope: at('rg-shop')(shop) }),
    );
    expect(machines.goOn(as('Vera', createMachine)).answer.status).toBe(201);
    expect(machines.goOn(as('Vera', { ...createMachine, in: 'rg-other' })).answer.status).toBe(403);
  });

  it('[CALLER-01] counts through groups, at once', () => {
    const grouped = shop.goOn(
      { type: 'CreateUser', name: 'Greta' },
      { type: 'CreateGroup', name: 'machines' },
      grant('Virtual Machine Contributor', machines, 'rg-shop'),
    );
    expect(grouped.goOn(as('Greta', createMachine)).answer.status).toBe(403);
    const joined = grouped.goOn((after) => ({
      type: 'AddGroupMember',
      groupId: machines(after) as PrincipalId,
      memberId: callerNamed(after.state, 'Greta').principalId,
    }));
    expect(joined.goOn(as('Greta', createMachine)).answer.status).toBe(201);
  });

  it('[CALLER-01] counts once it is effective', () => {
    const slow = shop.goOn({ do: 'set-role-delay', minutes: 5 }, persona('Olga', { role: 'Owner' }));
    expect(slow.goOn(as('Olga', createMachine)).answer.status).toBe(403);
    expect(slow.goOn({ do: 'advance', minutes: 5 }, as('Olga', createMachine)).answer.status).toBe(201);
  });

  it('[CALLER-01] counts for managed identities too', () => {
    const trusted = shop.goOn({ do: 'assign-role', role: 'Contributor', to: 'vm-web', at: 'rg-shop' });
    expect(trusted.goOn(as('vm-web', createMachine)).answer.status).toBe(201);
    expect(trusted.goOn(as('vm-web', assignReader)).answer.status).toBe(403);
  });

  it('[CALLER-01] is asked by `permits`; of the learner nothing is', () => {
    const rita = shop.goOn(persona('Rita Reader', { role: 'Reader' }));
    const caller = callerNamed(rita.state, 'Rita Reader');
    const read = 'Microsoft.KeyVault/vaults/read';
    expect(permits(rita.state, caller, read, at('kv-shop')(rita))).toBe(true);
    expect(permits(rita.state, caller, 'Microsoft.KeyVault/vaults/write', at('kv-shop')(rita))).toBe(false);
    expect(permits(rita.state, { kind: 'user', displayName: 'You' }, 'any/write', at('kv-shop')(rita))).toBe(true);
  });

  it('[CALLER-01] is everything for the learner, also where a token names it', () => {
    const you = callerNamed(shop.state, 'You');
    expect(shop.goOn(as('You', createMachine)).answer.status).toBe(201);
    expect(permits(shop.state, you, 'any/write', at('kv-shop')(shop))).toBe(true);
  });

  it('[ARM-19] is looked at when a command is checked beforehand', () => {
    const rita = shop.goOn(persona('Rita Reader', { role: 'Reader' }));
    const group: Command = { type: 'CreateResourceGroup', name: 'rg-new', location: 'westeurope' };
    expect(check(rita.state, group)).toBeNull();
    expect(check(rita.state, group, callerNamed(rita.state, 'Rita Reader'))).toMatchObject({
      status: 403,
      code: 'AuthorizationFailed',
    });
  });

  it('[RBAC-26] is not denied by NotActions: another role grants what Contributor leaves out', () => {
    const conny = shop.goOn(
      persona('Conny', { role: 'Contributor' }, { role: 'Role Based Access Control Administrator' }),
    );
    expect(conny.goOn(as('Conny', assignReader)).answer.status).toBe(201);
  });

  it.each([
    ['Key Vault Secrets User', 201],
    ['Key Vault Administrator', 201],
    ['Reader', 403],
    ['Owner', 403],
  ])('[RBAC-30] Key Vault Data Access Administrator assigns %s: %i', (role, status) => {
    const dora = shop.goOn(persona('Dora', { role: 'Key Vault Data Access Administrator' }));
    const assign: Step = { do: 'assign-role', role, to: 'vm-web', at: 'kv-shop' };
    expect(dora.goOn(as('Dora', assign)).answer.status).toBe(status);
    const remove: Step = { do: 'remove-role', role, from: 'vm-web', at: 'kv-shop' };
    expect(dora.goOn(assign, as('Dora', remove)).answer.status).toBe(status === 201 ? 200 : 403);
  });
});

function machines({ state }: Played): string {
  return [...dictionary.values(homeDirectory(state).groups)][0]?.id ?? '';
}

const setSecret: Step = { do: 'set-secret', vault: 'kv-shop', name: 'new', value: 'x' };
const upload: Step = { do: 'upload-blob', account: 'stshopimages', container: 'images', name: 'a.svg', content: 'a' };
const createContainer: Step = { do: 'create-container', account: 'stshopimages', name: 'more' };

describe('a command to data', () => {
  it('[CALLER-07] is refused by the vault in its own words, to an Owner too', () => {
    const refused = shop.goOn(persona('Olga', { role: 'Owner' }), as('Olga', setSecret));
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.json).toMatchObject({
      error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } },
    });
    expect(refused.answer.body).toContain("Action: 'Microsoft.KeyVault/vaults/secrets/setSecret/action'");
    expect(refused.state).toEqual(shop.goOn(persona('Olga', { role: 'Owner' })).state);
  });

  it('[CALLER-07] is refused by Blob storage in its own words', () => {
    const refused = shop.goOn(persona('Olga', { role: 'Owner' }), as('Olga', upload));
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.body).toContain('<Code>AuthorizationPermissionMismatch</Code>');
  });

  it.each<[string, Step, string, number]>([
    ['Key Vault Secrets Officer', setSecret, 'kv-shop', 200],
    ['Key Vault Secrets User', setSecret, 'kv-shop', 403],
    ['Storage Blob Data Contributor', upload, 'stshopimages', 201],
    ['Storage Blob Data Reader', upload, 'stshopimages', 403],
    ['Storage Blob Data Contributor', createContainer, 'stshopimages', 201],
    ['Contributor', createContainer, 'stshopimages', 201],
    ['Storage Blob Data Reader', createContainer, 'stshopimages', 403],
  ])('[CALLER-07] is allowed by data roles: %s', (role, step, scope, status) => {
    const dora = shop.goOn(persona('Dora', { role, scope: at(scope)(shop) }));
    expect(dora.goOn(as('Dora', step)).answer.status).toBe(status);
  });

  it('[CALLER-07] is decided for the container', () => {
    const dora = shop.goOn(
      createContainer,
      { type: 'CreateUser', name: 'Dora' },
      grant('Storage Blob Data Contributor', 'Dora', containerOf('more')),
    );
    expect(dora.goOn(as('Dora', upload)).answer.status).toBe(403);
    expect(dora.goOn(as('Dora', { ...upload, container: 'more' })).answer.status).toBe(201);
  });

  it('[CALLER-07] is stopped by a firewall; the learner passes it', () => {
    const closed = shop.goOn(persona('Dora', { role: 'Key Vault Secrets Officer' }), (after) => ({
      type: 'SetFirewall',
      resourceId: at('kv-shop')(after),
      firewall: { defaultAction: 'Deny', allowedAddresses: [], trustedServices: true, publicAccess: true },
    }));
    expect(closed.goOn(as('Dora', setSecret)).answer.body).toContain('ForbiddenByFirewall');
    expect(closed.goOn(setSecret).answer.status).toBe(200);
  });

  it('[CALLER-07] to a target that is not there is told so', () => {
    const dora = shop.goOn(persona('Dora', { role: 'Reader' }));
    const missing: Command = {
      type: 'SetSecret',
      vaultId: `${at('rg-shop')(shop)}/providers/Microsoft.KeyVault/vaults/kv-none` as ResourceId,
      name: 'a',
      value: 'b',
    };
    expect(dora.goOn(as('Dora', () => missing)).answer.status).toBe(404);
  });
});

describe('what is no matter of Azure roles', () => {
  it.each<[string, Command]>([
    ['a user', { type: 'CreateUser', name: 'New' }],
    ['a group', { type: 'CreateGroup', name: 'New' }],
    ['an application', { type: 'RegisterApplication', name: 'New', appRoles: [], assignmentRequired: false }],
  ])('[CALLER-08] is the directory: %s', (_what, command) => {
    const olga = shop.goOn(persona('Olga', { role: 'Owner' }));
    const refused = olga.goOn(as('Olga', () => command));
    expect(refused.answer.json).toEqual({
      error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
    });
    expect(refused.state).toEqual(olga.state);
    expect(olga.goOn(command).answer.status).toBe(201);
  });

  it('[CALLER-09] is time and settings', () => {
    const nobody = shop.goOn({ type: 'CreateUser', name: 'Nora' });
    const later = nobody.goOn(
      as('Nora', { do: 'advance', minutes: 1 }),
      as('Nora', { do: 'set-role-delay', minutes: 2 }),
    );
    expect(later.state.now).toBe(shop.state.now + 60);
    expect(later.state.roleDelay).toEqual({ kind: 'fixed', seconds: 120 });
  });
});
