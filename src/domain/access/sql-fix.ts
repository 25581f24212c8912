import { resourceId } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { Command } from '#domain/cloud/command.ts';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { databaseRoles, sidsOf, sqlAudiences, userFor } from '#domain/sql/rules.ts';
import { sidOf } from '#domain/sql/sid.ts';
import { administratorOf, databaseUsers } from '#domain/sql/state.ts';
import { sqlRequest } from '#domain/sql/wire.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import type { Candidate, Family, Situation } from './fix.ts';
import type { AccessQuestion } from './question.ts';
import { targetOf } from './target.ts';

/**
 * A database user for the caller, made by the server's administrator from where the call comes; the learner becomes
 * administrator where there is none. Each role that might do, the smaller first.
 */
export function databaseUserFor({ state, question, found }: Situation): Family {
  const server = targetOf(state, question);
  const { claims } = found;
  const database = parseUri(question.request.url)?.path.split('/')[1] ?? '';
  if (server?.kind !== 'sqlServer' || claims === null || database === '') return [];
  const held = administratorOf(state.sql, server.id);
  const administrator = held ?? learner(state.seed).id;
  const appoint: readonly Command[] =
    held === null ? [{ type: 'SetSqlAdministrator', serverId: server.id, principalId: administrator }] : [];
  const token = {
    kind: 'jwt',
    claims: ownClaims(state, administrator, sqlAudiences[0] ?? ''),
    signature: 'valid',
  } as const;
  const from = originOf(question);
  const { create, name } = userOf(state, server, database, claims);
  return ['', ...rolesBySize].map((role): Candidate => {
    const member = role === '' ? [] : [`ALTER ROLE ${role} ADD MEMBER ${name};`];
    const request = sqlRequest(server.name, database, [...create, ...member].join('\n'));
    return {
      kind: 'databaseUser',
      commands: [...appoint, { type: 'CallTarget', from, request, token }],
      question,
      size: { width: 1, actions: verbsOf(role), changes: appoint.length + 1 },
    };
  });
}

const rolesBySize = Object.keys(databaseRoles).toSorted((a, b) => verbsOf(a) - verbsOf(b));

function originOf({ who }: AccessQuestion): Origin {
  return who.kind === 'principal' ? (who.from ?? { kind: 'laptop' }) : who.from;
}

/** The user that the caller logs in as, by the name that it has in the database, or the statement that makes one. */
function userOf(state: CloudState, server: Resource, database: string, claims: TokenClaims) {
  const child = `${server.name}/${database}`;
  const databaseId = resourceId(state.subscriptionId, server.resourceGroup, 'sqlDatabase', child);
  const user = userFor(claims, databaseUsers(state.sql, databaseId));
  const shown = user?.name ?? findAnyPrincipal(state, claims.oid)?.displayName ?? claims.oid;
  const name = `[${shown.replaceAll(']', ']]')}]`;
  const sid = sidOf(sidsOf(claims)[0] ?? '');
  return { name, create: user === undefined ? [`CREATE USER ${name} WITH SID=${sid}, TYPE=E;`] : [] };
}

function verbsOf(role: string): number {
  return databaseRoles[role]?.length ?? 0;
}
