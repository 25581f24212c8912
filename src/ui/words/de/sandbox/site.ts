import type { UnauthenticatedAction } from '#domain/appservice/state.ts';
import type { siteWords as english } from '#ui/words/en/sandbox/site.ts';
import type { Translated } from '#ui/words/translation.ts';

const unauthenticated: Readonly<Record<UnauthenticatedAction, string>> = {
  RedirectToLoginPage: '302, zur Anmeldeseite',
  AllowAnonymous: 'Einlass',
  Return401: '401',
  Return403: '403',
};

/** Words of web apps, function apps and slots. */
export const siteWords: Translated<typeof english> = {
  settings: 'App-Einstellungen',
  noSettings: 'Noch keine Einstellung.',
  settingName: 'Name der Einstellung',
  settingValue: 'Wert',
  sticky: 'Bleibt beim Tausch der Slots in ihrem Slot',
  stickyChip: 'Slot-Einstellung',
  set: 'Einstellung speichern',
  remove: (name) => `Einstellung ${name} entfernen`,
  offerReference: 'Key Vault-Verweis',
  offerConnection: 'Identitätsbasierte Verbindung',
  resolve: (name) => `Verweis ${name} auflösen`,
  open: (name) => `Verbindung ${name} öffnen`,
  referenceIdentity: 'Identität für Key Vault-Verweise',
  systemAssigned: 'Systemseitig zugewiesen',
  setReferenceIdentity: 'Diese Identität verwenden',
  authentication: 'Anmeldung vor der App (Easy Auth)',
  authenticationOff: 'Aus: Alle erreichen den Code der App.',
  authenticationOn: (name) => `Ein: Wer aufruft, zeigt ein Token für ${name} vor.`,
  application: 'App-Registrierung',
  noApplication: 'Registrieren Sie zuerst eine Anwendung im Verzeichnis.',
  clients: 'Welche Clients eingelassen werden',
  anyClient: 'alle',
  unauthenticated: 'Wer kein Token vorzeigt, bekommt',
  unauthenticatedActions: unauthenticated,
  turnOn: 'Anmeldung einschalten',
  turnOff: 'Anmeldung ausschalten',
  slot: 'Slot',
  swap: 'Mit der Produktion tauschen',
  swapHint:
    'Einstellungen ziehen mit dem Code um, Slot-Einstellungen und Identitäten bleiben: Der Code läuft danach als die Identität des Platzes, an dem er steht.',
};
