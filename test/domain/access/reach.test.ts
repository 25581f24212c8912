import { describe, expect, it } from 'vitest';
import { reach, whoReaches } from '#domain/access/reach.ts';
import type { Foothold, Reach, ReachStep } from '#domain/access/reach.ts';
import { act } from '#domain/cloud/decide.ts';
import { callerNamed, personaCommands } from '#domain/cloud/personas.ts';
import type { PersonaGrant } from '#domain/cloud/personas.ts';
import { homeDirectory, hostsOf } from '#domain/cloud/queries.ts';
import { learner } from '#domain/entra/built-in.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  expectNoRefusal,
  host,
  identity,
  idsOf,
  mayReadImages,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';
import { containerOf, grant, roleIdOf } from '#test/domain/rbac/assigning.ts';

const at = (name: string) => (after: Played) => scopeNamed(after.state, name) as ResourceId;

function persona(name: string, ...grants: readonly PersonaGrant[]): readonly Deed[] {
  return personaCommands({ name, grants }).map((make) => (after: Played) => make(after.state));
}

function as(played: Played, name: string): Foothold {
  return { kind: 'principal', principalId: callerNamed(played.state, name).principalId };
}

function codeOn(played: Played, name: string): Foothold {
  return { kind: 'code', hostId: at(name)(played) };
}

/** Principals by display name, as far as the directory has one. */
function nameOf(played: Played, id: PrincipalId): string {
  const { servicePrincipals, users } = homeDirectory(played.state);
  if (id === learner(played.state.seed).id) return 'You';
  return dictionary.get(servicePrincipals, id)?.displayName ?? dictionary.get(users, id)?.displayName ?? id;
}

function told(step: ReachStep): string {
  const last = (id: ResourceId) => id.slice(id.lastIndexOf('/') + 1);
  switch (step.kind) {
    case 'runCode':
      return `run code on ${last(step.hostId)}`;
    case 'codeOnHost':
      return `code on ${last(step.hostId)}`;
    case 'attach':
      return `attach ${last(step.identityId)} to ${last(step.hostId)}`;
    case 'federatedCredential':
      return `federate ${last(step.identityId)}`;
  }
}

/** Whom somebody can act as, by which way. */
function ways(played: Played, from: Foothold): Readonly<Record<string, readonly string[]>> {
  const { identities } = reach(played.state, from);
  return Object.fromEntries(identities.map(({ principalId, path }) => [nameOf(played, principalId), path.map(told)]));
}

function opens({ data }: Reach, played: Played): readonly string[] {
  return data.map(({ targetId, part, by, as: principal }) => {
    const target = targetId.slice(targetId.lastIndexOf('/') + 1);
    return `${nameOf(played, principal)}: ${target}${part === undefined ? '' : `/${part}`} by ${by}`;
  });
}

/** Lab 11: two apps on one machine, whose identity reads everything; Alice may manage machines. */
const lab: readonly Step[] = [
  shopGroup,
  noRoleDelay,
  identity('id-strong'),
  host('vm-web', { system: true, user: ['id-strong'] }),
  ...vault,
  ...storage,
  { do: 'assign-role', role: 'Key Vault Administrator', to: 'id-strong', at: 'subscription' },
  { do: 'assign-role', role: 'Storage Blob Data Contributor', to: 'id-strong', at: 'subscription' },
  mayReadImages('vm-web'),
];
const world = run('reach', lab, persona('Alice', { role: 'Virtual Machine Contributor' }));

describe('code on a host', () => {
  it('[REACH-01] acts as every identity of the host', () => {
    expectNoRefusal(world);
    expect(ways(world, codeOn(world, 'vm-web'))).toEqual({
      'vm-web': ['code on vm-web'],
      'id-strong': ['code on vm-web'],
    });
  });

  it('[REACH-01] [REACH-05] opens what any of them opens', () => {
    expect(opens(reach(world.state, codeOn(world, 'vm-web')), world)).toEqual([
      'vm-web: stshopimages by role',
      'id-strong: kv-shop by role',
      'id-strong: stshopimages by role',
    ]);
  });

  it('[REACH-01] does not act as an identity that is gone, nor as one made anew under its name', () => {
    const gone = world.goOn({ do: 'delete', name: 'id-strong' });
    expect(Object.keys(ways(gone, codeOn(gone, 'vm-web')))).toEqual(['vm-web']);
    const anew = gone.goOn(identity('id-strong'));
    expect(Object.keys(ways(anew, codeOn(anew, 'vm-web')))).toEqual(['vm-web']);
  });

  it('[REACH-01] on a host without identity acts as nobody', () => {
    const bare = world.goOn(host('vm-bare', { system: false }));
    expect(reach(bare.state, codeOn(bare, 'vm-bare'))).toMatchObject({ identities: [], data: [] });
    expect(reach(bare.state, { kind: 'code', hostId: at('kv-shop')(bare) }).hosts).toEqual([]);
  });
});

