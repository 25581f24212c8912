import type { LessonSummary, QuizSummary, Summary } from '../types.ts';
import type { ContentFile } from './layout.ts';
import type { Content } from './load.ts';
import { shipped } from './shipped.ts';
import type { Compiled } from './shipped.ts';

/** The module of one content file. When its file changes it takes itself anew and tells `edited.ts`. */
export function moduleOf({ kind, id }: ContentFile, compiled: Compiled): string {
  return `export default ${literal(shipped(compiled))};
if (import.meta.hot) {
  import.meta.hot.accept((next) => {
    if (next === undefined || typeof window === 'undefined') return;
    const detail = { kind: ${literal(kind)}, id: ${literal(id)}, value: next.default };
    window.dispatchEvent(new CustomEvent('content:change', { detail }));
  });
}
`;
}

/** The virtual modules with summaries: every page needs the lessons, few the rest. */
export const listModules = {
  'virtual:content/lessons': ({ lessons, modules }: Content): string =>
    exporting({
      modules,
      lessons: lessons.map(({ id, title, question, minutes }): LessonSummary => ({ id, title, question, minutes })),
    }),
  'virtual:content/collections': ({ scenarios, scenarioGroups, worlds, quizzes }: Content): string =>
    exporting({
      scenarioGroups,
      scenarios: scenarios.map(summaryOf),
      worlds: worlds.map(summaryOf),
      quizzes: quizzes.map((quiz): QuizSummary => ({ ...summaryOf(quiz), count: quiz.questions.length })),
    }),
} as const;

function exporting(lists: Readonly<Record<string, readonly object[]>>): string {
  return Object.entries(lists)
    .map(([name, list]) => `export const ${name} = ${literal(list)};\n`)
    .join('');
}

function summaryOf({ id, title, summary }: Summary): Summary {
  return { id, title, summary };
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
