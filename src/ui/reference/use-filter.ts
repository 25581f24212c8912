import { useDeferredValue, useMemo, useState } from 'react';

export interface Filter<Row> {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly shown: readonly Row[];
  readonly all: number;
}

/** The rows in whose text every word of the query stands. */
export function useFilter<Row>(rows: readonly Row[], textOf: (row: Row) => string): Filter<Row> {
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const texts = useMemo(() => rows.map((row) => textOf(row).toLowerCase()), [rows, textOf]);
  const shown = useMemo(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0 ? rows : rows.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
  }, [rows, texts, wanted]);
  return { query, setQuery, shown, all: rows.length };
}
