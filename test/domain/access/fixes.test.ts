import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainAccess } from '#domain/access/explain.ts';
import type { AccessQuestion, Asker } from '#domain/access/explain.ts';
import { rolesFor, scopesFor } from '#domain/access/grants.ts';
import { applyAll, at, proposeFixes } from '#domain/access/propose-fixes.ts';
import type { Fix } from '#domain/access/propose-fixes.ts';
import { act } from '#domain/cloud/decide.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { breadthOf, builtInRoles, findRole } from '#domain/rbac/roles.ts';
import { scopeNamed } from '#domain/script/names.ts';
import { originNamed } from '#domain/script/to-command.ts';
import type { Step } from '#domain/script/script.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import { cosmosSuffix } from '#domain/cosmos/rules.ts';
import { sqlRequest } from '#domain/sql/wire.ts';
import {
  askToken,
  forged,
  host,
  identity,
  idsOf,
  mayReadImages,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  storageAudience,
  vault,
} from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';
import { seed } from '#test/support/seed.ts';
import { containerOf, grant } from '#test/domain/rbac/assigning.ts';
import { image, question, secret } from './questions.ts';

const shop = run('fixes', shopGroup, noRoleDelay, host(), identity(), vault, storage);
const target = (name: string) => (after: Played) => scopeNamed(after.state, name) as ResourceId;

const closed: Deed = (after) => ({
  type: 'SetFirewall',
  resourceId: target('kv-shop')(after),
  firewall: { defaultAction: 'Deny', allowedAddresses: ['198.51.100.1'], trustedServices: true, publicAccess: true },
});
const privateOnly: Deed = (after) => ({
  type: 'SetFirewall',
  resourceId: target('kv-shop')(after),
  firewall: { defaultAction: 'Deny', allowedAddresses: [], trustedServices: true, publicAccess: false },
});
const policies: Deed = (after) => ({
  type: 'SetPermissionModel',
  vaultId: target('kv-shop')(after),
  model: 'accessPolicies',
});
const deny =
  (name: string): Deed =>
  (after) => ({
    type: 'CreateDenyAssignment',
    scope: target('rg-shop')(after),
    name,
    actions: [],
    dataActions: ['*'],
    principals: [],
  });
const onlyOther = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'other'";

function kindsOf(played: Played, asked: AccessQuestion): readonly string[] {
  return proposeFixes(played.state, asked).map(({ kinds }) => kinds.join(' + '));
}

/** Makes a fix and asks, as somebody would who follows it. */
function allowedBy(state: CloudState, { commands, effectiveAt, question: asked }: Fix): boolean {
  const done = applyAll(state, commands);
  return done !== null && explainAccess(at(done, effectiveAt), asked).allowed;
}

function grantOf({ commands }: Fix): { readonly scope: string; readonly role: string } | undefined {
  const found = commands.find((command) => command.type === 'CreateRoleAssignment');
  return found && { scope: found.scope, role: findRole(found.roleId)?.name ?? '' };
}

