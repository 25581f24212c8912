import type { Group, LessonSummary } from '#content/types.ts';
import type { ProgressRecord } from '#app/progress/record.ts';

/** A module of the course as a list shows it. */
export interface Module {
  readonly id: string;
  readonly title: string;
  /** Each with its number in the whole course, from 1. */
  readonly lessons: readonly { readonly number: number; readonly lesson: LessonSummary }[];
  readonly minutes: number;
  /** How many of its lessons are read. */
  readonly read: number;
}

/** The course module by module; a module without lessons is left out. */
export function modulesOf(
  modules: readonly Group[],
  lessons: readonly LessonSummary[],
  { lessons: progress }: Pick<ProgressRecord, 'lessons'>,
): readonly Module[] {
  const numbered = lessons.map((lesson, index) => ({ number: index + 1, lesson }));
  return modules.flatMap(({ id, title, of }) => {
    const own = numbered.filter(({ lesson }) => of.includes(lesson.id));
    if (own.length === 0) return [];
    const minutes = own.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
    const read = own.filter(({ lesson }) => progress[lesson.id]?.done === true).length;
    return [{ id, title, lessons: own, minutes, read }];
  });
}
