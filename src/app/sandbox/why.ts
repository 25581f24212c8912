import { proposeFixes } from '#domain/access/propose-fixes.ts';
import type { Fix } from '#domain/access/propose-fixes.ts';
import type { AccessQuestion } from '#domain/access/explain.ts';
import { reach } from '#domain/access/reach.ts';
import type { Foothold, Reach } from '#domain/access/reach.ts';
import { audienceOf, withToken } from '#domain/access/request.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import { owner } from '#domain/cloud/command.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { LastRequest, RequestCommand } from './answer.ts';
import { tokensHeldBy } from './answer.ts';

export type { AccessQuestion, Fix, Foothold, Reach };
export type { OpenedBy } from '#domain/access/opened.ts';
export type { ReachStep } from '#domain/access/reach.ts';

/** The question behind a call that was refused, or null where access was not the question. */
export function questionOf({ command, outcome }: LastRequest): AccessQuestion | null {
  if (command.type !== 'CallTarget' || outcome.decision === null || outcome.decision.allowed) return null;
  return { who: { kind: 'token', token: command.token, from: command.from }, request: command.request };
}

/** What would allow it, the smallest change first. */
export function fixesFor(state: CloudState, question: AccessQuestion): readonly Fix[] {
  return proposeFixes(state, question);
}

/** Makes the changes, as the learner. */
export function applyFix(store: WorldStoreApi, { commands }: Fix): void {
  for (const command of commands) store.getState().dispatch(command, owner);
}

/** Lets time pass until a fix acts, then asks again as it says. */
export function askAgain(store: WorldStoreApi, { question, effectiveAt }: Fix): void {
  const { now } = store.getState().world.state;
  if (effectiveAt > now) store.getState().dispatch({ type: 'AdvanceClock', seconds: effectiveAt - now }, owner);
  const { who, request } = question;
  const from = who.kind === 'principal' ? (who.from ?? ({ kind: 'laptop' } as const)) : who.from;
  const token = who.kind === 'token' ? who.token : freshToken(store, question);
  const call: RequestCommand = { type: 'CallTarget', from, request: withToken(request, token), token };
  store.getState().dispatch(call, owner);
}

/** Asks for a new token where code asks, and gives what came of it. */
function freshToken(store: WorldStoreApi, { who, request }: AccessQuestion): PresentedToken {
  if (who.kind !== 'origin') return { kind: 'none' };
  const { world, dispatch } = store.getState();
  const resource = who.audience ?? audienceOf(world.state, request) ?? '';
  const wish = askForToken(world.state, who.from, { resource, selector: who.selector });
  dispatch(wish, owner);
  return tokensHeldBy(store.getState().world, who.from)[0] ?? { kind: 'none' };
}

/** Whom somebody could act as from there, and what that opens. */
export function reachFrom(state: CloudState, from: Foothold): Reach {
  return reach(state, from);
}
