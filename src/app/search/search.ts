import MiniSearch from 'minisearch';
import type { SearchOptions, SearchResult } from 'minisearch';
import type { SearchData, SearchEntry, SearchKind } from '#content/search.ts';
import { hrefOf } from './href.ts';
import { marked, passageOf, type Piece } from './passage.ts';

/** One thing that was found. */
export interface Find {
  readonly href: string;
  readonly title: readonly Piece[];
  readonly within: string;
  readonly passage: readonly Piece[];
}

export interface FindGroup {
  readonly kind: SearchKind;
  readonly finds: readonly Find[];
}

export interface Findings {
  /** The group with the best find first. */
  readonly groups: readonly FindGroup[];
  /** All that was found; the groups hold the best of it. */
  readonly count: number;
}

export interface Search {
  readonly entries: readonly SearchEntry[];
  readonly find: (query: string) => Findings;
}

/** What a learner wants first where several kinds match alike. */
const weights: Readonly<Record<SearchKind, number>> = {
  lesson: 1.2,
  term: 1.3,
  error: 1.2,
  role: 1.1,
  claim: 1.1,
  reference: 1,
  command: 1,
  scenario: 0.9,
  question: 0.6,
  rule: 0.5,
};

/** How many of a kind are shown, and how many of them of one lesson or quiz. */
const mostOfKind = 5;
const mostOfOne = 3;

/** Opens the index that the build made; in slices, so that the page stays quick meanwhile. */
export async function openSearch({ entries, fields, index }: SearchData): Promise<Search> {
  const engine = await MiniSearch.loadJSONAsync<{ readonly id: number }>(index, { fields: [...fields] });
  return { entries, find: (query) => found(engine, entries, query.trim()) };
}

function found(engine: MiniSearch, entries: readonly SearchEntry[], query: string): Findings {
  const options = optionsFor(entries, query.toLowerCase());
  const all = engine.search(query, { ...options, combineWith: 'AND' });
  // Better something of what was asked for than nothing.
  const results = all.length > 0 ? all : engine.search(query, { ...options, combineWith: 'OR' });
  return { groups: groupsOf(results, entries), count: results.length };
}

function optionsFor(entries: readonly SearchEntry[], query: string): SearchOptions {
  return {
    boost: { title: 4, also: 3, within: 1.2, parts: 0.8 },
    prefix: true,
    // A wrong digit is another code, not a typing error.
    fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
    weights: { fuzzy: 0.35, prefix: 0.6 },
    boostDocument: (id) => {
      const entry = entries[Number(id)];
      return entry === undefined ? 1 : weights[entry.kind] * nameBoost(entry.title.toLowerCase(), query);
    },
  };
}

/** Whoever types a whole name means what has it. */
function nameBoost(title: string, query: string): number {
  if (title === query) return 8;
  return title.startsWith(query) ? 1.5 : 1;
}

function groupsOf(results: readonly SearchResult[], entries: readonly SearchEntry[]): readonly FindGroup[] {
  const groups = new Map<SearchKind, Find[]>();
  const ofOne = new Map<string, number>();
  for (const { id, terms } of results) {
    const entry = entries[Number(id)];
    if (entry === undefined) continue;
    const finds = groups.get(entry.kind) ?? [];
    groups.set(entry.kind, finds);
    const one = `${entry.kind} ${entry.within === '' ? entry.title : entry.within}`;
    const before = ofOne.get(one) ?? 0;
    if (finds.length >= mostOfKind || before >= mostOfOne) continue;
    ofOne.set(one, before + 1);
    finds.push(findOf(entry, new Set(terms)));
  }
  return [...groups].map(([kind, finds]) => ({ kind, finds }));
}

function findOf({ title, within, text, target }: SearchEntry, terms: ReadonlySet<string>): Find {
  return { href: hrefOf(target), title: marked(title, terms), within, passage: passageOf(text, terms) };
}
