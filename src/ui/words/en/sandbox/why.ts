import type { OpenedBy } from '#app/sandbox/why.ts';
import type { ChainRun, Link } from '#app/sandbox/chain.ts';
import { when } from '../time.ts';

const openedBy: Readonly<Record<OpenedBy, string>> = {
  role: 'by an Azure role',
  accessPolicy: 'by an access policy',
  cosmosRole: 'by a data role',
  databaseUser: 'as a user of the database',
  databaseAdministrator: 'as the administrator of the server',
  accountKeys: 'by listing the account keys',
  accessPolicyWrite: 'by writing itself an access policy',
};

const verdicts: Readonly<Record<Link['verdict']['kind'], string>> = {
  token: 'got a token',
  unavailable: 'not to be used here',
  failed: 'failed, and ends the chain',
  notReached: 'not asked',
};

/** Words of why something is refused, what can be reached, and which credential answers. */
export const whyWords = {
  allow: 'What would allow it',
  nothing: 'Nothing that can be changed in this world would allow it.',
  anotherRequest: 'ask for another token, with no change to Azure',
  nameIt: (identity: string) => `name ${identity} in the request, by its client ID`,
  timeOnly: 'let time pass: a role that allows it takes effect',
  /** What is done one after the other. */
  inTurn: (deeds: readonly string[]) => deeds.join(', then '),
  /** As a line of its own; a name such as vm-web at its start stays as it is. */
  asHeading: (what: string) => (/^\p{Ll}+\s/u.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what),
  acts: (at: number, now: number) => `acts from ${when(at, now)} on`,
  doIt: 'Do it',
  doThis: (what: string) => `Do it: ${what}`,
  done: 'Done.',
  doneLater: (at: number, now: number) => `Done. It acts from ${when(at, now)} on.`,
  again: 'Ask again',
  goAndAsk: (at: number, now: number) => `Go to ${when(at, now)} and ask again`,
  reach: 'What can be reached from here',
  reachHint: 'By rights that act now; firewalls are left out.',
  reachNobody: 'Nobody else, and nothing.',
  speakAs: 'Can speak as',
  open: 'Can open',
  itself: 'itself',
  opened: (target: string, by: OpenedBy, operations: string) => `${target}: ${operations} ${openedBy[by]}`,
  as: (name: string) => `as ${name}`,
  runCode: (host: string) => `runs code on ${host}`,
  codeOnHost: (host: string) => `code on ${host} gets its tokens`,
  attach: (identity: string, host: string) => `attaches ${identity} to ${host}`,
  federate: (identity: string) => `gives ${identity} a federated credential`,
  whoActs: 'Who can act as it',
  whoActsHint: 'By rights that act now, and by code that runs on a host.',
  nobodyActs: 'Nobody.',
  codeOn: (host: string) => `Code on ${host}`,
  chain: 'DefaultAzureCredential',
  chainHint: 'The credentials that the SDK tries in turn, and what each would say from here now.',
  scope: 'Scope, without /.default',
  selection: 'AZURE_TOKEN_CREDENTIALS',
  notSet: 'not set',
  clientId: 'managedIdentityClientId',
  none: 'none',
  verdicts,
  ended: (run: ChainRun) => {
    if (run.kind === 'notRunning') return 'No code runs there.';
    if (run.kind === 'invalid') return run.message;
    if (run.error === null) return 'getToken() returns a token.';
    return `getToken() throws ${run.error.name}.`;
  },
  askLikeThis: 'Ask like this',
  askLikeIt: (credential: string) => `Ask like this: ${credential}`,
  requests: (count: number) => (count === 1 ? '1 request' : `${count} requests`),
} as const;
