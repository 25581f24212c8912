import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { middleOf } from '../timing.ts';

/** A server on this machine, and the request that it is sent again and again. */
export interface Served {
  readonly port: number;
  /** As it goes over the wire. */
  readonly request: string;
}

/** What a server did under load. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds from a request to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
  /** How much of a processor the client itself took. */
  readonly busy: number;
}

/** Both under load in turn, so that a noise meets the one as well as the other; the medians of the rounds. */
export interface Compared {
  readonly ours: Load;
  readonly bare: Load;
  /** Of requests a second, round by round. */
  readonly ratio: number;
}

export const connections = 100;
const rounds = 7;
const warmUp = 500;
const milliseconds = 2000;

const script = (name: string): string => path.join('test/bench/companion', name);

export async function compare(ours: Served, bytes: number): Promise<Compared> {
  const client = fork(script('load.mjs'));
  const server = fork(script('bare.mjs'), [String(bytes)]);
  try {
    const bare = { port: Number(await answerOf(server)), request: ours.request };
    const measured: { readonly ours: Load; readonly bare: Load }[] = [];
    // The first round finds code that is not compiled yet.
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { ours: await loadOn(client, ours), bare: await loadOn(client, bare) };
      if (round > 0) measured.push(pair);
    }
    return {
      ours: middle(measured.map((pair) => pair.ours)),
      bare: middle(measured.map((pair) => pair.bare)),
      ratio: middleOf(measured.map((pair) => pair.ours.perSecond / pair.bare.perSecond)),
    };
  } finally {
    client.disconnect();
    server.disconnect();
  }
}

async function loadOn(client: ChildProcess, served: Served): Promise<Load> {
  client.send({ ...served, connections, warmUp, milliseconds });
  return (await answerOf(client)) as Load;
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ending = new AbortController();
  const ended = once(child, 'exit', { signal: ending.signal }).then(() => {
    throw new Error('A process of the measurement ended.');
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
  ended.catch(() => {});
  ending.abort();
  return message;
}

function middle(loads: readonly Load[]): Load {
  const of = (key: keyof Load): number => middleOf(loads.map((load) => load[key]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), busy: of('busy') };
}
