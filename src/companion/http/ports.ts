import type { RequestListener } from 'node:http';
import type { ServerOptions } from 'node:https';
import { listen } from './listen.ts';
import type { Listener } from './listen.ts';

/** How far each port lies from the first one, where that is fixed. */
export const offsets = { main: 0, blob: 1, secureMain: 2, secureBlob: 3, proxy: 4, hosts: 10 } as const;

/** The companion's listeners, which are opened one by one and closed together. */
export interface Ports {
  /** `make` is told the port once it is known: guards compare with it. */
  readonly open: (
    offset: number,
    make: (own: () => number) => RequestListener,
    tls?: ServerOptions,
  ) => Promise<Listener>;
  /** What answers plain HTTP at a port of the companion's own. */
  readonly listenerAt: (port: number) => RequestListener | undefined;
  readonly close: () => Promise<void>;
}

/** `first` is the first port, or 0 for any that are free. */
export function openPorts(first: number): Ports {
  const opened: Listener[] = [];
  const plain = new Map<number, RequestListener>();
  return {
    async open(offset, make, tls) {
      let own = 0;
      const handler = make(() => own);
      const listener = await listen(handler, first === 0 ? 0 : first + offset, tls ?? null).catch((error: unknown) => {
        // Hosts are found by the look-up: where somebody else has the next port in the row, any other one does.
        if (offset < offsets.hosts || !isTaken(error)) throw error;
        return listen(handler, 0, tls ?? null);
      });
      own = listener.port;
      opened.push(listener);
      if (tls === undefined) plain.set(own, handler);
      return listener;
    },
    listenerAt: (port) => plain.get(port),
    async close() {
      await Promise.all(opened.map((each) => each.close()));
    },
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
