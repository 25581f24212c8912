import type { KitLabels } from '#ui/kit/labels.ts';

export const kitWords: KitLabels = {
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren war nicht möglich: Markieren Sie den Text und kopieren Sie ihn von Hand',
  showWhole: 'Werte ganz zeigen',
  showShort: 'Lange Werte kürzen',
  leftOut: (characters) => `… noch ${characters} …`,
  noBody: 'Kein Body',
  crashTitle: 'Dieser Teil funktioniert nicht mehr',
  crashText:
    'Der Fehler liegt im Lab, nicht an Ihnen. Laden Sie neu, um weiterzumachen; Ihre Arbeit wird bei jedem Schritt gespeichert.',
  reload: 'Seite neu laden',
  copyLog: 'Protokoll kopieren',
};
