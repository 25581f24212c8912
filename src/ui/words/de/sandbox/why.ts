import type { OpenedBy } from '#app/sandbox/why.ts';
import type { Link } from '#app/sandbox/chain.ts';
import type { whyWords as english } from '#ui/words/en/sandbox/why.ts';
import type { Translated } from '#ui/words/translation.ts';
import { when } from '../time.ts';

const openedBy: Readonly<Record<OpenedBy, string>> = {
  role: 'über eine Azure-Rolle',
  accessPolicy: 'über eine Zugriffsrichtlinie',
  cosmosRole: 'über eine Datenrolle',
  databaseUser: 'als Benutzer der Datenbank',
  databaseAdministrator: 'als Administrator des Servers',
  accountKeys: 'durch Auflisten der Kontoschlüssel',
  accessPolicyWrite: 'über eine selbst geschriebene Zugriffsrichtlinie',
};

const verdicts: Readonly<Record<Link['verdict']['kind'], string>> = {
  token: 'hat ein Token bekommen',
  unavailable: 'hier nicht verwendbar',
  failed: 'fehlgeschlagen, beendet die Kette',
  notReached: 'nicht gefragt',
};

/** Words of why something is refused, what can be reached, and which credential answers. */
export const whyWords: Translated<typeof english> = {
  allow: 'Was es erlauben würde',
  nothing: 'Nichts, was sich in dieser Welt ändern lässt, würde es erlauben.',
  anotherRequest: 'ein anderes Token anfordern, ohne etwas in Azure zu ändern',
  nameIt: (identity) => `in der Anforderung ${identity} nennen, mit ihrer Client-ID`,
  timeOnly: 'Zeit vergehen lassen: Eine Rolle, die es erlaubt, wird wirksam',
  /** What is done one after the other. */
  inTurn: (deeds) => deeds.join(', dann '),
  /** As a line of its own; a name such as vm-web at its start stays as it is. */
  asHeading: (what) => (/^\p{Ll}+\s/u.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what),
  acts: (at, now) => `wirkt ab ${when(at, now)}`,
  doIt: 'Ausführen',
  doThis: (what) => `Ausführen: ${what}`,
  done: 'Erledigt.',
  doneLater: (at, now) => `Erledigt. Es wirkt ab ${when(at, now)}.`,
  again: 'Noch einmal fragen',
  goAndAsk: (at, now) => `Bis ${when(at, now)} vorspulen und fragen`,
  reach: 'Was von hier aus erreichbar ist',
  reachHint: 'Mit Rechten, die jetzt wirken; Firewalls bleiben außer Betracht.',
  reachNobody: 'Niemand sonst, und nichts.',
  speakAs: 'Kann sprechen als',
  open: 'Kann öffnen',
  itself: 'sich selbst',
  opened: (target, by, operations) => `${target}: ${operations} ${openedBy[by]}`,
  as: (name) => `als ${name}`,
  runCode: (host) => `führt Code auf ${host} aus`,
  codeOnHost: (host) => `Code auf ${host} bekommt die Tokens des Hosts`,
  attach: (identity, host) => `fügt ${identity} an ${host} an`,
  federate: (identity) => `gibt ${identity} eine föderierte Anmeldeinformation`,
  whoActs: 'Wer als sie handeln kann',
  whoActsHint: 'Mit Rechten, die jetzt wirken, und durch Code, der auf einem Host läuft.',
  nobodyActs: 'Niemand.',
  codeOn: (host) => `Code auf ${host}`,
  chain: 'DefaultAzureCredential',
  chainHint:
    'Die Anmeldeinformationen, die das SDK der Reihe nach versucht, und was jede von hier aus jetzt sagen würde.',
  scope: 'Bereich (Scope), ohne /.default',
  selection: 'AZURE_TOKEN_CREDENTIALS',
  notSet: 'nicht gesetzt',
  clientId: 'managedIdentityClientId',
  none: 'keine',
  verdicts,
  ended: (run) => {
    if (run.kind === 'notRunning') return 'Dort läuft kein Code.';
    if (run.kind === 'invalid') return run.message;
    if (run.error === null) return 'getToken() gibt ein Token zurück.';
    return `getToken() löst ${run.error.name} aus.`;
  },
  askLikeThis: 'So fragen',
  askLikeIt: (credential) => `So fragen: ${credential}`,
  requests: (count) => (count === 1 ? '1 Anforderung' : `${count} Anforderungen`),
};
