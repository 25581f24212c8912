import type { PrintLevel, ProgramStart } from '#edge/sdk/protocol.ts';
import type { Clock } from './clock.ts';
import { printed } from './inspect.ts';
import { Buffer } from './node/buffer.ts';
import { mount } from './node/files.ts';

/** The development server talks with its own files in the worker too; in a build there is nobody to be told from the program. */
const ofServer = (): boolean => import.meta.env.DEV && new Error('whose').stack?.includes('/@vite/client') === true;

type Globals = Record<string, unknown>;

/** Ways out of a worker, and what the page keeps: a program has neither. The policy of the worker's file says it too. */
const withheld = [
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'importScripts',
  'indexedDB',
  'caches',
  'cookieStore',
  'navigator',
  'postMessage',
  'close',
];

/** Makes the worker the process of a host: its environment, files, clock, console and network. */
export function furnish(
  { environment, files }: Pick<ProgramStart, 'environment' | 'files'>,
  clock: Clock,
  parts: { readonly fetch: typeof fetch; readonly print: (level: PrintLevel, text: string) => void },
): void {
  mount(files);
  const everyReal = globalThis.setInterval.bind(globalThis);
  for (const name of withheld) withhold(name);
  const globals: Globals = {
    global: globalThis,
    process: processOf(environment),
    Buffer,
    Date: dateBy(clock),
    console: consoleTo(parts.print),
    fetch: parts.fetch,
    setTimeout: (run: unknown, delay?: unknown, ...args: unknown[]) => clock.set(() => call(run, args), Number(delay)),
    setInterval: (run: unknown, delay?: unknown, ...args: unknown[]) =>
      ofServer()
        ? everyReal(() => call(run, args), Number(delay))
        : clock.set(() => call(run, args), Number(delay), true),
    clearTimeout: (timer: number) => clock.clear(timer),
    clearInterval: (timer: number) => clock.clear(timer),
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

function call(run: unknown, args: readonly unknown[]): void {
  if (typeof run === 'function') (run as (...args: readonly unknown[]) => void)(...args);
}

function withhold(name: string): void {
  for (
    let holder: object | null = globalThis;
    holder !== null;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
  }
  // Where it cannot be taken away it is covered.
  if (name in globalThis) Object.defineProperty(globalThis, name, { value: undefined });
}

function processOf(environment: Readonly<Record<string, string>>): object {
  return {
    env: { ...environment },
    platform: 'linux',
    arch: 'x64',
    version: '',
    versions: {},
    argv: [],
    cwd: () => '/home/site',
    nextTick: (run: (...args: readonly unknown[]) => void, ...args: readonly unknown[]) =>
      queueMicrotask(() => run(...args)),
    emitWarning: () => {},
    on: () => {},
  };
}

/** `Date` by the clock of the world: by ours, each token of a world in the past would be long expired. */
function dateBy(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (date, args: [], made) =>
      Reflect.construct(date, args.length === 0 ? [clock.now()] : args, made) as Date,
    apply: (date) => new date(clock.now()).toString(),
    get: (date, key, receiver) => (key === 'now' ? clock.now : (Reflect.get(date, key, receiver) as unknown)),
  });
}

function consoleTo(print: (level: PrintLevel, text: string) => void): object {
  const at =
    (level: PrintLevel) =>
    (...values: readonly unknown[]) => {
      if (!ofServer()) print(level, printed(values));
    };
  const quiet = {
    time: () => {},
    timeEnd: () => {},
    group: () => {},
    groupEnd: () => {},
    assert: () => {},
    trace: () => {},
  };
  return {
    ...quiet,
    log: at('log'),
    info: at('log'),
    debug: at('log'),
    dir: at('log'),
    table: at('log'),
    warn: at('warn'),
    error: at('error'),
  };
}
