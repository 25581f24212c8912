import { describe, expect, it } from 'vitest';
import { guid } from '#domain/kernel/guid.ts';
import { sidOf } from '#domain/sql/sid.ts';
import { forged, idsOf } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { batch, byAdmin, shop, usersOf } from './database.ts';

const create = 'CREATE USER [vm-web] FROM EXTERNAL PROVIDER';
const withUser = shop.goOn(byAdmin(create));
const grant = (role: string) => byAdmin(`ALTER ROLE ${role} ADD MEMBER [vm-web]`);

function messageOf({ answer }: Played): string {
  return /^Msg (\d+)/.exec(answer.body)?.[1] ?? answer.body;
}

describe('making users', () => {
  it('[SQL-13] looks the display name up in the directory', () => {
    expectGolden(withUser.answer, 'SQL-13-created', 'unconfirmed');
    expect(usersOf(withUser)).toEqual([{ name: 'vm-web', sid: idsOf(withUser, 'vm-web').clientId, roles: [] }]);
    const person = shop.goOn({ type: 'CreateUser', name: 'Alice Example' });
    const upn = /[\w.]+@[\w.]+/.exec(JSON.stringify(person.entry(-1).events))?.[0] ?? '';
    const made = person.goOn(byAdmin(`CREATE USER [${upn}] FROM EXTERNAL PROVIDER`));
    expect(messageOf(made)).toBe('Commands completed successfully.');
  });

  it('[SQL-13] does not find a name that nobody has', () => {
    const asked = shop.goOn(byAdmin('CREATE USER [vm-wbe] FROM EXTERNAL PROVIDER'));
    expectGolden(asked.answer, 'SQL-13-not-found', 'capture');
    expect(usersOf(asked)).toEqual([]);
  });

  it('[SQL-14] does not choose between two of one name, unless told which', () => {
    const twins = shop.goOn({ type: 'CreateGroup', name: 'vm-web' });
    const asked = twins.goOn(byAdmin(create));
    expectGolden(asked.answer, 'SQL-14-not-unique', 'capture');
    const { principalId, clientId } = idsOf(twins, 'vm-web');
    const told = twins.goOn(byAdmin(`CREATE USER [web] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '${principalId}'`));
    expect(usersOf(told)).toEqual([{ name: 'web', sid: clientId, roles: [] }]);
    const nobody = guid('nobody');
    const unknown = twins.goOn(byAdmin(`CREATE USER [web] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '${nobody}'`));
    expect(messageOf(unknown)).toBe('33134');
  });

  it('[SQL-15] needs no look-up with a SID', () => {
    const { clientId } = idsOf(shop, 'vm-web');
    const made = shop.goOn(byAdmin(`CREATE USER [web] WITH SID=${sidOf(clientId)}, TYPE=E`));
    expect(usersOf(made)).toEqual([{ name: 'web', sid: clientId, roles: [] }]);
    expect(messageOf(made.goOn(batch('SELECT USER_NAME()')))).toContain('web');
  });

  it('[SQL-15] takes any SID, that of an object ID too, with which nobody ever logs in', () => {
    const { principalId } = idsOf(shop, 'vm-web');
    const made = shop.goOn(byAdmin(`CREATE USER [web] WITH SID=${sidOf(principalId)}, TYPE=E`));
    expect(messageOf(made)).toBe('Commands completed successfully.');
    expect(messageOf(made.goOn(batch('SELECT USER_NAME()')))).toBe('18456');
  });

  it.each([
    ['CREATE USER [VM-Web] FROM EXTERNAL PROVIDER', '15023'],
    ['CREATE USER [again] FROM EXTERNAL PROVIDER WITH OBJECT_ID = ', '15063'],
  ])('[SQL-16] makes none twice: %s', (text, message) => {
    const whole = text.endsWith('= ') ? `${text}'${idsOf(withUser, 'vm-web').principalId}'` : text;
    const asked = withUser.goOn(byAdmin(whole));
    expect([asked.answer.status, messageOf(asked)]).toEqual([400, message]);
    expect(usersOf(asked)).toHaveLength(1);
  });

  it.each([
    ['CREATE USER [x] FROM EXTERNAL PROVIDER', '15247'],
    [`CREATE USER [x] WITH SID=0x${'11'.repeat(16)}, TYPE=E`, '15247'],
    ['ALTER ROLE db_datareader ADD MEMBER [vm-web]', '15151'],
    ['DROP USER [vm-web]', '15151'],
  ])('[SQL-17] is not for a user without the right: %s', (text, message) => {
    const asked = withUser.goOn(batch(text));
    expect([asked.answer.status, messageOf(asked)]).toEqual([403, message]);
    expect(usersOf(asked)).toEqual(usersOf(withUser));
    const owner = withUser.goOn(grant('db_owner'), batch(text));
    expect(messageOf(owner)).not.toBe(message);
  });

  it('[SQL-18] ends with dropping them', () => {
    const dropped = withUser.goOn(byAdmin('DROP USER [VM-WEB]'));
    expect(usersOf(dropped)).toEqual([]);
    expect(messageOf(dropped.goOn(byAdmin('DROP USER [vm-web]')))).toBe('15151');
    expect(messageOf(dropped.goOn(batch('SELECT * FROM Orders')))).toBe('18456');
  });
});

