import type { CompanionClient, Message } from './client.ts';

/** How this page stands with the companion. */
export type Connection =
  | { readonly kind: 'live' }
  /** It is tried again without being asked. */
  | { readonly kind: 'lost' }
  /** The companion answers and lets this page in no more: it was started anew, with another secret. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Milliseconds before the first, second, … try; the last one stays. */
const pauses = [300, 600, 1_200, 2_500, 5_000, 10_000] as const;

export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface Listening {
  /** Tries again now instead of after the pause. */
  readonly retry: () => void;
  /** Ends the present stream: the next one begins with the whole world. */
  readonly reconnect: () => void;
  readonly stop: () => void;
}

interface Listener {
  readonly onMessage: (message: Message) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Listens to a companion until it is stopped or refused; a connection that went is made again, with longer pauses. */
export function keepListening(client: CompanionClient, listener: Listener, wait: Wait = pause): Listening {
  const ended = new AbortController();
  let pausing = new AbortController();
  let hearing = new AbortController();

  async function run(): Promise<void> {
    let tries = 0;
    while (!ended.signal.aborted) {
      hearing = new AbortController();
      const end = await client.listen((message) => {
        tries = 0;
        if (message.kind === 'world') listener.onConnection({ kind: 'live' });
        listener.onMessage(message);
      }, hearing.signal);
      if (ended.signal.aborted) return;
      listener.onConnection(end);
      if (end.kind === 'refused') return;
      pausing = new AbortController();
      await wait(pauses[Math.min(tries, pauses.length - 1)] ?? 0, pausing.signal);
      tries += 1;
    }
  }

  void run();
  return {
    retry: () => pausing.abort(),
    reconnect: () => hearing.abort(),
    stop() {
      ended.abort();
      hearing.abort();
      pausing.abort();
    },
  };
}

/** Waits so long, or until the signal ends it. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
