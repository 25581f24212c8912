import type { searchWords as english } from '#ui/words/en/search.ts';
import type { Translated } from '#ui/words/translation.ts';

const results = (count: number) => (count === 1 ? '1 Treffer' : `${count} Treffer`);

export const searchWords: Translated<typeof english> = {
  title: 'Suche',
  field: 'Was suchen Sie?',
  hint: 'Ein Wort, ein Fehlercode, ein Claim, ein Befehl',
  opening: 'Der Suchindex wird geladen',
  failed: 'Der Suchindex konnte nicht geladen werden. Prüfen Sie die Verbindung, und öffnen Sie die Suche noch einmal.',
  results: 'Treffer',
  count: (shown, all) => (shown < all ? `Die besten ${shown} von ${all} Treffern` : results(all)),
  curl: 'Sendet eine Anforderung von dort, wo das Terminal ist: an den Metadatendienst, um ein Token zu bekommen, oder mit einem Token an ein Ziel.',
  begun: 'Wo Sie waren',
  places: 'Orte',
  nothing: (query) => `Zu „${query}“ passt hier nichts.`,
  advice: 'Versuchen Sie es mit weniger Wörtern oder mit einem Namen, wie Azure ihn schreibt. Zum Beispiel:',
  examples: ['ForbiddenByRbac', 'benutzerseitig', 'xms_mirid', 'az identity create'],
  keys: [
    ['↑ ↓', 'wählen'],
    ['Eingabe', 'öffnen'],
    ['Esc', 'schließen'],
  ],
  kinds: {
    lesson: 'Lektionen',
    term: 'Glossar',
    error: 'Fehlercodes',
    role: 'Rollen',
    claim: 'Claims eines Tokens',
    reference: 'Referenz',
    command: 'Befehle des Terminals',
    scenario: 'Szenarien des Tokenflusses',
    question: 'Fragen',
    rule: 'Regeln des Simulators',
  },
};
