import type { SearchKind } from '#content/search.ts';

const results = (count: number) => (count === 1 ? '1 result' : `${count} results`);

export const searchWords = {
  title: 'Search',
  field: 'What are you looking for?',
  hint: 'A word, an error code, a claim, a command',
  opening: 'Getting the index',
  failed: 'The index could not be fetched. Check your connection and open the search again.',
  results: 'Results',
  count: (shown: number, all: number) => (shown < all ? `The best ${shown} of ${all} results` : results(all)),
  curl: 'Sends a request from where the terminal is: to the metadata service for a token, or to a target with one.',
  begun: 'Where you were',
  places: 'Places',
  nothing: (query: string) => `Nothing here matches “${query}”.`,
  advice: 'Try fewer words, or a name as Azure writes it. For example:',
  examples: ['ForbiddenByRbac', 'user-assigned', 'xms_mirid', 'az identity create'],
  keys: [
    ['↑ ↓', 'choose'],
    ['Enter', 'open'],
    ['Esc', 'close'],
  ],
  kinds: {
    lesson: 'Lessons',
    term: 'Glossary',
    error: 'Error codes',
    role: 'Roles',
    claim: 'Claims of a token',
    reference: 'Reference',
    command: 'Commands of the terminal',
    scenario: 'Scenarios of the token flow',
    question: 'Questions',
    rule: 'Rules of the simulator',
  } satisfies Readonly<Record<SearchKind, string>>,
} as const;
