import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import type { deletionWords as english } from '#ui/words/en/sandbox/deletion.ts';
import type { Translated } from '#ui/words/translation.ts';
import { dayOf, when } from '../time.ts';

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What a deletion will do, in one line under its button. */
function forecast(report: DeletionReport): string {
  const goes = [
    report.resources.length > 1 ? count(report.resources.length, 'Ressource', 'Ressourcen') : '',
    report.principals.length > 0 ? count(report.principals.length, 'Dienstprinzipal', 'Dienstprinzipale') : '',
    report.removedAssignments.length > 0
      ? count(report.removedAssignments.length, 'Rollenzuweisung', 'Rollenzuweisungen')
      : '',
  ].filter((part) => part !== '');
  const stays = [
    report.orphanedAssignments.length > 0
      ? `${count(report.orphanedAssignments.length, 'Rollenzuweisung', 'Rollenzuweisungen')} (Identität nicht gefunden)`
      : '',
    report.survivors.length > 0 ? report.survivors.map(({ name }) => name).join(', ') : '',
    report.liveTokens.length > 0 ? count(report.liveTokens.length, 'ausgestelltes Token', 'ausgestellte Tokens') : '',
  ].filter((part) => part !== '');
  const parts = [
    goes.length > 0 ? `Geht mit: ${goes.join(', ')}.` : '',
    stays.length > 0 ? `Bleibt: ${stays.join(', ')}.` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : 'Sonst geht nichts mit.';
}

export const deletionWords: Translated<typeof english> = {
  title: 'Was ging, was blieb',
  went: 'Gegangen',
  stayed: 'Geblieben',
  forecast,
  dismiss: 'Schließen',
  nothingElse: 'Sonst nichts.',
  turnedOff: 'läuft weiter, ohne systemseitig zugewiesene Identität',
  principal: 'Dienstprinzipal',
  onDeletedList: (purgeAt) =>
    `bis ${dayOf(purgeAt)} auf der Liste der gelöschten; dort ist er zu sehen, lässt sich aber weder wiederherstellen noch von Hand endgültig löschen`,
  removed: 'Rollenzuweisung',
  removedWhy: 'ihr Bereich ist weg',
  orphaned: (role, scope) => `${role}, Bereich ${scope === '' ? 'Abonnement' : scope}`,
  orphanedWhy: 'eine Rollenzuweisung ohne Prinzipal: Sie gibt niemandem Zugriff; Sie können sie jederzeit entfernen',
  token: 'Token, schon ausgestellt',
  tokenUntil: (at, now) =>
    `gültig bis ${when(at, now)}, wo immer es ist; entfernen Sie die Rolle, um es früher zu entwerten`,
  survivor: 'Benutzerseitig zugewiesene Identität',
  survivorWhy: 'eine eigene Ressource: Sie hat sich vom Host gelöst und bleibt',
  stale: (identity) => `verweist noch auf ${identity}`,
  staleWhy: 'daraus wird kein neues Token; trennen Sie sie vom Host',
  heldName: 'Der Name des gelöschten Tresors',
  heldNameUntil: (at) => `belegt bis ${dayOf(at)}, oder bis der Tresor endgültig gelöscht ist`,
  purge: (name) => `${name} endgültig löschen`,
};
