/** What scoring needs to know of a question. */
export interface ScoredQuestion {
  readonly id: string;
  readonly choices: readonly { readonly id: string; readonly right: boolean }[];
  /** Where its answer is taught. */
  readonly lessons: readonly string[];
}

/** The choice that was made, by question. */
export type Answers = Readonly<Record<string, string>>;

/** A lesson, and how many wrong answers point to it. */
export interface LessonToRead {
  readonly lesson: string;
  readonly wrong: number;
}

export type Score =
  | {
      readonly kind: 'incomplete';
      readonly answered: number;
      readonly total: number;
      /** The first question that is still open. */
      readonly next: string;
    }
  | {
      readonly kind: 'complete';
      readonly right: number;
      readonly total: number;
      /** The questions answered wrong, in the order they were asked. */
      readonly wrong: readonly string[];
      /** The lesson that most wrong answers point to comes first. */
      readonly readAgain: readonly LessonToRead[];
    };

/** Whether a question is open, or how it was answered. A choice that it no longer has leaves it open. */
export type QuestionState = 'open' | 'right' | 'wrong';

/** How a question stands. */
export function stateOf(question: ScoredQuestion, answers: Answers): QuestionState {
  const chosen = question.choices.find(({ id }) => id === answerTo(question.id, answers));
  if (chosen === undefined) return 'open';
  return chosen.right ? 'right' : 'wrong';
}

/** What the answers to a quiz come to: a result once every question has one. */
export function score(questions: readonly ScoredQuestion[], answers: Answers): Score {
  const total = questions.length;
  const open = questions.filter((question) => stateOf(question, answers) === 'open');
  const next = open[0];
  if (next !== undefined) return { kind: 'incomplete', answered: total - open.length, total, next: next.id };
  const wrong = questions.filter((question) => stateOf(question, answers) === 'wrong');
  return {
    kind: 'complete',
    right: total - wrong.length,
    total,
    wrong: wrong.map(({ id }) => id),
    readAgain: lessonsBehind(wrong),
  };
}

/** Where going on leads from a question: to the next open one, past the last to the first; null when none is left. */
export function nextOpen(questions: readonly ScoredQuestion[], answers: Answers, from: string): string | null {
  const here = questions.findIndex(({ id }) => id === from);
  const others = [...questions.slice(here + 1), ...questions.slice(0, Math.max(here, 0))];
  return others.find((question) => stateOf(question, answers) === 'open')?.id ?? null;
}

function lessonsBehind(wrong: readonly ScoredQuestion[]): readonly LessonToRead[] {
  const counts = new Map<string, number>();
  for (const { lessons } of wrong) {
    for (const lesson of new Set(lessons)) counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
  }
  // Sorting is stable: lessons with as many wrong answers stay in the order in which they came up.
  return [...counts].map(([lesson, count]) => ({ lesson, wrong: count })).sort((a, b) => b.wrong - a.wrong);
}

/** Ids come from outside: `constructor` is no answer. */
function answerTo(question: string, answers: Answers): string | undefined {
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}
