import type { CounterChange, LanePlan, PlannedMoment, Reason } from '#app/lanes/lane-plan.ts';
import type { CounterId, ShownCounter } from '#app/lanes/counters.ts';
import { laneKinds } from '#app/lanes/lane.ts';
import type { LaneKind } from '#app/lanes/lane.ts';
import type { Told, ToldStep } from '#content/types.ts';
import type { LaneScriptId } from '#app/lanes/scripts.ts';

/** A script as it is chosen, and what it asks. */
const scripts: Readonly<Record<LaneScriptId, { readonly title: string; readonly summary: string }>> = {
  scale: {
    title: 'From one machine to eight',
    summary: 'The shop grows. Each machine reads the secret in kv-shop and the images in stshopimages.',
  },
  delete: {
    title: 'Machines are deleted',
    summary: 'First one machine goes, then the last. What is left in Azure of their access?',
  },
  recreate: {
    title: 'Deleted, and made again by the same name',
    summary: 'vm-web-1 is deleted and created anew. Its name is the same; is its access?',
  },
  audit: {
    title: 'Who read it, and how do we stop it',
    summary: 'Three machines read. One of them behaves oddly: which was it, and can it be cut off alone?',
  },
  replace: {
    title: 'The identity has to be replaced',
    summary: 'Four machines run, and what they sign in as has to become another, with the shop open.',
  },
};

type MomentWords = Readonly<Record<PlannedMoment['id'], { readonly title: string; readonly text: string }>>;

const moments: MomentWords = {
  start: {
    title: 'Both designs at the start',
    text: 'On one side each machine has an identity of its own. On the other all machines carry id-shop-reader. The roles are in force.',
  },
  read: {
    title: 'Every machine reads',
    text: 'Each asks its endpoint for tokens, and calls the vault and the account with them.',
  },
  four: {
    title: 'Three more machines',
    text: 'They are made like the first: with an identity of their own, or with the one that exists.',
  },
  eight: {
    title: 'Four more machines',
    text: 'They are made like the others, and nobody thinks of roles yet.',
  },
  grant: {
    title: 'Roles for the new identities',
    text: 'Each identity without roles is given two. Where the identity is an old one there is nothing to do.',
  },
  wait: { title: 'Ten minutes pass', text: 'A role takes up to ten minutes to act, and so does its removal.' },
  deleteOne: {
    title: 'A machine is deleted',
    text: 'What is part of a machine goes with it. What stands by itself stays.',
  },
  deleteLast: {
    title: 'The last machine is deleted',
    text: 'Nobody is left who would use the access. It is worth looking at what is left of it.',
  },
  cleanUp: {
    title: 'Somebody cleans up',
    text: 'Role assignments that name nobody are removed, and so is an identity that nobody uses.',
  },
  create: {
    title: 'The machine is made again',
    text: 'It has the same name, in the same group. A system-assigned identity is a new one all the same.',
  },
  whoRead: {
    title: 'Who read the secret?',
    text: 'Nothing happens in this step but a look at the logs. The vault logs the host that asked, where the token says so; the account logs the object ID alone.',
  },
  cutOff: {
    title: 'vm-web-2 is cut off',
    text: 'On the one side its roles are taken away. On the other the shared roles have to stay, so the identity is detached from it.',
  },
  heldToken: {
    title: 'vm-web-2 tries the tokens it still has',
    text: 'A token lives for up to 24 hours. A role that is gone stops it; an identity that is detached does not.',
  },
  newIdentity: {
    title: 'A new identity',
    text: 'A system-assigned one is turned off and on again. A user-assigned one is made beside the old one, with its roles, while the old one goes on working.',
  },
  switch: {
    title: 'The machines change over',
    text: 'The new identity is attached and the old one detached. Its roles are in force already.',
  },
};

/** A counter and what it counts. */
const counters: Readonly<Record<CounterId, { readonly label: string; readonly hint: string }>> = {
  hosts: { label: 'Machines', hint: 'Virtual machines in the group' },
  principals: { label: 'Service principals', hint: 'In Microsoft Entra ID, deleted ones left out' },
  grants: { label: 'Role assignments', hint: 'Whose principal is there' },
  orphans: { label: 'Orphaned assignments', hint: 'Azure shows them as “Identity not found”' },
  idle: { label: 'Assignments nobody uses', hint: 'Their principal lives, and no machine carries it' },
  changes: { label: 'Changes made', hint: 'Commands that somebody gave since the start' },
  refused: { label: 'Reads refused', hint: 'Since the start' },
  minutes: { label: 'Minutes until all works', hint: 'If nobody does anything more' },
  signIns: { label: 'Rows in the sign-in log', hint: 'A token from a cache leaves none' },
  behindOne: { label: 'Machines behind one identity', hint: 'Who has its token can do what all of them can' },
  toldApartByVault: { label: 'Callers told apart by kv-shop', hint: 'The vault logs the host that asked, too' },
  toldApartByStorage: { label: 'Callers told apart by stshopimages', hint: 'The account logs the object ID alone' },
  outage: { label: 'Longest wait for access', hint: 'In minutes' },
  mostOrphans: { label: 'Most orphaned assignments', hint: 'At any moment' },
  mostIdle: { label: 'Most assignments nobody used', hint: 'At any moment' },
};

