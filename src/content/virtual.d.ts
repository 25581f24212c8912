// What there is to learn, in the order of the curriculum; made by `content/build/plugin.ts`.

declare module 'virtual:content/lessons' {
  import type { Group, LessonSummary } from '#content/types.ts';

  export const lessons: readonly LessonSummary[];
  export const modules: readonly Group[];
}

declare module 'virtual:content/collections' {
  import type { Group, QuizSummary, Summary } from '#content/types.ts';

  export const scenarios: readonly Summary[];
  export const scenarioGroups: readonly Group[];
  export const worlds: readonly Summary[];
  export const quizzes: readonly QuizSummary[];
}
