import type { Expectation } from '#domain/script/script.ts';
import type { liveWords as english } from '#ui/words/en/lesson/live.ts';
import type { Translated } from '#ui/words/translation.ts';
import { span } from '../time.ts';

type About<Key extends string> = Extract<Expectation, Record<Key, unknown>>;
type GoalWords = ReturnType<(typeof english)['goalInWords']>;

/** One line of the checklist in words. `found` is the text of a finding. */
function goalInWords(expectation: Expectation, found: string): GoalWords {
  if ('status' in expectation) return answerGoal(expectation, found);
  if ('failure' in expectation) {
    return {
      wanted: failures[expectation.failure],
      found: found === '' ? 'es kam eine Antwort, oder es wurde nichts angefordert' : '',
    };
  }
  if ('claim' in expectation) return claimGoal(expectation, found);
  if ('count' in expectation) {
    return { wanted: counted(expectation.count, expectation.is), found: `jetzt ${found}` };
  }
  return worldGoal(expectation, found);
}

/** `Die letzte Antwort ist 200, kommt aus dem Cache und enthält „access_token“` */
function answerGoal({ status, contains, fromCache }: About<'status'>, found: string): GoalWords {
  const kept = fromCache === undefined ? [] : [fromCache ? 'kommt aus dem Cache' : 'kommt nicht aus dem Cache'];
  const holding = contains === undefined ? [] : [`enthält „${contains}“`];
  const parts = [`ist ${status}`, ...kept, ...holding];
  const last = parts.pop() ?? '';
  const said = parts.length === 0 ? last : `${parts.join(', ')} und ${last}`;
  const got = found.slice(0, 3);
  const other = got === String(status) ? `sie ist ${got}, mit anderem Inhalt` : `sie ist ${got}`;
  return { wanted: `Die letzte Antwort ${said}`, found: found === '' ? 'noch keine Antwort' : other };
}

function claimGoal(expectation: About<'claim'>, found: string): GoalWords {
  const none = found === '' ? 'noch kein Token' : `er ist ${short(found)}`;
  if ('idOf' in expectation) {
    const { claim, id, idOf } = expectation;
    return { wanted: `Der Claim ${claim} des Tokens ist die ${ids[id]} von ${idOf}`, found: none };
  }
  const { claim, is } = expectation;
  if (is === null) return { wanted: `Das Token hat keinen Claim ${claim}`, found: found === '' ? '' : none };
  return { wanted: `Der Claim ${claim} des Tokens ist ${is}`, found: none };
}

function worldGoal(expectation: About<'exists'> | About<'identity'> | About<'newPrincipal'>, found: string): GoalWords {
  if ('exists' in expectation) {
    const { exists, is } = expectation;
    return is
      ? { wanted: `${exists} ist vorhanden`, found: 'nicht vorhanden' }
      : { wanted: `${exists} ist gelöscht`, found: 'noch vorhanden' };
  }
  if ('identity' in expectation) {
    const now = found === '' ? 'es gibt keinen solchen Host' : `jetzt ${carries[found] ?? found}`;
    return { wanted: `${expectation.identity} hat ${carries[expectation.is] ?? ''}`, found: now };
  }
  return expectation.is
    ? {
        wanted: `${expectation.newPrincipal} hat einen anderen Dienstprinzipal als zu Beginn`,
        found: 'den ersten oder keinen',
      }
    : { wanted: `${expectation.newPrincipal} hat noch den ersten Dienstprinzipal`, found: 'einen anderen' };
}

const failures: Readonly<Record<About<'failure'>['failure'], string>> = {
  unreachable: 'Die letzte Anforderung erreicht niemanden',
  nameNotResolved: 'Die letzte Anforderung geht an einen Namen, der nirgendwohin führt',
  endpointNotSet: 'Die Anwendung findet keinen Endpunkt, den sie fragen könnte',
  notRunning: 'Die Anwendung läuft nicht, weil ihr Computer nicht läuft',
  originGone: 'Die Anwendung ist mit ihrem Host verschwunden',
};

const ids = { principal: 'Objekt-ID (Prinzipal-ID)', client: 'Client-ID', resource: 'Ressourcen-ID' } as const;

const carries: Readonly<Record<string, string>> = {
  None: 'keine Identität',
  SystemAssigned: 'nur eine systemseitig zugewiesene Identität',
  UserAssigned: 'nur benutzerseitig zugewiesene Identitäten',
  'SystemAssigned, UserAssigned': 'eine systemseitig und eine benutzerseitig zugewiesene Identität',
};

type Numbers = readonly [none: string, one: string, many: string];

const things: Readonly<Record<About<'count'>['count'], Numbers>> = {
  principals: ['keinen Dienstprinzipal', 'einen Dienstprinzipal', 'Dienstprinzipale'],
  'deleted-principals': [
    'keinen gelöschten Dienstprinzipal',
    'einen gelöschten Dienstprinzipal',
    'gelöschte Dienstprinzipale',
  ],
  'role-assignments': ['keine Rollenzuweisung', 'eine Rollenzuweisung', 'Rollenzuweisungen'],
  'orphaned-assignments': [
    'keine verwaiste Rollenzuweisung',
    'eine verwaiste Rollenzuweisung',
    'verwaiste Rollenzuweisungen',
  ],
  'live-tokens': ['kein Token, das noch gilt', 'ein Token, das noch gilt', 'Tokens, die noch gelten'],
  hosts: ['keinen Host', 'einen Host', 'Hosts'],
};

function counted(what: About<'count'>['count'], count: number): string {
  const [none, one, many] = things[what];
  if (count === 0) return `Es gibt ${none}`;
  return `Es gibt genau ${count === 1 ? one : `${count} ${many}`}`;
}

function short(value: string): string {
  return value.length > 13 ? `${value.slice(0, 8)}…` : value;
}

/** Words of a live world within a lesson. */
export const liveWords: Translated<typeof english> = {
  title: 'Probieren Sie es aus',
  goalInWords,
  goal: 'Was gelten soll',
  met: 'erreicht',
  open: 'offen',
  found: (text) => `(${text})`,
  done: 'Geschafft',
  actions: 'Was Sie hier tun können',
  tabs: {
    create: 'Erstellen',
    identity: 'Identität',
    role: 'Rolle',
    token: 'Token',
    call: 'Aufruf',
    delete: 'Löschen',
    time: 'Zeit',
    chain: 'Credential-Kette',
    workflow: 'Workflow',
    sdk: 'SDK',
    terminal: 'Terminal',
  },
  host: 'Wo',
  laptop: 'ein Laptop',
  sdkOpening: 'Editor wird geöffnet',
  noHost: 'Es gibt keinen Host, auf dem das ginge.',
  deleteWhich: 'Was gelöscht wird',
  delete: (name) => `${name} löschen`,
  nothingToDelete: 'Es gibt nichts mehr zu löschen.',
  outcome: 'Was zurückkam',
  noOutcome: 'Sie haben noch nichts angefordert.',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  startAgain: 'Neu beginnen',
  showSolution: 'Lösung zeigen',
  nextStep: 'Nächster Schritt',
  solution: (step, all) =>
    step === 0 ? `Lösung, ${all === 1 ? '1 Schritt' : `${all} Schritte`}` : `Lösung, Schritt ${step} von ${all}`,
  stopSolution: 'Selbst versuchen',
  clock: (time) => `In dieser Welt ist es ${time} Uhr.`,
  advance: (seconds) => `${span(seconds)} vergehen lassen`,
  selected: (name) => `IDs von ${name}`,
};
