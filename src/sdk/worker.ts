import type { HttpRequest } from '#domain/http/message.ts';
import type { FromWorker, ProgramFailure, ProgramStart, ToWorker } from '#edge/sdk/protocol.ts';
import { createClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { thrownError } from './failure.ts';
import { createFetch } from './fetch.ts';
import type { Reply } from './fetch.ts';
import { importsIn, withImports } from './imports.ts';
import { furnish } from './machine.ts';
import { isSdkPackage, loadPackages, moduleAddress } from './packages.ts';

// The worker in which a learner's program runs with the official SDK: one process of one host of the page's world.

/** Real milliseconds after which a program that could go on by itself has; and those after which it never will. */
const quietAfter = 25;
const stuckAfter = 2_000;

// The program is given others under these names.
const realTimeout = globalThis.setTimeout.bind(globalThis);
const realClear = globalThis.clearTimeout.bind(globalThis);
const post: (message: FromWorker) => void = globalThis.postMessage.bind(globalThis);
const report = globalThis.reportError.bind(globalThis);

const replies = new Map<number, (reply: Reply) => void>();
let lastRequest = 0;
let onWaited: () => void = () => {};
let clock: Clock | null = null;
let hasEnded = false;

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') {
    void run(data);
    return;
  }
  clock?.meet(data.now);
  if (data.type === 'waited') onWaited();
  else settle(data.id, data.type === 'response' ? { kind: 'response', ...data } : { kind: 'failure', ...data });
});

function settle(id: number, reply: Reply): void {
  replies.get(id)?.(reply);
  replies.delete(id);
}

function send(request: HttpRequest): Promise<Reply> {
  lastRequest += 1;
  const id = lastRequest;
  return new Promise((resolve) => {
    replies.set(id, resolve);
    post({ type: 'request', id, request });
  });
}

function end(message: FromWorker): void {
  if (hasEnded) return;
  hasEnded = true;
  post(message);
}

function fail(failure: ProgramFailure): void {
  end({ type: 'failed', failure });
}

async function run(start: ProgramStart): Promise<void> {
  const imports = importsIn(start.program);
  const unknown = imports.find(({ name }) => !isSdkPackage(name));
  if (unknown !== undefined) {
    fail({ kind: 'unknownPackage', name: unknown.name, line: unknown.line });
    return;
  }
  const program = { isOver: false };
  clock = clockOf(start, program);
  const finish = clock.begin();
  furnish(start, clock, {
    fetch: createFetch(send, clock),
    print: (level, text) => post({ type: 'printed', level, text }),
  });
  const doors = await doorsTo([...new Set(imports.map(({ name }) => name))].filter(isSdkPackage));
  if (doors === null) return;
  post({ type: 'running' });
  const running = play(
    withImports(start.program, (name) => doors.get(name) ?? name),
    doors,
  );
  finish();
  await running;
  program.isOver = true;
  // What it left running, such as a promise that nobody waits for, still comes to its end.
  clock.begin()();
}

function clockOf({ now }: ProgramStart, program: { readonly isOver: boolean }): Clock {
  let quiet: number | undefined;
  return createClock({
    startsAt: now,
    pass: (seconds) =>
      new Promise((resolve) => {
        onWaited = resolve;
        post({ type: 'wait', seconds });
      }),
    whenQuiet(check) {
      realClear(quiet);
      quiet = realTimeout(check, quietAfter) as unknown as number;
    },
    onIdle() {
      if (program.isOver) end({ type: 'ended' });
      else quiet = realTimeout(() => fail({ kind: 'stuck' }), stuckAfter) as unknown as number;
    },
  });
}

async function doorsTo(packages: Parameters<typeof loadPackages>[0]): Promise<ReadonlyMap<string, string> | null> {
  post({ type: 'loading', packages });
  try {
    return await loadPackages(packages);
  } catch (error) {
    fail({ kind: 'notLoaded', message: String(error) });
    return null;
  }
}

/** Runs the program to the end of its own text. What it throws ends it, whether somebody waits for it or not. */
async function play(text: string, doors: ReadonlyMap<string, string>): Promise<void> {
  const address = moduleAddress(text);
  const readable = (message: string): string =>
    [...doors].reduce((held, [name, door]) => held.replaceAll(door, name), message).replaceAll(address, 'program.js');
  const failWith = (thrown: unknown, line: number | null): void => {
    const error = thrownError(thrown, address, line);
    fail({ kind: 'thrown', error: { ...error, message: readable(error.message) } });
  };
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    failWith(event.reason, null);
  });
  globalThis.addEventListener('error', (event) => {
    event.preventDefault();
    failWith(event.error, event.filename === address && event.lineno > 0 ? event.lineno : null);
  });
  try {
    await import(/* @vite-ignore */ address);
  } catch (error) {
    // A mistake in the text has no stack; only the event of the error knows its line.
    if (error instanceof SyntaxError) report(error);
    failWith(error, null);
  }
}
