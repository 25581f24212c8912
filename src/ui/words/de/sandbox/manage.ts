import type { LockLevel } from '#domain/arm/lock.ts';
import type { manageWords as english } from '#ui/words/en/sandbox/manage.ts';
import type { Translated } from '#ui/words/translation.ts';

const levels: Readonly<Record<LockLevel, string>> = {
  CanNotDelete: 'das Löschen',
  ReadOnly: 'auch jede Änderung: nur lesen',
};

/** Words of what every resource can have: tags, locks, another group. */
export const manageWords: Translated<typeof english> = {
  manage: 'Tags, Sperren, Gruppe',
  tags: 'Tags',
  tagsHint: 'In der Form Name=Wert, durch Kommas getrennt. Sie ersetzen die vorhandenen Tags.',
  noTags: 'Keine Tags.',
  setTags: 'Tags festlegen',
  tagProblem: 'Ein Tag wird in der Form Name=Wert geschrieben.',
  locks: 'Sperren',
  noLocks: 'Keine Sperre hier.',
  lockName: 'Name der Sperre',
  level: 'Was sie verbietet',
  levels,
  lock: 'Sperre hinzufügen',
  unlock: (name) => `Sperre ${name} entfernen`,
  inherited: (scope) => `von ${scope} geerbt`,
  move: 'Andere Ressourcengruppe',
  moveTo: 'Ziel-Ressourcengruppe',
  moveIt: (name) => `${name} verschieben`,
  moveHint: 'Die Ressourcen-ID ändert sich; was die alte nennt, findet die Ressource nicht mehr.',
  noOtherGroup: 'Es gibt keine andere Ressourcengruppe.',
  writeIdentity: 'Identität wie mit REST schreiben',
  writeHint:
    'PUT ersetzt das ganze Identitätsobjekt, PATCH ändert, was darin steht. Eine benutzerseitig zugewiesene Identität ist eine ARM-ID mit {}, oder mit null, um sie zu entfernen.',
  method: 'Methode',
  identityObject: 'identity',
  badJson: 'Das ist kein JSON eines Identitätsobjekts.',
  send: (method) => `${method} senden`,
  deny: 'Ablehnungszuweisungen',
  noDeny: 'Keine hier.',
  denyHint:
    'Ein Bereitstellungsstapel oder eine verwaltete Anwendung erstellt sie; sie gehen jeder Rolle vor, auch der des Besitzers.',
  denyName: 'Name der Ablehnungszuweisung',
  denied: 'Was abgelehnt wird',
  denyActions: {
    delete: 'Löschen (*/delete)',
    write: 'jede Änderung (*/write)',
    secrets: 'Lesen von Geheimnissen',
    blobs: 'Lesen von Blobs',
  },
  denyWho: 'Für wen',
  everyone: 'Alle',
  addDeny: 'Ablehnen',
  removeDeny: (name) => `Ablehnungszuweisung ${name} entfernen`,
};
