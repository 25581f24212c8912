import * as dictionary from '#domain/kernel/dictionary.ts';
import { assignmentsOf, homeDirectory, isOrphaned } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { resourcesNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { newWorld } from '#domain/timeline/timeline.ts';

/** What a figure's row is at one step. `new`: there again, as another one than before. */
export type Life = 'there' | 'new' | 'gone' | 'deleted' | 'orphaned';

export type LifeRow = 'host' | 'systemPrincipal' | 'systemRole' | 'identity' | 'userPrincipal' | 'userRole';

export const lifeRows: readonly LifeRow[] = [
  'host',
  'systemPrincipal',
  'systemRole',
  'identity',
  'userPrincipal',
  'userRole',
];

const acts = {
  create: [
    { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
    {
      do: 'create',
      kind: 'virtualMachine',
      name: 'vm-web',
      in: 'rg-shop',
      systemAssigned: true,
      userAssigned: ['id-shop-reader'],
    },
    { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
    { do: 'assign-role', role: 'Storage Blob Data Reader', to: 'id-shop-reader', at: 'stshopimages' },
  ],
  delete: [{ do: 'delete', name: 'vm-web' }],
  again: [
    {
      do: 'create',
      kind: 'virtualMachine',
      name: 'vm-web',
      in: 'rg-shop',
      systemAssigned: true,
      userAssigned: ['id-shop-reader'],
    },
  ],
  remove: [{ do: 'delete', name: 'id-shop-reader' }],
} as const satisfies Readonly<Record<string, readonly Step[]>>;

export type Act = keyof typeof acts;

export interface LifeStep {
  readonly act: Act;
  readonly lives: Readonly<Record<LifeRow, Life>>;
}

/** Plays a host's life in the engine and reads after each act what is there of the two identities. */
export function livesOfIdentities(): readonly LifeStep[] {
  let world = runScript(newWorld('lifecycles'), [
    { do: 'create-group', name: 'rg-shop', location: 'westeurope' },
    { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
    { do: 'create', kind: 'storageAccount', name: 'stshopimages', in: 'rg-shop' },
  ]);
  let before: CloudState | null = null;
  return (Object.keys(acts) as Act[]).map((act) => {
    world = runScript(world, acts[act]);
    const lives = livesIn(world.state, before);
    before = world.state;
    return { act, lives };
  });
}

function livesIn(state: CloudState, before: CloudState | null): LifeStep['lives'] {
  return {
    host: resourceLife(state, 'vm-web', before),
    systemPrincipal: principalLife(state, 'vm-web', before),
    systemRole: roleLife(state, 'kv-shop'),
    identity: resourceLife(state, 'id-shop-reader', null),
    userPrincipal: principalLife(state, 'id-shop-reader', before),
    userRole: roleLife(state, 'stshopimages'),
  };
}

function resourceLife(state: CloudState, name: string, before: CloudState | null): Life {
  if (resourcesNamed(state, name).length === 0) return 'gone';
  return before !== null && resourcesNamed(before, name).length === 0 ? 'new' : 'there';
}

function principalLife(state: CloudState, name: string, before: CloudState | null): Life {
  const there = principalsNamed(state, name).length > 0;
  if (!there) return 'deleted';
  return before !== null && principalsNamed(before, name).length === 0 ? 'new' : 'there';
}

function principalsNamed(state: CloudState, name: string) {
  return [...dictionary.values(homeDirectory(state).servicePrincipals)].filter((each) => each.displayName === name);
}

function roleLife(state: CloudState, scopeName: string): Life {
  const role = assignmentsOf(state).find(({ scope }) => scope.endsWith(`/${scopeName}`));
  if (role === undefined) return 'gone';
  return isOrphaned(state, role) ? 'orphaned' : 'there';
}
