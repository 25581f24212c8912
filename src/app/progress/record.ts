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

/**
 * Reads what was kept; null where it is not a record of this version. By hand, and not with a schema
 * library: this is in the first bytes of every page.
 */
export function parseRecord(text: string): ProgressRecord | null {
  try {
    const kept: unknown = JSON.parse(text);
    return isRecord(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isRecord(kept: unknown): kept is ProgressRecord {
  return (
    isObject(kept) &&
    kept['version'] === 1 &&
    isTextOrNull(kept['lastLesson']) &&
    isDictionary(kept['lessons'], isLesson) &&
    isDictionary(kept['checks'], isText) &&
    isDictionary(kept['quizzes'], (quiz) => isObject(quiz) && isDictionary(quiz['answers'], isText))
  );
}

function isLesson(value: unknown): boolean {
  return isObject(value) && typeof value['done'] === 'boolean' && isTextOrNull(value['section']);
}

function isDictionary(value: unknown, holds: (each: unknown) => boolean): boolean {
  return isObject(value) && Object.values(value).every(holds);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}
