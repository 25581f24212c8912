import { createContext, use, useContext } from 'react';
import type { ContentChange } from '#content/catalogue.ts';
import type {
  Group,
  Lesson,
  LessonSummary,
  Quiz,
  QuizSummary,
  Scenario,
  StarterWorld,
  Summary,
} from '#content/types.ts';

interface Edited {
  /** Tells of files that an author saves while the app runs; only in development is there anything to tell. */
  readonly onContentChange?: (listener: (change: ContentChange) => void) => () => void;
}

/** The lessons, in the order of the curriculum: summaries at hand, the rest loaded when it is wanted. */
export interface LessonLibrary extends Edited {
  readonly lessons: readonly LessonSummary[];
  /** The course, module by module. */
  readonly modules: readonly Group[];
  /** Each load rejects for an id that is not listed. */
  readonly loadLesson: (id: string) => Promise<Lesson>;
}

/** What is taught besides, likewise. */
export interface Collections extends Edited {
  readonly scenarios: readonly Summary[];
  readonly scenarioGroups: readonly Group[];
  readonly worlds: readonly Summary[];
  readonly quizzes: readonly QuizSummary[];
  readonly loadScenario: (id: string) => Promise<Scenario>;
  readonly loadWorld: (id: string) => Promise<StarterWorld>;
  readonly loadQuiz: (id: string) => Promise<Quiz>;
}

export interface ContentLibrary extends LessonLibrary, Collections {}

/** A library that fetches what few pages show when the first of them asks. */
export interface LazyLibrary extends LessonLibrary {
  /** Always the same promise. */
  readonly loadCollections: () => Promise<Collections>;
}

const LibraryContext = createContext<ContentLibrary | LazyLibrary | null>(null);

/** Handed in by main.tsx, so that neither app nor ui reads content by itself. */
export const ContentLibraryProvider = LibraryContext.Provider;

export function useLessonLibrary(): LessonLibrary {
  return useLibrary();
}

/** Scenarios, worlds and quizzes; suspends until their lists are there. */
export function useContentLibrary(): Collections {
  const library = useLibrary();
  return 'loadCollections' in library ? use(library.loadCollections()) : library;
}

function useLibrary(): ContentLibrary | LazyLibrary {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('Content needs a ContentLibraryProvider above it.');
  return library;
}
