import type { Find, Findings } from '#app/search/search.ts';
import type { Place } from '#app/search/begun.ts';
import { searchWords as words } from '#words/search.ts';

/** One line of the list that can be chosen. */
export type Option = Find;

export interface OptionGroup {
  readonly id: string;
  readonly title: string;
  readonly options: readonly Option[];
}

/** What was found, under its headings. */
export function foundOptions({ groups }: Findings): readonly OptionGroup[] {
  return groups.map(({ kind, finds }) => ({ id: kind, title: words.kinds[kind], options: finds }));
}

/** What is offered before anything is typed: where the learner was, and the main places. */
export function firstOptions(begun: readonly Place[], places: readonly Place[]): readonly OptionGroup[] {
  return [
    { id: 'begun', title: words.begun, options: begun.map(optionOf) },
    { id: 'places', title: words.places, options: places.map(optionOf) },
  ].filter(({ options }) => options.length > 0);
}

function optionOf({ href, title, within }: Place): Option {
  return { href, title: [{ text: title, isMatch: false }], within, passage: [] };
}
