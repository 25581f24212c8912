import { fetchLesson } from '#app/lesson/load-lesson.ts';
import type { Library } from '#app/content-library.ts';
import { noted } from './noted.ts';

/** Fetches content ahead of time, so that a page that uses it renders at once. */
export const preload = {
  course: async (library: Library) => ('loadCourse' in library ? noted(library.loadCourse()) : library),
  collections: async (library: Library) => ('loadCollections' in library ? noted(library.loadCollections()) : library),
  lesson: async (library: Library, id: string) => (library.hasLesson(id) ? noted(fetchLesson(library, id)) : null),
  guide: async ({ loadGuide }: Library) => noted(loadGuide()),
  terms: async ({ loadTerms }: Library) => noted(loadTerms()),
  answers: async ({ loadAnswers }: Library) => noted(loadAnswers()),
  rules: async ({ loadRules }: Library) => noted(loadRules()),
} as const;
