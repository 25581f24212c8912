import type { Moment } from '#domain/cloud/moments.ts';
import type { WorldFileProblem } from '#app/sandbox/open-world.ts';
import type { sandboxWords as english } from '#ui/words/en/sandbox.ts';
import type { Translated } from '#ui/words/translation.ts';
import { answerWords } from './sandbox/answer.ts';
import { commandInWords } from './sandbox/commands.ts';
import { deletionWords } from './sandbox/deletion.ts';
import { detailsWords } from './sandbox/details.ts';
import { things } from './sandbox/kinds.ts';
import { nameRules } from './sandbox/name-rules.ts';
import { span, when } from './time.ts';

function fileProblem(problem: WorldFileProblem): string {
  switch (problem.kind) {
    case 'tooLarge':
      return `Die Datei ist größer als ${problem.limit / 1_000_000} MB.`;
    case 'notJson':
      return `Die Datei ist kein JSON: ${problem.detail}`;
    case 'tooDeep':
      return 'Die Datei ist tiefer verschachtelt, als eine Welt sein kann.';
    case 'notAWorld':
      return 'Die Datei ist keine Welt von Managed Identity Lab.';
    case 'newerFormat':
      return `Die Datei hat das Format ${problem.format}, das neuer ist als diese App. Laden Sie die App neu, und versuchen Sie es dann noch einmal.`;
    case 'badField':
      return `Ein Feld ist falsch, ${problem.path}: ${problem.detail}`;
    case 'doesNotFold':
      return `Was darin geschehen ist, passt nicht zusammen: ${problem.detail}`;
    case 'inconsistent':
      return `Sie enthält etwas, wozu kein Verlauf führt: ${problem.violation.rule} bei ${problem.violation.id}`;
  }
}

/** A noun, so that the name of what it is about can follow. */
function momentInWords({ event }: Moment): string {
  switch (event.type) {
    case 'RoleAssignmentTookEffect':
      return 'Wirkungsbeginn der Rolle';
    case 'RoleRemovalTookEffect':
      return 'Wirkungsende der entfernten Rolle';
    case 'TokenExpired':
      return 'Ablauf des Tokens';
    case 'ServicePrincipalReplicated':
      return 'Bekanntwerden des Prinzipals';
    case 'FederatedCredentialTookEffect':
      return 'Bekanntwerden der Anmeldeinformation';
    case 'DeletedSecretPurged':
      return 'Endgültige Löschung des Geheimnisses';
    case 'ServicePrincipalPurged':
      return 'Endgültige Löschung des Prinzipals';
    case 'DeletedVaultPurged':
      return 'Endgültige Löschung des Tresors';
  }
}

