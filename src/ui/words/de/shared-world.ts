import type { sharedWorldWords as english } from '#ui/words/en/shared-world.ts';
import type { Translated } from '#ui/words/translation.ts';

export const sharedWorldWords: Translated<typeof english> = {
  connecting: 'Verbindung zum Companion wird hergestellt',
  live: 'Verbunden',
  notConnected: 'Nicht verbunden',
  whose: (address) => `Die Welt des Companions unter ${address}`,
  sharedHint: 'Sie und Ihr eigener Code handeln gemeinsam darin, deshalb gibt es kein Zurück.',
  watch: 'Letzte Anforderung ansehen',
  leave: 'Verlassen',
  leaveHint: 'Zurück zu Ihrer eigenen Welt in diesem Browser. Sie ist, wie Sie sie verlassen haben.',
  lostTitle: 'Der Companion antwortet nicht.',
  lostText: 'Wurde er beendet, starten Sie ihn neu mit',
  lostNext:
    'und öffnen Sie die Adresse, die er ausgibt. Ist er nur langsam, verbindet sich diese Seite von selbst wieder.',
  command: 'npm run companion',
  waiting: (steps) =>
    steps === 1
      ? '1 Schritt wartet hier. Er wird gesendet, sobald die Verbindung wieder steht.'
      : `${steps} Schritte warten hier. Sie werden gesendet, sobald die Verbindung wieder steht.`,
  discard: (steps) => (steps === 1 ? 'Schritt verwerfen' : `${steps} Schritte verwerfen`),
  tryNow: 'Jetzt versuchen',
  refusedTitle: 'Der Companion lässt diese Seite nicht mehr ein.',
  refusedText:
    'Er wurde wohl neu gestartet und hat bei jedem Start ein neues Geheimnis. Öffnen Sie die Adresse, die er ausgegeben hat.',
  notOpened: {
    lost: 'Hier antwortet kein Companion.',
    refused: 'Die Welt des Companions wurde nicht geöffnet.',
    unknown: 'Unter dieser Adresse gibt es keinen Companion: Etwas anderes liefert die Seite aus.',
    again: 'Noch einmal versuchen',
    own: 'Eigene Welt öffnen',
  },
  mishaps: {
    refused: (step, message) => `Der Companion hat „${step}“ nicht angenommen: ${message}`,
    lost: (step) =>
      `Auf „${step}“ kam keine Antwort. Wurde es dennoch getan, steht es im Protokoll, sobald die Verbindung wieder steht.`,
    unsent: (step) => `„${step}“ wurde nicht gesendet. Der Companion weiß nichts davon.`,
    notReplaced: (message) =>
      message === null
        ? 'Die andere Welt wurde nicht geöffnet: Der Companion antwortet nicht.'
        : `Die andere Welt wurde nicht geöffnet: ${message}`,
    dismiss: 'Schließen',
  },
  replace: {
    title: 'Eine andere Welt an die Stelle dieser setzen?',
    text: 'Alle, die diesen Companion verwenden, auch Ihr eigener Code, haben von da an die andere Welt. Hosts, die es darin nicht gibt, sind fort, samt ihren Adressen.',
    replace: 'Für alle ersetzen',
    keep: 'Diese behalten',
  },
  moreOf: (line) => `Zeigen, was gesendet wurde: ${line}`,
  flow: (entry) => `Eintrag ${entry} der Welt des Companions, Nachricht für Nachricht.`,
  flowNewest: (entry) => `Die letzte Anforderung der Welt des Companions, Eintrag ${entry}, Nachricht für Nachricht.`,
  newer: 'Es gibt eine neuere Anforderung.',
};
