import type { HostKind, TargetKind } from '#domain/arm/resource.ts';
import { subjectWords } from './subject.ts';

const dayOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const timeOf = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** Seconds since 1970 as `1 April 2026`. */
function date(seconds: number): string {
  return dayOf.format(seconds * 1000);
}

/** As `09:04`, with the date where it is not today's. */
function moment(seconds: number, now: number): string {
  const time = timeOf.format(seconds * 1000);
  return date(seconds) === date(now) ? time : `${time} on ${date(seconds)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Up to three names, then how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** A service account by its name, any other subject as it stands. */
function workloadOf(subject: string): string {
  return subject.replace(/^system:serviceaccount:([^:]+):/, 'service account $1/');
}

const { kinds } = subjectWords;

const principals = {
  system: kinds.systemPrincipal,
  user: kinds.userPrincipal,
  person: kinds.person,
  group: kinds.group,
  application: kinds.appRegistration,
} as const;

export const graphWords = {
  title: 'The world',
  keys: 'Arrow keys move between things, Enter selects, plus and minus zoom, Shift and arrow keys move the picture.',
  subscription: 'Subscription',
  rootScope: 'tenant root group',
  tenant: 'Tenant',
  entra: 'Microsoft Entra ID',
  tenantInFull: 'Tenant (Microsoft Entra ID)',
  deletedList: 'Deleted service principals',
  deletedListNote: 'kept for 30 days',
  noneDeleted: 'none',
  emptySubscription: 'Nothing is here yet: create a resource group, then something in it.',
  emptyTenant: 'Each identity gets a service principal here.',
  emptyGroup: 'empty',
  lost: 'deleted, reference stays',

  controls: 'The picture',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  asList: 'Show as a list',
  asPicture: 'Show as a picture',
  legend: 'What the shapes mean',
  closeLegend: 'Close',
  move: { up: 'Move up', down: 'Move down', left: 'Move left', right: 'Move right' },
  legendItems: {
    host: 'A host: a machine or an app that runs code',
    systemAssignedIdentity: 'Its system-assigned identity, part of the host',
    userAssignedIdentity: 'A user-assigned identity, a resource of its own',
    systemPrincipal: 'Service principal of a system-assigned identity',
    userPrincipal: 'Service principal of a user-assigned identity',
    person: 'A person, a group or an application of the tenant',
    role: 'A role assignment, from the principal to its scope',
    pending: 'Granted or removed, not yet effective',
    orphanedRole: 'Its principal is gone: Identity not found',
    deletedPrincipal: 'A deleted service principal',
  },

  node: {
    subscription: kinds.subscription,
    group: (location: string) => `${kinds.resourceGroup}, ${location}`,
    cluster: `${kinds.aksCluster}, its pods sign in by workload identity`,
    host: (kind: HostKind, isOn: boolean) => `${kinds[kind]}, system-assigned identity ${isOn ? 'on' : 'off'}`,
    uses: (identities: readonly string[]) => (identities.length === 0 ? '' : `, uses ${listed(identities)}`),
    identity: (hosts: readonly string[]) =>
      `${kinds.userAssignedIdentity}, ${hosts.length === 0 ? 'used by no host' : `used by ${listed(hosts)}`}`,
    trusts: (subjects: readonly string[]) =>
      subjects.length === 0 ? '' : `, trusts ${listed(subjects.map(workloadOf))} by federated credential`,
    missingIdentity: `deleted ${kinds.userAssignedIdentity}, hosts still refer to it`,
    target: (kind: TargetKind, roles: number) =>
      `${kinds[kind]}, ${roles === 0 ? 'no role assignments' : counted(roles, 'role assignment', 'role assignments')}`,
    principal: (hue: keyof typeof principals) => principals[hue],
    deletedPrincipal: (purgeAt: number) => `${kinds.deletedPrincipal}, purged on ${date(purgeAt)}`,
  },
  named: (name: string, what: string) => `${name}, ${what}`,
  purgeNote: (purgeAt: number) => `purged on ${date(purgeAt)}`,

  role: {
    label: (role: string, principal: string, scope: string, status: string) =>
      `${role}, role assignment of ${principal} at ${scope}, ${status}`,
    orphanLabel: (role: string, principal: string, scope: string) =>
      `${role}, ${kinds.orphanedRole} at ${scope}, ${principal}`,
    notFound: subjectWords.identityNotFound,
    wasOf: (name: string) => `${subjectWords.identityNotFound}, was ${name}`,
    effective: (since: number, now: number) => `effective since ${moment(since, now)}`,
    pending: (until: number, now: number) => `not yet effective, by ${moment(until, now)}`,
    ending: (until: number, now: number) => `removed, honored until ${moment(until, now)}`,
    orphaned: 'the assignment stays, and nobody can use it',
    pendingNote: (until: number, now: number) => `effective at ${moment(until, now)}`,
    endingNote: (until: number, now: number) => `removed, honored until ${moment(until, now)}`,
    principal: 'Principal',
    scope: 'Scope',
    time: 'Effect',
  },

  outline: {
    title: 'The world as a list',
    noPrincipals: 'No service principals',
    nothingIn: 'Nothing in it',
    roleOf: (principal: string, isOrphan: boolean) => (isOrphan ? principal : `of ${principal}`),
    roleAt: (scope: string) => `at ${scope}`,
  },

  changesTitle: 'What changed last',
  changes: {
    hostGone: (name: string, withTab: boolean) =>
      withTab ? `${name} is gone, and its system-assigned identity with it.` : `${name} is gone.`,
    resourceGone: (name: string) => `${name} is gone.`,
    groupGone: (name: string) => `Resource group ${name} is gone.`,
    turnedOff: (name: string) => `The system-assigned identity of ${name} is off.`,
    identityGone: (name: string) => `User-assigned identity ${name} is gone.`,
    staleReference: (host: string, name: string) => `${host} still refers to ${name}, which no longer exists.`,
    letGo: (host: string, identity: string) => `${identity} let go of ${host} and stays.`,
    detached: (host: string, identity: string) => `${identity} is detached from ${host}.`,
    principalDeleted: (name: string, purgeAt: number) =>
      `Service principal ${name} is on the deleted list until ${date(purgeAt)}.`,
    principalPurged: (name: string) => `Service principal ${name} is purged from the deleted list.`,
    roleOrphaned: (role: string, scope: string) => `The role assignment ${role} at ${scope} stays: Identity not found.`,
    roleGone: (role: string, scope: string) => `The role assignment ${role} at ${scope} is gone.`,
    roleEnding: (role: string, scope: string, until: number, now: number) =>
      `The role assignment ${role} at ${scope} is removed and honored until ${moment(until, now)}.`,
    groupNew: (name: string) => `Resource group ${name} is new.`,
    resourceNew: (name: string, what: string) => `${name} is new: ${what}.`,
    turnedOn: (name: string) => `The system-assigned identity of ${name} is on.`,
    principalNew: (name: string) => `Microsoft Entra ID has a new service principal: ${name}.`,
    attached: (host: string, identity: string) => `${host} may use ${identity}.`,
    roleNew: (role: string, name: string, scope: string, status: string) =>
      `${name} has ${role} at ${scope}, ${status}.`,
    roleEffective: (role: string, scope: string) => `${role} at ${scope} is effective now.`,
    back: 'The world is as it was before.',
  },
} as const;
