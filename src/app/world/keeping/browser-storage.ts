import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import type { WorldStorage } from './world-storage.ts';

const lockName = 'mil:sandbox';
const storeName = 'worlds';

/** Keeps the world in IndexedDB; a Web Lock makes one tab the one that saves. */
export function browserStorage(): WorldStorage {
  let database: Promise<IDBPDatabase> | undefined;
  const open = () => (database ??= openDatabase());
  return {
    async load() {
      return ((await (await open()).get(storeName, 'sandbox')) as string | undefined) ?? null;
    },
    save: async (text) => put(await open(), 'sandbox', text),
    setAside: async (text) => put(await open(), 'unreadable', text),
    claim: claimLock,
  };
}

function openDatabase(): Promise<IDBPDatabase> {
  return openDB('managed-identity-lab', 1, {
    upgrade: (database) => {
      database.createObjectStore(storeName);
    },
  });
}

/** Done when the transaction is: a request that succeeded may still be rolled back for want of space. */
async function put(database: IDBPDatabase, key: string, text: string): Promise<void> {
  const transaction = database.transaction(storeName, 'readwrite');
  await transaction.store.put(text, key);
  await transaction.done;
}

/** How long to wait for the lock: a sandbox that this page has just left lets go of it in a moment. */
const patience = 600;

function claimLock(lost: () => void, { steal = false } = {}): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    let held = false;
    const hold = () => {
      held = true;
      return new Promise<void>((release) => resolve(release));
    };
    const options: LockOptions = steal ? { steal: true } : { signal: AbortSignal.timeout(patience) };
    navigator.locks.request(lockName, options, hold).catch(() => (held ? lost() : resolve(null)));
  });
}
