import { readRequest } from '#edge/gateway/read-request.ts';
import { answerIn, signResponse, tokensOf } from '#edge/gateway/answer.ts';
import type { FromWorker, PrintLevel, ProgramFailure, ToWorker } from '#edge/sdk/protocol.ts';
import type { TokenSigner } from '#edge/tokens/signer.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { LoadSdk, SdkWorker } from './context.ts';
import { processAt } from './places.ts';

export { sdkPackages as sdkPackageNames } from '#edge/sdk/protocol.ts';

/** How a run ended. */
export type Ending =
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly failure: ProgramFailure }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'tooLong'; readonly seconds: number }
  | { readonly kind: 'tooManyRequests'; readonly requests: number }
  | { readonly kind: 'waitedTooLong'; readonly minutes: number };

/** What is told of a run while it goes on. */
export type Report =
  | { readonly kind: 'loading'; readonly packages: readonly string[] }
  | { readonly kind: 'running' }
  | { readonly kind: 'printed'; readonly level: PrintLevel; readonly text: string }
  /** A request was answered, or reached nobody: `status` is null. */
  | { readonly kind: 'requested'; readonly request: HttpRequest; readonly status: number | null }
  | { readonly kind: 'waited'; readonly seconds: number }
  | { readonly kind: 'ended'; readonly ending: Ending };

export interface Limits {
  /** Real seconds from the first line of the program. */
  readonly seconds: number;
  readonly requests: number;
  /** Minutes by the clock of the world. */
  readonly minutes: number;
}

/** More than any of the SDK's retries needs, and soon enough for a program that hangs. */
const usualLimits: Limits = { seconds: 20, requests: 100, minutes: 15 };

export interface Run {
  readonly store: WorldStoreApi;
  readonly from: Origin;
  readonly program: string;
  readonly load: LoadSdk;
  readonly signer: () => Promise<TokenSigner>;
  readonly onReport: (report: Report) => void;
  readonly limits?: Limits;
}

/** Runs a program in a worker of its own, every request of which is decided in the world. Returns what stops it. */
export function runProgram(run: Run): () => void {
  const life = lifeOf(run);
  const lost = (message: string): void => life.end(failedBy({ kind: 'notLoaded', message }));
  const fault = (error: unknown): void => lost(error instanceof Error ? error.message : String(error));

  async function start(): Promise<void> {
    life.report({ kind: 'loading', packages: [] });
    const { startWorker } = await run.load();
    if (life.isOver()) return;
    const worker = startWorker();
    life.hold(worker);
    worker.listen(listenerOf(run, life, fault), lost);
    worker.post({ type: 'start', program: run.program, ...processAt(run.store.getState().world.state, run.from) });
  }

  start().catch(fault);
  return () => life.end({ kind: 'stopped' });
}

/** A run from its start to its one end; after that nothing is told of it. */
interface Life {
  readonly isOver: () => boolean;
  readonly report: (report: Report) => void;
  readonly post: (message: ToWorker) => void;
  readonly hold: (worker: SdkWorker) => void;
  /** Ends it after so many seconds, if it has not ended by then. */
  readonly limit: (seconds: number) => void;
  readonly end: (ending: Ending) => void;
}

function lifeOf({ onReport }: Run): Life {
  let worker: SdkWorker | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  function end(ending: Ending): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    worker?.end();
    onReport({ kind: 'ended', ending });
  }
  return {
    isOver: () => isOver,
    report: (report) => {
      if (!isOver) onReport(report);
    },
    post: (message) => {
      if (!isOver) worker?.post(message);
    },
    hold: (started) => {
      worker = started;
    },
    limit: (seconds) => {
      timer = setTimeout(() => end({ kind: 'tooLong', seconds }), seconds * 1000);
    },
    end,
  };
}

/** What the page does for the worker, one request after the other. */
function listenerOf(run: Run, life: Life, onFault: (fault: unknown) => void): (message: FromWorker) => void {
  const limits = run.limits ?? usualLimits;
  const world = worldOf(run, life);
  let last = Promise.resolve();
  let requests = 0;
  let waited = 0;
  return (message) => {
    switch (message.type) {
      case 'loading':
        life.report({ kind: 'loading', packages: message.packages });
        return;
      case 'running':
        life.limit(limits.seconds);
        life.report({ kind: 'running' });
        return;
      case 'printed':
        life.report({ kind: 'printed', level: message.level, text: message.text });
        return;
      case 'request':
        requests += 1;
        if (requests > limits.requests) life.end({ kind: 'tooManyRequests', requests: limits.requests });
        else last = last.then(() => world.answer(message.id, message.request)).catch(onFault);
        return;
      case 'wait':
        waited += message.seconds;
        if (waited > limits.minutes * 60) life.end({ kind: 'waitedTooLong', minutes: limits.minutes });
        else world.wait(message.seconds);
        return;
      case 'ended':
        life.end({ kind: 'finished' });
        return;
      case 'failed':
        life.end(failedBy(message.failure));
    }
  };
}

function failedBy(failure: ProgramFailure): Ending {
  return { kind: 'failed', failure };
}

interface ProgramsWorld {
  readonly answer: (id: number, request: HttpRequest) => Promise<void>;
  readonly wait: (seconds: number) => void;
}

/** The world as a program meets it: each request is a command, and so is the time that it waits. */
function worldOf({ store, from, signer: make }: Run, life: Life): ProgramsWorld {
  const clock = (): Instant => store.getState().world.state.now;
  return {
    async answer(id, request) {
      const signer = await make();
      const command = await readRequest(from, request, signer);
      if (life.isOver()) return;
      const { events } = store.getState().dispatch(command);
      const answer = answerIn(events);
      const status = answer.kind === 'response' ? answer.response.status : null;
      life.report({ kind: 'requested', request, status });
      if (answer.kind === 'failure') {
        life.post({ type: 'failure', id, now: clock(), reason: answer.reason });
        return;
      }
      const tokenOf = tokensOf(store.getState().world.state, events);
      const response = await signResponse(answer.response, tokenOf, signer);
      life.post({ type: 'response', id, now: clock(), response });
    },
    wait(seconds) {
      if (life.isOver()) return;
      store.getState().dispatch({ type: 'AdvanceClock', seconds });
      life.report({ kind: 'waited', seconds });
      life.post({ type: 'waited', now: clock() });
    },
  };
}
