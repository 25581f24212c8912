import type { chooserWords as english } from '#ui/words/en/flow/chooser.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the choice of a scenario. */
export const chooserWords: Translated<typeof english> = {
  all: (count) => `Alle ${count} Szenarien`,
  lanes: 'Oder beide Arten von Identität in zwei Bahnen sehen',
  title: 'Szenarien',
  filter: 'Filtern',
  filterHint: 'Wörter aus Titel oder Zusammenfassung, etwa vault 403',
  found: (count) => (count === 1 ? '1 Szenario' : `${count} Szenarien`),
};
