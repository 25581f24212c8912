import { useEffect, useState } from 'react';
import { useLessonLibrary, type LessonLibrary } from '#app/content-library.ts';
import { openSearch, type Search } from './search.ts';

export type SearchState =
  | { readonly state: 'opening' | 'failed' }
  | { readonly state: 'ready'; readonly search: Search };

const opened = new WeakMap<LessonLibrary['loadSearch'], Promise<Search>>();

/** The index, fetched once. */
export function useSearch(): SearchState {
  const { loadSearch } = useLessonLibrary();
  const [current, setCurrent] = useState<SearchState>({ state: 'opening' });

  useEffect(() => {
    let isWanted = true;
    fetchSearch(loadSearch).then(
      (search) => isWanted && setCurrent({ state: 'ready', search }),
      () => isWanted && setCurrent({ state: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [loadSearch]);

  return current;
}

function fetchSearch(loadSearch: LessonLibrary['loadSearch']): Promise<Search> {
  const known = opened.get(loadSearch);
  if (known !== undefined) return known;
  const search = loadSearch().then(openSearch);
  opened.set(loadSearch, search);
  // A lost connection should not stick: the next time the search is opened it asks again.
  search.catch(() => opened.delete(loadSearch));
  return search;
}
