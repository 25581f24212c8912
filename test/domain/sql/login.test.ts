import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { issuerOf } from '#domain/entra/issue-token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { openFirewall } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { administratorOf } from '#domain/sql/state.ts';
import { askToken, call, forged, idsOf } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { administrator, asAdmin, batch, byAdmin, shop, sqlAudience, usersOf } from './database.ts';

const read = 'SELECT * FROM Orders';
const failed = "Login failed for user '<token-identified principal>'.";
const withUser = shop.goOn(
  byAdmin('CREATE USER [vm-web] FROM EXTERNAL PROVIDER; ALTER ROLE db_datareader ADD MEMBER [vm-web]'),
);

function textOf({ answer }: Played): string {
  return answer.body.split('\n').slice(1).join('\n');
}

function gatesOf({ answer }: Played) {
  return answer.decision?.gates.map(({ gate, passed }) => (passed ? gate : `not ${gate}`));
}

function firewall(change: Partial<Firewall>): (after: Played) => Command {
  return ({ state }) => ({
    type: 'SetFirewall',
    resourceId: resourceNamed(state, 'sql-shop').id,
    firewall: { ...openFirewall, ...change },
  });
}

describe('logging in to a database', () => {
  it('[SQL-03] works for an identity that has a user there', () => {
    const asked = withUser.goOn(batch(read));
    expectGolden(asked.answer, 'SQL-03-rows', 'unconfirmed');
    expect(gatesOf(asked)).toEqual([
      'network',
      'token',
      'signature',
      'issuer',
      'audience',
      'lifetime',
      'databaseUser',
      'databaseUser',
    ]);
  });

  it('[SQL-03] answers to TDS and to nothing else', () => {
    const url = 'https://sql-shop.database.windows.net/orders';
    expect(withUser.goOn(call('vm-web', { method: 'POST', url }, forged({}))).failure).toBe('nameNotResolved');
    const other = 'tds://sql-other.database.windows.net/orders';
    expect(withUser.goOn(call('vm-web', { url: other }, forged({}))).failure).toBe('nameNotResolved');
  });

  it('[SQL-04] fails without a user, whatever Azure roles there are', () => {
    const owner = { do: 'assign-role', role: 'Owner', to: 'vm-web', at: 'subscription' } as const;
    const asked = shop.goOn(owner, batch(read));
    expectGolden(asked.answer, 'SQL-04-no-user', 'capture');
    expect(gatesOf(asked)?.at(-1)).toBe('not databaseUser');
    expect(asked.answer.decision?.gates.at(-1)?.expected).toContain(idsOf(asked, 'vm-web').clientId);
  });

  const good = (after: Played) => forged({})(after);
  const otherTenant = issuerOf(guid('another tenant'));
  const now = shop.state.now;

  it.each<readonly [string, (after: Played) => PresentedToken, string, string]>([
    ['no token', () => ({ kind: 'none' }), "Login failed for user ''.", 'unconfirmed'],
    ['a text that is no token', () => ({ kind: 'malformed' }), `${failed} Incorrect or invalid token.`, 'capture'],
    [
      'a key',
      () => ({ kind: 'sharedKey', account: 'a', key: 'k' }),
      `${failed} Incorrect or invalid token.`,
      'capture',
    ],
    ['an unknown key', forged({}, 'unknown'), `${failed} Incorrect or invalid token.`, 'unconfirmed'],
    ['a broken signature', forged({}, 'broken'), `${failed} Incorrect or invalid token.`, 'unconfirmed'],
    [
      'another tenant',
      forged({ iss: otherTenant }),
      `${failed} The server is not currently configured to accept this token.`,
      'capture',
    ],
    [
      'an audience without its slash',
      forged({ aud: 'https://database.windows.net' }),
      `${failed} The server is not currently configured to accept this token.`,
      'capture',
    ],
    [
      'another audience',
      forged({ aud: 'https://vault.azure.net' }),
      `${failed} The server is not currently configured to accept this token.`,
      'capture',
    ],
    ['an expired token', forged({ exp: now }), `${failed} Token is expired.`, 'unconfirmed'],
    ['a token of tomorrow', forged({ nbf: now + 1 }), `${failed} Incorrect or invalid token.`, 'unconfirmed'],
    ['another identity', forged({ appid: 'other' as never }), failed, 'capture'],
  ])('[SQL-05] says of %s what the driver shows', (_what, token, text, source) => {
    const asked = withUser.goOn(batch(read, token));
    expect([asked.answer.status, textOf(asked), asked.answer.source]).toEqual([401, text, source]);
    expect(asked.answer.body).toContain('Msg 18456, Level 14, State 1, Line 1\n');
    expect(asked.answer.decision?.allowed).toBe(false);
    expect(withUser.goOn(batch(read, good)).answer.status).toBe(200);
  });

  it('[SQL-05] is issued a token with the slash and without it, and only takes the first', () => {
    const without = withUser.goOn(askToken('vm-web', { resource: 'https://database.windows.net' }));
    expect(without.answer.status).toBe(200);
    expectGolden(without.goOn(batch(read)).answer, 'SQL-05-audience', 'capture');
  });

  it('[SQL-06] fails for everybody where the server has no Entra administrator', () => {
    const none = withUser.goOn(administrator(null));
    expect(none.answer.status).toBe(200);
    const again = none.goOn(administrator(null));
    expect(again.answer.status).toBe(204);
    expect(again.entry(-1).events.map(({ type }) => type)).toEqual(['ManagementAnswered']);
    const asked = none.goOn(batch(read));
    expect(gatesOf(asked)?.at(-1)).toBe('not databaseUser');
    expect(textOf(asked)).toBe(`${failed} The server is not currently configured to accept this token.`);
  });

  it('[SQL-07] compares the client ID of an identity, not its object ID', () => {
    const [user] = usersOf(withUser);
    expect(user?.sid).toBe(idsOf(withUser, 'vm-web').clientId);
    const swapped = forged({ oid: 'other' as PrincipalId, sub: 'other' });
    expect(withUser.goOn(batch(read, swapped)).answer.status).toBe(200);
  });

  it('[SQL-07] compares the object ID of a user, whose client is only a tool', () => {
    const { clientId } = idsOf(withUser, 'vm-web');
    const person = forged({ idtyp: 'user', appid: clientId as never, oid: 'someone' as PrincipalId });
    expect(withUser.goOn(batch(read, person)).answer.status).toBe(401);
  });

  it('[SQL-08] works through a group that the token names', () => {
    const group = guid('a group') as PrincipalId;
    const sid = `0x${'00'.repeat(16)}`;
    const made = shop.goOn(byAdmin(`CREATE USER [readers] WITH SID=${sid}, TYPE=X`));
    const zero = '00000000-0000-0000-0000-000000000000' as PrincipalId;
    const granted = made.goOn(byAdmin('ALTER ROLE db_datareader ADD MEMBER [readers]'));
    expect(granted.goOn(batch(read, forged({ groups: [group, zero] }))).answer.status).toBe(200);
    expect(granted.goOn(batch(read, forged({ groups: [group] }))).answer.status).toBe(401);
  });

  it('[SQL-09] makes the administrator the owner of each database', () => {
    const asked = shop.goOn(byAdmin('SELECT USER_NAME()'));
    expect(asked.answer.body).toContain('dbo');
    expect(shop.goOn(byAdmin("INSERT INTO Orders VALUES (3, 'figs', 4)")).answer.body).toBe('(1 row affected)');
    const other = shop.goOn(administrator('vm-web'));
    expect(other.goOn(byAdmin(read)).answer.status).toBe(401);
    expect(other.goOn(batch(read)).answer.status).toBe(200);
  });

  it('[SQL-09] counts a member of the administrating group', () => {
    const made = shop.goOn({ type: 'CreateGroup', name: 'admins' });
    const group = Object.values(groupsIn(made))[0] ?? '';
    const set = made.goOn(administrator(group));
    expectGolden(set.answer, 'SQL-09-administrator', 'docs');
    expect(set.goOn(batch(read, forged({ groups: [group as PrincipalId] }))).answer.status).toBe(200);
    expect(set.goOn(batch(read)).answer.status).toBe(401);
  });

  it('[SQL-09] takes nobody for its administrator whom the directory does not know', () => {
    const set = shop.goOn(administrator(guid('nobody')));
    expect(set.answer.status).toBe(400);
    const { id } = resourceNamed(set.state, 'sql-shop');
    expect(administratorOf(set.state.sql, id)).toBe(idsOf(set, 'vm-admin').principalId);
    const wrong = resourceNamed(set.state, 'vm-web').id;
    expect(set.goOn({ type: 'SetSqlAdministrator', serverId: wrong, principalId: null }).answer.status).toBe(404);
  });

  it('[SQL-10] does not know an identity that was made anew under its old name', () => {
    const anew = withUser.goOn(
      { do: 'disable-system-assigned', on: 'vm-web' },
      { do: 'enable-system-assigned', on: 'vm-web' },
      askToken('vm-web', { resource: sqlAudience }),
    );
    const asked = anew.goOn(batch(read));
    expect(textOf(asked)).toBe(failed);
    const repaired = asked.goOn(
      byAdmin('DROP USER [vm-web]'),
      byAdmin('CREATE USER [vm-web] FROM EXTERNAL PROVIDER'),
      byAdmin('ALTER ROLE db_datareader ADD MEMBER [vm-web]'),
      batch(read),
    );
    expect(repaired.answer.status).toBe(200);
  });

  it('[SQL-11] asks the firewall first', () => {
    const closed = withUser.goOn(firewall({ defaultAction: 'Deny', trustedServices: false }));
    const asked = closed.goOn(batch(read, () => ({ kind: 'none' })));
    expectGolden(asked.answer, 'SQL-11-firewall', 'capture');
    expect(gatesOf(asked)).toEqual(['not network']);
    const off = withUser.goOn(firewall({ publicAccess: false }), batch(read));
    expectGolden(off.answer, 'SQL-11-no-public-access', 'unconfirmed');
    const azure = withUser.goOn(firewall({ defaultAction: 'Deny', trustedServices: true }));
    expect(azure.goOn(batch(read)).answer.status).toBe(200);
    expect(azure.goOn(batch(read, forged({}), { from: 'laptop' })).answer.body).toContain('40615');
  });

  it('[SQL-12] finds no database that is not there', () => {
    const asked = shop.goOn(batch(read, asAdmin, { database: 'none' }));
    expectGolden(asked.answer, 'SQL-12-no-database', 'unconfirmed');
    expect(shop.goOn(batch(read, forged({}), { database: 'none' })).answer.body).toContain(failed);
  });
});

/** The ids of the tenant's groups. */
function groupsIn({ entry }: Played): readonly string[] {
  return entry(-1).events.flatMap((event) => (event.type === 'GroupSet' ? [event.group.id] : []));
}
