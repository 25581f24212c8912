// What there is to learn, in the order of the curriculum; made by `content/build/plugin.ts`.

declare module 'virtual:content/lessons' {
  import type { LessonSummary } from '#content/types.ts';

  export const lessons: readonly LessonSummary[];
}

declare module 'virtual:content/collections' {
  import type { QuizSummary, Summary } from '#content/types.ts';

  export const scenarios: readonly Summary[];
  export const worlds: readonly Summary[];
  export const quizzes: readonly QuizSummary[];
}
