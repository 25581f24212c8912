import { loadNewest } from './edited.ts';
import type { Loaders } from './edited.ts';
import type * as collections from './collections.ts';
import type { Lesson } from './types.ts';

/**
 * The only place where the app gets content from. The list of the lessons is at hand; everything else is
 * loaded when it is wanted: lessons one file at a time, and what else is taught by way of `collections.ts`.
 */
export { lessons, modules } from 'virtual:content/lessons';
export { onContentChange } from './edited.ts';
export type { ContentChange } from './edited.ts';

const lessonFiles: Loaders<Lesson> = import.meta.glob<{ default: Lesson }>('/content/en/lessons/*.md');

/** Rejects where there is no such lesson; look in `lessons` first where the id comes from outside. */
export function loadLesson(id: string): Promise<Lesson> {
  return loadNewest('lesson', id, lessonFiles[`/content/en/lessons/${id}.md`]);
}

type Collections = typeof collections;

const asked: { collections: Promise<Collections> | null } = { collections: null };

/** Scenarios, worlds and quizzes; always the same promise, so that a render that waits finds it again. */
export function loadCollections(): Promise<Collections> {
  asked.collections ??= import('./collections.ts').catch((error: unknown) => {
    // A lost connection should not stick: the next visit asks again.
    asked.collections = null;
    throw error;
  });
  return asked.collections;
}