describe('the fixes of a refused call', () => {
  it.each<[string, readonly Deed[], typeof secret, readonly string[]]>([
    ['a role is missing', [], secret, ['assignRole']],
    ['a role is missing for blobs', [], image, ['assignRole']],
    ['a role waits', [{ do: 'set-role-delay', minutes: 9 }, mayReadSecrets()], secret, ['wait', 'assignRole']],
    ['the firewall is closed', [mayReadSecrets(), closed], secret, ['firewall']],
    ['public access is off', [mayReadSecrets(), privateOnly], secret, ['firewall']],
    ['somebody denies', [mayReadSecrets(), deny('one')], secret, ['removeDeny']],
    ['the vault has policies', [policies], secret, ['accessPolicy']],
    [
      'a condition is not met',
      [grant('Storage Blob Data Reader', 'vm-web', 'stshopimages', { condition: onlyOther })],
      image,
      ['assignRole'],
    ],
    ['nothing is wrong', [mayReadSecrets()], secret, []],
  ])('[EXPLAIN-04] [EXPLAIN-05] are what helps where %s', (_what, deeds, request, expected) => {
    const played = shop.goOn(...deeds);
    const asked = question(played, request);
    expect(kindsOf(played, asked)).toEqual(expected);
    for (const fix of proposeFixes(played.state, asked)) expect(allowedBy(played.state, fix)).toBe(true);
  });

  it.each<[string, readonly Deed[], typeof secret, readonly string[]]>([
    ['firewall and role', [closed], secret, ['firewall + assignRole']],
    ['firewall and policy', [closed, policies], secret, ['firewall + accessPolicy']],
    ['two denials and a role', [deny('one'), deny('two')], secret, ['removeDeny + removeDeny + assignRole']],
    [
      'a firewall, and a role that waits',
      [{ do: 'set-role-delay', minutes: 9 }, mayReadSecrets(), closed],
      secret,
      ['firewall + wait', 'firewall + assignRole'],
    ],
  ])('[EXPLAIN-06] are several changes for %s', (_what, deeds, request, expected) => {
    const played = shop.goOn(...deeds);
    const asked = question(played, request);
    expect(kindsOf(played, asked)).toEqual(expected);
    for (const fix of proposeFixes(played.state, asked)) expect(allowedBy(played.state, fix)).toBe(true);
  });

  it('[EXPLAIN-05] assign the smallest role at the narrowest scope', () => {
    const [forSecret] = proposeFixes(shop.state, question(shop));
    expect(forSecret && grantOf(forSecret)).toEqual({ scope: target('kv-shop')(shop), role: 'Key Vault Secrets User' });
    expect(forSecret?.commands).toMatchObject([
      { principalId: idsOf(shop, 'vm-web').principalId, principalType: 'ServicePrincipal' },
    ]);
    const [forImage] = proposeFixes(shop.state, question(shop, image));
    expect(forImage && grantOf(forImage)).toEqual({
      scope: containerOf('images')(shop),
      role: 'Storage Blob Data Reader',
    });
    const write = { ...secret, method: 'PUT', body: '{"value":"x"}' } as const;
    const [forWriting] = proposeFixes(shop.state, question(shop, write));
    expect(forWriting && grantOf(forWriting)).toMatchObject({ role: 'Key Vault Secrets Officer' });
  });

  it('[EXPLAIN-04] say from when they help', () => {
    const slow = shop.goOn({ do: 'set-role-delay', minutes: 7 });
    const [fix] = proposeFixes(slow.state, question(slow));
    expect(fix?.effectiveAt).toBe(slow.state.now + 420);
    const done = fix && applyAll(slow.state, fix.commands);
    expect(done && explainAccess(at(done, (slow.state.now + 419) as never), question(slow)).allowed).toBe(false);
    expect(fix && allowedBy(slow.state, fix)).toBe(true);
  });

  it('[EXPLAIN-05] put one without a condition in the place of one that is in the way', () => {
    const played = shop.goOn(
      grant('Storage Blob Data Reader', 'vm-web', containerOf('images'), { condition: onlyOther }),
    );
    const [fix] = proposeFixes(played.state, question(played, image));
    expect(fix?.commands.map(({ type }) => type)).toEqual(['DeleteRoleAssignment', 'CreateRoleAssignment']);
    expect(fix && allowedBy(played.state, fix)).toBe(true);
  });

  it('[EXPLAIN-05] open the firewall to one address', () => {
    const played = shop.goOn(mayReadSecrets(), closed);
    const [fix] = proposeFixes(played.state, question(played));
    const { found } = explainAccess(played.state, question(played)).refusedBy ?? {};
    expect(fix?.commands).toMatchObject([
      { type: 'SetFirewall', firewall: { defaultAction: 'Deny', allowedAddresses: ['198.51.100.1', found] } },
    ]);
  });

  it('[EXPLAIN-04] add a permission to those that a policy has', () => {
    const played = shop.goOn(policies, (after) => ({
      type: 'SetAccessPolicy',
      vaultId: target('kv-shop')(after),
      objectId: idsOf(after, 'vm-web').principalId as PrincipalId,
      secrets: ['list'],
    }));
    const [fix] = proposeFixes(played.state, question(played));
    expect(fix?.commands).toMatchObject([{ type: 'SetAccessPolicy', secrets: ['list', 'get'] }]);
  });
});

