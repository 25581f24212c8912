import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { fromIso } from '#domain/kernel/instant.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import type { Journal } from '../../../src/companion/world/journal.ts';
import { openSharedWorld } from '../../../src/companion/world/shared-world.ts';
import type { SharedWorld, SharedWorldSettings } from '../../../src/companion/world/shared-world.ts';

/** A machine's clock that a test sets. */
export interface MachineClock {
  now: number;
}

export const today = fromIso('2026-11-24T12:00:00Z');

export function machine(now: number = today): MachineClock {
  return { now };
}

/** A new world with roles that count at once, followed by a clock that stands. */
export function shared(more: Partial<SharedWorldSettings> = {}): SharedWorld {
  return openSharedWorld({
    seed: 'shared',
    journal: null,
    clock: () => today,
    roleDelay: { kind: 'fixed', seconds: 0 },
    ...more,
  });
}

/** A journal in memory, with the entries that are in it by now. */
export function inMemory(seed: string): Journal & { readonly held: () => readonly Entry[] } {
  let held: Entry[] = [];
  return {
    seed,
    entries: [],
    state: newCloud(seed),
    expectSound: () => {},
    isSound: () => true,
    async append(lines) {
      held.push(...lines.map((line) => JSON.parse(line) as Entry));
    },
    written: async () => {},
    async compact(entries) {
      held = [...entries];
    },
    async replace(_seed, entries) {
      held = [...entries];
    },
    close: async () => {},
    held: () => held,
  };
}

/** What entries fold to. */
export function folded(seed: string, entries: readonly Entry[]): CloudState {
  let state = newCloud(seed);
  for (const { events } of entries) state = fold(state, events);
  return state;
}

/** A state without what a journal does not keep: the number of requests, and the time that passed since the last entry. */
export function kept(state: CloudState): unknown {
  return { ...state, now: null, ordinals: dictionary.remove(state.ordinals, 'request') };
}

/** A state without the number of requests. */
export function uncounted(state: CloudState): unknown {
  return { ...state, ordinals: dictionary.remove(state.ordinals, 'request') };
}

/** Commands of others, given to a world one after another. */
export function give(world: SharedWorld, ...commands: readonly Command[]): void {
  for (const command of commands) world.run(() => command);
}

/** What somebody did, with the seconds that passed before it. */
export interface Turn {
  readonly seconds: number;
  readonly command: Command;
  readonly by: Caller;
}

export function takeTurns(world: SharedWorld, clock: MachineClock, turns: readonly Turn[]): void {
  for (const { seconds, command, by } of turns) {
    clock.now += seconds;
    world.run(() => command, by);
  }
}

/** A shop with a machine that may have tokens. */
export const shop: readonly Command[] = [
  { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' },
  {
    type: 'CreateResource',
    kind: 'virtualMachine',
    resourceGroup: 'rg-shop',
    name: 'vm-web',
    location: 'westeurope',
    identity: { systemAssigned: true, userAssigned: [] },
  },
  { type: 'CreateResource', kind: 'keyVault', resourceGroup: 'rg-shop', name: 'kv-shop', location: 'westeurope' },
];

/** The shop's storage account, with a container. */
export const account: readonly Command[] = [
  {
    type: 'CreateResource',
    kind: 'storageAccount',
    resourceGroup: 'rg-shop',
    name: 'stshop',
    location: 'westeurope',
  },
  { type: 'CreateContainer', accountId: accountId(newCloud('shared')), name: 'images' },
];

/** The shop's one blob with other content. */
export function blob(state: CloudState, content: string): Command {
  return { type: 'UploadBlob', accountId: accountId(state), container: 'images', name: 'logo.svg', content };
}

function accountId({ subscriptionId }: CloudState): ResourceId {
  return resourceId(subscriptionId, 'rg-shop', 'storageAccount', 'stshop');
}

/** A token for the machine of the shop: issued the first time, then from the cache. */
export function token(state: CloudState, resource = 'https://vault.azure.net'): Command {
  const vm = resourceId(state.subscriptionId, 'rg-shop', 'virtualMachine', 'vm-web');
  return askForToken(state, { kind: 'host', resourceId: vm }, { resource, selector: null });
}

export function secret({ subscriptionId }: CloudState, name: string, value = 'pears'): Command {
  return {
    type: 'SetSecret',
    vaultId: resourceId(subscriptionId, 'rg-shop', 'keyVault', 'kv-shop'),
    name,
    value,
  };
}

/** A command that is refused, and so leaves everything as it was. */
export const refused: Command = { type: 'DeleteResourceGroup', name: 'rg-nowhere' };

export function turn(command: Command, seconds = 0): Turn {
  return { seconds, command, by: owner };
}

/** A folder that is gone once the deed is done. */
export async function inFolder<Result>(deed: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  try {
    return await deed(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