export const sandboxWords: Translated<typeof english> = {
  title: 'Sandbox',
  lead: 'Ein eigenes Abonnement. Bauen Sie etwas, löschen Sie es, und sehen Sie, was Azure behalten würde.',
  opening: 'Ihre Welt wird geöffnet',
  needsScript:
    'Hier bauen Sie ein simuliertes Azure in Ihrem Browser: Hosts, Identitäten, Rollen, Tokenanforderungen. Das braucht JavaScript: Schalten Sie es für diese Seite ein.',
  commandInWords,
  answer: answerWords,
  deletion: deletionWords,
  details: detailsWords,
  graph: 'Die Welt',
  toolbar: 'Werkzeuge der Welt',
  undo: (step) => (step === null ? 'Zurück' : `Zurück: ${step}`),
  redo: (step) => (step === null ? 'Wieder' : `Wieder: ${step}`),
  clock: 'Zeit in dieser Welt',
  advance: (seconds) =>
    `+${span(seconds)
      .replace(/Minuten?/, 'min')
      .replace('Stunden', 'h')
      .replace('Tage', 'd')}`,
  advanceName: (seconds) => `${span(seconds)} vergehen lassen`,
  next: (moment, now) => `${when(moment.at, now)}: ${momentInWords(moment)}`,
  momentInWords,
  nextHint: 'Zeit vergehen lassen, bis das Nächste ansteht',
  roleDelay: 'Neue Rollen wirken',
  roleDelays: { seeded: 'binnen zehn Minuten, wie in Azure', none: 'sofort' },
  world: 'Welt',
  worldTitle: 'Welt öffnen oder speichern',
  starters: 'Beginnen mit',
  emptyWorld: 'Ein leeres Abonnement',
  emptyWorldSummary: 'Nichts darin. Bauen Sie es selbst auf.',
  open: (name) => `${name} öffnen`,
  openShort: 'Öffnen',
  exportFile: 'Als Datei speichern',
  importFile: 'Datei öffnen',
  refusedFile: (name) => `${name} wurde nicht geöffnet`,
  untouched: 'Ihre jetzige Welt bleibt unverändert.',
  fileProblem,
  replaced: 'Jetzt ist eine andere Welt geöffnet.',
  restore: 'Vorige Welt zurückholen',
  keep: 'Diese behalten',
  saving: 'Wird gespeichert',
  saved: 'Gespeichert',
  savedWhere: 'In diesem Browser gespeichert',
  elsewhere: 'Diese Welt ist in einem anderen Tab geöffnet. Was Sie hier ändern, wird nicht gespeichert.',
  takeOver: 'Hier speichern',
  failed: (reason) => `Der Browser konnte diese Welt nicht speichern (${reason}). Speichern Sie sie als Datei.`,
  unreadable: 'Ihre gespeicherte Welt ließ sich nicht öffnen; Sie beginnen deshalb mit einer leeren.',
  download: 'Gespeichertes herunterladen',
  create: 'Erstellen',
  createWhat: 'Was',
  things,
  name: 'Name',
  group: 'Ressourcengruppe',
  location: 'Region',
  // The rule comes in English: the German table has the same for each thing.
  nameRule: (thing, _rule) => `Dieser Name ist hier nicht möglich (${things[thing]}). Erlaubt: ${nameRules[thing]}.`,
  nameMissing: (thing) => `Der Name fehlt (${things[thing]}). Geben Sie einen ein.`,
  nameUsed: (name) => `${name} gibt es schon. Wählen Sie einen anderen Namen.`,
  createThing: (_thing, name) => (name === '' ? 'Erstellen' : `${name} erstellen`),
  systemAssigned: 'Systemseitig zugewiesene Identität',
  systemAssignedHint: 'Mit dem Host erstellt, mit ihm gelöscht.',
  userAssigned: 'Benutzerseitig zugewiesene Identitäten',
  refused: (code, message) => `Azure lehnt ab (${code}): ${message}`,
  emptyTitle: 'Hier ist noch nichts',
  emptyText: 'Öffnen Sie eine vorbereitete Welt, oder erstellen Sie Ihre erste Ressourcengruppe.',
  createGroup: 'Ressourcengruppe erstellen',
  log: 'Was geschah',
  logEmpty: 'Noch nichts.',
  /** A command begins with a noun or with a name already; a name keeps its small letter. */
  logLine: commandInWords,
  doneBy: (name) => `(${name})`,
  seekTo: (line) => `Die Welt ansehen nach: ${line}`,
  reportOf: 'Was ging, was blieb',
  past: (steps) =>
    `Sie sehen die Vergangenheit, ${steps === 1 ? '1 Schritt' : `${steps} Schritte`} zurück. Wenn Sie hier etwas ändern, werden die späteren Schritte ersetzt.`,
  backToNow: 'Zurück zum Jetzt',
  views: 'Ansichten der Sandbox',
  tabs: {
    build: 'Bauen',
    details: 'Details',
    answer: 'Antwort',
    directory: 'Verzeichnis',
    time: 'Zeit',
    log: 'Verlauf',
  },
  keys: 'Tasten',
  keyHelp: [
    ['U', 'rückgängig machen'],
    ['R', 'wiederholen'],
    ['N', 'zum nächsten Zeitpunkt gehen'],
    ['`', 'Terminal öffnen oder schließen'],
    ['?', 'diese Tasten zeigen'],
  ],
};
