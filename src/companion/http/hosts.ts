import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Listener } from './listen.ts';

/** A listener for each host of the world, opened when somebody first asks for it. */
export interface HostListeners {
  /** The port of a host; the same one for a host that is deleted and created again. */
  readonly portOf: (id: ResourceId) => Promise<number>;
}

/** `open` is given the how-manieth host this is, so that fixed ports can be counted up. */
export function hostListeners(open: (id: ResourceId, index: number) => Promise<Listener>): HostListeners {
  const listeners = new Map<string, Promise<Listener>>();
  return {
    async portOf(id) {
      const key = idKey(id);
      const known = listeners.get(key) ?? open(id, listeners.size);
      listeners.set(key, known);
      try {
        return (await known).port;
      } catch (error) {
        // The next one who asks tries again.
        listeners.delete(key);
        throw error;
      }
    },
  };
}
