import type { Draft } from '../draft.ts';
import { answerAtEntra } from './answer-at-entra.ts';
import type { ServiceCall, TargetAnswer } from './target-call.ts';

/** Reads what Entra ID publishes. A token that is asked for in this way finds no assertion to be read. */
export function callEntra(draft: Draft, { request, uri, from }: ServiceCall): TargetAnswer {
  const { answer } = answerAtEntra(draft, { request, uri, from, assertion: null });
  return { answer, decision: null };
}