describe('where no token comes', () => {
  const two: readonly Step[] = [
    identity('id-second'),
    host('vm-both', { system: false, user: ['id-shop-reader', 'id-second'] }),
    host('vm-bare', { system: false }),
    mayReadSecrets('id-second'),
  ];
  const world = shop.goOn(two);

  it('[EXPLAIN-04] the identity that is named is attached', () => {
    const asked = question(world, secret, 'vm-web', 'id-second');
    expect(kindsOf(world, asked)).toEqual(['attachIdentity']);
    const [fix] = proposeFixes(world.state, asked);
    expect(fix && allowedBy(world.state, fix)).toBe(true);
  });

  it('[EXPLAIN-04] [EXPLAIN-06] one of several is named, or one of its own is switched on and given a role', () => {
    const asked = question(world, secret, 'vm-both');
    expect(kindsOf(world, asked)).toEqual(['nameIdentity', 'nameIdentity + assignRole', 'enableIdentity + assignRole']);
    const [fix] = proposeFixes(world.state, asked);
    expect(fix?.question.who).toMatchObject({
      selector: { by: 'clientId', value: idsOf(world, 'id-second').clientId },
    });
    for (const each of proposeFixes(world.state, asked)) expect(allowedBy(world.state, each)).toBe(true);
  });

  it('[EXPLAIN-06] a host without one gets one', () => {
    expect(kindsOf(world, question(world, secret, 'vm-bare'))).toEqual(['enableIdentity + assignRole']);
  });

  it('[EXPLAIN-04] a machine that was stopped is started', () => {
    const stopped = shop.goOn(mayReadSecrets(), (after) => ({
      type: 'SetPower',
      id: target('vm-web')(after),
      action: 'deallocate',
    }));
    expect(kindsOf(stopped, question(stopped))).toEqual(['startHost']);
  });

  it('[EXPLAIN-04] nothing helps a laptop', () => {
    const who: Asker = { kind: 'origin', from: { kind: 'laptop' }, selector: null };
    expect(proposeFixes(shop.state, { who, request: secret })).toEqual([]);
  });
});

describe('where the token is bad', () => {
  const asked = shop.goOn(mayReadSecrets(), askToken());
  const withToken = (played: Played, token = forged({})(played)): AccessQuestion => ({
    who: { kind: 'token', token, from: originNamed(played.state, 'vm-web') },
    request: secret,
  });

  it('[EXPLAIN-04] a new one helps where the old one expired', () => {
    const later = asked.goOn({ do: 'advance', days: 2 });
    expect(kindsOf(later, withToken(later))).toEqual(['newToken']);
  });

  it('[EXPLAIN-04] another audience helps where it was the wrong one', () => {
    const who = { ...question(asked).who, audience: storageAudience } as Asker;
    expect(kindsOf(asked, { who, request: secret })).toEqual(['otherAudience']);
    const stored = asked.goOn(askToken('vm-web', { resource: storageAudience }));
    expect(kindsOf(stored, withToken(stored))).toEqual(['newToken']);
  });

  it('[EXPLAIN-04] nobody’s token is mended elsewhere', () => {
    const foreign = {
      who: { kind: 'token', token: forged({}, 'unknown')(asked), from: { kind: 'laptop' } },
      request: secret,
    } as const;
    expect(proposeFixes(asked.state, foreign)).toEqual([]);
  });
});