describe('roles of a database', () => {
  it.each([
    ['db_datareader', { SELECT: true, INSERT: false, UPDATE: false, DELETE: false }],
    ['db_datawriter', { SELECT: false, INSERT: true, UPDATE: true, DELETE: true }],
    ['db_owner', { SELECT: true, INSERT: true, UPDATE: true, DELETE: true }],
  ])('[SQL-19] %s', (role, may) => {
    const texts = {
      SELECT: 'SELECT * FROM Orders',
      INSERT: "INSERT INTO Orders VALUES (3, 'figs', 4)",
      UPDATE: 'UPDATE Orders SET Amount = 1 WHERE Id = 1',
      DELETE: 'DELETE FROM Orders WHERE Id = 1',
    };
    const granted = withUser.goOn(grant(role));
    for (const [verb, text] of Object.entries(texts)) {
      const asked = granted.goOn(batch(text));
      const isAllowed = may[verb as keyof typeof may];
      expect({ verb, isAllowed: asked.answer.status === 200 }).toEqual({ verb, isAllowed });
      if (!isAllowed) expect(asked.answer.body).toContain(`229, Level 14, State 1, Line 1\nThe ${verb} permission`);
    }
  });

  it('[SQL-19] without one a user logs in and reads nothing', () => {
    const asked = withUser.goOn(batch('SELECT * FROM dbo.Orders'));
    expectGolden(asked.answer, 'SQL-19-select-denied', 'unconfirmed');
    expect(asked.answer.decision).toMatchObject({ allowed: false });
    expect(asked.answer.decision?.gates.at(-1)).toEqual({
      gate: 'databaseUser',
      passed: false,
      expected: 'db_owner or db_datareader',
      found: '',
    });
  });

  it('[SQL-20] are given once, taken back, and known by name', () => {
    const twice = withUser.goOn(grant('db_datareader'), grant('db_datareader'), grant('db_datawriter'));
    expect(usersOf(twice)[0]?.roles).toEqual(['db_datareader', 'db_datawriter']);
    const back = twice.goOn(byAdmin('ALTER ROLE db_datareader DROP MEMBER [vm-web]'));
    expect(usersOf(back)[0]?.roles).toEqual(['db_datawriter']);
    expect(messageOf(withUser.goOn(grant('db_nothing')))).toBe('15151');
    expect(messageOf(shop.goOn(grant('db_datareader')))).toBe('15151');
  });
});

describe('a batch', () => {
  it('[SQL-21] stops at the first statement that is refused', () => {
    const asked = shop.goOn(byAdmin(`${create}; DROP USER [none]; ALTER ROLE db_owner ADD MEMBER [vm-web]`));
    expect(messageOf(asked)).toBe('15151');
    expect(usersOf(asked)[0]?.roles).toEqual([]);
  });

  it('[SQL-21] knows one table, and keeps nothing that is written to it', () => {
    expect(messageOf(shop.goOn(byAdmin('SELECT * FROM Customers')))).toBe('208');
    const before = shop.goOn(byAdmin('SELECT * FROM Orders')).answer.body;
    const after = shop.goOn(byAdmin('DELETE FROM Orders'), byAdmin('SELECT * FROM ORDERS'));
    expect(after.answer.body).toBe(before);
  });

  it('[SQL-21] that is not understood changes nothing', () => {
    const asked = shop.goOn(byAdmin(`${create}; DROP TABLE Orders`));
    expect([messageOf(asked), asked.answer.status]).toEqual(['102', 400]);
    expect(usersOf(asked)).toEqual([]);
    expect(messageOf(shop.goOn(batch('DROP TABLE Orders', forged({}))))).toBe('18456');
  });
});
