import { armAudiences, withRequestHeaders } from '#domain/arm/token-wire.ts';
import * as wire from '#domain/arm/token-wire.ts';
import { armError } from '#domain/arm/wire.ts';
import { learner } from '#domain/entra/built-in.ts';
import { isNotYetValid } from '#domain/entra/token-gates.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { AccessDecision, Gate } from '#domain/rbac/access.ts';
import { checkRoles } from '#domain/rbac/rules.ts';
import { parseRest } from '#domain/rest/parse.ts';
import { answerRead } from '#domain/rest/read.ts';
import type { Read } from '#domain/rest/read.ts';
import { owner } from '../command.ts';
import type { Caller, Command } from '../command.ts';
import { findAnyPrincipal } from '../directory.ts';
import type { Draft } from '../draft.ts';
import type { CloudEvent } from '../event.ts';
import { fold } from '../evolve.ts';
import { demandedBy } from '../guard/demands.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import type { ServiceCall, TargetAnswer } from './target-call.ts';

/** Where the simulator's front door stands. */
const region = 'westeurope';

/** Azure Resource Manager for a bearer: the token's gates, then the command or the read as its principal's own. */
export function callArm(draft: Draft, { request, token }: ServiceCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const verdict = rules.tokenAccepted(token, { tenantId: state.tenantId, now: state.now, audiences: armAudiences });
  const { gates } = verdict;
  const answered = (answer: SourcedResponse, decision: AccessDecision | null): TargetAnswer => ({
    answer: withRequestHeaders(answer, requestFacts(state)),
    decision,
  });
  if (!verdict.accepted) {
    return answered(tokenRefused(gates, token, state.now), { allowed: false, gates, pending: null });
  }
  const { claims } = verdict;
  const caller = callerOf(state, claims);
  const ofToken = countingAsIn(claims, rules);
  const parsed = parseRest(state, request);
  switch (parsed.kind) {
    case 'refused':
      return answered(parsed.answer, { allowed: true, gates, pending: null });
    case 'read': {
      const asked: Asked[] = [];
      const answer = answerRead(state, parsed.read, caller, (action, scope) => asked.push({ action, scope }), ofToken);
      return answered(answer, decided(state, { claims, caller, gates, asked, answer }, rules));
    }
    case 'command': {
      const commands = [parsed.command, ...(parsed.besides ?? [])];
      const asked = commands.flatMap((command) => askedBy(state, command));
      const done = carryOut(draft, commands, caller, ofToken);
      const isShown = parsed.shows !== undefined && done.response.status < 300;
      const answer = isShown ? showing(draft.state, parsed.shows, done) : done;
      return answered(answer, decided(state, { claims, caller, gates, asked, answer }, rules));
    }
  }
}

/** Who the token's holder is to ARM. The learner's own token is the owner's. */
function callerOf(state: CloudState, { oid, appid }: TokenClaims): Caller {
  if (oid === learner(state.seed).id) return owner;
  const displayName = findAnyPrincipal(state, oid)?.displayName ?? appid;
  return { kind: 'user', displayName, principalId: oid };
}

/** The groups that count are those of the token: a membership that is younger comes with the next one. */
function countingAsIn(claims: TokenClaims, rules: Rules): Rules {
  return { ...rules, principalsOf: () => rules.principalsOf(claims) };
}

/**
 * Gives the commands on the caller's behalf: what they led to happens here, all of it or nothing. The answer is the
 * first refusal, or else what the first command was answered.
 */
function carryOut(draft: Draft, commands: readonly Command[], caller: Caller, rules: Rules): SourcedResponse {
  let { state } = draft;
  const happened: CloudEvent[] = [];
  const answers: SourcedResponse[] = [];
  for (const command of commands) {
    const events = draft.decide(state, command, caller, rules);
    const answer = answerAmong(events);
    const isRefused = answer.response.status >= 400;
    if (isRefused && answers.length > 0) return answer;
    answers.push(answer);
    happened.push(...events.filter(({ type }) => type !== 'ManagementAnswered'));
    if (isRefused) break;
    state = commands.length === 1 ? state : fold(state, events);
  }
  for (const event of happened) draft.emit(event);
  return answers[0] ?? unanswered;
}

const unanswered = armError(500, 'InternalServerError', 'The request was not answered.', 'unconfirmed');

function answerAmong(events: readonly CloudEvent[]): SourcedResponse {
  const answered = events.find((event) => event.type === 'ManagementAnswered');
  return answered?.type === 'ManagementAnswered'
    ? { response: answered.response, source: answered.source }
    : unanswered;
}

/** What the first command was answered, with what there is once all are done. */
function showing(state: CloudState, shows: Read, { response, source }: SourcedResponse): SourcedResponse {
  const shown = answerRead(state, shows, owner).response;
  return { response: { ...response, headers: shown.headers, body: shown.body }, source };
}

interface Asked {
  readonly action: string;
  readonly scope: string;
}

function askedBy(state: CloudState, command: Command): readonly Asked[] {
  const demanded = demandedBy(state, command);
  return demanded.kind === 'management' ? demanded.operations : [];
}

interface Decided {
  readonly claims: TokenClaims;
  readonly caller: Caller;
  readonly gates: readonly Gate[];
  readonly asked: readonly Asked[];
  readonly answer: SourcedResponse;
}

/** The token's gates and those of Azure RBAC, up to the first that refused. The owner is asked for no role. */
function decided(state: CloudState, { claims, caller, gates, asked, answer }: Decided, rules: Rules): AccessDecision {
  const allowed = answer.response.status !== 403;
  if (caller.principalId === undefined) return { allowed, gates, pending: null };
  const now = { claims, now: state.now };
  const checks = asked.map(({ action, scope }) =>
    checkRoles(state.rbac, { plane: 'control', action, resource: scope as ResourceId }, now, rules),
  );
  const refusing = checks.find((check) => check.gates.some(({ passed }) => !passed));
  const shown = allowed ? checks[0] : refusing;
  return { allowed, gates: [...gates, ...(shown?.gates ?? [])], pending: allowed ? null : (shown?.pending ?? null) };
}

function tokenRefused(gates: readonly Gate[], token: PresentedToken, now: Instant): SourcedResponse {
  const gate = gates.at(-1);
  switch (gate?.gate) {
    case 'signature':
      return wire.signatureBroken();
    case 'issuer':
      return wire.wrongIssuer(gate.expected, gate.found);
    case 'audience':
      return wire.wrongAudience(gate.found);
    case 'lifetime':
      return isNotYetValid(token, now) || token.kind !== 'jwt'
        ? wire.tokenNotYetValid()
        : wire.tokenExpired(token.claims.exp as Instant, now);
    default:
      return token.kind === 'none' ? wire.tokenMissing() : wire.tokenUnreadable();
  }
}

/** The id of an answer is derived from the number of requests so far. */
function requestFacts(state: CloudState) {
  const { now, subscriptionId } = state;
  const time = String(ordinal(state, ordinalKeys.request()));
  return { requestId: guid(state.seed, 'request', String(now), time), region, now, subscriptionId };
}
