import type { graphWords as english } from '#ui/words/en/graph.ts';
import type { Translated } from '#ui/words/translation.ts';
import { subjectWords } from './subject.ts';

const dayOf = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const timeOf = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** Seconds since 1970 as `1. April 2026`. */
function date(seconds: number): string {
  return dayOf.format(seconds * 1000);
}

/** As `09:04`, with the date before it where it is not today's. */
function moment(seconds: number, now: number): string {
  const time = timeOf.format(seconds * 1000);
  return date(seconds) === date(now) ? time : `${date(seconds)}, ${time}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Up to three names, then how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} weitere`] : names;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} und ${shown.at(-1) ?? ''}`;
}

/** A service account by its name, any other subject as it stands. */
function workloadOf(subject: string): string {
  return subject.replace(/^system:serviceaccount:([^:]+):/, 'Dienstkonto $1/');
}

const { kinds } = subjectWords;

const principals = {
  system: kinds.systemPrincipal,
  user: kinds.userPrincipal,
  person: kinds.person,
  group: kinds.group,
  application: kinds.appRegistration,
} as const;

export const graphWords: Translated<typeof english> = {
  title: 'Die Welt',
  keys: 'Die Pfeiltasten führen von einem zum anderen, die Eingabetaste wählt aus, Plus und Minus zoomen, Umschalt und Pfeiltasten verschieben das Bild.',
  subscription: 'Abonnement',
  rootScope: 'Stammgruppe des Mandanten',
  tenant: 'Mandant',
  entra: 'Microsoft Entra ID',
  tenantInFull: 'Mandant (Microsoft Entra ID)',
  deletedList: 'Gelöschte Dienstprinzipale',
  deletedListNote: '30 Tage aufbewahrt',
  noneDeleted: 'keine',
  emptySubscription: 'Noch leer: Erstellen Sie eine Ressourcengruppe, dann etwas darin.',
  emptyTenant: 'Hier entstehen die Dienstprinzipale.',
  emptyGroup: 'leer',
  lost: 'gelöscht, Verweis bleibt',

  controls: 'Das Bild',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fit: 'Alles zeigen',
  asList: 'Als Liste zeigen',
  asPicture: 'Als Bild zeigen',
  legend: 'Was die Formen bedeuten',
  closeLegend: 'Schließen',
  move: { up: 'Nach oben', down: 'Nach unten', left: 'Nach links', right: 'Nach rechts' },
  legendItems: {
    host: 'Ein Host: ein Computer oder eine App, worauf Code läuft',
    systemAssignedIdentity: 'Seine systemseitig zugewiesene Identität, ein Teil des Hosts',
    userAssignedIdentity: 'Eine benutzerseitig zugewiesene Identität, eine eigene Ressource',
    systemPrincipal: 'Dienstprinzipal einer systemseitig zugewiesenen Identität',
    userPrincipal: 'Dienstprinzipal einer benutzerseitig zugewiesenen Identität',
    person: 'Eine Person, eine Gruppe oder eine Anwendung des Mandanten',
    role: 'Eine Rollenzuweisung, vom Prinzipal zu ihrem Bereich',
    pending: 'Zugewiesen oder entfernt, noch nicht wirksam',
    orphanedRole: 'Ihr Prinzipal ist weg: Identität nicht gefunden',
    deletedPrincipal: 'Ein gelöschter Dienstprinzipal',
  },

  node: {
    subscription: kinds.subscription,
    group: (location) => `${kinds.resourceGroup}, ${location}`,
    cluster: `${kinds.aksCluster}, seine Pods melden sich über eine Workloadidentität an`,
    host: (kind, isOn) =>
      `${kinds[kind]} ${isOn ? 'mit systemseitig zugewiesener' : 'ohne systemseitig zugewiesene'} Identität`,
    uses: (identities) => (identities.length === 0 ? '' : `, verwendet ${listed(identities)}`),
    identity: (hosts) =>
      `${kinds.userAssignedIdentity}, ${hosts.length === 0 ? 'von keinem Host verwendet' : `verwendet von ${listed(hosts)}`}`,
    trusts: (subjects) =>
      subjects.length === 0
        ? ''
        : `, vertraut über föderierte Anmeldeinformationen: ${listed(subjects.map(workloadOf))}`,
    missingIdentity: `gelöschte ${kinds.userAssignedIdentity}, Hosts verweisen noch auf sie`,
    target: (kind, roles) =>
      `${kinds[kind]}, ${roles === 0 ? 'keine Rollenzuweisungen' : counted(roles, 'Rollenzuweisung', 'Rollenzuweisungen')}`,
    principal: (hue) => principals[hue],
    deletedPrincipal: (purgeAt) => `${kinds.deletedPrincipal}, endgültig gelöscht am ${date(purgeAt)}`,
  },
  named: (name, what) => `${name}, ${what}`,
  purgeNote: (purgeAt) => `bleibt bis ${date(purgeAt)}`,

  role: {
    label: (role, principal, scope, status) => `${role}, Rollenzuweisung für ${principal}, Bereich ${scope}, ${status}`,
    orphanLabel: (role, principal, scope) => `${role}, ${kinds.orphanedRole}, Bereich ${scope}, ${principal}`,
    notFound: subjectWords.identityNotFound,
    wasOf: (name) => `${subjectWords.identityNotFound}, vorher ${name}`,
    effective: (since, now) => `wirksam seit ${moment(since, now)}`,
    pending: (until, now) => `noch nicht wirksam, spätestens ${moment(until, now)}`,
    ending: (until, now) => `entfernt, gilt noch bis ${moment(until, now)}`,
    orphaned: 'die Zuweisung bleibt, und niemand kann sie verwenden',
    pendingNote: (until, now) => `wirksam ab ${moment(until, now)}`,
    endingNote: (until, now) => `entfernt, gilt bis ${moment(until, now)}`,
    principal: 'Prinzipal',
    scope: 'Bereich',
    time: 'Wirkung',
  },

  outline: {
    title: 'Die Welt als Liste',
    noPrincipals: 'Keine Dienstprinzipale',
    nothingIn: 'Nichts darin',
    roleOf: (principal, isOrphan) => (isOrphan ? principal : `für ${principal}`),
    roleAt: (scope) => `Bereich ${scope}`,
  },

  changesTitle: 'Was sich zuletzt geändert hat',
  changes: {
    hostGone: (name, withTab) =>
      withTab ? `${name} ist weg, und damit auch die systemseitig zugewiesene Identität.` : `${name} ist weg.`,
    resourceGone: (name) => `${name} ist weg.`,
    groupGone: (name) => `Die Ressourcengruppe ${name} ist weg.`,
    turnedOff: (name) => `Die systemseitig zugewiesene Identität von ${name} ist ausgeschaltet.`,
    identityGone: (name) => `Die benutzerseitig zugewiesene Identität ${name} ist weg.`,
    staleReference: (host, name) => `${host} verweist noch auf ${name}, die es nicht mehr gibt.`,
    letGo: (host, identity) => `${identity} hat sich von ${host} gelöst und bleibt.`,
    detached: (host, identity) => `${identity} ist von ${host} getrennt.`,
    principalDeleted: (name, purgeAt) =>
      `Der Dienstprinzipal ${name} steht bis ${date(purgeAt)} auf der Liste der gelöschten.`,
    principalPurged: (name) => `Der Dienstprinzipal ${name} ist endgültig von der Liste der gelöschten entfernt.`,
    roleOrphaned: (role, scope) => `Die Rollenzuweisung ${role} im Bereich ${scope} bleibt: Identität nicht gefunden.`,
    roleGone: (role, scope) => `Die Rollenzuweisung ${role} im Bereich ${scope} ist weg.`,
    roleEnding: (role, scope, until, now) =>
      `Die Rollenzuweisung ${role} im Bereich ${scope} ist entfernt und gilt noch bis ${moment(until, now)}.`,
    groupNew: (name) => `Die Ressourcengruppe ${name} ist neu.`,
    resourceNew: (name, what) => `${name} ist neu: ${what}.`,
    turnedOn: (name) => `Die systemseitig zugewiesene Identität von ${name} ist eingeschaltet.`,
    principalNew: (name) => `Microsoft Entra ID hat einen neuen Dienstprinzipal: ${name}.`,
    attached: (host, identity) => `${host} darf ${identity} verwenden.`,
    roleNew: (role, name, scope, status) => `${name} hat ${role} im Bereich ${scope}, ${status}.`,
    roleEffective: (role, scope) => `${role} im Bereich ${scope} ist jetzt wirksam.`,
    back: 'Die Welt ist wieder wie vorher.',
  },
};
