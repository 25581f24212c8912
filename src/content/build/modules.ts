import type { SearchData } from '../search.ts';
import type { AnsweredIn, Exam, LessonSummary, QuizSummary, RuleText, Summary, Term } from '../types.ts';
import type { ContentFile } from './layout.ts';
import type { Content } from './load.ts';
import { ruleText } from './rules.ts';
import type { ClassQuestion, Misconception } from './schema/answered.ts';
import { shipped } from './shipped.ts';
import type { Compiled } from './shipped.ts';

/** The module of one content file. When its file changes it takes itself anew and tells `edited.ts`. */
export function moduleOf({ kind, id }: ContentFile, compiled: Compiled, content: Content): string {
  return `export default ${literal(shipped(compiled, content))};
if (import.meta.hot) {
  import.meta.hot.accept((next) => {
    if (next === undefined || typeof window === 'undefined') return;
    const detail = { kind: ${literal(kind)}, id: ${literal(id)}, value: next.default };
    window.dispatchEvent(new CustomEvent('content:change', { detail }));
  });
}
`;
}

/** The virtual modules with summaries. */
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
  'virtual:content/glossary': ({ terms }: Content): string =>
    exporting({
      terms: terms.map(({ id, term, forms, means, also, lesson }): Term => ({ id, term, forms, means, also, lesson })),
    }),
  'virtual:content/exams': ({ exams }: Content): string =>
    exporting({
      exams: exams.map(({ title, status, href, objectives }): Exam => ({ title, status, href, objectives })),
    }),
  'virtual:content/answers': ({ misconceptions, classQuestions, lessons }: Content): string => {
    const at = ({ lesson, heading }: Misconception | ClassQuestion): AnsweredIn => ({
      lesson,
      title: lessons.find(({ id }) => id === lesson)?.title ?? '',
      heading,
    });
    return exporting({
      misconceptions: misconceptions.map((each) => ({
        id: each.id,
        belief: each.belief,
        truth: each.truth,
        at: at(each),
      })),
      classQuestions: classQuestions.map((each) => ({ id: each.id, ask: each.ask, at: at(each) })),
    });
  },
  'virtual:content/rules': ({ rules }: Content): string =>
    exporting({ rules: rules.map((rule): RuleText => ruleText(rule)) }),
} as const;

/** The index of the search; its own JSON stays text, which a browser reads faster than a program. */
export function searchModule(data: SearchData): string {
  return `export const data = ${literal(data)};\n`;
}

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
