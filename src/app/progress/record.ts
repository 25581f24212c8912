import * as v from 'valibot';

/** What a lesson's reader has done with it. */
export interface LessonProgress {
  /** Its checks are answered, or its end was reached. */
  readonly done: boolean;
  /** The section that was in view last, by its heading's id; null for the beginning. */
  readonly section: string | null;
}

/** The choices of one quiz, by question. A quiz that is taken again begins empty. */
export interface QuizProgress {
  readonly answers: Readonly<Record<string, string>>;
}

/** Everything that is kept of a learner, by the ids of the content. What the content no longer has is left alone. */
export interface ProgressRecord {
  readonly version: 1;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  /** The lesson that was open last. */
  readonly lastLesson: string | null;
  /** The choice of each check question of the lessons. */
  readonly checks: Readonly<Record<string, string>>;
  readonly quizzes: Readonly<Record<string, QuizProgress>>;
}

export const emptyRecord: ProgressRecord = { version: 1, lessons: {}, lastLesson: null, checks: {}, quizzes: {} };

const choices = v.record(v.string(), v.string());

const recordSchema = v.object({
  version: v.literal(1),
  lessons: v.record(v.string(), v.object({ done: v.boolean(), section: v.nullable(v.string()) })),
  lastLesson: v.nullable(v.string()),
  checks: choices,
  quizzes: v.record(v.string(), v.object({ answers: choices })),
});

/** Reads what was kept; null where it is not a record of this version. */
export function parseRecord(text: string): ProgressRecord | null {
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
