import { createContext, useContext } from 'react';
import type { Lesson, LessonSummary, Quiz, QuizSummary, Scenario, StarterWorld, Summary } from '#content/types.ts';

/**
 * What is taught, in the order of the curriculum: summaries at hand, the rest loaded when it is wanted.
 * Handed in by main.tsx, so that neither app nor ui reads content by itself.
 */
export interface ContentLibrary {
  readonly lessons: readonly LessonSummary[];
  readonly scenarios: readonly Summary[];
  readonly worlds: readonly Summary[];
  readonly quizzes: readonly QuizSummary[];
  /** Each load rejects for an id that is not listed. */
  readonly loadLesson: (id: string) => Promise<Lesson>;
  readonly loadScenario: (id: string) => Promise<Scenario>;
  readonly loadWorld: (id: string) => Promise<StarterWorld>;
  readonly loadQuiz: (id: string) => Promise<Quiz>;
}

const LibraryContext = createContext<ContentLibrary | null>(null);

export const ContentLibraryProvider = LibraryContext.Provider;

export function useContentLibrary(): ContentLibrary {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('useContentLibrary needs a ContentLibraryProvider above it.');
  return library;
}
