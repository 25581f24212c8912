/** Words of the choice of a scenario. */
export const chooserWords = {
  all: (count: number) => `All ${count} scenarios`,
  lanes: 'Or see both kinds of identity in two lanes',
  title: 'Scenarios',
  filter: 'Filter',
  filterHint: 'Words of the title or the summary, such as vault 403',
  found: (count: number) => (count === 1 ? '1 scenario' : `${count} scenarios`),
} as const;
