import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { callerNamed, personaCommands, personas } from '#domain/cloud/personas.ts';
import type { ReadyPersona } from '#domain/cloud/personas.ts';
import { permits } from '#domain/cloud/guard/guard.ts';
import { assignmentsOf, hostsOf } from '#domain/cloud/queries.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { findResource } from '#domain/arm/state.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  as,
  expectNoRefusal,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { GivenBy, Played } from '#test/support/engine.ts';

const everybody = personas.flatMap((persona) =>
  personaCommands(persona).map((make) => (after: Played) => make(after.state)),
);
const shop = run(
  'guard',
  shopGroup,
  noRoleDelay,
  host(),
  identity(),
  identity('id-other'),
  vault,
  storage,
  mayReadSecrets(),
  everybody,
);

const idOf = (name: string) => (after: Played) => idsOf(after, name).resourceId as ResourceId;
const at = (name: string) => (after: Played) => scopeNamed(after.state, name) as ResourceId;

function nameOf(role: ReadyPersona): string {
  return personas.find((each) => each.role === role)?.name ?? role;
}

type Task = Step | ((after: Played) => Command);

const attach: Step = { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' };
const vm = 'Microsoft.Compute/virtualMachines';
const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';

/** What somebody wants to do, the operation that it takes and where a refusal says that it was missing. */
const tasks = {
  'create a machine': [{ do: 'create', kind: 'virtualMachine', name: 'vm-new', in: 'rg-shop' }, `${vm}/write`],
  'switch the system-assigned identity off': [{ do: 'disable-system-assigned', on: 'vm-web' }, `${vm}/write`],
  'create a user-assigned identity': [
    { do: 'create', kind: 'userAssignedIdentity', name: 'id-new', in: 'rg-shop' },
    `${identities}/write`,
  ],
  'delete a user-assigned identity': [{ do: 'delete', name: 'id-other' }, `${identities}/delete`],
  'trust a federated token': [
    (after) => ({
      type: 'CreateFederatedCredential',
      identityId: idOf('id-shop-reader')(after),
      name: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/shop:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
    }),
    `${identities}/federatedIdentityCredentials/write`,
  ],
  'assign a role': [
    { do: 'assign-role', role: 'Storage Blob Data Reader', to: 'vm-web', at: 'rg-shop' },
    'Microsoft.Authorization/roleAssignments/write',
  ],
  'remove a role': [
    { do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-web', at: 'kv-shop' },
    'Microsoft.Authorization/roleAssignments/delete',
  ],
  'run a command on a machine': [
    (after) => ({
      type: 'RunCommand',
      id: at('vm-web')(after),
      request: { method: 'GET', url: 'http://169.254.169.254/metadata/identity/oauth2/token', headers: [], body: '' },
    }),
    `${vm}/runCommand/action`,
  ],
  'list the keys of an account': [
    (after) => ({ type: 'ListAccountKeys', accountId: at('stshopimages')(after) }),
    'Microsoft.Storage/storageAccounts/listKeys/action',
  ],
  'open a firewall': [
    (after) => ({
      type: 'SetFirewall',
      resourceId: at('kv-shop')(after),
      firewall: { defaultAction: 'Deny', allowedAddresses: ['203.0.113.7'], trustedServices: true, publicAccess: true },
    }),
    'Microsoft.KeyVault/vaults/write',
  ],
  'lock a group': [
    (after) => ({ type: 'CreateLock', scope: at('rg-shop')(after), name: 'keep', level: 'CanNotDelete' }),
    'Microsoft.Authorization/locks/write',
  ],
  'create a group': [
    { do: 'create-group', name: 'rg-new', location: 'westeurope' },
    'Microsoft.Resources/subscriptions/resourceGroups/write',
  ],
  'delete the group': [
    { do: 'delete-group', name: 'rg-shop' },
    'Microsoft.Resources/subscriptions/resourceGroups/delete',
  ],
} as const satisfies Readonly<Record<string, readonly [Task, string]>>;

type TaskName = keyof typeof tasks;
const taskNames = Object.keys(tasks) as TaskName[];

/** Who may do what (facts: control-plane §4.1, §4.2), written down by hand. */
const may: Readonly<Record<ReadyPersona, readonly TaskName[]>> = {
  Owner: taskNames,
  Contributor: taskNames.filter((name) => !['assign a role', 'remove a role', 'lock a group'].includes(name)),
  'Virtual Machine Contributor': [
    'create a machine',
    'switch the system-assigned identity off',
    'run a command on a machine',
    'list the keys of an account',
  ],
  'Managed Identity Operator': [],
  'Managed Identity Contributor': [
    'create a user-assigned identity',
    'delete a user-assigned identity',
    'trust a federated token',
  ],
  Reader: [],
  'User Access Administrator': ['assign a role', 'remove a role', 'lock a group'],
};

const cells = personas.flatMap(({ role }) => taskNames.map((task) => [role, task, may[role].includes(task)] as const));

describe('a persona and a task', () => {
  it('[CALLER-15] [CALLER-01] the learner makes all personas', () => {
    expectNoRefusal(shop);
    expect(assignmentsOf(shop.state)).toHaveLength(personas.length + 1);
  });

  it.each(cells)('[CALLER-02] [CALLER-06] %s, to %s: %s', (role, task, allowed) => {
    const [deed, action] = tasks[task];
    const given: GivenBy = as(nameOf(role), deed);
    const done = shop.goOn(given);
    expect(permits(shop.state, callerNamed(shop.state, nameOf(role)), action, at('rg-shop')(shop))).toBe(allowed);
    if (allowed) {
      expect(done.answer.status).toBeLessThan(400);
      return;
    }
    expect(done.answer.status).toBe(403);
    expect(done.answer.json).toEqual({ error: { code: 'AuthorizationFailed', message: expect.any(String) } });
    expect(done.answer.body).toContain(`to perform action '${action}' over scope '/subscriptions/`);
    expect(done.state).toEqual(shop.state);
  });

  it('[CALLER-01] the learner may do all of it', () => {
    for (const task of taskNames) expect(shop.goOn(tasks[task][0]).answer.status).toBeLessThan(400);
  });
});

describe('attaching an identity', () => {
  const both = personaCommands({
    name: 'Both',
    grants: [{ role: 'Virtual Machine Contributor' }, { role: 'Managed Identity Operator' }],
  }).map((make) => (after: Played) => make(after.state));

  it.each<[ReadyPersona, string | null]>([
    ['Owner', null],
    ['Contributor', null],
    ['Virtual Machine Contributor', 'LinkedAuthorizationFailed'],
    ['Managed Identity Operator', 'AuthorizationFailed'],
    ['Managed Identity Contributor', 'AuthorizationFailed'],
    ['Reader', 'AuthorizationFailed'],
    ['User Access Administrator', 'AuthorizationFailed'],
  ])('[CALLER-04] [CALLER-05] %s is answered %s', (role, code) => {
    const done = shop.goOn(as(nameOf(role), attach));
    expect(done.answer.status).toBe(code === null ? 200 : 403);
    if (code !== null) expect(done.answer.json).toMatchObject({ error: { code } });
    expect(hostsOf(done.state)[0]?.identity.type === 'SystemAssigned').toBe(code !== null);
  });

  it('[CALLER-05] takes both rights', () => {
    expect(shop.goOn(both, as('Both', attach)).answer.status).toBe(200);
  });

  it('[CALLER-04] is asked when a machine is created with one, and by REST', () => {
    const vera = nameOf('Virtual Machine Contributor');
    const created = shop.goOn(
      as(vera, { do: 'create', kind: 'virtualMachine', name: 'vm-2', in: 'rg-shop', userAssigned: ['id-shop-reader'] }),
    );
    expect(created.answer.json).toMatchObject({ error: { code: 'LinkedAuthorizationFailed' } });
    expect(findResource(created.state.arm, `${at('rg-shop')(shop)}/providers/${vm}/vm-2`)).toBeUndefined();
    const write =
      (value: Readonly<Record<string, string>> | null) =>
      (after: Played): Command => ({
        type: 'WriteIdentity',
        resourceId: at('vm-web')(after),
        method: 'PATCH',
        identity: {
          type: 'SystemAssigned, UserAssigned',
          userAssignedIdentities: { [idOf('id-shop-reader')(after)]: value },
        },
      });
    const attached = shop.goOn(attach);
    expect(attached.goOn(as(vera, write({}))).answer.status).toBe(403);
    expect(attached.goOn(as(vera, write(null))).answer.status).not.toBe(403);
  });

  it('[CALLER-04] names every identity that may not be assigned, and only those', () => {
    const one = personaCommands({
      name: 'One',
      grants: [
        { role: 'Virtual Machine Contributor' },
        { role: 'Managed Identity Operator', scope: idOf('id-other')(shop) },
      ],
    }).map((make) => (after: Played) => make(after.state));
    const three = shop.goOn(identity('id-third'), one);
    const created = three.goOn(
      as('One', {
        do: 'create',
        kind: 'virtualMachine',
        name: 'vm-2',
        in: 'rg-shop',
        userAssigned: ['id-shop-reader', 'id-other', 'id-third'],
      }),
    );
    const oid = callerNamed(three.state, 'One').principalId;
    const linked = `${idOf('id-shop-reader')(three)},${idOf('id-third')(three)}`;
    expect(created.answer.json).toEqual({
      error: {
        code: 'LinkedAuthorizationFailed',
        message: `The client '${oid}' with object id '${oid}' has permission to perform action '${vm}/write' on scope '${at('rg-shop')(three)}/providers/${vm}/vm-2'; however, it does not have permission to perform action '${identities}/assign/action' on the linked scope(s) '${linked}' or the linked scope(s) are invalid.`,
      },
    });
  });

  it('[CALLER-04] is not asked for taking one away', () => {
    const detached = shop.goOn(
      attach,
      as(nameOf('Virtual Machine Contributor'), { do: 'detach', identity: 'id-shop-reader', from: 'vm-web' }),
    );
    expect(detached.answer.status).toBe(200);
    expect(hostsOf(detached.state)[0]?.identity.type).toBe('SystemAssigned');
  });

  it('[CALLER-16] of a deleted one is refused to whoever may not assign it; others are told that it is not there', () => {
    const dead = idOf('id-other')(shop);
    const again = (after: Played): Command => ({
      type: 'AttachUserAssignedIdentity',
      resourceId: at('vm-web')(after),
      identityId: dead,
    });
    const gone = shop.goOn({ do: 'delete', name: 'id-other' });
    const vera = nameOf('Virtual Machine Contributor');
    const oid = callerNamed(shop.state, vera).principalId;
    const refused = gone.goOn(as(vera, again));
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.json).toEqual({
      error: {
        code: 'LinkedAuthorizationFailed',
        message: `The client '${oid}' with object id '${oid}' has permission to perform action '${vm}/write' on scope '${at('vm-web')(shop)}'; however, it does not have permission to perform action '${identities}/assign/action' on the linked scope(s) '${dead}' or the linked scope(s) are invalid.`,
      },
    });
    expect(refused.state).toEqual(gone.state);
    const told = gone.goOn(as(nameOf('Owner'), again));
    expect(told.answer).toMatchObject({ status: 400, json: { error: { code: 'FailedIdentityOperation' } } });
    expect(told.state).toEqual(gone.state);
  });
});
