import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import { dayOf, when } from '../time.ts';

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What a deletion will do, in one line under its button. */
function forecast(report: DeletionReport): string {
  const goes = [
    report.resources.length > 1 ? count(report.resources.length, 'resource', 'resources') : '',
    report.principals.length > 0 ? count(report.principals.length, 'service principal', 'service principals') : '',
    report.removedAssignments.length > 0
      ? count(report.removedAssignments.length, 'role assignment', 'role assignments')
      : '',
  ].filter((part) => part !== '');
  const stays = [
    report.orphanedAssignments.length > 0
      ? `${count(report.orphanedAssignments.length, 'role assignment', 'role assignments')} as Identity not found`
      : '',
    report.survivors.length > 0 ? report.survivors.map(({ name }) => name).join(', ') : '',
    report.liveTokens.length > 0 ? count(report.liveTokens.length, 'issued token', 'issued tokens') : '',
  ].filter((part) => part !== '');
  const parts = [
    goes.length > 0 ? `Goes with it: ${goes.join(', ')}.` : '',
    stays.length > 0 ? `Stays: ${stays.join(', ')}.` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : 'Nothing else goes with it.';
}

export const deletionWords = {
  title: 'What went, what stayed',
  went: 'Went',
  stayed: 'Stayed',
  forecast,
  dismiss: 'Close',
  nothingElse: 'Nothing else.',
  turnedOff: 'goes on, without its system-assigned identity',
  principal: 'Service principal',
  onDeletedList: (purgeAt: number) =>
    `on the deleted list until ${dayOf(purgeAt)}; there it can be seen, but neither restored nor purged by hand`,
  removed: 'Role assignment',
  removedWhy: 'its scope is gone',
  orphaned: (role: string, scope: string) => `${role} on ${scope === '' ? 'the subscription' : scope}`,
  orphanedWhy: 'a role assignment without a principal: it gives nobody access; remove it when you like',
  token: 'Token, already issued',
  tokenUntil: (at: number, now: number) =>
    `good until ${when(at, now)}, wherever it is; take its role away to stop it sooner`,
  survivor: 'User-assigned identity',
  survivorWhy: 'a resource of its own: it let go of the host and stays',
  stale: (identity: string) => `still refers to ${identity}`,
  staleWhy: 'no new token comes of it; detach it from the host',
  heldName: 'The name of the deleted vault',
  heldNameUntil: (at: number) => `taken until ${dayOf(at)}, or until the vault is purged`,
  purge: (name: string) => `Purge ${name}`,
} as const;
