import type { vaultWords as english } from '#ui/words/en/sandbox/vault.ts';
import type { Translated } from '#ui/words/translation.ts';
import { dayOf } from '../time.ts';

/** Words of key vaults. */
export const vaultWords: Translated<typeof english> = {
  model: 'Was über seine Geheimnisse entscheidet',
  models: { rbac: 'Azure-Rollen (RBAC)', accessPolicies: 'Zugriffsrichtlinien des Tresors' },
  setModel: 'Ändern',
  policies: 'Zugriffsrichtlinien',
  noPolicies: 'Niemand hat eine Zugriffsrichtlinie.',
  policiesUnused: 'Der Tresor entscheidet nach Azure-Rollen; bis sich das ändert, zählen diese nicht.',
  policyFor: 'Prinzipal',
  permissions: 'Berechtigungen für Geheimnisse',
  setPolicy: 'Zugriffsrichtlinie speichern',
  removePolicy: (name) => `Zugriffsrichtlinie für ${name} entfernen`,
  deleted: 'Gelöschte Geheimnisse',
  noneDeleted: 'Keine.',
  until: (at) => `bis ${dayOf(at)}`,
  deleteSecret: (name) => `Geheimnis ${name} löschen`,
  recover: (name) => `${name} wiederherstellen`,
  purge: (name) => `${name} endgültig löschen`,
  recoverVault: (name) => `Gelöschten Tresor ${name} wiederherstellen`,
  purgeVault: (name) => `Gelöschten Tresor ${name} endgültig löschen`,
  deletedVaults: 'Gelöschte Tresore',
  newModel: 'Berechtigungsmodell',
  retention: 'Tage, die ein gelöschter Tresor aufbewahrt wird',
};