describe('other targets', () => {
  const more: readonly Step[] = [
    { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
    { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
    { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  ];
  const world = shop.goOn(more);

  it('[EXPLAIN-04] [EXPLAIN-06] a database gets a user', () => {
    const asked = question(world, sqlRequest('sql-shop', 'orders', 'SELECT * FROM Orders'));
    const [fix] = proposeFixes(world.state, asked);
    expect(fix?.kinds.at(-1)).toBe('databaseUser');
    expect(fix && allowedBy(world.state, fix)).toBe(true);
    const batch = fix?.commands.findLast((command) => command.type === 'CallTarget')?.request.body;
    expect(batch).toContain('ALTER ROLE db_datareader ADD MEMBER [vm-web];');
  });

  it('[EXPLAIN-04] an account of Cosmos DB gets a role of its own', () => {
    const request = {
      method: 'GET',
      url: `https://cosmos-shop${cosmosSuffix}/dbs/shop/colls/orders/docs/1`,
      headers: [['x-ms-version', '2020-07-15']],
      body: '',
    } as const;
    expect(kindsOf(world, question(world, request))).toEqual(['cosmosRole']);
    expect(proposeFixes(world.state, question(world, request))[0]?.commands).toMatchObject([{ role: 'reader' }]);
  });
});

describe('Azure Resource Manager as the target', () => {
  const arm = (method: 'GET' | 'PATCH', name: string, body = ''): typeof secret => ({
    method,
    url: `https://management.azure.com${target(name)(shop)}?api-version=2024-07-01`,
    headers: body === '' ? [] : [['Content-Type', 'application/json']],
    body,
  });

  it('[EXPLAIN-04] [EXPLAIN-05] a management role is assigned at the resource', () => {
    const asked = question(shop, arm('GET', 'vm-web'));
    const explained = explainAccess(shop.state, asked);
    expect(explained).toMatchObject({
      allowed: false,
      refusedBy: { gate: 'role', expected: 'Microsoft.Compute/virtualMachines/read' },
    });
    const [fix] = proposeFixes(shop.state, asked);
    expect(fix && grantOf(fix)).toEqual({ scope: target('vm-web')(shop), role: 'Reader' });
    expect(fix && allowedBy(shop.state, fix)).toBe(true);
  });

  it('[EXPLAIN-04] [EXPLAIN-06] writing a host with an identity takes a right at both', () => {
    const body = JSON.stringify({
      identity: {
        type: 'SystemAssigned, UserAssigned',
        userAssignedIdentities: { [target('id-shop-reader')(shop)]: {} },
      },
    });
    const machines = shop.goOn({ do: 'assign-role', role: 'Virtual Machine Contributor', to: 'vm-web', at: 'vm-web' });
    const [fix] = proposeFixes(machines.state, question(machines, arm('PATCH', 'vm-web', body)));
    expect(fix && grantOf(fix)).toEqual({ scope: target('id-shop-reader')(shop), role: 'Managed Identity Operator' });
    expect(fix && allowedBy(machines.state, fix)).toBe(true);
    const both = proposeFixes(shop.state, question(shop, arm('PATCH', 'vm-web', body)))[0];
    expect(both?.kinds).toEqual(['assignRole', 'assignRole']);
    expect(both && allowedBy(shop.state, both)).toBe(true);
  });
});

describe('the smallest role', () => {
  const account = 'Microsoft.Storage/storageAccounts';
  it.each([
    ['data', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', 'Key Vault Secrets User'],
    ['data', 'Microsoft.KeyVault/vaults/secrets/setSecret/action', 'Key Vault Secrets Officer'],
    ['data', `${account}/blobServices/containers/blobs/read`, 'Storage Blob Data Reader'],
    ['data', `${account}/blobServices/containers/blobs/write`, 'Storage Blob Data Contributor'],
    ['data', 'Microsoft.ServiceBus/namespaces/messages/send/action', 'Azure Service Bus Data Sender'],
    ['control', 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action', 'Managed Identity Operator'],
    ['control', 'Microsoft.ManagedIdentity/userAssignedIdentities/write', 'Managed Identity Contributor'],
    ['control', 'Microsoft.Compute/virtualMachines/write', 'Virtual Machine Contributor'],
    ['control', 'Microsoft.Web/sites/write', 'Website Contributor'],
    ['control', 'Microsoft.Authorization/roleAssignments/write', 'Role Based Access Control Administrator'],
    ['control', 'Microsoft.KeyVault/vaults/read', 'Key Vault Reader'],
    ['control', 'Microsoft.Authorization/locks/write', 'User Access Administrator'],
    ['control', 'Microsoft.Sql/servers/write', 'Contributor'],
  ] as const)('[EXPLAIN-05] for %s, %s, is %s', (plane, action, role) => {
    expect(rolesFor({ plane, action, resource: target('rg-shop')(shop) })[0]?.name).toBe(role);
  });
});

/** Things that may be wrong, in any number. */
const troubles: readonly (readonly [string, Deed])[] = [
  ['slow', { do: 'set-role-delay', minutes: 9 }],
  ['seeded', { type: 'SetRoleDelay', delay: { kind: 'seeded' } }],
  ['firewall', closed],
  ['private', privateOnly],
  ['deny', deny('one')],
  ['other deny', deny('two')],
  ['policies', policies],
  ['reader', { do: 'assign-role', role: 'Key Vault Reader', to: 'vm-web', at: 'kv-shop' }],
  ['owner', { do: 'assign-role', role: 'Owner', to: 'vm-web', at: 'subscription' }],
  ['conditional', grant('Storage Blob Data Reader', 'vm-web', 'stshopimages', { condition: onlyOther })],
  [
    'conditional container',
    grant('Storage Blob Data Reader', 'vm-web', containerOf('images'), { condition: onlyOther }),
  ],
  ['secrets', mayReadSecrets()],
  ['images', mayReadImages('vm-web')],
  ['off', { do: 'disable-system-assigned', on: 'vm-web' }],
  ['attached', { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' }],
];

const worlds = fc.record({
  chosen: fc.subarray([...troubles.keys()], { maxLength: 6 }),
  request: fc.constantFrom(
    secret,
    image,
    { ...secret, method: 'DELETE' as const },
    getSecretRequest('kv-shop', 'none', null),
  ),
  isNamed: fc.boolean(),
});

function worldOf(chosen: readonly number[]): Played {
  return shop.goOn(chosen.flatMap((nth) => troubles[nth]?.[1] ?? []));
}

describe('fixes in any world', () => {
  it('[EXPLAIN-04] [EXPLAIN-05] pass at their effective moment, in order of size, and none narrower would', () => {
    fc.assert(
      fc.property(worlds, ({ chosen, request, isNamed }) => {
        const played = worldOf(chosen);
        const asked = question(played, request, 'vm-web', isNamed ? 'id-shop-reader' : undefined);
        const fixes = proposeFixes(played.state, asked);
        if (explainAccess(played.state, asked).allowed) expect(fixes).toEqual([]);
        else expect(fixes.length).toBeGreaterThan(0);
        for (const [index, fix] of fixes.entries()) {
          expect(allowedBy(played.state, fix)).toBe(true);
          const next = fixes[index + 1]?.size;
          if (next !== undefined) expect(fix.size.width).toBeLessThanOrEqual(next.width);
          expect(narrowerThan(played.state, fix)).toEqual([]);
        }
      }),
      { seed, numRuns: 60 },
    );
  });
});

/** Narrower grants than that of a fix which would do in its place: by scope, or at the same scope by role. */
function narrowerThan(state: CloudState, fix: Fix): readonly string[] {
  const index = fix.commands.findLastIndex((command) => command.type === 'CreateRoleAssignment');
  const command = fix.commands[index];
  if (command?.type !== 'CreateRoleAssignment') return [];
  const before = applyAll(state, fix.commands.slice(0, index));
  const demand = before === null ? null : explainAccess(before, fix.question).demand;
  const chosen = findRole(command.roleId);
  if (before === null || demand === null || chosen === undefined) return ['not explained'];
  const scopes = scopesFor(before, demand.resource);
  const reach = scopes.indexOf(command.scope);
  return scopes.slice(0, reach + 1).flatMap((scope, nth) =>
    rolesFor(demand)
      .filter((role) => nth < reach || breadthOf(role) < breadthOf(chosen))
      .filter((role) => {
        const other = { ...command, scope, roleId: role.id };
        const rest = fix.commands.slice(index + 1);
        const done = applyAll(before, [other, ...rest]);
        return done !== null && explainAccess(at(done, fix.effectiveAt), fix.question).allowed;
      })
      .map((role) => `${role.name} at ${scope}`),
  );
}

describe('with many assignments', () => {
  it('[EXPLAIN-07] is explained in no time to speak of', () => {
    let { state } = shop.goOn({ type: 'CreateUser', name: 'Rita' });
    const rita = callerNamed(state, 'Rita').principalId;
    const vm = idsOf(shop, 'vm-web').principalId as PrincipalId;
    for (let nth = 0; nth < 1000; nth += 1) {
      const role = builtInRoles[nth % 8];
      const group = act(state, { type: 'CreateResourceGroup', name: `rg-${nth}`, location: 'westeurope' }).state;
      const scope = `/subscriptions/${state.subscriptionId}/resourceGroups/rg-${nth}`;
      if (role === undefined) throw new Error('no role');
      const principalId = nth % 2 === 0 ? rita : vm;
      state = act(group, { type: 'CreateRoleAssignment', scope, roleId: role.id, principalId }).state;
    }
    expect(state.rbac.assignments.count).toBe(1000);
    const before = performance.now();
    for (let nth = 0; nth < 20; nth += 1) expect(explainAccess(state, question(shop)).considered).toHaveLength(500);
    expect((performance.now() - before) / 20).toBeLessThan(250);
  });
});
