import { assignmentsOf, isOrphaned } from '#domain/cloud/queries.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import type { CounterId, ShownCounter } from './counters.ts';
import type { Deed, LaneKind } from './lane.ts';
import { everybodyReads, readsByHeldTokens } from './reading.ts';

/** What happens to both designs alike. */
export const laneScripts = ['scale', 'delete', 'recreate', 'audit', 'replace'] as const;
export type LaneScriptId = (typeof laneScripts)[number];

export type MomentId =
  | 'read'
  | 'four'
  | 'eight'
  | 'grant'
  | 'wait'
  | 'deleteOne'
  | 'deleteLast'
  | 'cleanUp'
  | 'create'
  | 'whoRead'
  | 'cutOff'
  | 'heldToken'
  | 'newIdentity'
  | 'switch';

/** A moment of a script: one thing happens, done as each design has to do it. */
interface Moment {
  readonly id: MomentId;
  readonly done: Readonly<Record<LaneKind, Deed>>;
}

export interface LaneScript {
  /** How many hosts there are before the first moment. */
  readonly hosts: number;
  readonly moments: readonly Moment[];
  /** The counters that it is about. */
  readonly shown: readonly ShownCounter[];
  /** The counters by which the designs are compared in the end. */
  readonly judged: readonly CounterId[];
}

const shared = 'id-shop-reader';
const successor = 'id-shop-reader-2';

/** A role takes as long as Azure says that it may. */
const start: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop', location: 'westeurope' },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'pears-and-plums' },
  { do: 'create', kind: 'storageAccount', name: 'stshopimages', in: 'rg-shop' },
  { do: 'create-container', account: 'stshopimages', name: 'images' },
  {
    do: 'upload-blob',
    account: 'stshopimages',
    container: 'images',
    name: 'logo.svg',
    content: '<svg>Shop logo</svg>',
  },
  { do: 'set-role-delay', minutes: 10 },
];

const wait: Step = { do: 'advance', minutes: 10 };

/** The steps before the first moment: the hosts with their identity or identities, and roles in force. */
export function startOf(kind: LaneKind, { hosts }: LaneScript): readonly Step[] {
  const names = machines(1, hosts);
  const identity: readonly Step[] =
    kind === 'system' ? [] : [{ do: 'create', kind: 'userAssignedIdentity', name: shared, in: 'rg-shop' }];
  const owners = kind === 'system' ? names : [shared];
  return [...start, ...identity, ...names.map((name) => machine(kind, name)), ...owners.flatMap(roles), wait];
}

function machines(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `vm-web-${from + index}`);
}

function machine(kind: LaneKind, name: string): Step {
  const identity = kind === 'system' ? { systemAssigned: true } : { userAssigned: [shared] };
  return { do: 'create', kind: 'virtualMachine', name, in: 'rg-shop', ...identity };
}

function roles(to: string): readonly Step[] {
  return [
    { do: 'assign-role', role: 'Key Vault Secrets User', to, at: 'kv-shop' },
    { do: 'assign-role', role: 'Storage Blob Data Reader', to, at: 'stshopimages' },
  ];
}

const nothing: Deed = (lane) => lane;

function steps(...list: readonly Step[]): Deed {
  return (lane) => ({ ...lane, world: runScript(lane.world, list) });
}

function alike(id: MomentId, deed: Deed): Moment {
  return { id, done: { system: deed, user: deed } };
}

function apart(id: MomentId, system: Deed, user: Deed): Moment {
  return { id, done: { system, user } };
}

const read = alike('read', everybodyReads);
const pass = alike('wait', steps(wait));

function create(id: MomentId, from: number, to: number): Moment {
  const all = (kind: LaneKind) => steps(...machines(from, to).map((name) => machine(kind, name)));
  return apart(id, all('system'), all('user'));
}

/** The same roles, for those hosts: a shared identity has them already. */
function grant(from: number, to: number): Moment {
  return apart('grant', steps(...machines(from, to).flatMap(roles)), nothing);
}

