import { useMemo } from 'react';
import { useProgress } from '#app/progress/context.ts';
import { begunPlaces } from '#app/search/begun.ts';
import type { SearchState } from '#app/search/use-search.ts';
import { searchWords as words } from '#words/search.ts';
import { firstOptions, foundOptions, type OptionGroup } from './options.ts';
import { mainPlaces } from './places.ts';

interface Offered {
  readonly groups: readonly OptionGroup[];
  /** How it stands, to be shown and read out; empty where there is nothing to say. */
  readonly message: string;
}

/** What the list offers for a query; before there is one, and while the index comes, the main places. */
export function useOptions(index: SearchState, query: string): Offered {
  const record = useProgress((progress) => progress.record);
  return useMemo(() => {
    if (index.state !== 'ready') {
      const waiting = query === '' ? '' : words.opening;
      return { groups: firstOptions([], mainPlaces), message: index.state === 'failed' ? words.failed : waiting };
    }
    const { search } = index;
    if (query === '') return { groups: firstOptions(begunPlaces(search.entries, record), mainPlaces), message: '' };
    const findings = search.find(query);
    const groups = foundOptions(findings);
    const shown = groups.reduce((sum, { options }) => sum + options.length, 0);
    return { groups, message: shown === 0 ? words.nothing(query) : words.count(shown, findings.count) };
  }, [index, query, record]);
}
