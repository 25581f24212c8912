import { useContentLibrary } from '#app/content-library.ts';
import type { ContentLibrary } from '#app/content-library.ts';
import type { ContentChange } from '#content/catalogue.ts';

/** Where lessons come from. */
export interface LessonLibrary extends Pick<ContentLibrary, 'lessons' | 'loadLesson'> {
  /** Tells of files that an author saves while the app runs; only in development is there anything to tell. */
  readonly onContentChange?: (listener: (change: ContentChange) => void) => () => void;
}

export function useLessonLibrary(): LessonLibrary {
  return useContentLibrary();
}
