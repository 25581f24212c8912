// What there is to learn, in the order of the curriculum; made by `content/build/plugin.ts`.

declare module 'virtual:content/lessons' {
  import type { Group, LessonSummary } from '#content/types.ts';

  export const lessons: readonly LessonSummary[];
  export const modules: readonly Group[];
}

declare module 'virtual:content/glossary' {
  import type { Term } from '#content/types.ts';

  export const terms: readonly Term[];
}

declare module 'virtual:content/answers' {
  import type { ClassQuestion, Misconception } from '#content/types.ts';

  export const misconceptions: readonly Misconception[];
  export const classQuestions: readonly ClassQuestion[];
}

declare module 'virtual:content/rules' {
  import type { RuleText } from '#content/types.ts';

  export const rules: readonly RuleText[];
}

declare module 'virtual:content/exams' {
  import type { Exam } from '#content/types.ts';

  export const exams: readonly Exam[];
}

declare module 'virtual:content/collections' {
  import type { Group, QuizSummary, Summary } from '#content/types.ts';

  export const scenarios: readonly Summary[];
  export const scenarioGroups: readonly Group[];
  export const worlds: readonly Summary[];
  export const quizzes: readonly QuizSummary[];
}

declare module 'virtual:content/search' {
  import type { SearchData } from '#content/search.ts';

  export const data: SearchData;
}

declare module '*.md' {
  import type { Guide } from '#content/types.ts';

  const guide: Guide;
  export default guide;
}
