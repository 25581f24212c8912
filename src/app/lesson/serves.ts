import type { Exam } from '#content/types.ts';

/** The exams that have any of these objectives, each with those alone. */
export function servedBy(exams: readonly Exam[], objectives: readonly string[]): readonly Exam[] {
  return exams.flatMap((exam) => {
    const served = exam.objectives.filter(({ id }) => objectives.includes(id));
    return served.length === 0 ? [] : [{ ...exam, objectives: served }];
  });
}
