import * as dictionary from '#domain/kernel/dictionary.ts';
import { nameOf as lastOf } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { databaseRoles, mayAdminister, nameOf, tableGate } from '#domain/sql/rules.ts';
import type { Login } from '#domain/sql/rules.ts';
import type { QueryVerb, Statement } from '#domain/sql/statement.ts';
import { databaseUsers } from '#domain/sql/state.ts';
import type { DatabaseUser } from '#domain/sql/state.ts';
import * as wire from '#domain/sql/wire.ts';
import { applicationsOf, findAnyPrincipal, usersOf } from '../directory.ts';
import type { AnyPrincipal } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { homeDirectory } from '../queries.ts';
import type { CloudState } from '../state.ts';

/** Who is logged in to which database. */
export interface Session {
  readonly database: Resource;
  readonly login: Login;
}

export interface Done {
  readonly answer: SourcedResponse;
  /** What was compared, where the statement reads or writes a table. */
  readonly gate: Gate | null;
}

/** Runs one statement. */
export function runStatement(draft: Draft, session: Session, statement: Statement): Done {
  if (statement.kind === 'query') return runQuery(session, statement.verb, statement.table);
  return { answer: runOther(draft, session, statement), gate: null };
}

function runOther(draft: Draft, session: Session, statement: Exclude<Statement, { kind: 'query' }>): SourcedResponse {
  switch (statement.kind) {
    case 'selectUserName':
      return wire.resultSet([''], [[nameOf(session.login)]]);
    case 'createFromProvider':
      return createFromProvider(draft, session, statement.name, statement.objectId);
    case 'createWithSid':
      return createUser(draft, session, statement.name, statement.sid);
    case 'dropUser':
      return dropUser(draft, session, statement.name);
    default:
      return changeMembership(draft, session, statement);
  }
}

/** The only table of each database. What is written to it is not kept. */
const table = 'Orders';
const rows = [
  ['1', 'pears', '12'],
  ['2', 'plums', '30'],
] as const;

function runQuery({ database, login }: Session, verb: QueryVerb, asked: string): Done {
  if (asked.toLowerCase() !== table.toLowerCase()) return { answer: wire.noSuchTable(asked), gate: null };
  const gate = tableGate(verb, login);
  if (!gate.passed) return { answer: wire.permissionDenied(verb, table, lastOf(database.id)), gate };
  return { answer: verb === 'SELECT' ? wire.resultSet(['Id', 'Product', 'Amount'], rows) : wire.rowsAffected(1), gate };
}

/** Looks the name up in the directory, which only the Entra administrator makes SQL do (facts: tokens §7.5). */
function createFromProvider(draft: Draft, session: Session, name: string, objectId: string | null): SourcedResponse {
  if (!mayAdminister(session.login)) return wire.mayNotCreate();
  const found =
    objectId === null ? principalsNamed(draft.state, name) : [findAnyPrincipal(draft.state, objectId)].flatMap(present);
  const known = found.filter(({ replicatedAt }) => replicatedAt === undefined || replicatedAt <= draft.state.now);
  const [principal, second] = known;
  if (principal === undefined) return wire.principalNotFound(name);
  if (second !== undefined) return wire.displayNameNotUnique(name);
  return createUser(draft, session, name, sidGuidOf(principal));
}

/** The client ID of an application or identity, the object ID of a user or group (facts: corrections 1). */
function sidGuidOf({ type, id, principalName }: AnyPrincipal): string {
  return type === 'ServicePrincipal' ? principalName : id;
}

function createUser(draft: Draft, session: Session, name: string, sid: string): SourcedResponse {
  if (!mayAdminister(session.login)) return wire.mayNotCreate();
  const users = databaseUsers(draft.state.sql, session.database.id);
  if (findUser(users, name) !== undefined) return wire.userExists(name);
  if (users.some((each) => each.sid === sid)) return wire.sidExists();
  const user: DatabaseUser = { name, sid, roles: [] };
  draft.emit({ type: 'DatabaseUserSet', databaseId: session.database.id, user });
  return wire.commandsCompleted();
}

function dropUser(draft: Draft, { database, login }: Session, name: string): SourcedResponse {
  const user = findUser(databaseUsers(draft.state.sql, database.id), name);
  if (user === undefined || !mayAdminister(login)) return wire.cannot('drop the user', name);
  draft.emit({ type: 'DatabaseUserDropped', databaseId: database.id, name: user.name });
  return wire.commandsCompleted();
}

function changeMembership(
  draft: Draft,
  { database, login }: Session,
  { kind, role, name }: Extract<Statement, { kind: 'addMember' | 'dropMember' }>,
): SourcedResponse {
  if (databaseRoles[role] === undefined || !mayAdminister(login)) return wire.cannot('alter the role', role);
  const user = findUser(databaseUsers(draft.state.sql, database.id), name);
  if (user === undefined) return wire.cannot('add the principal', name);
  const others = user.roles.filter((each) => each !== role);
  const roles = kind === 'addMember' ? [...others, role] : others;
  draft.emit({ type: 'DatabaseUserSet', databaseId: database.id, user: { ...user, roles } });
  return wire.commandsCompleted();
}

/** Names in a database are compared without case. */
function findUser(users: readonly DatabaseUser[], name: string): DatabaseUser | undefined {
  return users.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** Every principal of that name: users by their sign-in name, all others by their display name. */
function principalsNamed(state: CloudState, name: string): readonly AnyPrincipal[] {
  const { servicePrincipals, groups } = homeDirectory(state);
  const ids = [...dictionary.values(servicePrincipals), ...dictionary.values(groups)].map(({ id }) => id);
  const others = [...applicationsOf(state), ...usersOf(state)].map(({ id }) => id);
  const all = [...ids, ...others].map((id) => findAnyPrincipal(state, id)).flatMap(present);
  return all.filter((each) => shownName(each).toLowerCase() === name.toLowerCase());
}

function shownName({ type, displayName, principalName }: AnyPrincipal): string {
  return type === 'User' ? principalName : displayName;
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
