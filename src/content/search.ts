/** What can be found, in the order in which equals are shown. */
export const searchKinds = [
  'lesson',
  'term',
  'error',
  'role',
  'claim',
  'reference',
  'command',
  'scenario',
  'question',
  'rule',
] as const;

export type SearchKind = (typeof searchKinds)[number];

/** Where a find leads; the app knows the addresses. */
export type SearchTarget =
  | { readonly to: 'lesson'; readonly id: string; readonly section: string | null }
  | { readonly to: 'guide'; readonly id: string; readonly section: string | null }
  | { readonly to: 'scenario'; readonly id: string }
  /** A question of a quiz; null for its beginning. */
  | { readonly to: 'quiz'; readonly id: string; readonly question: string | null }
  | { readonly to: 'term'; readonly id: string }
  | { readonly to: 'rule'; readonly id: string }
  | { readonly to: 'address'; readonly href: string };

/** One place that can be found. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly title: string;
  /** What it is a part of: the lesson of a section, the quiz of a question. */
  readonly within: string;
  /** Where the matching passage is taken from. */
  readonly text: string;
  readonly target: SearchTarget;
}

/** An entry as the index is made of it. */
export interface SearchSource extends SearchEntry {
  /** Other names that it is found by and that are not shown. */
  readonly also?: readonly string[];
}

/** As the build ships it: the entries, and over their places in the list the index that MiniSearch wrote. */
export interface SearchData {
  readonly entries: readonly SearchEntry[];
  readonly fields: readonly string[];
  /** JSON. */
  readonly index: string;
}
