import type { homeWords as english } from '#ui/words/en/home.ts';
import type { Translated } from '#ui/words/translation.ts';

export const homeWords: Translated<typeof english> = {
  title: 'Sehen Sie, wie sich eine Azure-App ohne Kennwort anmeldet',
  lead: 'Ein simuliertes Azure in Ihrem Browser. Geben Sie einem virtuellen Computer eine Identität, folgen Sie seinem Token zum Tresor, löschen Sie dann etwas und sehen Sie, was zurückbleibt. Kein Abonnement, kein Konto.',
  start: 'Erste Lektion beginnen',
  goOn: (lesson) => `Weiter mit „${lesson}“`,
  more: 'Oder gleich hierher',
  entries: {
    lessons: { title: 'Lektionen', text: '23 kurze, vom ersten Geheimnis bis zum Betrieb.' },
    flow: { title: 'Tokenfluss', text: 'Jede Anforderung und jede Antwort, Schritt für Schritt, vor und zurück.' },
    lanes: {
      title: 'Zwei Bahnen',
      text: 'Dieselben Ereignisse mit beiden Arten von Identität, nebeneinander und gezählt.',
    },
    sandbox: {
      title: 'Sandbox',
      text: 'Bauen Sie ein eigenes kleines Azure. Zerstören Sie es. Machen Sie es rückgängig.',
    },
    quiz: {
      title: 'Quiz',
      text: 'Systemseitig oder benutzerseitig zugewiesen? Die Lösung liefert der Simulator.',
    },
    reference: {
      title: 'Referenz',
      text: 'Begriffe, Rollen, Fehler, Claims und Grenzwerte, aus den Tabellen des Simulators selbst.',
    },
    ownCode: {
      title: 'Ihr eigener Code',
      text: 'Führen Sie ein Programm mit dem offiziellen Azure-SDK auf Ihrem Computer gegen dieses Azure aus, und sehen Sie jede Anforderung im Bild.',
    },
  },
  miniature: {
    title: (host) => `Wie ${host} ein Geheimnis liest, ohne eines zu speichern`,
    description: (host, target) =>
      `${host} mit seiner Anwendung und IMDS in einem Abonnement, Microsoft Entra ID mit dem Dienstprinzipal von ${host} in einem Mandanten, und ${target} mit einer Rollenzuweisung für ihn.`,
    ready: (count) =>
      count === 0 ? 'Von der Frage bis zum Geheimnis.' : `${count} Nachrichten, von der Frage bis zum Geheimnis.`,
    controls: 'Schritte des Bildes',
    play: 'Abspielen',
    pause: 'Anhalten',
    again: 'Noch einmal abspielen',
    back: 'Zurück',
    next: 'Weiter',
    twin: 'Als Schritte lesen',
    tenant: 'Microsoft Entra-Mandant',
    subscription: 'Azure-Abonnement',
    application: 'Anwendung',
    imds: 'IMDS',
    imdsAddress: '169.254.169.254',
    entra: 'Entra ID',
    secret: 'geheim',
    captions: {
      ask: 'Die Anwendung bittet IMDS, eine Adresse, die nur dieser Computer erreicht, um ein Token für Key Vault. Sie sendet kein Kennwort.',
      prove:
        'Liegt keines im Cache, so fragt IMDS Microsoft Entra ID, mit einem Zertifikat, das Azure für die Identität aufbewahrt.',
      issue: (host) => `Entra ID stellt ein Token für den Dienstprinzipal ${host} aus.`,
      hand: 'IMDS gibt der Anwendung das Token und behält etwa einen Tag lang eine Kopie.',
      call: (target) => `Die Anwendung ruft ${target} auf und zeigt das Token vor.`,
      open: (role) => `Der Tresor findet die Rolle ${role} für diesen Prinzipal und antwortet mit dem Geheimnis.`,
    },
  },
};
