import type { LessonSummary } from '#content/types.ts';
import type { ProgressRecord } from '#app/progress/record.ts';

/** Where to go on: the lesson that was left unfinished, else the next one that is not read. */
export interface Continuation {
  readonly lesson: LessonSummary;
  /** The section that was in view last. */
  readonly section: string | null;
  /** `begin`: nothing was opened yet. `goOn`: in the middle of it. `next`: the one after what was read. */
  readonly kind: 'begin' | 'goOn' | 'next';
}

/** Null when every lesson is read. */
export function continuation(lessons: readonly LessonSummary[], record: ProgressRecord): Continuation | null {
  const isDone = ({ id }: LessonSummary) => record.lessons[id]?.done === true;
  const last = lessons.findIndex(({ id }) => id === record.lastLesson);
  const open = lessons[last];
  if (open !== undefined && !isDone(open)) {
    return { lesson: open, section: record.lessons[open.id]?.section ?? null, kind: 'goOn' };
  }
  const next = [...lessons.slice(last + 1), ...lessons].find((lesson) => !isDone(lesson));
  return next === undefined ? null : { lesson: next, section: null, kind: last < 0 ? 'begin' : 'next' };
}