describe('Alice', () => {
  it('[REACH-02] [REACH-04] runs a command on the machine and acts as its identities', () => {
    expect(ways(world, as(world, 'Alice'))).toEqual({
      Alice: [],
      'vm-web': ['run code on vm-web', 'code on vm-web'],
      'id-strong': ['run code on vm-web', 'code on vm-web'],
    });
  });

  it('[REACH-05] has the keys of the account besides, which VM Contributor may list', () => {
    expect(opens(reach(world.state, as(world, 'Alice')), world)).toEqual([
      'Alice: stshopimages by accountKeys',
      'vm-web: stshopimages by role',
      'id-strong: kv-shop by role',
      'id-strong: stshopimages by role',
    ]);
    const keyless = world.goOn((after) => ({
      type: 'SetSharedKeyAccess',
      accountId: at('stshopimages')(after),
      allowed: false,
    }));
    expect(opens(reach(keyless.state, as(keyless, 'Alice')), keyless)).not.toContain(
      'Alice: stshopimages by accountKeys',
    );
  });

  it('[REACH-02] loses the way when the right is taken from her', () => {
    const [held] = [...dictionary.values(world.state.rbac.assignments)].filter(
      ({ principalType }) => principalType === 'User',
    );
    if (held === undefined) throw new Error('Alice has no role.');
    const closed = world.goOn({ type: 'DeleteRoleAssignment', id: held.id });
    expect(ways(closed, as(closed, 'Alice'))).toEqual({ Alice: [] });
  });

  it('[REACH-01] loses it when the strong identity leaves the machine, and has no other while she may not assign it', () => {
    const moved = world.goOn({ do: 'detach', identity: 'id-strong', from: 'vm-web' });
    expect(Object.keys(ways(moved, as(moved, 'Alice')))).toEqual(['Alice', 'vm-web']);
    const operator = moved.goOn(grant('Managed Identity Operator', 'Alice', 'id-strong'));
    expect(ways(operator, as(operator, 'Alice'))['id-strong']).toEqual([
      'attach id-strong to vm-web',
      'code on vm-web',
    ]);
  });
});

