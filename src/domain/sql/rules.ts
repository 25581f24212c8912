import type { TokenClaims } from '#domain/entra/token.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { QueryVerb } from './statement.ts';
import type { DatabaseUser } from './state.ts';

export const sqlSuffix = '.database.windows.net';

/** With its final slash, and in no other spelling (facts: tokens §6, §7.5). */
export const sqlAudiences: readonly string[] = ['https://database.windows.net/'];

/** The roles of a database that this simulator knows, with what each lets its members do to tables. */
export const databaseRoles: Readonly<Record<string, readonly QueryVerb[]>> = {
  db_owner: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  db_datareader: ['SELECT'],
  db_datawriter: ['INSERT', 'UPDATE', 'DELETE'],
};

/** Who is logged in: the server's Entra administrator, or a user of the database. */
export type Login = { readonly kind: 'administrator' } | { readonly kind: 'user'; readonly user: DatabaseUser };

/**
 * The GUIDs whose SIDs a token stands for. An application is known by its client ID, a user by its object ID, and
 * either by the groups that the token names (facts: corrections 1, 2).
 */
export function sidsOf({ idtyp, appid, oid, groups = [] }: TokenClaims): readonly string[] {
  return [idtyp === 'app' ? appid : oid, ...groups];
}

/** The user of the database as whom a token logs in: one of its own before one of a group. */
export function userFor(claims: TokenClaims, users: readonly DatabaseUser[]): DatabaseUser | undefined {
  for (const sid of sidsOf(claims)) {
    const user = users.find((each) => each.sid === sid);
    if (user !== undefined) return user;
  }
  return undefined;
}

/** The gate of a database: is there a user for this principal, and may it do this? */
export function userGate(claims: TokenClaims, login: Login | null): Gate {
  const expected = `a user with the SID of ${sidsOf(claims).join(' or ')}`;
  return { gate: 'databaseUser', passed: login !== null, expected, found: login === null ? '' : nameOf(login) };
}

/** Whether the roles of the user let it do this to a table. */
export function tableGate(verb: QueryVerb, login: Login): Gate {
  const expected = Object.keys(databaseRoles).filter((role) => databaseRoles[role]?.includes(verb));
  const held = login.kind === 'administrator' ? ['db_owner'] : login.user.roles;
  const passed = expected.some((role) => held.includes(role));
  return { gate: 'databaseUser', passed, expected: expected.join(' or '), found: held.join(', ') };
}

/** Whether it may make users and give roles. */
export function mayAdminister(login: Login): boolean {
  return login.kind === 'administrator' || login.user.roles.includes('db_owner');
}

export function nameOf(login: Login): string {
  return login.kind === 'administrator' ? 'dbo' : login.user.name;
}
