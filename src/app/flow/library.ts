import { ContentLibraryProvider, useContentLibrary } from '#app/content-library.ts';
import type { ContentLibrary } from '#app/content-library.ts';
import type { ContentChange } from '#content/catalogue.ts';

export { ContentLibraryProvider as ScenarioLibraryProvider };

/** Where scenarios come from. */
export interface ScenarioLibrary extends Pick<ContentLibrary, 'scenarios' | 'loadScenario'> {
  /** Tells of files that an author saves while the app runs; only in development is there anything to tell. */
  readonly onContentChange?: (listener: (change: ContentChange) => void) => () => void;
}

export function useScenarioLibrary(): ScenarioLibrary {
  return useContentLibrary();
}
