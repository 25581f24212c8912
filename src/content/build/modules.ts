import type { LessonSummary, QuizSummary, Summary } from '../types.ts';
import type { ContentFile } from './layout.ts';
import type { Content } from './load.ts';

/** The module of one content file. When its file changes it takes itself anew and tells `catalogue.ts`. */
export function moduleOf({ kind, id }: ContentFile, value: unknown): string {
  return `export default ${literal(value)};
if (import.meta.hot) {
  import.meta.hot.accept((next) => {
    if (next === undefined || typeof window === 'undefined') return;
    const detail = { kind: ${literal(kind)}, id: ${literal(id)}, value: next.default };
    window.dispatchEvent(new CustomEvent('content:change', { detail }));
  });
}
`;
}

/** `virtual:content/index` */
export function indexModule({ lessons, scenarios, worlds, quizzes }: Content): string {
  const exported = {
    lessons: lessons.map(({ id, title, question, summary, minutes }): LessonSummary => ({
      id,
      title,
      question,
      summary,
      minutes,
    })),
    scenarios: scenarios.map(summaryOf),
    worlds: worlds.map(summaryOf),
    quizzes: quizzes.map((quiz): QuizSummary => ({ ...summaryOf(quiz), count: quiz.questions.length })),
  };
  return Object.entries(exported)
    .map(([name, list]) => `export const ${name} = ${literal(list)};\n`)
    .join('');
}

function summaryOf({ id, title, summary }: Summary): Summary {
  return { id, title, summary };
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