const removeOrphans: Deed = (lane) => ({
  ...lane,
  world: assignmentsOf(lane.world.state)
    .filter((each) => isOrphaned(lane.world.state, each))
    .reduce((held, { id }) => dispatch(held, { type: 'DeleteRoleAssignment', id }), lane.world),
});

function both(...deeds: readonly Deed[]): Deed {
  return (lane) => deeds.reduce((held, deed) => deed(held), lane);
}

function remove(name: string): Deed {
  return steps({ do: 'delete', name });
}

function noMore(host: string): Deed {
  return (lane) => ({ ...lane, cutOff: [...lane.cutOff, host] });
}

const suspect = 'vm-web-2';
const renewed = machines(1, 4);

const always: readonly ShownCounter[] = ['hosts', 'principals', 'grants', 'orphans', 'refused', 'minutes', 'signIns'];

const scripts: Readonly<Record<LaneScriptId, LaneScript>> = {
  scale: {
    hosts: 1,
    moments: [
      read,
      create('four', 2, 4),
      grant(2, 4),
      pass,
      read,
      create('eight', 5, 8),
      read,
      grant(5, 8),
      pass,
      read,
    ],
    shown: [...always, 'changes', 'behindOne', 'toldApartByStorage'],
    judged: ['grants', 'refused', 'outage', 'changes', 'behindOne', 'toldApartByStorage'],
  },
  delete: {
    hosts: 2,
    moments: [
      read,
      alike('deleteOne', remove('vm-web-2')),
      read,
      alike('deleteLast', remove('vm-web-1')),
      apart('cleanUp', removeOrphans, both(remove(shared), removeOrphans)),
    ],
    shown: [...always, 'changes', 'idle'],
    judged: ['mostOrphans', 'mostIdle', 'changes'],
  },
  recreate: {
    hosts: 1,
    moments: [read, alike('deleteOne', remove('vm-web-1')), create('create', 1, 1), read, grant(1, 1), pass, read],
    shown: [...always, 'changes'],
    judged: ['orphans', 'refused', 'outage', 'changes'],
  },
  audit: {
    hosts: 3,
    moments: [
      read,
      alike('whoRead', nothing),
      apart(
        'cutOff',
        both(
          steps(
            { do: 'remove-role', role: 'Key Vault Secrets User', from: suspect, at: 'kv-shop' },
            { do: 'remove-role', role: 'Storage Blob Data Reader', from: suspect, at: 'stshopimages' },
          ),
          noMore(suspect),
        ),
        both(steps({ do: 'detach', identity: shared, from: suspect }), noMore(suspect)),
      ),
      pass,
      alike('heldToken', readsByHeldTokens(suspect)),
    ],
    shown: [...always, 'behindOne', 'toldApartByVault', 'toldApartByStorage'],
    judged: ['toldApartByVault', 'toldApartByStorage', 'behindOne', 'grants'],
  },
  replace: {
    hosts: 4,
    moments: [
      read,
      apart(
        'newIdentity',
        steps(
          ...renewed.flatMap((on): readonly Step[] => [
            { do: 'disable-system-assigned', on },
            { do: 'enable-system-assigned', on },
          ]),
        ),
        steps({ do: 'create', kind: 'userAssignedIdentity', name: successor, in: 'rg-shop' }, ...roles(successor)),
      ),
      read,
      apart('grant', steps(...renewed.flatMap(roles)), nothing),
      pass,
      apart(
        'switch',
        nothing,
        steps(
          ...renewed.flatMap((host): readonly Step[] => [
            { do: 'attach', identity: successor, to: host },
            { do: 'detach', identity: shared, from: host },
          ]),
        ),
      ),
      read,
      apart('cleanUp', removeOrphans, both(remove(shared), removeOrphans)),
    ],
    shown: [...always, 'changes', 'idle'],
    judged: ['refused', 'outage', 'changes', 'mostOrphans'],
  },
};

export function laneScript(id: LaneScriptId): LaneScript {
  return scripts[id];
}
