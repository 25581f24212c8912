import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { openFirewall } from '#domain/network/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { sidOf } from '#domain/sql/sid.ts';
import { askToken, call, forged, host, idsOf, noRoleDelay, run, shopGroup, vault } from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';

const start: readonly Deed[] = [
  shopGroup,
  noRoleDelay,
  host(),
  ...vault,
  { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
  { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  { type: 'CreateGroup', name: 'readers' },
];

/** The object id of the only group. */
function groupOf({ world }: Played): PrincipalId {
  const events = world.timeline.entries.flatMap((entry) => entry.events);
  const made = events.find((event) => event.type === 'GroupSet');
  if (made?.type !== 'GroupSet') throw new Error('There is no group.');
  return made.group.id;
}

function about(name: string, command: (id: ResourceId, group: PrincipalId) => Command): MadeDeed {
  return (after) => command(resourceNamed(after.state, name).id, groupOf(after));
}

const join: MadeDeed = (after) => ({
  type: 'AddGroupMember',
  groupId: groupOf(after),
  memberId: idsOf(after, 'vm-web').principalId as PrincipalId,
});

const ask = {
  vault: call('vm-web', { url: 'https://kv-shop.vault.azure.net/secrets/db-password' }, forged({})),
  cosmos: call('vm-web', { url: 'https://cosmos-shop.documents.azure.com/dbs/shop/colls/orders/docs/1' }, forged({})),
  sql: sql('SELECT * FROM Orders'),
};

function sql(body: string, from = 'vm-web'): MadeDeed {
  return call(from, { method: 'POST', url: 'tds://sql-shop.database.windows.net/orders', body }, forged({}));
}

/** Who has the grant: the group readers. */
const granted = {
  vault: [
    about('kv-shop', (vaultId) => ({ type: 'SetPermissionModel', vaultId, model: 'accessPolicies' })),
    about('kv-shop', (vaultId, objectId) => ({ type: 'SetAccessPolicy', vaultId, objectId, secrets: ['get'] })),
  ],
  cosmos: [
    about('cosmos-shop', (accountId, principalId) => ({
      type: 'AssignCosmosRole',
      accountId,
      principalId,
      role: 'reader',
    })),
  ],
  sql: [about('sql-shop', (serverId, principalId) => ({ type: 'SetSqlAdministrator', serverId, principalId }))],
} satisfies Readonly<Record<keyof typeof ask, readonly MadeDeed[]>>;

const audiences = {
  vault: 'https://vault.azure.net',
  cosmos: 'https://cosmos-shop.documents.azure.com',
  sql: 'https://database.windows.net/',
} as const;

describe('a grant to a group', () => {
  it.each([
    ['[TARGET-03] [KV-28] by access policy', 'vault'],
    ['[TARGET-03] [COSMOS-10] of a data role', 'cosmos'],
    ['[TARGET-03] [SQL-09] of the server', 'sql'],
  ] as const)('%s counts in tokens that were issued after the identity joined', (_rule, target) => {
    const resource = audiences[target];
    const world = run('groups', start, granted[target], askToken('vm-web', { resource }));
    expect(world.goOn(ask[target]).answer.status).not.toBe(200);
    const joined = world.goOn(join, ask[target]);
    expect(joined.answer.status).not.toBe(200);
    const cached = joined.goOn(askToken('vm-web', { resource }), ask[target]);
    expect(cached.answer.status).not.toBe(200);
    const later = cached.goOn({ do: 'advance', days: 1 }, askToken('vm-web', { resource }), ask[target]);
    expect(later.answer.status).toBe(200);
  });
});

describe('a person at a database', () => {
  const you: Deed = { type: 'RequestUserToken', resource: audiences.sql };
  const admin = about('sql-shop', (serverId) => ({
    type: 'SetSqlAdministrator',
    serverId,
    principalId: learner('groups').id,
  }));
  const world = run('groups', start, admin, you);

  it('[SQL-09] may be the administrator, and make a user for an identity', () => {
    const made = world.goOn(sql('CREATE USER [vm-web] FROM EXTERNAL PROVIDER', 'laptop'));
    expect(made.answer.body).toBe('Commands completed successfully.');
    const read = made.goOn(
      sql('ALTER ROLE db_datareader ADD MEMBER [vm-web]', 'laptop'),
      askToken('vm-web', { resource: audiences.sql }),
      ask.sql,
    );
    expect(read.answer.status).toBe(200);
  });

  it('[SQL-07] has its object ID as SID', () => {
    const sid = sidOf(learner('groups').id);
    const other = about('sql-shop', (serverId, principalId) => ({
      type: 'SetSqlAdministrator',
      serverId,
      principalId,
    }));
    const made = world.goOn(sql(`CREATE USER [me] WITH SID=${sid}, TYPE=E`, 'laptop'), other);
    expect(made.goOn(sql('SELECT USER_NAME()', 'laptop')).answer.body).toContain('me');
  });

  it('[SQL-11] comes from an address of its own', () => {
    const closed = about('sql-shop', (resourceId) => ({
      type: 'SetFirewall',
      resourceId,
      firewall: { ...openFirewall, defaultAction: 'Deny' },
    }));
    const asked = world.goOn(closed, sql('SELECT USER_NAME()', 'laptop'));
    expect(asked.answer.body).toContain("Client with IP address '203.0.113.7' is not allowed");
  });
});

describe('a principal that is not known everywhere yet', () => {
  it('[SQL-13] is not found by SQL until it is', () => {
    const admin = about('sql-shop', (serverId) => ({
      type: 'SetSqlAdministrator',
      serverId,
      principalId: learner('groups').id,
    }));
    const late = run('groups', start, admin, { type: 'SetReplicationDelay', seconds: 120 }, host('vm-new'), {
      type: 'RequestUserToken',
      resource: audiences.sql,
    });
    const create = sql('CREATE USER [vm-new] FROM EXTERNAL PROVIDER', 'laptop');
    expect(late.goOn(create).answer.body).toContain('33134');
    const known = late.goOn({ type: 'AdvanceClock', seconds: 120 }, create);
    expect(known.answer.body).toBe('Commands completed successfully.');
  });
});
