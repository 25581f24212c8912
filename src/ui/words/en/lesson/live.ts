import type { Expectation } from '#domain/script/script.ts';
import { span } from '../time.ts';

/** What is wanted, and what there is instead; `found` is empty where there is nothing to compare. */
interface GoalWords {
  readonly wanted: string;
  readonly found: string;
}

/** One line of the checklist in words. `found` is the text of a finding. */
function goalInWords(expectation: Expectation, found: string): GoalWords {
  if ('status' in expectation) return answerGoal(expectation, found);
  if ('failure' in expectation) {
    return {
      wanted: failures[expectation.failure],
      found: found === '' ? 'an answer came, or none was asked for' : '',
    };
  }
  if ('claim' in expectation) return claimGoal(expectation, found);
  if ('count' in expectation) {
    return { wanted: counted(expectation.count, expectation.is), found: `now ${found}` };
  }
  return worldGoal(expectation, found);
}

type About<Key extends string> = Extract<Expectation, Record<Key, unknown>>;

function answerGoal({ status, contains, fromCache }: About<'status'>, found: string): GoalWords {
  const holding = contains === undefined ? '' : ` and holds “${contains}”`;
  const kept = fromCache === undefined ? '' : fromCache ? ', from the cache' : ', asked for anew';
  const got = found.slice(0, 3);
  const other = got === String(status) ? `it is ${got}, with other contents` : `it is ${got}`;
  return { wanted: `The last answer is ${status}${holding}${kept}`, found: found === '' ? 'no answer yet' : other };
}

function claimGoal(expectation: About<'claim'>, found: string): GoalWords {
  const none = found === '' ? 'no token yet' : `it is ${short(found)}`;
  if ('idOf' in expectation) {
    const { claim, id, idOf } = expectation;
    return { wanted: `The token’s ${claim} is the ${ids[id]} of ${idOf}`, found: none };
  }
  const { claim, is } = expectation;
  if (is === null) return { wanted: `The token has no claim ${claim}`, found: found === '' ? '' : none };
  return { wanted: `The token’s ${claim} is ${is}`, found: none };
}

function worldGoal(expectation: About<'exists'> | About<'identity'> | About<'newPrincipal'>, found: string): GoalWords {
  if ('exists' in expectation) {
    const { exists, is } = expectation;
    return is
      ? { wanted: `${exists} is there`, found: 'it is not' }
      : { wanted: `${exists} is deleted`, found: 'it is still there' };
  }
  if ('identity' in expectation) {
    const now = found === '' ? 'there is no such host' : (carries[found] ?? found);
    return { wanted: `${expectation.identity} carries ${carries[expectation.is] ?? ''}`, found: `now ${now}` };
  }
  return expectation.is
    ? {
        wanted: `${expectation.newPrincipal} has another service principal than at first`,
        found: 'it has its first one, or none',
      }
    : { wanted: `${expectation.newPrincipal} still has its first service principal`, found: 'it has another one' };
}

const failures: Readonly<Record<About<'failure'>['failure'], string>> = {
  unreachable: 'The last request reaches nobody',
  nameNotResolved: 'The last request goes to a name that leads nowhere',
  endpointNotSet: 'The application finds no endpoint to ask',
  notRunning: 'The application does not run, for its machine does not',
  originGone: 'The application is gone with its host',
};

const ids = { principal: 'object (principal) ID', client: 'client ID', resource: 'resource ID' } as const;

const carries: Readonly<Record<string, string>> = {
  None: 'no identity',
  SystemAssigned: 'a system-assigned identity only',
  UserAssigned: 'user-assigned identities only',
  'SystemAssigned, UserAssigned': 'a system-assigned and a user-assigned identity',
};

const things: Readonly<Record<About<'count'>['count'], readonly [one: string, many: string]>> = {
  principals: ['service principal', 'service principals'],
  'deleted-principals': ['deleted service principal', 'deleted service principals'],
  'role-assignments': ['role assignment', 'role assignments'],
  'orphaned-assignments': ['orphaned role assignment', 'orphaned role assignments'],
  'live-tokens': ['token in use', 'tokens in use'],
  hosts: ['host', 'hosts'],
};

function counted(what: About<'count'>['count'], count: number): string {
  const [one, many] = things[what];
  if (count === 0) return `There is no ${one}`;
  return count === 1 ? `There is exactly one ${one}` : `There are exactly ${count} ${many}`;
}

function short(value: string): string {
  return value.length > 13 ? `${value.slice(0, 8)}…` : value;
}

/** Words of a live world within a lesson. */
export const liveWords = {
  title: 'Try it',
  goalInWords,
  goal: 'What is to be true',
  met: 'done',
  open: 'open',
  found: (text: string) => `(${text})`,
  done: 'Done',
  actions: 'What you can do here',
  tabs: {
    create: 'Create',
    identity: 'Identity',
    role: 'Role',
    token: 'Token',
    call: 'Call',
    delete: 'Delete',
    time: 'Time',
    chain: 'Credential',
    workflow: 'Workflow',
    sdk: 'SDK',
    terminal: 'Terminal',
  },
  host: 'Where',
  laptop: 'a laptop',
  sdkOpening: 'Opening the editor',
  noHost: 'There is no host to do this on.',
  deleteWhich: 'What to delete',
  delete: (name: string) => `Delete ${name}`,
  nothingToDelete: 'There is nothing left to delete.',
  outcome: 'What came back',
  noOutcome: 'You have asked for nothing yet.',
  undo: 'Undo',
  redo: 'Redo',
  startAgain: 'Start again',
  showSolution: 'Show the solution',
  nextStep: 'Next step',
  solution: (step: number, all: number) => (step === 0 ? `Solution, ${all} steps` : `Solution, step ${step} of ${all}`),
  stopSolution: 'Try it yourself',
  clock: (time: string) => `It is ${time} in this world.`,
  advance: (seconds: number) => `Let ${span(seconds)} pass`,
  selected: (name: string) => `Ids of ${name}`,
} as const;
