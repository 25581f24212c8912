import type { Command } from '#domain/cloud/command.ts';
import type { Moment } from '#domain/cloud/moments.ts';
import type { WorldFileProblem } from '#app/sandbox/open-world.ts';
import type { NamedThing } from '#app/sandbox/catalogue.ts';
import type { Names } from '#app/sandbox/names.ts';
import { answerWords } from './sandbox/answer.ts';
import { commandInWords } from './sandbox/commands.ts';
import { deletionWords } from './sandbox/deletion.ts';
import { detailsWords } from './sandbox/details.ts';
import { subjectWords } from './subject.ts';
import { span, when } from './time.ts';

const things: Readonly<Record<NamedThing, string>> = {
  ...subjectWords.kinds,
  secret: 'secret',
  container: 'container',
  blob: 'blob',
};

function fileProblem(problem: WorldFileProblem): string {
  switch (problem.kind) {
    case 'tooLarge':
      return `The file is larger than ${problem.limit / 1_000_000} MB.`;
    case 'notJson':
      return `The file is not JSON: ${problem.detail}`;
    case 'tooDeep':
      return 'The file is nested deeper than a world can be.';
    case 'notAWorld':
      return 'The file is not a world of Managed Identity Lab.';
    case 'newerFormat':
      return `The file has format ${problem.format}, which is newer than this app. Reload the app, then try again.`;
    case 'badField':
      return `A field is wrong, ${problem.path}: ${problem.detail}`;
    case 'doesNotFold':
      return `What happened in it does not fit together: ${problem.detail}`;
    case 'inconsistent':
      return `It holds what no history leads to: ${problem.violation.rule} at ${problem.violation.id}`;
  }
}

function momentInWords({ event }: Moment): string {
  switch (event.type) {
    case 'RoleAssignmentTookEffect':
      return 'role takes effect';
    case 'RoleRemovalTookEffect':
      return 'removed role ends';
    case 'TokenExpired':
      return 'token expires';
    case 'ServicePrincipalReplicated':
      return 'new principal is known everywhere';
    case 'FederatedCredentialTookEffect':
      return 'federated credential is known';
    case 'DeletedSecretPurged':
      return 'deleted secret is purged';
    case 'ServicePrincipalPurged':
      return 'deleted principal is purged';
    case 'DeletedVaultPurged':
      return 'deleted vault is purged';
  }
}

export const sandboxWords = {
  title: 'Sandbox',
  lead: 'A subscription of your own. Build something, delete it, and see what Azure would keep.',
  opening: 'Opening your world',
  needsScript:
    'Here you build a simulated Azure inside your browser: hosts, identities, roles, token requests. It needs JavaScript: switch it on for this page.',
  commandInWords,
  answer: answerWords,
  deletion: deletionWords,
  details: detailsWords,
  graph: 'The world',
  toolbar: 'World tools',
  undo: (step: string | null) => (step === null ? 'Undo' : `Undo: ${step}`),
  redo: (step: string | null) => (step === null ? 'Redo' : `Redo: ${step}`),
  clock: 'Time in this world',
  advance: (seconds: number) =>
    `+${span(seconds).replace('minutes', 'min').replace('minute', 'min').replace('hours', 'h')}`,
  advanceName: (seconds: number) => `Let ${span(seconds)} pass`,
  next: (moment: Moment, now: number) => `${when(moment.at, now)}: ${momentInWords(moment)}`,
  momentInWords,
  nextHint: 'Let time pass until the next thing that is due',
  roleDelay: 'New roles act',
  roleDelays: { seeded: 'within ten minutes, as in Azure', none: 'at once' },
  world: 'World',
  worldTitle: 'Open or save a world',
  starters: 'Start from',
  emptyWorld: 'An empty subscription',
  emptyWorldSummary: 'Nothing in it. Build it yourself.',
  open: (name: string) => `Open ${name}`,
  openShort: 'Open',
  exportFile: 'Save as a file',
  importFile: 'Open a file',
  refusedFile: (name: string) => `${name} was not opened`,
  untouched: 'Your present world is untouched.',
  fileProblem,
  replaced: 'Another world is open now.',
  restore: 'Put the previous world back',
  keep: 'Keep this one',
  saving: 'Saving',
  saved: 'Saved',
  savedWhere: 'Saved in this browser',
  elsewhere: 'This world is open in another tab. Changes made here are not kept.',
  takeOver: 'Keep them here',
  failed: (reason: string) => `The browser could not keep this world (${reason}). Save it as a file.`,
  unreadable: 'Your saved world could not be opened, so you start with an empty one.',
  download: 'Download what was saved',
  create: 'Create',
  createWhat: 'What',
  things,
  name: 'Name',
  group: 'Resource group',
  location: 'Region',
  nameRule: (thing: NamedThing, rule: string) => `This is no name for a ${things[thing]}. Use ${rule}.`,
  nameMissing: (thing: NamedThing) => `The ${things[thing]} needs a name. Type one.`,
  nameUsed: (name: string) => `${name} is there already. Choose another name.`,
  createThing: (thing: NamedThing, name: string) => (name === '' ? `Create ${things[thing]}` : `Create ${name}`),
  systemAssigned: 'System-assigned identity',
  systemAssignedHint: 'Created with the host, deleted with it.',
  userAssigned: 'User-assigned identities',
  refused: (code: string, message: string) => `Azure refuses (${code}): ${message}`,
  emptyTitle: 'Nothing here yet',
  emptyText: 'Open a starting world, or create your first resource group.',
  createGroup: 'Create a resource group',
  log: 'What happened',
  logEmpty: 'Nothing yet.',
  /** A line of the log begins like a sentence, save where it begins with a name. */
  logLine: (command: Command, names: Names) => {
    const line = commandInWords(command, names);
    const beginsWithName = command.type === 'RequestToken' || command.type === 'CallTarget';
    return beginsWithName ? line : line.charAt(0).toUpperCase() + line.slice(1);
  },
  doneBy: (name: string) => `(${name})`,
  seekTo: (line: string) => `Look at the world after: ${line}`,
  reportOf: 'What went, what stayed',
  past: (steps: number) =>
    `You are looking at the past, ${steps === 1 ? '1 step' : `${steps} steps`} back. If you change something here, the later steps are replaced.`,
  backToNow: 'Back to now',
  views: 'Sandbox views',
  tabs: {
    build: 'Build',
    details: 'Details',
    answer: 'Answer',
    directory: 'Directory',
    time: 'Time',
    log: 'Log',
  },
  keys: 'Keys',
  keyHelp: [
    ['U', 'undo'],
    ['R', 'redo'],
    ['N', 'go to the next moment'],
    ['`', 'open or close the terminal'],
    ['?', 'show these keys'],
  ],
} as const;
