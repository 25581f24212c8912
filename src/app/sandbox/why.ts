import { applyAll, proposeFixes } from '#domain/access/propose-fixes.ts';
import type { Fix } from '#domain/access/propose-fixes.ts';
import type { AccessQuestion, Asker } from '#domain/access/explain.ts';
import { reach, whoReaches } from '#domain/access/reach.ts';
import type { Foothold, Reach } from '#domain/access/reach.ts';
import { audienceOf, withToken } from '#domain/access/request.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import { owner } from '#domain/cloud/command.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import { principalsOf } from '#domain/cloud/directory.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsSelectors } from '#domain/imds/request.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { readTokenQuery } from '#domain/managedidentity/token-request.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import type { LastRequest, RequestCommand } from './answer.ts';
import { tokenBroughtBy } from './answer.ts';

export type Reaching = ReturnType<typeof whoReaches>[number];
export type { AccessQuestion, Fix, Foothold, Reach };
export type { OpenedBy } from '#domain/access/opened.ts';
export type { ReachStep } from '#domain/access/reach.ts';

/** A request that was refused: a call, or a token request. */
export interface Refused {
  readonly question: AccessQuestion;
  /** For which resource a token was asked, where that was refused; null for a call. */
  readonly tokenFor: string | null;
}

/** What a refused request asked, or null where no change of access or identity was the question. */
export function refusedRequest({ command, outcome }: LastRequest): Refused | null {
  if (command.type === 'RequestToken') return refusedToken(command, outcome);
  if (command.type !== 'CallTarget' || outcome.decision === null || outcome.decision.allowed) return null;
  const { token, from, request } = command;
  return { question: { who: { kind: 'token', token, from }, request }, tokenFor: null };
}

/** A call that every token may make: all that can refuse it is the way to the token. */
const anyoneMay: HttpRequest = {
  method: 'GET',
  url: 'https://management.azure.com/subscriptions?api-version=2022-12-01',
  headers: [],
  body: '',
};

const noAnswer = () => ({ response: { status: 400, headers: [], body: '' }, source: 'unconfirmed' }) as const;

function refusedToken({ from, request }: CommandOf<'RequestToken'>, outcome: LastRequest['outcome']): Refused | null {
  const uri = parseUri(request.url);
  if (outcome.token !== null || from.kind !== 'host' || uri === null) return null;
  const read = readTokenQuery(uri, [...imdsSelectors, ['principal_id', 'principalId']], {
    missing: noAnswer,
    several: noAnswer,
  });
  if (read.kind === 'refused') return null;
  const { resource: tokenFor, selector } = read;
  return { question: { who: { kind: 'origin', from, selector }, request: anyoneMay }, tokenFor };
}

/** What would allow it, the smallest change first. */
export function fixesFor(state: CloudState, { question, tokenFor }: Refused): readonly Fix[] {
  const fixes = proposeFixes(state, question);
  return tokenFor === null ? fixes : fixes.filter((fix) => bringsToken(state, fix, tokenFor));
}

/** Whether the token that was asked for comes then, and not only some token. */
function bringsToken(state: CloudState, { commands, question: { who } }: Fix, resource: string): boolean {
  const after = applyAll(state, commands);
  if (after === null || who.kind !== 'origin') return false;
  const answers = decide(after, askForToken(after, who.from, { resource, selector: who.selector }), owner);
  return answers.some((event) => event.type === 'ResponseReturned' && event.to.kind === 'application' && event.tokenId);
}

/** Makes the changes, as the learner. */
export function applyFix(store: WorldStoreApi, { commands }: Fix): void {
  for (const command of commands) store.getState().dispatch(command, owner);
}

/** Lets time pass until a fix acts, then asks again as it says. */
export function askAgain(store: WorldStoreApi, { question, effectiveAt }: Fix, tokenFor: string | null): void {
  const { now } = store.getState().world.state;
  if (effectiveAt > now) store.getState().dispatch({ type: 'AdvanceClock', seconds: effectiveAt - now }, owner);
  const { who, request } = question;
  if (tokenFor !== null) {
    if (who.kind === 'origin') askFor(store, who, tokenFor);
    return;
  }
  const from = who.kind === 'principal' ? (who.from ?? ({ kind: 'laptop' } as const)) : who.from;
  const token = who.kind === 'token' ? who.token : freshToken(store, question);
  const call: RequestCommand = { type: 'CallTarget', from, request: withToken(request, token), token };
  store.getState().dispatch(call, owner);
}

/** Asks for a new token where code asks, and gives what came of it. */
function freshToken(store: WorldStoreApi, { who, request }: AccessQuestion): PresentedToken {
  if (who.kind !== 'origin') return { kind: 'none' };
  const { state } = store.getState().world;
  const entry = askFor(store, who, who.audience ?? audienceOf(state, request) ?? '');
  return tokenBroughtBy(store.getState().world, entry);
}

function askFor(store: WorldStoreApi, { from, selector }: Extract<Asker, { kind: 'origin' }>, resource: string): Entry {
  const { world, dispatch } = store.getState();
  return dispatch(askForToken(world.state, from, { resource, selector }), owner);
}

/** Whom somebody could act as from there, and what that opens. */
export function reachFrom(state: CloudState, from: Foothold): Reach {
  return reach(state, from);
}

/** Everybody who can act as an identity: people and other identities by their rights, and code on hosts. */
export function whoActsAs(state: CloudState, principalId: PrincipalId): readonly Reaching[] {
  const others = principalsOf(state).filter(({ id }) => id !== principalId);
  return whoReaches(state, principalId, [
    ...others.map(({ id }) => ({ kind: 'principal', principalId: id }) as const),
    ...hostsOf(state).map(({ id }) => ({ kind: 'code', hostId: id }) as const),
  ]);
}
