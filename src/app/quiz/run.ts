import type { Question } from '#content/types.ts';
import { shuffled } from '#domain/quiz/order.ts';
import { nextOpen, score, stateOf, type Answers, type QuestionState, type Score } from '#domain/quiz/score.ts';

/** A question of a quiz that is being taken. */
export interface RunItem {
  readonly question: Question;
  /** Its place in the present order, from 1. */
  readonly number: number;
  readonly state: QuestionState;
  /** The choice that was made; null while it is open. */
  readonly chosen: string | null;
}

/** A quiz with its answers, in the order in which it is taken. */
export interface Run {
  readonly items: readonly RunItem[];
  readonly score: Score;
}

/** `order`: the seed of the shuffling; null for the order as written. */
export function runOf(questions: readonly Question[], answers: Answers, order: string | null): Run {
  const ordered = order === null ? questions : shuffled(questions, order);
  const items = ordered.map((question, index): RunItem => {
    const state = stateOf(question, answers);
    return { question, number: index + 1, state, chosen: state === 'open' ? null : (answers[question.id] ?? null) };
  });
  return { items, score: score(ordered, answers) };
}

/** Where the buttons of a question lead. */
export interface WaysFrom {
  readonly back: string | null;
  /** To the next open question, or to the result when none is open; null when only this one is. */
  readonly on: WayOn | null;
}

export type WayOn = { readonly to: 'question'; readonly id: string } | { readonly to: 'result' };

export function waysFrom({ items, score: { kind } }: Run, answers: Answers, id: string): WaysFrom {
  const here = items.findIndex(({ question }) => question.id === id);
  const next = nextOpen(
    items.map(({ question }) => question),
    answers,
    id,
  );
  const end: WayOn | null = kind === 'complete' ? { to: 'result' } : null;
  return { back: items[here - 1]?.question.id ?? null, on: next === null ? end : { to: 'question', id: next } };
}

/** What an address shows of a run. */
export type RunView =
  | { readonly show: 'question'; readonly item: RunItem }
  | { readonly show: 'result'; readonly result: Extract<Score, { kind: 'complete' }> }
  /** It names no question: on to the first open one. */
  | { readonly show: 'resume'; readonly at: string }
  | { readonly show: 'unknown'; readonly question: string };

export function viewOf({ items, score }: Run, question: string | null): RunView {
  if (question !== null) {
    const item = items.find((each) => each.question.id === question);
    return item === undefined ? { show: 'unknown', question } : { show: 'question', item };
  }
  return score.kind === 'complete' ? { show: 'result', result: score } : { show: 'resume', at: score.next };
}
