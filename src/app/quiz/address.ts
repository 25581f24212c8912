import { paths } from '#app/paths.ts';

/** Where in a quiz an address leads. */
export interface QuizPlace {
  /** Null: where the learner was, and to the result once every question is answered. */
  readonly question: string | null;
  /** The seed of the shuffling; null for the order as written. */
  readonly order: string | null;
}

export function placeIn(search: string): QuizPlace {
  const params = new URLSearchParams(search);
  const [question, order] = [params.get('question'), params.get('order')];
  return { question: question === '' ? null : question, order: order === '' ? null : order };
}

export function quizHref(quizId: string, { question, order }: QuizPlace): string {
  const params = new URLSearchParams();
  if (question !== null) params.set('question', question);
  if (order !== null) params.set('order', order);
  return params.size === 0 ? paths.quiz.href(quizId) : `${paths.quiz.href(quizId)}?${params.toString()}`;
}

/** A new order, short enough to be read out to a class. */
export function newOrder(present: string | null): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint16Array(1));
  const order = String(1000 + (drawn % 9000));
  return order === present ? newOrder(present) : order;
}
