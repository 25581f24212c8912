import type { Permission } from '#app/sandbox/refusal.ts';
import type { refusalWords as english } from '#ui/words/en/sandbox/refusal.ts';
import type { Translated } from '#ui/words/translation.ts';
import { withArticle } from './kinds.ts';

/** What the permission allows, to be read after „die Berechtigung“; the thing comes with its article, as an object. */
const verbs: Readonly<Record<string, (thing: string) => string>> = {
  write: (thing) => `${thing} zu erstellen oder zu ändern`,
  delete: (thing) => `${thing} zu löschen`,
  assign: (thing) => `${thing} zuzuweisen`,
  start: (thing) => `${thing} zu starten`,
  powerOff: (thing) => `${thing} anzuhalten`,
  deallocate: (thing) => `die Zuordnung für ${thing} aufzuheben`,
  restart: (thing) => `${thing} neu zu starten`,
  runCommand: (thing) => `einen Befehl für ${thing} auszuführen`,
  listKeys: (thing) => `die Schlüssel für ${thing} aufzulisten`,
  regenerateKey: (thing) => `einen Schlüssel für ${thing} zu erneuern`,
  slotsswap: (thing) => `${thing} zu tauschen`,
  manualUpgrade: (thing) => `die Instanzen für ${thing} zu aktualisieren`,
  purge: (thing) => `${thing} endgültig zu löschen`,
  moveResources: () => 'Ressourcen aus einer Ressourcengruppe zu verschieben',
};

/** Types that are no resources of their own, by the last part of their name. */
const parts: Readonly<Record<string, string>> = {
  resourceGroups: 'eine Ressourcengruppe',
  roleAssignments: 'eine Rollenzuweisung',
  denyAssignments: 'eine Ablehnungszuweisung',
  locks: 'eine Sperre',
  federatedIdentityCredentials: 'eine föderierte Anmeldeinformation',
  accessPolicies: 'eine Zugriffsrichtlinie',
  firewallRules: 'eine Firewallregel',
  administrators: 'einen Administrator',
  sqlRoleAssignments: 'eine Datenrolle',
  deletedVaults: 'einen gelöschten Tresor',
  config: 'die Konfiguration einer App',
};

function allowed({ verb, kind, part }: Permission): string {
  const thing = kind === null ? (parts[part] ?? `„${part}“`) : withArticle(kind);
  return verbs[verb]?.(thing) ?? `die Aktion „${verb}“ für ${thing} auszuführen`;
}

/** Words of what to do about a command that Azure refused. */
export const refusalWords: Translated<typeof english> = {
  missing: (who, permission) =>
    `${who} hat im Bereich ${permission.at ?? 'Abonnement'} nicht die Berechtigung, ${allowed(permission)}. In keiner Rolle dort ist enthalten:`,
  missingSome: (who) => `Keine Rolle von ${who} erlaubt das.`,
  actAsYou: 'Als Sie selbst handeln',
  nowYou: 'Sie handeln jetzt als Sie selbst. Versuchen Sie es noch einmal.',
  locked: 'Eine Sperre verbietet es, auch Besitzern.',
  unlock: (name) => `Sperre ${name} entfernen`,
  unlocked: 'Die Sperre ist weg. Versuchen Sie es noch einmal.',
};
