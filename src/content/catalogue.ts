import { loadNewest } from './edited.ts';
import type { Loaders } from './edited.ts';
import type * as collections from './collections.ts';
import type { SearchData } from './search.ts';
import type * as course from './course.ts';
import type { Lesson } from './types.ts';

/**
 * The only place where the app gets content from. Everything is loaded when it is wanted: lessons one file at a
 * time, their list by way of `course.ts`, and what else is taught by way of `collections.ts`.
 */
export { adopt, onContentChange } from './edited.ts';
export type { ContentChange } from './edited.ts';

const lessonFiles: Loaders<Lesson> = import.meta.glob<{ default: Lesson }>('/content/en/lessons/*.md');

export function hasLesson(id: string): boolean {
  return Object.hasOwn(lessonFiles, `/content/en/lessons/${id}.md`);
}

/** Rejects where there is no such lesson; ask `hasLesson` first where the id comes from outside. */
export function loadLesson(id: string): Promise<Lesson> {
  return loadNewest('lesson', id, lessonFiles[`/content/en/lessons/${id}.md`]);
}

/** The list of the lessons; always the same promise, so that a render that waits finds it again. */
export const loadCourse = once<typeof course>(() => import('./course.ts'));

/** Scenarios, worlds and quizzes, likewise. */
export const loadCollections = once<typeof collections>(() => import('./collections.ts'));

/** The guide to the companion, likewise. */
export const loadGuide = once(async () => (await import('./guide.ts')).guide);

/** The glossary, and the rules of the engine. */
export const loadTerms = once(async () => (await import('virtual:content/glossary')).terms);
export const loadRules = once(async () => (await import('virtual:content/rules')).rules);

/** What people get wrong and what classes ask. */
export const loadAnswers = once(() => import('virtual:content/answers'));

/** The exams that lessons serve, likewise. */
export const loadExams = once(async () => (await import('virtual:content/exams')).exams);

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= load().catch((error: unknown) => {
      // A lost connection should not stick: the next visit asks again.
      asked = null;
      throw error;
    });
    return asked;
  };
}

/** What can be searched, in a chunk of its own; asked for when the search is opened first. */
export async function loadSearch(): Promise<SearchData> {
  return (await import('virtual:content/search')).data;
}
