import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { answerWords as english } from '#ui/words/en/sandbox/answer.ts';
import type { Translated } from '#ui/words/translation.ts';
import { when } from '../time.ts';

const failures: Readonly<Record<ConnectionFailure, string>> = {
  unreachable: 'keine Antwort: Die Adresse führt von dort nirgendwohin',
  nameNotResolved: 'keine Antwort: Kein Dienst hat diesen Namen',
  endpointNotSet: 'niemand zu fragen: Die App hat keine Identität',
  notRunning: 'keine Anforderung: Der Computer läuft nicht',
  originGone: 'keine Anforderung: Den Host gibt es nicht mehr',
};

/** Words about the last request: the scene's own words say the rest. */
export const answerWords: Translated<typeof english> = {
  title: 'Letzte Anforderung',
  none: 'Noch keine Anforderung. Wählen Sie einen Host, fordern Sie ein Token an, und lesen Sie etwas damit.',
  failures,
  pending: (at, now) =>
    `Eine Rolle, die das erlaubt, ist zugewiesen. Sie wirkt ab ${when(at, now)}: Eine Rolle braucht bis zu zehn Minuten.`,
  goThere: (at, now) => `Bis ${when(at, now)} vorspulen und aufrufen`,
  messages: (count) => `Alle ${count} Nachrichten`,
};
