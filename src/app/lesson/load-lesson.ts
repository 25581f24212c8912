import { use, useEffect, useReducer } from 'react';
import type { Lesson } from '#content/types.ts';
import { useLessonLibrary, type LessonLibrary } from '#app/content-library.ts';

/** Lessons that were asked for, by library, so that a render that waits finds its own promise again. */
const asked = new WeakMap<LessonLibrary['loadLesson'], Map<string, Promise<Lesson>>>();

function lessonsOf({ loadLesson }: LessonLibrary): Map<string, Promise<Lesson>> {
  const lessons = asked.get(loadLesson) ?? new Map<string, Promise<Lesson>>();
  asked.set(loadLesson, lessons);
  return lessons;
}

/** Fetches a lesson, or the one that was fetched before; harmless to call often. */
export function fetchLesson(library: LessonLibrary, id: string): Promise<Lesson> {
  const lessons = lessonsOf(library);
  const known = lessons.get(id);
  if (known !== undefined) return known;
  const lesson = library.loadLesson(id);
  lessons.set(id, lesson);
  // A lost connection should not stick: the next visit asks again.
  lesson.catch(() => lessons.delete(id));
  return lesson;
}

/** A lesson; suspends until it is there, so that the page before it stays meanwhile. */
export function useLesson(id: string): Lesson {
  const library = useLessonLibrary();
  const [, renderAgain] = useReducer((turn: number) => turn + 1, 0);

  useEffect(
    () =>
      library.onContentChange?.((change) => {
        if (change.kind !== 'lesson') return;
        // What React itself notes on a promise it has seen: with it, `use` reads the value without suspending.
        const fresh = Object.assign(Promise.resolve(change.value), { status: 'fulfilled', value: change.value });
        lessonsOf(library).set(change.id, fresh);
        if (change.id === id) renderAgain();
      }),
    [library, id],
  );

  return use(fetchLesson(library, id));
}
