import type { sdkWords as english } from '#ui/words/en/sdk.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words around programs that run with the official SDK; what they print is their own. */
export const sdkWords: Translated<typeof english> = {
  title: 'Das echte SDK ausführen',
  intro: 'Das offizielle Azure SDK für JavaScript, unverändert. Was es sendet, beantwortet diese Welt.',
  close: 'Editor schließen',
  place: 'Läuft auf',
  laptop: 'ein Laptop',
  program: 'Programm',
  programs: {
    secret: {
      title: 'Ein Geheimnis lesen',
      hint: 'DefaultAzureCredential findet die Identität des Ortes von selbst. Das erste 401 des Tresors ist kein Fehler: Es sagt dem Client, welches Token verlangt wird.',
    },
    identity: {
      title: 'Eine Identität über ihre Client-ID wählen',
      hint: 'ManagedIdentityCredential verlangt das Token genau dieser Identität. Der Host muss sie tragen.',
    },
    blob: {
      title: 'Einen Blob hochladen und lesen',
      hint: 'In einem Browser, also auch hier, ist ein Download ein Blob. In Node.js ist er ein Stream: Dort liest ihn blob.downloadToBuffer().',
    },
    endpoint: {
      title: 'Den Endpunkt ohne SDK fragen',
      hint: 'Die eine Anfrage, auf die alle Anmeldungen mit verwalteten Identitäten hinauslaufen.',
    },
  },
  editor: 'Text des Programms',
  editorHint: 'Tab rückt ein; um den Editor damit zu verlassen, drücken Sie zuerst Esc. Strg+Enter führt aus.',
  run: 'Ausführen',
  stop: 'Anhalten',
  reset: 'Zurücksetzen',
  output: 'Ausgabe des Programms',
  empty: 'Hier erscheint, was das Programm ausgibt und was es sendet.',
  loading: (packages) => (packages.length === 0 ? 'Worker wird gestartet' : `${packages.join(', ')} wird geladen`),
  running: (place) => `Läuft auf ${place}`,
  finished: 'Fertig',
  failed: 'Das Programm ist gescheitert',
  failedAt: (line) => `Das Programm ist in Zeile ${line} gescheitert`,
  stopped: 'Angehalten',
  tooLong: (seconds) => `Angehalten: Es lief nach ${seconds} Sekunden immer noch`,
  tooManyRequests: (requests) => `Angehalten: Es hat mehr als ${requests} Anfragen gesendet`,
  waitedTooLong: (minutes) => `Angehalten: Es hätte länger als ${minutes} Minuten gewartet`,
  stuck: 'Es wartet auf ein Promise, das nichts mehr erfüllen wird.',
  unknownPackage: (name, known) =>
    `Das Paket ${name} gibt es hier nicht. Ein Programm kann ${known.join(', ')} importieren.`,
  notLoaded: 'Das SDK konnte nicht geladen werden. Prüfen Sie die Verbindung und führen Sie das Programm erneut aus.',
  code: (code) => `code ${code}`,
  statusCode: (status) => `statusCode ${status}`,
  lineMark: (line) => `Zeile ${line}: Fehler`,
  unreached: 'keine Verbindung',
  waited: (seconds) =>
    `${seconds} s gewartet, wie es das SDK vor einem neuen Versuch tut: Die Uhr dieser Welt ging weiter`,
  messages: (count) => (count === 1 ? 'Die eine Nachricht dieses Laufs' : `Die ${count} Nachrichten dieses Laufs`),
};