const lanes: Readonly<Record<LaneKind, string>> = {
  system: 'An identity each',
  user: 'One identity for all',
};

const kinds: Readonly<Record<LaneKind, string>> = { system: 'system-assigned', user: 'user-assigned' };

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function value(counter: ShownCounter, amount: number | null): string {
  return amount === null && counter === 'minutes' ? 'until somebody acts' : String(amount ?? 0);
}

/** `Role assignments: 8 → 16`: what a moment changed. */
function change({ counter, from, to }: CounterChange): string {
  return `${counters[counter].label}: ${value(counter, from)} → ${value(counter, to)}`;
}

function reason({ counter, system, user, better }: Reason): string {
  const [less, more] = better === 'system' ? [system, user] : [user, system];
  switch (counter) {
    case 'grants':
      return `${less} role assignments instead of ${more}`;
    case 'refused':
      return less === 0
        ? `no read is refused, where the other has ${more}`
        : `${less} reads refused instead of ${more}`;
    case 'outage':
      return less === 0 ? 'nobody waits for a role' : `${less} minutes of waiting instead of ${more}`;
    case 'changes':
      return `${less} commands to give instead of ${more}`;
    case 'behindOne':
      return less === 1
        ? `a token speaks for one machine instead of ${more}`
        : `a token speaks for ${less} machines instead of ${more}`;
    case 'toldApartByStorage':
      return `the log of the account tells ${less} callers apart instead of ${more}`;
    case 'toldApartByVault':
      return `the log of the vault tells ${less} callers apart instead of ${more}`;
    case 'orphans':
    case 'mostOrphans':
      return less === 0 ? 'no assignment is orphaned' : `${less} orphaned assignments instead of ${more}`;
    case 'idle':
    case 'mostIdle':
      return less === 0 ? 'no access stays behind that nobody uses' : `${less} unused assignments instead of ${more}`;
    default:
      return `${counters[counter].label}: ${less} instead of ${more}`;
  }
}

function choose(kind: LaneKind, reasons: readonly Reason[]): string {
  const own = reasons.filter(({ better }) => better === kind).map(reason);
  return own.length === 0 ? '' : `Choose ${kinds[kind]} because of this: ${list(own)}.`;
}

/** What a moment changed in a lane, in one sentence. */
function laneChanges(kind: LaneKind, changed: readonly CounterChange[]): string {
  const what = changed.length === 0 ? 'nothing changes' : changed.map(change).join('; ');
  return `${lanes[kind]}: ${what}.`;
}

/** A moment in words: what happens, and what changes in each lane. */
function told({ id, lanes: views }: PlannedMoment): ToldStep {
  const { title, text } = moments[id];
  const changes = id === 'start' ? [] : laneKinds.map((kind) => laneChanges(kind, views[kind].changed));
  return { title, text: [text, ...changes].join(' ') };
}

function verdict(reasons: readonly Reason[]): readonly string[] {
  return [choose('user', reasons), choose('system', reasons)].filter((sentence) => sentence !== '');
}

const verdictTitle = 'It depends, and on this';

export const laneWords = {
  title: 'Two lanes: the same event, two designs',
  intro:
    'Everything happens in both lanes at once. The numbers are counted in two simulated worlds, and nothing is written down beforehand.',
  script: 'What happens',
  scripts,
  moments,
  counters,
  lanes,
  counter: 'Counter',
  table: 'Counted in both lanes',
  was: (counter: ShownCounter, amount: number | null) => `was ${value(counter, amount)}`,
  value,
  tenant: 'Microsoft Entra tenant',
  picture: (kind: LaneKind) => `The lane “${lanes[kind]}”, drawn. The same is in the table and in the steps.`,
  grantsAt: (count: number) => (count === 1 ? '1 role' : `${count} roles`),
  orphansAt: (count: number) => `${count} orphaned`,
  read: { allowed: 'reads', refused: 'is refused' } as const,
  deletedPrincipal: (name: string) => `${name}, deleted`,
  steps: 'Steps',
  asSteps: 'Read it as steps',
  stepOf: (step: number, all: number) => (step === 0 ? 'Before the first step' : `Step ${step} of ${all}`),
  announce: (step: number, all: number, title: string, text: string) =>
    step === 0 ? `${title}. ${text}` : `Step ${step} of ${all}. ${title}. ${text}`,
  laneChanges,
  verdictTitle,
  verdict,
  told,
  /** A whole script in words, for where no picture can stand. */
  toldScript: ({ script, moments: all, reasons }: LanePlan): Told => ({
    title: scripts[script].title,
    steps: [...all.map(told), { title: verdictTitle, text: verdict(reasons).join(' ') }],
  }),
  open: 'Open the two lanes',
  toTheatre: 'One request, message by message',
  unknownTitle: 'No such script',
  unknownText: (id: string) => `Nothing of the name “${id}” can be played in two lanes. Choose one of these.`,
} as const;
