import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { rekey, setList } from '#domain/kernel/keyed.ts';

/** A contained user of a database. */
export interface DatabaseUser {
  readonly name: string;
  /** The GUID of which the SID is made: the client ID of an identity, the object id of a user or group (facts: corrections 1). */
  readonly sid: string;
  readonly roles: readonly string[];
}

export type SqlEvent =
  | {
      readonly type: 'SqlAdministratorSet';
      readonly serverId: ResourceId;
      readonly principalId: PrincipalId | null;
    }
  /** The user as it is now; a user of that name is replaced. */
  | { readonly type: 'DatabaseUserSet'; readonly databaseId: ResourceId; readonly user: DatabaseUser }
  | { readonly type: 'DatabaseUserDropped'; readonly databaseId: ResourceId; readonly name: string };

export interface SqlState {
  /** The Entra administrator by server. */
  readonly administrators: Dictionary<PrincipalId>;
  /** Users by database. */
  readonly users: Dictionary<readonly DatabaseUser[]>;
}

export const emptySql: SqlState = { administrators: dictionary.empty(), users: dictionary.empty() };

export function administratorOf(sql: SqlState, serverId: string): PrincipalId | null {
  return dictionary.get(sql.administrators, idKey(serverId)) ?? null;
}

export function databaseUsers(sql: SqlState, databaseId: string): readonly DatabaseUser[] {
  return dictionary.get(sql.users, idKey(databaseId)) ?? [];
}

export function evolveSql(sql: SqlState, event: SqlEvent): SqlState {
  switch (event.type) {
    case 'SqlAdministratorSet': {
      const { administrators } = sql;
      const key = idKey(event.serverId);
      const { principalId } = event;
      return {
        ...sql,
        administrators:
          principalId === null
            ? dictionary.remove(administrators, key)
            : dictionary.set(administrators, key, principalId),
      };
    }
    case 'DatabaseUserSet': {
      const others = databaseUsers(sql, event.databaseId).filter(({ name }) => name !== event.user.name);
      return withUsers(sql, event.databaseId, [...others, event.user]);
    }
    case 'DatabaseUserDropped': {
      const others = databaseUsers(sql, event.databaseId).filter(({ name }) => name !== event.name);
      return withUsers(sql, event.databaseId, others);
    }
    default:
      return assertNever(event);
  }
}

function withUsers(sql: SqlState, databaseId: ResourceId, users: readonly DatabaseUser[]): SqlState {
  return { ...sql, users: setList(sql.users, idKey(databaseId), users) };
}

export function forgetSql(sql: SqlState, id: ResourceId): SqlState {
  return {
    administrators: dictionary.remove(sql.administrators, idKey(id)),
    users: dictionary.remove(sql.users, idKey(id)),
  };
}

export function moveSql(sql: SqlState, from: ResourceId, to: ResourceId): SqlState {
  return {
    administrators: rekey(sql.administrators, idKey(from), idKey(to)),
    users: rekey(sql.users, idKey(from), idKey(to)),
  };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointSql(sql: SqlState): Generator<SqlEvent> {
  for (const [id, principalId] of dictionary.entries(sql.administrators)) {
    yield { type: 'SqlAdministratorSet', serverId: id as ResourceId, principalId };
  }
  for (const [id, users] of dictionary.entries(sql.users)) {
    for (const user of users) yield { type: 'DatabaseUserSet', databaseId: id as ResourceId, user };
  }
}