describe('a right', () => {
  const detached = world.goOn({ do: 'detach', identity: 'id-strong', from: 'vm-web' });

  it.each<[string, readonly PersonaGrant[], readonly string[] | undefined]>([
    ['Managed Identity Operator', [{ role: 'Managed Identity Operator' }], undefined],
    ['Virtual Machine Contributor', [{ role: 'Virtual Machine Contributor' }], undefined],
    [
      'both',
      [{ role: 'Virtual Machine Contributor' }, { role: 'Managed Identity Operator' }],
      ['attach id-strong to vm-web', 'code on vm-web'],
    ],
    ['Managed Identity Contributor', [{ role: 'Managed Identity Contributor' }], ['federate id-strong']],
    [
      'Managed Identity Federated Identity Credential Contributor',
      [{ role: 'Managed Identity Federated Identity Credential Contributor' }],
      ['federate id-strong'],
    ],
    ['Contributor', [{ role: 'Contributor' }], ['federate id-strong']],
    ['Reader', [{ role: 'Reader' }], undefined],
    ['User Access Administrator', [{ role: 'User Access Administrator' }], undefined],
  ])('[REACH-03] to an identity that no host carries: %s', (_what, grants, way) => {
    const played = detached.goOn(persona('Bob', ...grants));
    expect(ways(played, as(played, 'Bob'))['id-strong']).toEqual(way);
  });

  it.each([
    ['webApp', 'app-shop', 'Website Contributor'],
    ['functionApp', 'func-shop', 'Website Contributor'],
    ['virtualMachine', 'vm-two', 'Virtual Machine Contributor'],
  ] as const)('[REACH-02] to a %s brings code there', (kind, name, role) => {
    const played = world.goOn(host(name, { kind }), persona('Bob', { role }));
    expect(ways(played, as(played, 'Bob'))[name]).toEqual([`run code on ${name}`, `code on ${name}`]);
  });

  it('[REACH-04] goes on with the roles of what was reached', () => {
    const chain = world.goOn(
      host('vm-build'),
      { do: 'assign-role', role: 'Virtual Machine Contributor', to: 'vm-build', at: 'vm-web' },
      { type: 'CreateUser', name: 'Carol' },
      grant('Virtual Machine Contributor', 'Carol', 'vm-build'),
    );
    expect(ways(chain, as(chain, 'Carol'))).toEqual({
      Carol: [],
      'vm-build': ['run code on vm-build', 'code on vm-build'],
      'vm-web': ['run code on vm-build', 'code on vm-build', 'run code on vm-web', 'code on vm-web'],
      'id-strong': ['run code on vm-build', 'code on vm-build', 'run code on vm-web', 'code on vm-web'],
    });
    expect(reach(chain.state, as(chain, 'Carol')).hosts).toHaveLength(2);
  });

  it('[REACH-04] is found from the other end', () => {
    const strong = idsOf(world, 'id-strong').principalId as PrincipalId;
    const bob = world.goOn(persona('Bob', { role: 'Reader' }));
    const footholds = [
      as(bob, 'Alice'),
      as(bob, 'Bob'),
      ...hostsOf(bob.state).map(({ id }): Foothold => ({ kind: 'code', hostId: id })),
    ];
    expect(whoReaches(bob.state, strong, footholds).map(({ from, path }) => [from.kind, path.map(told)])).toEqual([
      ['principal', ['run code on vm-web', 'code on vm-web']],
      ['code', ['code on vm-web']],
    ]);
  });

  it('[REACH-06] counts once it is effective, and behind a firewall', () => {
    const slow = world.goOn({ do: 'set-role-delay', minutes: 9 }, persona('Bob', { role: 'Owner' }), (after) => ({
      type: 'SetFirewall',
      resourceId: at('kv-shop')(after),
      firewall: { defaultAction: 'Deny', allowedAddresses: [], trustedServices: true, publicAccess: true },
    }));
    expect(Object.keys(ways(slow, as(slow, 'Bob')))).toEqual(['Bob']);
    const later = slow.goOn({ do: 'advance', minutes: 9 });
    expect(Object.keys(ways(later, as(later, 'Bob')))).toEqual(['Bob', 'vm-web', 'id-strong']);
    expect(opens(reach(later.state, codeOn(later, 'vm-web')), later)).toContain('id-strong: kv-shop by role');
  });
});

