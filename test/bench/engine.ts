import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { explainAccess } from '#domain/access/explain.ts';
import { act } from '#domain/cloud/decide.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import { dispatchAll, newWorld } from '#domain/timeline/timeline.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import { medianOf } from './timing.ts';
import { assignments, resources, workload } from './workload.ts';

/** One line of the report: milliseconds, and the same as a ratio to the unit of the run. */
export interface Figure {
  readonly what: string;
  readonly milliseconds: number;
}

export interface MemoryFigure {
  readonly resources: number;
  readonly bytes: number;
  /** Bytes of the state as JSON, to compare with. */
  readonly json: number;
}

/** The state that many commands lead to, and how long deciding and evolving took. */
export function decideMany(commands: number): Figure {
  const milliseconds = medianOf(commands > 50_000 ? 1 : 3, () => {
    dispatchAll(newWorld('bench'), workload(commands));
  });
  return { what: `decide and record ${commands.toLocaleString('en')} commands`, milliseconds };
}

/** Folding what was recorded, as opening a world does. */
export function foldMany(commands: number): Figure {
  const { timeline } = dispatchAll(newWorld('bench'), workload(commands));
  const events = timeline.entries.flatMap((entry) => entry.events);
  const milliseconds = medianOf(3, () => void fold(newCloud('bench'), events));
  return {
    what: `fold the ${events.length.toLocaleString('en')} events of ${commands.toLocaleString('en')}`,
    milliseconds,
  };
}

/** A token that the endpoint keeps, asked for again and again in a world of a thousand resources. */
export function tokenFromCache(state: CloudState): Figure {
  const [host] = hostsOf(state);
  if (host === undefined) throw new Error('There is no host.');
  const from = { kind: 'host', resourceId: host.id } as const;
  const ask = askForToken(state, from, { resource: 'https://vault.azure.net', selector: null });
  const warm = act(state, ask).state;
  const times = 1_000;
  const milliseconds = medianOf(5, () => {
    for (let time = 0; time < times; time += 1) act(warm, ask);
  });
  return { what: 'a token from the cache', milliseconds: milliseconds / times };
}

/** Why a machine with a thousand assignments may not read a secret of another shop. */
export function explainMany(count: number): Figure {
  const { state } = dispatchAll(newWorld('bench'), [...resources(count * 2 + 4), ...assignments(count)]);
  const [host] = hostsOf(state);
  if (host === undefined) throw new Error('There is no host.');
  const from = { kind: 'host', resourceId: host.id } as const;
  const request = getSecretRequest('kv-shop-1', 'db-password', null);
  const question = { who: { kind: 'origin', from, selector: null }, request } as const;
  const milliseconds = medianOf(5, () => void explainAccess(state, question));
  return { what: `explainAccess among ${count.toLocaleString('en')} assignments of the caller`, milliseconds };
}

export function worldOf(count: number): CloudState {
  return dispatchAll(newWorld('bench'), resources(count)).state;
}

/** The unit of the run: what copying a world of a thousand resources takes by `structuredClone`. */
export function cloneOf(state: CloudState): Figure {
  const milliseconds = medianOf(5, () => void structuredClone(state));
  return { what: 'structuredClone of a world of 1,000 resources', milliseconds };
}

/** Bytes that a world of so many resources holds: the heap with it less the heap without. */
export function memoryOf(count: number): MemoryFigure {
  const collect = garbageCollector();
  collect();
  const before = process.memoryUsage().heapUsed;
  const state = worldOf(count);
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  return { resources: count, bytes, json: JSON.stringify(state).length };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
