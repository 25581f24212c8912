import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsStorage } from '#app/preferences/storage.ts';
import { emptyRecord, parseRecord, type LessonProgress, type ProgressRecord } from './record.ts';

/** What the learner has read and answered, and the ways in which that changes. Every change is kept at once. */
export interface Progress {
  readonly record: ProgressRecord;
  /** Whether what was kept could not be read; it was put aside under another key, not overwritten. */
  readonly wasSetAside: boolean;
  /** The section of a lesson that is in view; also makes the lesson the one to go on with. */
  readonly readTo: (lessonId: string, section: string | null) => void;
  readonly finishLesson: (lessonId: string) => void;
  /** The choice for a check question of a lesson; a later one takes its place. */
  readonly answerCheck: (questionId: string, choiceId: string) => void;
  /** The choice for a question of a quiz. */
  readonly answerQuestion: (quizId: string, questionId: string, choiceId: string) => void;
  /** Forgets the answers of a quiz, to take it anew. */
  readonly restartQuiz: (quizId: string) => void;
}

const key = 'mil:progress';
const asideKey = 'mil:progress:unreadable';

const untouched: LessonProgress = { done: false, section: null };

/**
 * Opens what is kept of the learner. Where storage is denied, all of it lasts until the page is closed. The store's
 * initial state is what the prerendered page shows, that of a newcomer; what was kept comes over it.
 */
export function createProgress(storage: SettingsStorage): StoreApi<Progress> {
  const kept = storage.read(key);
  const parsed = kept === null ? emptyRecord : parseRecord(kept);
  if (kept !== null && parsed === null) storage.write(asideKey, kept);

  const store = createStore<Progress>()((set, get) => {
    /** Changes what is kept now, so that two tabs do not undo each other. */
    function change(next: (record: ProgressRecord) => ProgressRecord): void {
      const present = storage.read(key);
      const base = (present === null ? null : parseRecord(present)) ?? get().record;
      const record = next(base);
      if (record !== base) storage.write(key, JSON.stringify(record));
      set({ record });
    }

    function changeLesson(id: string, part: Partial<LessonProgress>): void {
      change((record) => {
        const before = record.lessons[id] ?? untouched;
        const lessons = { ...record.lessons, [id]: { ...before, ...part } };
        return { ...record, lessons, lastLesson: id };
      });
    }

    return {
      record: emptyRecord,
      wasSetAside: false,
      readTo: (lessonId, section) => changeLesson(lessonId, { section }),
      finishLesson(lessonId) {
        if (get().record.lessons[lessonId]?.done !== true) changeLesson(lessonId, { done: true });
      },
      answerCheck: (questionId, choiceId) =>
        change((record) => ({ ...record, checks: { ...record.checks, [questionId]: choiceId } })),
      answerQuestion: (quizId, questionId, choiceId) =>
        change((record) => {
          const answers = { ...record.quizzes[quizId]?.answers, [questionId]: choiceId };
          return { ...record, quizzes: { ...record.quizzes, [quizId]: { answers } } };
        }),
      restartQuiz: (quizId) =>
        change((record) => ({ ...record, quizzes: { ...record.quizzes, [quizId]: { answers: {} } } })),
    };
  });
  store.setState({ record: parsed ?? emptyRecord, wasSetAside: parsed === null });
  return store;
}
