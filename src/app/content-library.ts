import { createContext, use, useContext } from 'react';
import type { ContentChange } from '#content/catalogue.ts';
import type { SearchData } from '#content/search.ts';
import type {
  Answers,
  Exam,
  Group,
  Guide,
  Lesson,
  LessonSummary,
  Quiz,
  QuizSummary,
  RuleText,
  Scenario,
  StarterWorld,
  Summary,
  Term,
} from '#content/types.ts';

interface Edited {
  /** Tells of files that an author saves while the app runs; only in development is there anything to tell. */
  readonly onContentChange?: (listener: (change: ContentChange) => void) => () => void;
}

/** The lessons, one at a time. */
export interface LessonLibrary extends Edited {
  readonly hasLesson: (id: string) => boolean;
  /** Rejects for a lesson that there is not. */
  readonly loadLesson: (id: string) => Promise<Lesson>;
  /** The guide to the companion; always the same promise. */
  readonly loadGuide: () => Promise<Guide>;
  /** The glossary, by the alphabet; always the same promise. */
  readonly loadTerms: () => Promise<readonly Term[]>;
  /** The rules of the engine that lessons cite; always the same promise. */
  readonly loadRules: () => Promise<readonly RuleText[]>;
  /** What people get wrong and what classes ask; always the same promise. */
  readonly loadAnswers: () => Promise<Answers>;
  /** The exams that lessons serve; always the same promise. */
  readonly loadExams: () => Promise<readonly Exam[]>;
  /** The index of the search, each time anew: whoever wants it keeps it. */
  readonly loadSearch: () => Promise<SearchData>;
}

/** The lessons in the order of the curriculum. */
export interface Course {
  readonly lessons: readonly LessonSummary[];
  /** The same, module by module. */
  readonly modules: readonly Group[];
}

/** What is taught besides: summaries, and the rest loaded when it is wanted. */
export interface Collections extends Edited {
  readonly scenarios: readonly Summary[];
  readonly scenarioGroups: readonly Group[];
  readonly worlds: readonly Summary[];
  readonly quizzes: readonly QuizSummary[];
  readonly loadScenario: (id: string) => Promise<Scenario>;
  readonly loadWorld: (id: string) => Promise<StarterWorld>;
  readonly loadQuiz: (id: string) => Promise<Quiz>;
}

/** A library that has every list at hand. */
export interface ContentLibrary extends LessonLibrary, Course, Collections {}

/** A library that fetches its lists when the first page asks for them: always the same promises. */
export interface LazyLibrary extends LessonLibrary {
  readonly loadCourse: () => Promise<Course>;
  readonly loadCollections: () => Promise<Collections>;
}

export type Library = ContentLibrary | LazyLibrary;

const LibraryContext = createContext<Library | null>(null);

/** Handed in by main.tsx, so that neither app nor ui reads content by itself. */
export const ContentLibraryProvider = LibraryContext.Provider;

export function useLessonLibrary(): LessonLibrary {
  return useLibrary();
}

/** The list of the lessons; suspends until it is there. */
export function useCourse(): Course {
  const library = useLibrary();
  return 'loadCourse' in library ? use(library.loadCourse()) : library;
}

/** Scenarios, worlds and quizzes; suspends until their lists are there. */
export function useContentLibrary(): Collections {
  const library = useLibrary();
  return 'loadCollections' in library ? use(library.loadCollections()) : library;
}

export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('Content needs a ContentLibraryProvider above it.');
  return library;
}
