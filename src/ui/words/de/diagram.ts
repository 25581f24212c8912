import type { diagramWords as english } from '#ui/words/en/diagram.ts';
import type { Translated } from '#ui/words/translation.ts';

/** What a sequence says by itself. */
export const diagramWords: Translated<typeof english> = {
  carriesToken: 'trägt das Token',
  notReached: 'nicht erreicht',
  noRole: 'keine Rolle',
  cached: 'im Cache',
  held: 'Token',
};
