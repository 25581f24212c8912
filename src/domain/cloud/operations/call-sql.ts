import { resourceId } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { isNotYetValid } from '#domain/entra/token-gates.ts';
import { actsAs } from '#domain/entra/token.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { addressOf, sqlNetworkGate } from '#domain/network/rules.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { sqlAudiences, userFor, userGate } from '#domain/sql/rules.ts';
import type { Login } from '#domain/sql/rules.ts';
import { parseBatch } from '#domain/sql/statement.ts';
import { administratorOf, databaseUsers } from '#domain/sql/state.ts';
import * as wire from '#domain/sql/wire.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { runStatement } from './run-sql.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

/**
 * A batch sent to a database (facts: tokens §7.5). The server's firewall is asked before the token, then the
 * database looks for a user: Azure roles have no say.
 */
export function callSql(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, uri, request } = call;
  const gates: Gate[] = [];
  const address = addressOf(state.seed, from);
  const firewall = firewallOf(state.network, target.id);
  const network = sqlNetworkGate(firewall, address, from);
  gates.push(network);
  if (!network.passed) {
    const { name } = target;
    return refused(
      gates,
      firewall.publicAccess ? wire.addressNotAllowed(name, address) : wire.publicAccessDenied(name),
    );
  }
  const database = databaseAt(state, target, uri);
  const login = logIn(state, call, database, gates, rules);
  if ('refusal' in login) return refused(gates, login.refusal);
  if (database === undefined) return refused(gates, wire.noSuchDatabase(databaseName(uri)));
  const batch = parseBatch(request.body);
  const statements = batch.ok ? batch.statements : [];
  let answer: SourcedResponse = batch.ok ? wire.commandsCompleted() : wire.syntaxError(batch.near);
  for (const statement of statements) {
    const done = runStatement(draft, { database, login: login.as }, statement);
    if (done.gate !== null) gates.push(done.gate);
    answer = done.answer;
    if (answer.response.status >= 400) break;
  }
  return { answer, decision: { allowed: gates.every(({ passed }) => passed), gates, pending: null } };
}

type LogIn = { readonly as: Login } | { readonly refusal: SourcedResponse };

/** Passes the token's own gates and finds out as whom it logs in; `gates` takes down what was compared. */
function logIn(
  state: CloudState,
  call: TargetCall,
  database: Resource | undefined,
  gates: Gate[],
  rules: Rules,
): LogIn {
  const { tenantId, now } = state;
  const verdict = rules.tokenAccepted(call.token, { tenantId, now, audiences: sqlAudiences });
  gates.push(...verdict.gates);
  if (!verdict.accepted) return { refusal: tokenRefused(verdict.gates.at(-1), call.token, state) };
  const administrator = administratorOf(state.sql, call.target.id);
  const { claims } = verdict;
  const users = database === undefined ? [] : databaseUsers(state.sql, database.id);
  const login = administrator === null ? null : loginOf(claims, administrator, users);
  gates.push(userGate(claims, login));
  if (administrator === null) return { refusal: wire.tokenNotAccepted() };
  return login === null ? { refusal: wire.noSuchUser() } : { as: login };
}

function loginOf(
  claims: TokenClaims,
  administrator: NonNullable<ReturnType<typeof administratorOf>>,
  users: ReturnType<typeof databaseUsers>,
): Login | null {
  if (actsAs(claims, administrator)) return { kind: 'administrator' };
  const user = userFor(claims, users);
  return user === undefined ? null : { kind: 'user', user };
}

function refused(gates: readonly Gate[], answer: SourcedResponse): TargetAnswer {
  return { answer, decision: { allowed: false, gates, pending: null } };
}

function databaseName({ path }: Uri): string {
  return path.split('/')[1] ?? '';
}

function databaseAt({ arm, subscriptionId }: CloudState, server: Resource, uri: Uri): Resource | undefined {
  const name = `${server.name}/${databaseName(uri)}`;
  return findResource(arm, resourceId(subscriptionId, server.resourceGroup, 'sqlDatabase', name));
}

function tokenRefused(gate: Gate | undefined, token: PresentedToken, { now }: CloudState): SourcedResponse {
  switch (gate?.gate) {
    case 'token':
      return token.kind === 'none' ? wire.noCredentials() : wire.tokenInvalid('capture');
    case 'issuer':
    case 'audience':
      return wire.tokenNotAccepted();
    case 'lifetime':
      return isNotYetValid(token, now) ? wire.tokenInvalid('unconfirmed') : wire.tokenExpired();
    default:
      return wire.tokenInvalid('unconfirmed');
  }
}
