/** What a sequence says by itself, whoever planned it; a page with a plain diagram loads no other words for it. */
export const diagramWords = {
  carriesToken: 'carries the token',
  notReached: 'not reached',
  noRole: 'no role',
  cached: 'cached',
  held: 'token',
} as const;
