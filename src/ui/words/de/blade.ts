import type { bladeWords as english } from '#ui/words/en/blade.ts';
import type { Translated } from '#ui/words/translation.ts';
import { dayOf } from './time.ts';

/** The Identity menu of the portal, drawn anew. Labels are those of the German portal where it has them. */
export const bladeWords: Translated<typeof english> = {
  drawing: 'Eigene Zeichnung',
  title: (host) => `${host} | Identität`,
  caption:
    'Das Menü „Identität“ eines virtuellen Computers als Formular, das wirklich funktioniert. Was Sie speichern, geschieht im simulierten Azure.',
  way: 'Wo das im Portal steht',
  home: 'Startseite',
  menuOf: (host) => `Menü von ${host}`,
  /** The menu at the left, in the groups that the portal has. Only Identity works here. */
  menu: [
    { group: '', items: ['Übersicht', 'Aktivitätsprotokoll', 'Zugriffssteuerung (IAM)', 'Tags'] },
    { group: 'Einstellungen', items: ['Datenträger', 'Netzwerk', 'Konfiguration'] },
    { group: 'Sicherheit', items: ['Identität', 'Microsoft Defender for Cloud'] },
  ],
  siteMenu: [
    { group: '', items: ['Übersicht', 'Aktivitätsprotokoll', 'Zugriffssteuerung (IAM)', 'Tags'] },
    { group: 'Bereitstellung', items: ['Bereitstellungsslots', 'Bereitstellungscenter'] },
    { group: 'Einstellungen', items: ['Umgebungsvariablen', 'Identität', 'Authentifizierung'] },
  ],
  current: 'Identität',
  label: 'Menü „Identität“',
  tabs: { system: 'Systemseitig zugewiesen', user: 'Benutzerseitig zugewiesen' },
  commands: 'Befehle',
  status: 'Status',
  off: 'Aus',
  on: 'Ein',
  save: 'Speichern',
  discard: 'Verwerfen',
  refresh: 'Aktualisieren',
  refreshed: 'Neu gelesen. Was Sie sehen, ist gespeichert.',
  yes: 'Ja',
  no: 'Nein',
  enableTitle: 'Systemseitig zugewiesene verwaltete Identität aktivieren',
  enableText: (host) =>
    `„${host}“ wird bei Microsoft Entra ID registriert. Danach können „${host}“ Berechtigungen für den Zugriff auf Ressourcen erteilt werden, die durch Microsoft Entra ID geschützt sind. Möchten Sie die systemseitig zugewiesene verwaltete Identität für „${host}“ aktivieren?`,
  disableTitle: 'Systemseitig zugewiesene verwaltete Identität deaktivieren',
  disableText: (host) =>
    `Der Dienstprinzipal von ${host} wird gelöscht. Wird der Status wieder eingeschaltet, entsteht ein neuer, mit anderer ID und ohne die Rollen.`,
  principalId: 'Objekt-ID (Prinzipal-ID)',
  noPrincipal: 'Erscheint, wenn der Status „Ein“ und gespeichert ist.',
  saved: (host, id) => `Gespeichert. ${host} hat einen Dienstprinzipal, ${id}.`,
  removed: (host) => `Gespeichert. ${host} hat keine systemseitig zugewiesene Identität.`,
  permissions: 'Berechtigungen',
  roleAssignments: 'Azure-Rollenzuweisungen',
  rolesOf: (name) => `Azure-Rollenzuweisungen von ${name}`,
  rolesHint: 'Was die Identität darf. Eine neue Zuweisung braucht bis zu zehn Minuten, bis sie wirkt.',
  noRoles: 'Noch keine: Die Identität öffnet nichts.',
  addRole: 'Rollenzuweisung hinzufügen',
  backToIdentity: 'Zurück zu „Identität“',
  systemHint: 'Eine je Ressource; sie lebt so lange wie die Ressource.',
  userHint:
    'Benutzerseitig zugewiesene Identitäten sind eigene Ressourcen. Fügen Sie so viele an, wie die Arbeit braucht.',
  none: 'Keine benutzerseitig zugewiesene Identität angefügt.',
  add: 'Hinzufügen',
  remove: 'Entfernen',
  attached: 'Angefügte Identitäten',
  openRoles: (name) => `Rollen von ${name}`,
  stale: 'gelöscht; der Verweis ist geblieben',
  addTitle: 'Benutzerseitig zugewiesene verwaltete Identität hinzufügen',
  filter: 'Nach Namen filtern',
  found: 'Identitäten des Abonnements',
  noneFound: 'Keine Identität mit diesem Namen.',
  allAdded: 'Alle Identitäten des Abonnements sind angefügt.',
  noIdentities: 'Im Abonnement gibt es keine benutzerseitig zugewiesene Identität. Erstellen Sie zuerst eine.',
  addChosen: (count) => {
    if (count === 0) return 'Identitäten hinzufügen';
    return count === 1 ? '1 Identität hinzufügen' : `${count} Identitäten hinzufügen`;
  },
  cancel: 'Abbrechen',
  removeTitle: 'Benutzerseitig zugewiesene verwaltete Identität entfernen',
  removeText: (names, host) =>
    `Nicht länger an ${host} angefügt: ${names}. Die Identität selbst, ihr Prinzipal und ihre Rollen bleiben.`,
  added: (names, host) => `An ${host} angefügt: ${names}.`,
  detached: (names, host) => `Nicht länger an ${host} angefügt: ${names}.`,
  list: (names) => {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} und ${last}`;
  },
  effects: 'Was es in der Welt bewirkt hat',
  block: 'Identitätsblock der Ressource',
  tenant: 'Dienstprinzipale in Microsoft Entra ID',
  noPrincipals: 'Keine.',
  deletedUntil: (at) => `gelöscht; auf der Liste der gelöschten bis ${dayOf(at)}`,
  lastCommand: 'Das Letzte, was getan wurde, als Befehl',
  nothingDone: 'Noch wurde nichts getan.',
  inPortal: 'Wie das Menü „Identität“ im Portal',
};
