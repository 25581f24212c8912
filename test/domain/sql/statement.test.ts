import { describe, expect, it } from 'vitest';
import { guidOfSid, sidOf } from '#domain/sql/sid.ts';
import { parseBatch } from '#domain/sql/statement.ts';

const guid = '01234567-89ab-cdef-0123-456789abcdef';
const sid = '0x67452301AB89EFCD0123456789ABCDEF';

describe('a SID', () => {
  it('[SQL-01] is the 16 bytes of a GUID, the first three groups turned round', () => {
    expect(sidOf(guid)).toBe(sid);
    expect(sidOf(guid.toUpperCase())).toBe(sid);
    expect(guidOfSid(sid)).toBe(guid);
    expect(guidOfSid(sid.toLowerCase())).toBe(guid);
  });

  it.each(['0x', '0x00', `${sid}00`, sid.slice(2), guid])('[SQL-01] is not %s', (text) => {
    expect(guidOfSid(text)).toBeNull();
  });
});

describe('a batch', () => {
  it.each([
    ['CREATE USER [vm-web] FROM EXTERNAL PROVIDER', { kind: 'createFromProvider', name: 'vm-web', objectId: null }],
    ['create  user [a]]b]\n from external provider ;', { kind: 'createFromProvider', name: 'a]b', objectId: null }],
    ['CREATE USER "vm-web" FROM EXTERNAL PROVIDER', { kind: 'createFromProvider', name: 'vm-web', objectId: null }],
    ['CREATE USER web FROM EXTERNAL PROVIDER', { kind: 'createFromProvider', name: 'web', objectId: null }],
    [
      `CREATE USER [web] FROM EXTERNAL PROVIDER WITH OBJECT_ID = '${guid.toUpperCase()}'`,
      { kind: 'createFromProvider', name: 'web', objectId: guid },
    ],
    [`CREATE USER [web] FROM EXTERNAL PROVIDER WITH OBJECT_ID=N'${guid}'`, { objectId: guid }],
    [`CREATE USER [web] WITH SID=${sid}, TYPE=E`, { kind: 'createWithSid', name: 'web', sid: guid }],
    [`CREATE USER [web] WITH SID = ${sid.toLowerCase()} , TYPE = X;`, { kind: 'createWithSid', sid: guid }],
    ['ALTER ROLE db_datareader ADD MEMBER [vm-web]', { kind: 'addMember', role: 'db_datareader', name: 'vm-web' }],
    ['ALTER ROLE [DB_DATAWRITER] DROP MEMBER web', { kind: 'dropMember', role: 'db_datawriter', name: 'web' }],
    ['DROP USER [vm-web]', { kind: 'dropUser', name: 'vm-web' }],
    ['DROP USER IF EXISTS [vm-web]', { kind: 'dropUser', name: 'vm-web' }],
    ['SELECT * FROM Orders', { kind: 'query', verb: 'SELECT', table: 'Orders' }],
    ['SELECT TOP 1 Id, Product FROM [dbo].[Orders] WHERE Id = 1', { verb: 'SELECT', table: 'Orders' }],
    ["INSERT INTO dbo.Orders VALUES (3, 'figs; dried', 4)", { verb: 'INSERT', table: 'Orders' }],
    ["INSERT Orders (Product) VALUES ('figs')", { verb: 'INSERT', table: 'Orders' }],
    ['UPDATE Orders SET Amount = 1', { verb: 'UPDATE', table: 'Orders' }],
    ['DELETE FROM Orders WHERE Id = 1', { verb: 'DELETE', table: 'Orders' }],
    ['DELETE Orders', { verb: 'DELETE', table: 'Orders' }],
    ['SELECT USER_NAME()', { kind: 'selectUserName' }],
    ['select current_user', { kind: 'selectUserName' }],
  ])('[SQL-02] reads %s', (text, statement) => {
    const parsed = parseBatch(text);
    expect(parsed).toMatchObject({ ok: true, statements: [statement] });
  });

  it('[SQL-02] has its statements parted by semicolons and by GO', () => {
    const text =
      'CREATE USER [a;b] FROM EXTERNAL PROVIDER;\nGO\nALTER ROLE db_owner ADD MEMBER [a;b];;\ngo\nDROP USER [a;b]';
    const parsed = parseBatch(text);
    expect(parsed.ok && parsed.statements.map(({ kind }) => kind)).toEqual([
      'createFromProvider',
      'addMember',
      'dropUser',
    ]);
  });

  it.each([
    ['', ''],
    [' ; ', ''],
    ['DROP TABLE Orders', 'DROP'],
    ['CREATE USER [vm-web]', 'CREATE'],
    ['CREATE USER [vm-web] WITH SID=0x00, TYPE=E', 'CREATE'],
    ['CREATE USER vm-web FROM EXTERNAL PROVIDER', 'CREATE'],
    ["CREATE USER [w] FROM EXTERNAL PROVIDER WITH OBJECT_ID = 'x'", 'CREATE'],
    ['SELECT 1', 'SELECT'],
    ['SELECT * FROM Orders; nonsense here', 'nonsense'],
  ])('[SQL-02] does not understand %j', (text, near) => {
    expect(parseBatch(text)).toEqual({ ok: false, near });
  });
});