describe('a large world', () => {
  it('[REACH-04] is searched in a time that grows with what is reached, not with its square', () => {
    let { state } = run('large', shopGroup, noRoleDelay);
    const place = { resourceGroup: 'rg-shop', location: 'westeurope' } as const;
    for (let nth = 0; nth < 300; nth += 1) {
      const identityOn = { systemAssigned: true, userAssigned: [] };
      state = act(state, {
        type: 'CreateResource',
        kind: 'virtualMachine',
        name: `vm-${nth}`,
        identity: identityOn,
        ...place,
      }).state;
      state = act(state, { type: 'CreateResource', kind: 'keyVault', name: `kv-${nth}`, ...place }).state;
    }
    for (const each of hostsOf(state)) {
      const scope = each.id.replace(/Microsoft.Compute\/virtualMachines\/vm-/, 'Microsoft.KeyVault/vaults/kv-');
      const principalId = 'principalId' in each.identity ? each.identity.principalId : ('' as PrincipalId);
      const roleId = roleIdOf('Key Vault Secrets User');
      state = act(state, { type: 'CreateRoleAssignment', scope, roleId, principalId }).state;
    }
    const before = performance.now();
    const { identities, data } = reach(state, { kind: 'principal', principalId: learner(state.seed).id });
    expect([identities.length, data.length]).toEqual([301, 300]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('the learner', () => {
  it('[REACH-04] owns the subscription, and reaches everything', () => {
    expect(Object.keys(ways(world, as(world, 'You')))).toEqual(['You', 'vm-web', 'id-strong']);
  });
});

describe('what is opened', () => {
  const bob = world.goOn({ type: 'CreateUser', name: 'Bob' });
  const policies: Deed = (after) => ({
    type: 'SetPermissionModel',
    vaultId: at('kv-shop')(after),
    model: 'accessPolicies',
  });
  const policyFor: Deed = (after) => ({
    type: 'SetAccessPolicy',
    vaultId: at('kv-shop')(after),
    objectId: callerNamed(after.state, 'Bob').principalId,
    secrets: ['get'],
  });
  const sql: readonly Deed[] = [
    { type: 'CreateResource', kind: 'sqlServer', name: 'sql-shop', resourceGroup: 'rg-shop', location: 'westeurope' },
    {
      type: 'CreateResource',
      kind: 'sqlDatabase',
      name: 'sql-shop/orders',
      resourceGroup: 'rg-shop',
      location: 'westeurope',
    },
    (after) => ({
      type: 'SetSqlAdministrator',
      serverId: at('sql-shop')(after),
      principalId: callerNamed(after.state, 'Bob').principalId,
    }),
  ];
  const cosmos: readonly Deed[] = [
    {
      type: 'CreateResource',
      kind: 'cosmosAccount',
      name: 'cosmos-shop',
      resourceGroup: 'rg-shop',
      location: 'westeurope',
    },
    (after) => ({
      type: 'AssignCosmosRole',
      accountId: at('cosmos-shop')(after),
      principalId: callerNamed(after.state, 'Bob').principalId,
      role: 'reader',
    }),
  ];
  const bus: readonly Deed[] = [
    {
      type: 'CreateResource',
      kind: 'serviceBusNamespace',
      name: 'sb-shop-orders',
      resourceGroup: 'rg-shop',
      location: 'westeurope',
    },
    grant('Azure Service Bus Data Sender', 'Bob', 'sb-shop-orders'),
  ];
  const condition = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'images'";

  it.each<[string, readonly Deed[], readonly (readonly [string, readonly string[]])[]]>([
    ['nothing', [], []],
    [
      'secrets by role',
      [grant('Key Vault Secrets User', 'Bob', 'kv-shop')],
      [['role', ['getSecret', 'listSecrets', 'listVersions', 'getDeletedSecret', 'listDeletedSecrets']]],
    ],
    ['no secrets by a role where policies decide', [policies, grant('Key Vault Secrets User', 'Bob', 'kv-shop')], []],
    ['secrets by policy', [policies, policyFor], [['accessPolicy', ['getSecret', 'getDeletedSecret']]]],
    ['no secrets by a policy where roles decide', [policyFor], []],
    ['blobs by role', [grant('Storage Blob Data Reader', 'Bob', 'stshopimages')], [['role', ['getBlob', 'listBlobs']]]],
    [
      'a container by role',
      [grant('Storage Blob Data Reader', 'Bob', containerOf('images'))],
      [['role', ['getBlob', 'listBlobs']]],
    ],
    [
      'a container by condition',
      [grant('Storage Blob Data Reader', 'Bob', 'stshopimages', { condition })],
      [['role', ['getBlob', 'listBlobs']]],
    ],
    ['a database as administrator', sql, [['databaseAdministrator', ['db_owner']]]],
    ['an account of Cosmos DB', cosmos, [['cosmosRole', ['reader']]]],
    ['a namespace', bus, [['role', ['send']]]],
  ])('[REACH-05] is %s', (_what, deeds, expected) => {
    const played = bob.goOn(...deeds);
    const { data } = reach(played.state, as(played, 'Bob'));
    expect(data.map(({ by, operations }) => [by, operations])).toEqual(expected);
  });

  it('[REACH-05] is a vault by whoever may write its policies, and no vault that decides by roles', () => {
    const contributor = bob.goOn(grant('Key Vault Contributor', 'Bob', 'kv-shop'));
    expect(reach(contributor.state, as(contributor, 'Bob')).data).toEqual([]);
    const open = contributor.goOn(policies);
    expect(reach(open.state, as(open, 'Bob')).data).toMatchObject([{ by: 'accessPolicyWrite', path: [] }]);
  });

  it('[REACH-05] is a container, by its name', () => {
    const played = bob.goOn(grant('Storage Blob Data Reader', 'Bob', containerOf('images')));
    expect(opens(reach(played.state, as(played, 'Bob')), played)).toEqual(['Bob: stshopimages/images by role']);
  });

  it('[REACH-05] names the way to it', () => {
    const { data } = reach(world.state, as(world, 'Alice'));
    const secrets = data.find(({ targetId }) => targetId === at('kv-shop')(world));
    expect(secrets?.path.map(told)).toEqual(['run code on vm-web', 'code on vm-web']);
    expect(secrets?.as).toBe(idsOf(world, 'id-strong').principalId);
  });
});
